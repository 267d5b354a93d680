/** Our JSON reader must agree with JSON.parse on every text, and know where each value stands. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Path } from "../../src/model/place.ts";
import { parseJson } from "../../src/source/json.ts";

const read = (text: string) => parseJson({ file: "a.json", text }, {});

/** Every path of a value with what stands there. */
function* walk(value: unknown, path: Path = []): Generator<readonly [Path, unknown]> {
  yield [path, value];
  if (typeof value !== "object" || value === null) return;
  for (const key of Object.keys(value)) {
    const index = Array.isArray(value) ? Number(key) : key;
    yield* walk((value as Record<string, unknown>)[key], [...path, index]);
  }
}

/** `${` would be looked up in the environment. */
const json = fc.json({ maxDepth: 5 }).filter((text) => !text.includes("${"));
const spaced = fc
  .tuple(json, fc.constantFrom(undefined, 1, "\t", "\r\n "))
  .map(([text, indent]) => JSON.stringify(JSON.parse(text), null, indent));

describe("against JSON.parse", () => {
  test("equal values, and each position's text reads as the value there", () => {
    fc.assert(
      fc.property(spaced, (text) => {
        const { documents, diagnostics } = read(text);
        const [document] = documents;
        const expected = JSON.parse(text) as unknown;
        expect(diagnostics).toEqual([]);
        expect(document?.value).toEqual(expected);
        for (const [path, value] of walk(expected)) {
          const span = document?.place.span(path);
          expect(JSON.parse(text.slice(span?.start.offset, span?.end.offset))).toEqual(value);
          const key = path.at(-1);
          if (typeof key !== "string") continue;
          const keySpan = document?.place.span(path, "key");
          expect(JSON.parse(text.slice(keySpan?.start.offset, keySpan?.end.offset))).toBe(key);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("a text with one character changed is refused exactly where JSON.parse refuses it", () => {
    const character = fc.constantFrom(..."\"\\{}[]:,0-+.eE tfn/u'\u0000\u001f\n\u00a0\ufeff");
    fc.assert(
      fc.property(spaced, fc.nat(), character, fc.boolean(), (text, seed, inserted, isReplaced) => {
        const at = seed % text.length;
        const changed = text.slice(0, at) + inserted + text.slice(at + (isReplaced ? 1 : 0));
        let isValid = true;
        try {
          JSON.parse(changed);
        } catch {
          isValid = false;
        }
        const errors = read(changed).diagnostics.filter(({ rule }) => rule === "source/syntax");
        expect(errors).toHaveLength(isValid ? 0 : 1);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("refused, with the offset", () => {
  test.each<[text: string, offset: number]>([
    ["", 0],
    [" ", 1],
    ["{", 1],
    ['{"a"', 4],
    ['{"a":', 5],
    ['{"a":1', 6],
    ['{"a":1,}', 7],
    ["{,}", 1],
    ["{a:1}", 1],
    ["{'a':1}", 1],
    ['{"a" 1}', 5],
    ["[1,]", 3],
    ["[1 2]", 3],
    ["[,1]", 1],
    ["[1", 2],
    ["1 2", 2],
    ["{} x", 3],
    ["01", 1],
    ["-", 0],
    ["+1", 0],
    [".5", 0],
    ["1.", 1],
    ["1e", 1],
    ["0x10", 1],
    ["NaN", 0],
    ["Infinity", 0],
    ["undefined", 0],
    ["True", 0],
    ["nulll", 4],
    ["tru", 0],
    ['"abc', 0],
    ['["abc\n"]', 1],
    ['"a\tb"', 2],
    ['"a\\xb"', 2],
    ['"a\\u12"', 2],
    ['"a\\u12g4"', 2],
    ["// c\n1", 0],
    ["\u00a01", 0],
    ["[1]]", 3],
  ])("%j", (text, offset) => {
    expect(() => JSON.parse(text)).toThrow();
    const { documents, diagnostics } = read(text);
    expect(documents).toEqual([]);
    expect(diagnostics.map(({ rule, span }) => [rule, span?.start.offset])).toEqual([["source/syntax", offset]]);
  });
});

describe("odd texts", () => {
  test.each<[name: string, text: string]>([
    ["__proto__ is a key like any other", '{"__proto__":{"x":1},"constructor":2,"toString":3}'],
    ["lone surrogates", '{"a":"\\ud800","b":"\\udc00\\ud83d"}'],
    ["pairs", '{"a":"\\ud83d\\ude00😀"}'],
    ["escapes", '"\\"\\\\\\/\\b\\f\\n\\r\\t\\u0000\\u2028"'],
    ["line separators as they are", '"\u2028\u2029\u007f"'],
    ["numbers", "[0,-0,1.5,-1e3,1E+2,1e-7,123456789012345678901,1e400]"],
    ["empty keys and containers", '{"":{"":[]}}'],
  ])("%s", (_, text) => {
    const [document] = read(text).documents;
    const expected = JSON.parse(text) as object;
    expect(document?.value).toStrictEqual(expected);
    expect(Object.getOwnPropertyNames(document?.value)).toEqual(Object.getOwnPropertyNames(expected));
  });

  test("a __proto__ key changes no prototype", () => {
    const [document] = read('{"__proto__":{"polluted":1}}').documents;
    expect(Object.getPrototypeOf(document?.value)).toBe(Object.prototype);
    expect(document?.value).not.toHaveProperty("polluted");
    expect(document?.place.span(["__proto__", "polluted"]).start.offset).toBe(25);
  });

  test("a long string with escapes", () => {
    const text = `"${"x\\n".repeat(3_000_000)}"`;
    expect(read(text).documents[0]?.value === JSON.parse(text)).toBe(true);
  });

  test.each<[name: string, text: string, isRead: boolean]>([
    ["200 deep", `${"[".repeat(200)}1${"]".repeat(200)}`, true],
    ["201 deep", `${"[".repeat(201)}1${"]".repeat(201)}`, false],
    ["100000 deep", "[".repeat(100_000), false],
    ["100000 maps deep", '{"a":'.repeat(100_000), false],
  ])("%s", (_, text, isRead) => {
    const { documents, diagnostics } = read(text);
    expect([documents.length, diagnostics.length]).toEqual(isRead ? [1, 0] : [0, 1]);
  });
});

describe("duplicate keys", () => {
  test.each<[text: string, offsets: readonly (readonly [second: number, first: number])[], value: unknown]>([
    ['{"a":1,"a":2}', [[7, 1]], { a: 1 }],
    [
      '{"a":1,"\\u0061":2,"a":3}',
      [
        [7, 1],
        [18, 1],
      ],
      { a: 1 },
    ],
    ['[{"a":1},{"a":2}]', [], [{ a: 1 }, { a: 2 }]],
    ['{"__proto__":1,"__proto__":2}', [[15, 1]], JSON.parse('{"__proto__":1}')],
  ])("%s", (text, offsets, value) => {
    const { documents, diagnostics } = read(text);
    expect(diagnostics.map(({ span, related }) => [span?.start.offset, related?.[0]?.span.start.offset])).toEqual(
      offsets,
    );
    expect(diagnostics.every(({ rule }) => rule === "source/duplicate-key")).toBe(true);
    expect(documents[0]?.value).toStrictEqual(value);
  });
});
