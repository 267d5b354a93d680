/** The same texts as toFixed(2), whatever the number. */
import { expect, test } from "vitest";
import { twoDecimals } from "../../src/engine/two-decimals.ts";

const edges = [0, -0, 0.004, 0.005, 0.015, 1.005, 1.255, 59.995, 99.995, 0.994999999, 3600, 1e9, 1e9 - 0.001, 1e21];
const unusual = [-1, -0.001, Number.NaN, Number.POSITIVE_INFINITY];

test.each([...edges, ...unusual])("%d", (value) => {
  expect(twoDecimals(value)).toBe(value.toFixed(2));
});

test("every millisecond of a minute, and of an hour here and there", () => {
  const values = Array.from({ length: 60_000 }, (_, index) => [index / 1000, (index * 6151) / 1000]).flat();
  expect(values.filter((value) => twoDecimals(value) !== value.toFixed(2))).toEqual([]);
});
