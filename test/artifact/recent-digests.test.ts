import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { Artifact } from "../../src/artifact/contract.ts";
import { openArtifact, openOverlay } from "../../src/artifact/reader.ts";
import { RecentDigests } from "../../src/artifact/recent-digests.ts";
import { compile } from "../../src/compile/compile.ts";
import { compileOverlay } from "../../src/compile/overlay.ts";
import { configuration } from "../compile/configuration.ts";
import { options } from "./acme.ts";

const million = 1_000_000;
const places = 32_768;

const digestOf = (number: number) => createHash("sha256").update(String(number)).digest().subarray(0, 16);

const numbersUpTo = (count: number) => Array.from({ length: count }, (_, number) => number);

test("gives where a digest led, for most of those that came last, and never where another did", () => {
  const recent = new RecentDigests(million);
  const numbers = numbersUpTo(100_000);
  for (const number of numbers) recent.set(digestOf(number), number);
  const found = numbers.map((number) => recent.find(digestOf(number)));
  expect(found.filter((number, index) => number !== -1 && number !== index)).toEqual([]);
  const kept = found.filter((number) => number !== -1).length;
  expect(kept).toBeLessThanOrEqual(places);
  expect(kept).toBeGreaterThan(places / 2);
  expect(recent.find(digestOf(99_999))).toBe(99_999);
});

test("keeps two that have a place in common, and forgets the older for a third", () => {
  const recent = new RecentDigests(million);
  const alike = (first: number) => new Uint8Array(Int32Array.from([first, 8, 9, 10]).buffer);
  for (const number of [1, 2]) recent.set(alike(number), number);
  expect([1, 2, 3].map((number) => recent.find(alike(number)))).toEqual([1, 2, -1]);
  recent.set(alike(3), 3);
  expect([1, 2, 3].map((number) => recent.find(alike(number)))).toEqual([-1, 2, 3]);
});

test("takes one of four that are offered, whichever come: who comes again and again is soon there", () => {
  const recent = new RecentDigests(million);
  const taken = (numbers: readonly number[]) => {
    for (const number of numbers) if (recent.find(digestOf(number)) < 0) recent.offer(digestOf(number), number);
    return numbers.filter((number) => recent.find(digestOf(number)) >= 0).length;
  };
  expect(taken(numbersUpTo(8))).toBe(2);
  expect(Array.from({ length: 20 }, () => taken(numbersUpTo(8))).at(-1)).toBe(8);
});

test("finds nothing that was not set: not in a free place, nor what differs in one bit", () => {
  const recent = new RecentDigests(million);
  expect(recent.find(new Uint8Array(16))).toBe(-1);
  recent.set(digestOf(5), 5);
  const others = numbersUpTo(128).map((bit) => {
    const digest = digestOf(5);
    digest[bit >> 3] = (digest[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    return recent.find(digest);
  });
  expect(new Set(others)).toEqual(new Set([-1]));
});

test("keeps nothing for an index that is as small itself", () => {
  const recent = new RecentDigests(1000);
  recent.set(digestOf(5), 5);
  expect(recent.find(digestOf(5))).toBe(-1);
});

test("a key that was here lately leads to its credential, in an overlay too, where it may have gone to another one", () => {
  const count = 16_500;
  const keyOf = (number: number) => `key-${number}`;
  const consumer = (number: number, key: string) => ({
    username: `c${number}`,
    credentials: [{ name: "main", plugins: { "key-auth": { key } } }],
  });
  const consumers = numbersUpTo(count).map((number) => consumer(number, keyOf(number)));
  const base = openArtifact(compile(configuration({ consumers }), options), options);
  const who = (artifact: Artifact, key: string) => {
    const found = artifact.findCredential("key-auth", key);
    return found < 0 ? undefined : artifact.holder(found).username;
  };
  const asked = [7, 16_499, 8, 9].map(keyOf);
  const often = (artifact: Artifact) => Array.from({ length: 8 }, () => asked.map((key) => who(artifact, key)));
  expect(often(base)).toEqual(Array(8).fill(["c7", "c16499", "c8", "c9"]));

  // 7 and 8 have changed keys, 9 has a new one, and who was last has gone.
  const changed = consumers.slice(0, -1);
  changed[7] = consumer(7, keyOf(8));
  changed[8] = consumer(8, keyOf(7));
  changed[9] = consumer(9, "new");
  const bytes = compileOverlay(
    configuration({ consumers: changed }),
    openArtifact(compile(configuration({ consumers: changed }), options), options),
    { ...options, base, largestShare: 1 },
  );
  if (!bytes) throw new Error("no overlay");
  const over = openOverlay(bytes, base, options);
  expect(often(over)).toEqual(Array(8).fill(["c8", undefined, "c7", undefined]));
  expect(often(base)).toEqual(Array(8).fill(["c7", "c16499", "c8", "c9"]));
});
