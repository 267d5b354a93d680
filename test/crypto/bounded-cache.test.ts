/** The bound of the cache. */
import { expect, test } from "vitest";
import { BoundedCache } from "../../src/crypto/bounded-cache.ts";

test.each([
  ["as many as it holds", "ab", "ab"],
  ["one more: the oldest is forgotten", "abc", "bc"],
  ["twice round", "abcdef", "ef"],
  ["one that is there already makes nobody go", "abb", "ab"],
  ["one that was forgotten comes back", "abca", "ca"],
])("%s", (_, added, kept) => {
  const cache = new BoundedCache<string, string>(2);
  for (const [index, key] of [...added].entries()) cache.set(key, `${key}${index}`);
  const values = ["a", "b", "c", "d", "e", "f"].map((key) => cache.get(key));
  expect(values.filter((value) => value !== undefined).sort()).toEqual(
    [...kept].map((key) => `${key}${added.lastIndexOf(key)}`).sort(),
  );
});
