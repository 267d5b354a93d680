/** The YAML reader must agree with the `yaml` package on values, know where each scalar stands, and survive hostile files. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isScalar, parseAllDocuments, stringify, visit } from "yaml";
import type { Document } from "../../src/source/document.ts";
import { parse } from "../../src/source/parse.ts";

const read = (text: string) => parse({ file: "a.yaml", text }, {});
const values = (documents: readonly Document[]): readonly unknown[] => documents.map(({ value }) => value);
const found = (text: string): readonly string[] =>
  read(text).diagnostics.map(({ message, span }) => `${span?.start.line}:${span?.start.column} ${message}`);

const key = fc.string({ unit: "grapheme", maxLength: 12 });
const text = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.lorem({ maxCount: 20 }),
  fc.stringMatching(/^[-:#"'\n {}[\]a-c]*$/),
);
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof({ depthSize: "small" }, text, fc.integer(), fc.boolean(), fc.constant(null), tie("list"), tie("map")),
  list: fc.array(tie("tree"), { maxLength: 4 }),
  map: fc.dictionary(key, tie("tree"), { maxKeys: 4, noNullPrototype: true }),
}));
const shared = fc.tuple(tree, tree).map(([one, other]) => ({ one, list: [one, other, one], other }));
const style = fc.record({
  collectionStyle: fc.constantFrom("any" as const, "block" as const, "flow" as const),
  defaultStringType: fc.constantFrom(
    "PLAIN" as const,
    "BLOCK_FOLDED" as const,
    "BLOCK_LITERAL" as const,
    "QUOTE_DOUBLE" as const,
  ),
  lineWidth: fc.constantFrom(0, 30, 80),
});

/** What a gateway would be sent must not depend on who read the file. */
const isReadable = (value: unknown): boolean => !/\$\{|\ufffd|\u0000|\\0/.test(JSON.stringify(value));

describe("against the yaml package", () => {
  test("values of generated documents, with anchors, comments and several documents", () => {
    fc.assert(
      fc.property(
        fc.array(shared.filter(isReadable), { minLength: 1, maxLength: 3 }),
        style,
        fc.boolean(),
        (trees, options, isCrlf) => {
          const joined = trees.map((each) => `# c\n${stringify(each, options)}`).join("---\n");
          const written = isCrlf ? joined.replaceAll("\n", "\r\n") : joined;
          const expected = parseAllDocuments(written, { schema: "core", uniqueKeys: false });
          fc.pre(Array.isArray(expected) && expected.every(({ errors }) => errors.length === 0));
          const result = read(written);
          expect(result.diagnostics).toEqual([]);
          expect(values(result.documents)).toEqual(expected.map((each) => each.toJS({ maxAliasCount: -1 })));
        },
      ),
      { numRuns: 300 },
    );
  });

  test("each value stands where its text stands", () => {
    fc.assert(
      fc.property(shared.filter(isReadable), style, (value, options) => {
        const written = stringify(value, { ...options, aliasDuplicateObjects: false });
        const [document] = read(written).documents;
        const [parsed] = parseAllDocuments(written);
        if (!parsed) throw new Error("no document");
        visit(parsed, {
          Pair(_key, { key: name, value: node }, ancestors) {
            const isTop = ancestors.length === 2;
            if (!isTop || !isScalar(name) || !isScalar(node) || node.type !== "PLAIN") return;
            const span = document?.place.span([String(name.value)]);
            // A folded text is told by its words: how its line ends fold is the package's business.
            const words = written.slice(span?.start.offset, span?.end.offset).split(/\s+/);
            expect(words).toEqual(node.source?.split(/\s+/));
          },
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe("values", () => {
  test.each<[name: string, text: string, expected: readonly unknown[]]>([
    [
      "core schema",
      "{ a: 0o17, b: 0x1F, c: yes, d: True, e: ~, f: 1_0, g: 012, h: 1e3, i: .5 }",
      [{ a: 15, b: 31, c: "yes", d: true, e: null, f: "1_0", g: 12, h: 1000, i: 0.5 }],
    ],
    ["the same for a file that says 1.1", "%YAML 1.1\n---\na: yes", [{ a: "yes" }]],
    [
      "number and boolean keys, as written",
      "1: a\n0x10: b\n1.0: c\ntrue: d",
      [{ 1: "a", "0x10": "b", "1.0": "c", true: "d" }],
    ],
    ["tags of the core schema", "a: !!str 1\nb: !!int 2\nc: !!map {}", [{ a: "1", b: 2, c: {} }]],
    ["no merge keys", "a: &a { x: 1 }\nb: { <<: *a }", [{ a: { x: 1 }, b: { "<<": { x: 1 } } }]],
    [
      "an alias means the anchor before it",
      "x: &a 1\ny: &b [*a]\nz: &a 2\nw: *b\nv: *a",
      [{ x: 1, y: [1], z: 2, w: [1], v: 2 }],
    ],
    ["empty documents are left out", "---\n---\na: 1\n...\n# c\n---\n", [{ a: 1 }]],
    ["a byte order mark", "\uFEFFa: 1", [{ a: 1 }]],
    ["CRLF in blocks", "a: |\r\n  x\r\n  y\r\nb: 'p\r\n  q'\r\n", [{ a: "x\ny\n", b: "p q" }]],
    ["JSON", '{"a":[1,{"__proto__":{"x":1}}]}', [JSON.parse('{"a":[1,{"__proto__":{"x":1}}]}')]],
    ["names of Object.prototype", "__proto__: 1\nconstructor: 2", [JSON.parse('{"__proto__":1,"constructor":2}')]],
  ])("%s", (_, written, expected) => {
    expect(found(written)).toEqual([]);
    expect(values(read(written).documents)).toStrictEqual(expected);
  });
});

describe("findings", () => {
  test.each<[name: string, text: string, expected: readonly string[]]>([
    ["an unknown tag", "a: !foo b", ["1:4 not valid YAML: this tag is not known, or its value does not fit it"]],
    [
      "tags that JSON has no values for",
      "a: !!binary aGk=",
      ["1:4 not valid YAML: this tag is not known, or its value does not fit it"],
    ],
    [
      "a date",
      "a: !!timestamp 2001-01-01",
      ["1:4 not valid YAML: this tag is not known, or its value does not fit it"],
    ],
    ["a set", "a: !!set { x }", ["1:4 not valid YAML: this tag is not known, or its value does not fit it"]],
    ["an unknown alias", "a: *nope", ["1:4 not valid YAML: no anchor of this name stands above"]],
    ["an alias before its anchor", "a: *b\nb: &b 1", ["1:4 not valid YAML: no anchor of this name stands above"]],
    ["an anchor that holds itself", "&a [*a]", ["1:5 not valid YAML: nested more than 200 deep"]],
    ["a map as a key", "? { a: b }\n: 1", ["1:3 not valid YAML: a key must be text"]],
    ["no key", ": a", ["1:1 not valid YAML: a key must be text"]],
    ["null as a key", "null: a", ["1:1 not valid YAML: a key must be text"]],
    [
      "duplicate keys, however written",
      "a: 1\n'a': 2\n\"\\x61\": 3",
      ['2:1 the key "a" stands twice in this map', '3:1 the key "a" stands twice in this map'],
    ],
    ["a tab", "a:\n\tb: 1", ["2:1 not valid YAML: tabs cannot be used for indentation"]],
    ["a quote that is never closed", 'b: 1\na: "x\nc: d', ["2:4 not valid YAML: this quote is never closed"]],
    ["only a marker", "---\n", ["1:1 this file declares nothing"]],
    ["only comments", "# a\n", ["1:1 this file declares nothing"]],
    ["only space", " \n\t", ["1:1 this file declares nothing"]],
    ["nothing", "", ["1:1 this file declares nothing"]],
    ["NUL bytes", "a: b\u0000", ["1:5 this is not a text file in UTF-8"]],
    [
      "one of two documents",
      "a: [\n---\nb: 1",
      ["2:1 not valid YAML: the indentation does not fit the lines around it"],
    ],
  ])("%s", (_, written, expected) => {
    expect(found(written)).toEqual(expected);
  });

  test("a good document is read beside a bad one", () => {
    expect(values(read("a: [\n---\nb: 1").documents)).toEqual([{ b: 1 }]);
  });
});

describe("hostile files are refused, fast", () => {
  const laughs = [..."bcdefghij"].map(
    (name, index) => `${name}: &${name} [${Array(9).fill(`*${"abcdefghij"[index]}`).join(",")}]`,
  );
  test.each<[name: string, text: string, message: string]>([
    ["billion laughs", `a: &a [x]\n${laughs.join("\n")}`, "aliases make this document too large"],
    ["an anchor that holds itself often", "&a [*a, *a]", "nested more than 200 deep"],
    ["brackets", `a: ${"[".repeat(100_000)}`, "nested more than 200 deep"],
    ["matching brackets", `${"[".repeat(50_000)}${"]".repeat(50_000)}`, "nested more than 200 deep"],
    ["maps in flow", '{"a":'.repeat(50_000), "nested more than 200 deep"],
    ["items in items", `${"- ".repeat(50_000)}a`, "nested more than 200 deep"],
    [
      "maps in block",
      Array.from({ length: 300 }, (__, depth) => `${" ".repeat(depth)}a:`).join("\n"),
      "nested more than 200 deep",
    ],
  ])(
    "%s",
    (_, written, message) => {
      const { documents, diagnostics } = read(written);
      expect(documents).toEqual([]);
      expect(diagnostics.map((each) => each.message)).toEqual([`not valid YAML: ${message}`]);
    },
    5000,
  );

  test("many aliases of one anchor are no attack", () => {
    const [document] = read(`a: &a { k: v }\nl:\n${"- *a\n".repeat(20_000)}`).documents;
    expect(document?.value).toHaveProperty("l.length", 20_000);
  }, 5000);

  test("brackets in texts do not count", () => {
    expect(found(`a: "${"[".repeat(500)}"\nb: ${"x[".repeat(500)}`)).toEqual([]);
  });

  test("where the 201st bracket stands", () => {
    expect(found(`# c\r\na: é\r\nb: ${"[".repeat(300)}`)).toEqual(["3:204 not valid YAML: nested more than 200 deep"]);
  });
});

describe("messages", () => {
  test("there are words for every code of the installed yaml package", () => {
    const declared = readFileSync("node_modules/yaml/dist/errors.d.ts", "utf8");
    const codes = [...(/type ErrorCode = ([^;]+);/.exec(declared)?.[1] ?? "").matchAll(/'(\w+)'/g)].map(
      ([, code]) => code,
    );
    /** Options that we do not set (uniqueKeys, stringKeys, one document), and a bug in the package itself. */
    const cannotOccur = ["DUPLICATE_KEY", "IMPOSSIBLE", "MULTIPLE_DOCS", "NON_STRING_KEY"];
    const table = readFileSync("src/source/yaml.ts", "utf8");
    expect(codes.length).toBeGreaterThan(15);
    expect(codes.filter((code) => !cannotOccur.includes(code ?? "") && !table.includes(`  ${code}: "`))).toEqual([]);
  });

  test("never quote a value", () => {
    const canary = "Zq7Canary9";
    const noise = fc.constantFrom(..."\"'{}[]:,-?!&*#|>%@`\t\n \\", "\n  ", ": ", " #", "\n- ", "---\n", "%YAML 9\n");
    const broken = fc.array(fc.oneof(noise, fc.constant(canary), fc.constantFrom("a: ", "key: ")), { maxLength: 30 });
    fc.assert(
      fc.property(broken, fc.constantFrom("a.yaml", "a.json"), (parts, file) => {
        for (const { rule, message, help } of parse({ file, text: parts.join("") }, {}).diagnostics) {
          // A key that stands twice is named, as it must be.
          if (rule !== "source/duplicate-key") expect(message + help).not.toContain("Canary");
        }
      }),
      { numRuns: 3000 },
    );
  });
});
