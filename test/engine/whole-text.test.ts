/** Whole numbers as texts, against `String`. */
import { expect, test } from "vitest";
import { wholeText } from "../../src/engine/whole-text.ts";

const near = (value: number) => [value - 1, value, value + 1];

test("as String writes them", () => {
  const values = [0, 1, 9, 10, 99, 100, ...[1e3, 1e4, 1_001_000, 2 ** 30, 2 ** 31, 2 ** 32, 1e12, 1e15].flatMap(near)];
  for (const value of [...values, Number.MAX_SAFE_INTEGER, -1, -5000, 1234.5, 1e21, Number.NaN])
    expect(wholeText(value)).toBe(String(value));
});
