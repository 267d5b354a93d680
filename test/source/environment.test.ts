/** `${VAR}` as ADC replaces it, nothing else touched. */
import { describe, expect, test } from "vitest";
import { substituteEnvironment } from "../../src/source/environment.ts";
import { parse } from "../../src/source/parse.ts";

const environment = { A: "1", B_2: "two", EMPTY: "", MONEY: "$&$1$$", NESTED: "${A}", QUOTE: '": [' };

describe("substituteEnvironment", () => {
  test.each<[name: string, text: string, expected: string, missing: readonly string[], named?: readonly string[]]>([
    ["no variable", "plain $A {A}", "plain $A {A}", []],
    ["set", "x${A}y", "x1y", [], ["A"]],
    ["unset", "x${NO}y", "x${NO}y", ["NO"]],
    ["empty", "x${EMPTY}y", "xy", [], ["EMPTY"]],
    ["several, adjacent", "${A}${B_2}${A}", "1two1", [], ["A", "B_2", "A"]],
    ["unset twice", "${NO}${A}${NO}", "${NO}1${NO}", ["NO", "NO"], ["NO", "A", "NO"]],
    ["escaped", "\\${A}", "${A}", []],
    ["escaped and unset", "\\${NO}", "${NO}", []],
    ["escaped beside not escaped", "\\${A}${A}", "${A}1", [], ["A"]],
    ["dotted", "${a.b}", "${a.b}", []],
    ["not a name", "${1A} ${} ${A-b} ${ A } ${A", "${1A} ${} ${A-b} ${ A } ${A", []],
    ["reference", "$env://A", "$env://A", []],
    ["reference to a variable's name", "$env://${A}", "$env://1", [], ["A"]],
    ["replacement patterns are text", "${MONEY}", "$&$1$$", [], ["MONEY"]],
    ["values are not looked at again", "${NESTED}", "${A}", [], ["NESTED"]],
    [
      "names of Object.prototype",
      "${constructor}${__proto__}${toString}",
      "${constructor}${__proto__}${toString}",
      ["constructor", "__proto__", "toString"],
    ],
  ])("%s", (_, text, expected, missing, named = missing) => {
    expect(substituteEnvironment(text, environment)).toEqual({ text: expected, missing, named });
  });
});

test.each([
  ["a.yaml", 'a: "${QUOTE}"\n${A}: ${NO}'],
  ["a.json", '{"a":"${QUOTE}","${A}":"${NO}"}'],
])("%s: values only, after parsing", (file, text) => {
  const { documents, diagnostics } = parse({ file, text }, environment);
  expect(documents[0]?.value).toEqual({ a: '": [', "${A}": "${NO}" });
  expect(diagnostics.map(({ message, help }) => [message, help])).toEqual([
    ["the environment variable NO is not set", "Set NO, or write \\${NO} if the text itself is meant."],
  ]);
});
