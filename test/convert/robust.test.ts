/** No input makes a format throw, and no two consumers become one, whatever their names are. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse as readYaml } from "yaml";
import { type Format, formats } from "../../src/convert/contract.ts";
import { convert } from "../../src/convert/convert.ts";
import { detectFormat } from "../../src/convert/detect.ts";
import { chooseNames } from "../../src/convert/names.ts";
import { publicKeyPem } from "../../src/crypto/jwk-pem.ts";
import { sha1Hex } from "../../src/crypto/sha1-hex.ts";
import { cases } from "./cases.ts";

const context = { sha1Hex, publicKeyPem, environment: {}, consumer: "issuer" };
const seed = 20261124;

describe("a value of another type at any place", () => {
  const odd = fc.constantFrom<unknown>(null, true, 0, -1.5, "", "x", "${X}", [], [[]], [null], {}, { a: {} }, [
    { name: 7 },
  ]);
  const trees = cases.filter(({ source }) => /\.(?:json|yaml)$/.test(source.file));
  test.each(trees.map((each) => [each.name, each] as const))("%s", (_name, { format, source }) => {
    fc.assert(
      fc.property(fc.nat(), odd, (position, value) => {
        const text = JSON.stringify(replaceNth(readYaml(source.text), position, value));
        expect(() => convert([{ source: { file: "x.json", text }, format }], context)).not.toThrow();
        detectFormat({ file: "x.json", text });
      }),
      { numRuns: 150, seed },
    );
  });
});

test.each(formats)("any text as %s", (format) => {
  const piece = fc.constantFrom(
    ...['"', ",", "\n", "\r\n", ":", "username", "a", "#", "{", "}", "[", "]", "$", " ", "\ufeff", "- ", "\u0000"],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const source = { file: "x", text: pieces.join("") };
      const { diagnostics, losses } = convert([{ source, format: format as Format }], context);
      for (const { span } of losses) expect(span.start.line).toBeGreaterThan(0);
      for (const { message } of diagnostics) expect(message).not.toBe("");
    }),
    { numRuns: 300, seed },
  );
});

test.each<[name: string, format: Format, text: string, place: string, rule: string]>([
  ["a Kong of the future", "kong", '_format_version: "4.0"\nconsumers: []\n', "1:18", "convert/kong-version"],
  ["a Kong of no version", "kong", "_format_version:\nconsumers: []\n", "1:17", "convert/kong-version"],
  ["keys that are no list", "jwks", '{"keys": 5}', "1:1", "convert/jwks-keys"],
  ["no keys at all", "jwks", "{}", "1:1", "convert/jwks-keys"],
])("%s is refused", (_name, format, text, place, rule) => {
  const { diagnostics } = convert([{ source: { file: "x.yaml", text }, format }], context);
  expect(diagnostics.map(({ rule, span }) => [rule, `${span?.start.line}:${span?.start.column}`])).toEqual([
    [rule, place],
  ]);
});

test.each(["1.1", '"2.1"', "3.0", '"3.0"', "3"])("_format_version: %s is known", (version) => {
  const text = `_format_version: ${version}\nconsumers: []\n`;
  expect(convert([{ source: { file: "x.yaml", text }, format: "kong" }], context).diagnostics).toEqual([]);
});

test("names stay apart, and do not depend on the order", () => {
  const name = fc.oneof(
    fc.string({ maxLength: 5 }),
    fc.constantFrom("a_b", "a.b", "a b", "a_b-69f6642c", "x".repeat(600), "__proto__"),
  );
  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 12 }), (names) => {
      const chosen = chooseNames(names, sha1Hex);
      const results = [...chosen.values()];
      expect(new Set(results).size).toBe(names.length);
      for (const result of results) expect(result).toMatch(/^[a-zA-Z0-9_-]{1,512}$/);
      const reversed = chooseNames([...names].reverse(), sha1Hex);
      for (const each of names) expect(reversed.get(each)).toBe(chosen.get(each));
      for (const each of names) if (/^[a-zA-Z0-9_-]{1,512}$/.test(each)) expect(chosen.get(each)).toBe(each);
    }),
    { numRuns: 500, seed },
  );
});

/** The value with its nth part, counted from the outside, replaced. */
function replaceNth(value: unknown, position: number, replacement: unknown): unknown {
  let total = 0;
  const count = (part: unknown): void => {
    total += 1;
    if (typeof part === "object" && part !== null) for (const below of Object.values(part)) count(below);
  };
  count(value);
  let left = 1 + (position % Math.max(1, total - 1));
  const walk = (part: unknown): unknown => {
    if (left-- === 0) return replacement;
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, below]) => [key, walk(below)]));
  };
  return walk(value);
}
