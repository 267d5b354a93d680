/** The bound of the cache. */
import { expect, test } from "vitest";
import { BoundedCache } from "../../src/crypto/bounded-cache.ts";

test("forgets the oldest entry when full", () => {
  const cache = new BoundedCache<string, number>(2);
  cache.set("a", 1);
  cache.set("b", 2);
  cache.set("c", 3);
  expect(["a", "b", "c"].map((key) => cache.get(key))).toEqual([undefined, 2, 3]);
});
