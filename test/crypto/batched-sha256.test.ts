import { createHash } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";
import { BatchedSha256 } from "../../src/crypto/batched-sha256.ts";
import { openSha256Lanes } from "../../src/crypto/sha256-lanes.ts";

const bytes = (length: number, seed: number) =>
  Uint8Array.from({ length }, (_, index) => Math.imul(index + seed, 2654435761) >>> 24);

/** Of node:crypto. */
const half = (prefix: Uint8Array, message: Uint8Array) =>
  createHash("sha256").update(prefix).update(message).digest("hex").slice(0, 32);

/** Memory that moves whenever it is asked for. */
function moving(size: number) {
  let held = new Uint8Array(size);
  return {
    reserve() {
      held = held.slice();
      return held;
    },
    text: (at: number) => Buffer.from(held.subarray(at, at + 16)).toString("hex"),
  };
}

afterEach(() => vi.unstubAllGlobals());

/** Of one to four blocks in lanes, and longer than those; each number of blocks is left unfinished at the end. */
const lengths = [
  ...Array.from({ length: 260 }, (_, index) => (index % 2 === 0 ? index : 260 - index)),
  ...[0, 55, 56, 64, 119, 120, 247, 248, 300, 4000, 5000, 3],
];

const ways = [
  ["four at a time from the first on", 1],
  ["alone at first, then four at a time", 37],
  ["alone, all of them", 1_000_000],
] as const;

test.each(ways)("digests %s as node:crypto does", (_, before) => {
  for (const prefix of [bytes(64, 1), bytes(128, 2)]) {
    const sum = new BatchedSha256(prefix, before);
    const into = moving(lengths.length * 16);
    lengths.forEach((length, index) => {
      const room = sum.room(length * 3);
      room.set(bytes(length, index));
      sum.writeHalf(room, length, into, index * 16);
    });
    sum.finish();
    expect(lengths.map((_length, index) => into.text(index * 16))).toEqual(
      lengths.map((length, index) => half(prefix, bytes(length, index))),
    );
  }
});

test.each([
  ["there is no WebAssembly", undefined],
  [
    "no program may be made",
    {
      Module: class {
        constructor() {
          throw new Error("refused by Content Security Policy");
        }
      },
    },
  ],
])("digests alone where %s", async (_, machine) => {
  vi.resetModules();
  vi.stubGlobal("WebAssembly", machine);
  const fresh = await import("../../src/crypto/batched-sha256.ts");
  const prefix = bytes(64, 3);
  const sum = new fresh.BatchedSha256(prefix, 1);
  const into = moving(10 * 16);
  for (let index = 0; index < 10; index++) {
    const room = sum.room(40);
    room.set(bytes(40, index));
    sum.writeHalf(room, 40, into, index * 16);
  }
  sum.finish();
  for (let index = 0; index < 10; index++) expect(into.text(index * 16)).toBe(half(prefix, bytes(40, index)));
});

test("here the lanes are open, so the tests above are of them", () => {
  expect(openSha256Lanes()?.memory.length).toBe(65_536);
});
