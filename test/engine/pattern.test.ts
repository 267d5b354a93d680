/** Regular expressions mean what PCRE means by them, and take time in proportion to the text. */
import { describe, expect, test } from "vitest";
import { compilePattern, linearExpression } from "../../src/engine/pattern.ts";

const meanings: readonly (readonly [source: string, text: string, matches: boolean])[] = [
  ["^curl/", "curl/8", true],
  ["^curl/", "xcurl/8", false],
  ["(?i)CURL", "curl/8", true],
  ["cu(?i)RL", "cuRl", true],
  ["cu(?i)RL", "CUrl", false],
  ["\\bbot\\b", "a bot here", true],
  ["\\bbot\\b", "robots", false],
  ["\\Aa\\z", "a", true],
  ["[[:digit:]]{3}", "x123", true],
  ["[]x]", "]", true],
  ["\\Qa.b\\E", "a.b", true],
  ["\\Qa.b\\E", "axb", false],
  ["a.c", "a\nc", false],
  ["(?s)a.c", "a\nc", true],
  ["^caf.$", "café", true],
  ["\\x{e9}", "café", true],
  ["\\d", "\u0664", false],
  ["\\w", "é", false],
];

test.each(meanings)("%s on %j: %s", (source, text, matches) => expect(compilePattern(source)?.(text)).toBe(matches));

test("what is too long is not tried", () => {
  expect(compilePattern("a")?.("a".repeat(8192))).toBe(true);
  expect(compilePattern("a")?.("a".repeat(8193))).toBeUndefined();
});

/** Each takes exponential or high polynomial time where it backtracks. */
const catastrophic: readonly (readonly [source: string, unit: string, end: string])[] = [
  ["(a+)+$", "a", "!"],
  ["(a|a)*b", "a", "c"],
  ["(.*a){20}x", "a", "!"],
  ["^(([a-z])+.)+[A-Z]([a-z])+$", "a", "!"],
  ["(x+x+)+y", "x", "!"],
  ["^(a?){50}a{50}$", "a", "!"],
  ["(a|b)*a(a|b){12}c", "abba", "!"],
  ["\\s+$", " ", "x"],
];

function bestTime(match: () => boolean): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5; round++) {
    const start = process.cpuUsage();
    expect(match()).toBe(false);
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, user + system);
  }
  return best;
}

describe.each(catastrophic)("%s", (source, unit, end) => {
  const expression = linearExpression(source, false);
  test("eight times the text takes no more than some eight times the time", () => {
    if (typeof expression === "string") throw new Error(expression);
    const textOf = (length: number) => unit.repeat(length / unit.length) + end;
    const [short, long] = [textOf(8192), textOf(65_536)];
    expression.test(short);
    const shortTime = bestTime(() => expression.test(short));
    // Ticks of the clock, and the collection of garbage, count up to 20 ms; quadratic growth would give 64 times.
    expect(bestTime(() => expression.test(long))).toBeLessThanOrEqual(8 * shortTime * 3 + 20_000);
  });
});
