import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { PrefixedSha256 } from "../../src/crypto/prefixed-sha256.ts";

const bytes = (length: number, seed: number) =>
  Uint8Array.from({ length }, (_, index) => Math.imul(index + seed, 2654435761) >>> 24);

/** Of node:crypto. */
const half = (prefix: Uint8Array, message: Uint8Array) =>
  createHash("sha256").update(prefix).update(message).digest().subarray(0, 16).toString("hex");

test("gives the first half of SHA-256, whatever the length, and whatever it was used for before", () => {
  for (const prefix of [bytes(64, 1), bytes(128, 2)]) {
    const sum = new PrefixedSha256(prefix);
    // Up and down: a long message must leave nothing behind for a short one. The last ones need a larger room.
    const lengths = Array.from({ length: 300 }, (_, index) => (index % 2 === 0 ? index : 300 - index));
    for (const length of [...lengths, 0, 2047, 2048, 5000, 3]) {
      const message = bytes(length, length);
      const into = new Uint8Array(24).fill(9);
      sum.room(length).set(message);
      sum.writeHalf(length, into, 4);
      expect(Buffer.from(into.subarray(4, 20)).toString("hex"), `${length} bytes`).toBe(half(prefix, message));
      expect([into[3], into[20]]).toEqual([9, 9]);
    }
  }
});

test.each([0, 1, 63, 65])("refuses a prefix of %i bytes", (length) => {
  expect(() => new PrefixedSha256(new Uint8Array(length))).toThrow(RangeError);
});
