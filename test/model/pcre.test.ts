/** What lint calls executable is what the engine executes: each construct of PCRE, and what becomes of it. */
import { describe, expect, test } from "vitest";
import { patternFault as engineFault } from "../../src/engine/pattern.ts";
import { patternFault } from "../../src/model/pcre.ts";

const refused: readonly (readonly [source: string, construct: string, at: number])[] = [
  ["a(?=b)", "a lookahead", 1],
  ["^(?!bot)", "a lookahead", 1],
  ["(?<=a)b", "a lookbehind", 0],
  ["(?<!a)b", "a lookbehind", 0],
  ["(a)\\1", "a backreference", 3],
  ["(?<n>a)\\k<n>", "a backreference", 7],
  ["(?P<n>a)(?P=n)", "a backreference", 8],
  ["(a)\\g{1}", "a backreference", 3],
  ["a++", "a possessive quantifier", 1],
  ["a*+b", "a possessive quantifier", 1],
  ["a?+b", "a possessive quantifier", 1],
  ["a{2,}+b", "a possessive quantifier", 1],
  ["(?>a+)b", "an atomic group", 0],
  ["(?|a|b)", "a branch reset", 0],
  ["(a)(?(1)b|c)", "a conditional group", 3],
  ["(?#note)a", "a comment", 0],
  ["(a(?R)?b)", "a recursion", 2],
  ["(a(?1)?b)", "a recursion", 2],
  ["(a(?&n)?b)", "a recursion", 2],
  ["(*UTF)a", "a verb", 0],
  ["(?x) a", "an option other than i, m, s and U", 0],
  ["(?'n'a)", "a group of a kind that is not known", 0],
  ["a\\Z", "the anchor \\Z", 1],
  ["\\Ga", "the anchor \\G", 0],
  ["a\\Kb", "a reset of the match (\\K)", 1],
  ["\\h", "the escape \\h", 0],
  ["\\v", "the escape \\v", 0],
  ["\\R", "the escape \\R", 0],
  ["\\X", "the escape \\X", 0],
  ["\\u0041", "the escape \\u", 0],
  ["[\\h]", "the escape \\h", 1],
  ["a{1001}", "a repetition of more than 1000", 1],
  ["a{1,1001}", "a repetition of more than 1000", 1],
];

test.each(refused)("%s is not executed", (source, construct, at) => {
  expect(patternFault(source)).toEqual({ construct, at });
  expect(engineFault(source)).toBe(`a regular expression with ${construct}, which takes backtracking`);
});

const executed = [
  "^Mozilla/5\\.0 \\(.*\\)$",
  "(?i)bot|crawl(?-i:X)",
  "a(?i)b",
  "(?:a|b){2,5}?",
  "(?<name>a)(?P<other>b)",
  "\\bfoo\\b",
  "\\Aa\\z",
  "\\Q(?=a)++\\E",
  "[[:alpha:]]+",
  "[]a]",
  "[^]a]",
  "[a+]+",
  "[(?=]",
  "\\x{41}\\x41",
  "\\p{L}\\PN",
  "(?s)a.b",
  "(?m)^a$",
  "\\(?=a",
  "a\\++",
  "\\d\\D\\w\\W\\s\\S",
  "\\/\\-\\_\\.",
  "a{2}",
  "a{",
  "{1001",
];

test.each(executed)("%s is executed", (source) => {
  expect(patternFault(source)).toBeUndefined();
  expect(engineFault(source)).toBeUndefined();
});

describe("what is not well-formed, or too large, the engine alone tells", () => {
  test.each([
    ["(", "a regular expression that is not understood"],
    ["[a", "a regular expression that is not understood"],
    ["*a", "a regular expression that is not understood"],
    ["((a{100}){100}){100}", "a regular expression that is not understood"],
    [`(?:${"[a-z]".repeat(11_000)})`, "a regular expression that is too large"],
  ])("%.30s", (source, fault) => {
    expect(patternFault(source)).toBeUndefined();
    expect(engineFault(source)).toBe(fault);
  });
});
