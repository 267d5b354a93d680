/** Keys of counters that come again: kept from the second time on, and never another's. */
import { expect, test } from "vitest";
import { CounterKeys } from "../../src/engine/counter-keys.ts";

const [rule, otherRule] = [{}, {}];

test("a key is kept when it comes again", () => {
  const keys = new CounterKeys();
  for (const expected of [undefined, undefined, "o\nv", "o\nv"]) {
    const found = keys.find(rule, "o", "v");
    expect(found).toBe(expected);
    if (found === undefined) expect(keys.keep(rule, "o", "v", "o\nv")).toBe("o\nv");
  }
  expect(keys.find(otherRule, "o", "v")).toBeUndefined();
  expect(keys.find(rule, "p", "v")).toBeUndefined();
});

test("values beyond number and length have their own keys", () => {
  const keys = new CounterKeys();
  const values = [...Array.from({ length: 2000 }, (_, index) => `192.0.2.${index}`), "x".repeat(64), "x".repeat(65)];
  for (const value of values.flatMap((each) => [each, each, each])) {
    for (const [of, owner] of [
      [rule, "routes/1"],
      [otherRule, "routes/1"],
      [rule, "routes/2"],
    ] as const) {
      const key = `${of === rule ? "a" : "b"}:${owner}\n${value}`;
      expect(keys.find(of, owner, value) ?? keys.keep(of, owner, value, key)).toBe(key);
    }
  }
});
