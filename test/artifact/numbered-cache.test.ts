import { expect, test } from "vitest";
import { NumberedCache } from "../../src/artifact/numbered-cache.ts";

const numbersUpTo = (count: number) => Array.from({ length: count }, (_, number) => number);

test.each([1, 2, 255, 256, 257, 1000, 32_768])("keeps all of %i", (count) => {
  const cache = new NumberedCache<string>(count);
  for (const number of numbersUpTo(count)) cache.set(number, `first ${number}`);
  for (const number of numbersUpTo(count)) cache.set(number, `last ${number}`);
  expect(numbersUpTo(count).filter((number) => cache.get(number) !== `last ${number}`)).toEqual([]);
});

test("of more than it has places for, keeps those that came last, and never gives one for another", () => {
  const cache = new NumberedCache<number>(1_000_000);
  // Each number of a million at most once, in no order.
  const numbers = numbersUpTo(100_000).map((index) => (index * 7919) % 1_000_000);
  for (const number of numbers) cache.set(number, -number);
  const kept = numbers.filter((number) => cache.get(number) !== undefined);
  expect(kept.filter((number) => cache.get(number) !== -number)).toEqual([]);
  expect(kept.length).toBeLessThanOrEqual(32_768);
  expect(kept.length).toBeGreaterThan(25_000);
  expect(cache.get(numbers.at(-1) ?? -1)).toBe(-(numbers.at(-1) ?? 0));
  expect(cache.get(999_999)).toBe(numbers.includes(999_999) ? -999_999 : undefined);
});

test("knows nothing at first", () => {
  expect(new NumberedCache<number>(10).get(0)).toBeUndefined();
});
