import { createHash } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";
import { initialState } from "../../src/crypto/sha256-constants.ts";

const { WebAssembly: here } = globalThis as unknown as { readonly WebAssembly: { readonly Memory: unknown } };
const refused = {
  Memory: here.Memory,
  Module: class {
    constructor() {
      throw new Error("refused by Content Security Policy");
    }
  },
};
const noRoom = {
  Memory: class {
    constructor() {
      throw new RangeError("could not allocate memory");
    }
  },
};

afterEach(() => vi.unstubAllGlobals());

/** More than are answered before the program is made. */
const many = 2100;

test.each([
  ["in WebAssembly", here],
  ["without WebAssembly", undefined],
  ["where no program may be made", refused],
  ["where memory has no room for pages", noRoom],
])("digests blocks as node:crypto does, at first and after many calls, %s", async (_, machine) => {
  vi.resetModules();
  vi.stubGlobal("WebAssembly", machine);
  const { bytes, digestBlocks, endBlock, place, writeState } = await import("../../src/crypto/sha256-blocks.ts");
  const { message, sum, inner } = place.hmac;
  const digested = (text: Uint8Array) => {
    const blocks = Math.ceil((text.length + 9) / 64);
    bytes.set(text, message);
    const last = (blocks - 1) * 64;
    bytes.fill(0, message + text.length, message + last);
    endBlock(message + last, text.length - last, last);
    writeState(Int32Array.from(initialState), inner);
    digestBlocks(inner, message, blocks, sum);
    return Buffer.from(bytes.subarray(sum, sum + 32)).toString("hex");
  };
  for (let call = 0; call < many; call++) {
    // Lengths that leave room for the mark of the end in the last block of the text, which is what callers have.
    const length = [0, 1, 55, 64, 100, 119, 200, 1000][call % 8] ?? 0;
    const text = Uint8Array.from({ length }, (_octet, index) => Math.imul(index + call, 2654435761) >>> 24);
    if (call < 16 || call > many - 16)
      expect(digested(text), `${length} bytes`).toBe(createHash("sha256").update(text).digest("hex"));
    else digested(text);
  }
});

test("a message is ended as FIPS 180-4 says, whatever was there before", async () => {
  const { bytes, endBlock, place } = await import("../../src/crypto/sha256-blocks.ts");
  const at = place.lookup.message;
  bytes.fill(0xff, at, at + 64);
  endBlock(at, 40, 128);
  const expected = Uint8Array.from({ length: 64 }, (_, index) => (index < 40 ? 0xff : 0));
  expected[40] = 0x80;
  new DataView(expected.buffer).setUint32(60, (128 + 40) * 8);
  expect(bytes.slice(at, at + 64)).toEqual(expected);
});
