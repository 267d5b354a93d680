/** No line of a source file may show a secret, however the file is written, and whether or not it parses. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stringify, type ToStringOptions } from "yaml";
import { mask, maskLine } from "../../src/report/mask.ts";

const key =
  "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\nBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj\n-----END PRIVATE KEY-----\n";

/** Written with `~` for the mask. */
const cases: readonly (readonly [name: string, text: string, masked: string])[] = [
  [
    "block style",
    "consumers:\n  - username: acme\n    credentials:\n      - name: main\n        plugins:\n          key-auth:\n            key: s3cret\n",
    "consumers:\n  - username: acme\n    credentials:\n      - name: main\n        plugins:\n          key-auth:\n            key: ~\n",
  ],
  ["flow style", "{ key-auth: { key: s3cret }, name: a }", "{ key-auth: { key: ~ }, name: a }"],
  ["flow without spaces", '{"key-auth":{"key":"s3cret"},"name":"a"}', '{"key-auth":{"key":~},"name":"a"}'],
  [
    "flow over lines",
    "x: {\n  name: a,\n  key:\n    s3cret\n    more,\n  name: b }",
    "x: {\n  name: a,\n  key:\n    ~\n    ~,\n  name: b }",
  ],
  [
    "pretty JSON",
    '{\n  "name": "a",\n  "key": "s3cret",\n  "count": 3\n}',
    '{\n  "name": "a",\n  "key": ~,\n  "count": 3\n}',
  ],
  ["minified JSON with quotes inside", '{"key":"a\\"b,c","name":"d\\"e"}', '{"key":~,"name":"d\\"e"}'],
  ["a colon on the next line", '{ "key"\n: "s3cret", "name"\n: "a" }', "{ ~\n: ~, ~\n: ~ }"],
  [
    "comments",
    "# key: s3cret\nname: a # was s3cret\nplugins: # s3cret\n  key: x # s3cret",
    "~\nname: a ~\nplugins: ~\n  key: ~",
  ],
  ["a comment in a flow", "x: [ # s3cret\n  { name: a } # s3cret\n]", "x: [ ~\n  { name: a } ~\n]"],
  [
    "comments that silence rules, but not their reasons",
    "# rollcall-disable-next-line a/b, c-d/e-64 -- s3cret\nname: a # rollcall-disable-line a/b s3cret\nkey: x # rollcall-disable-line a/b\n#rollcall-disable-file a/b",
    "# rollcall-disable-next-line a/b, c-d/e-64 ~\nname: a # rollcall-disable-line a/b ~\nkey: ~\n#rollcall-disable-file a/b",
  ],
  [
    "comments that only begin like one",
    "# rollcall-disable-S3CRET\n# rollcall-disabled s3cret\n# rollcall-disable-line s3cret\n# a rollcall-disable-line a/b",
    "~\n~\n# rollcall-disable-line ~\n~",
  ],
  [
    "a block that only looks like a comment",
    "key: |\n  # rollcall-disable-line a/b\npassword: # rollcall-disable-line a/b",
    "key: |\n  ~\npassword: # rollcall-disable-line a/b",
  ],
  [
    "what requests are counted by",
    "limit-count:\n  key: a\n  rules:\n    - key: a\nlimit-req: { key: a }\nx: { key: s3cret, limit-req: { x: { key: s3cret } } }\nrules: [{ key: s3cret }]",
    "limit-count:\n  key: a\n  rules:\n    - key: a\nlimit-req: { key: a }\nx: { key: ~, limit-req: { x: { key: ~ } } }\nrules: [{ key: ~ }]",
  ],
  [
    "secrets where names of fields belong",
    "key-auth: { s3cret, kye: x }\nbasic-auth:\n  S3CRET-1: x\n  password: { 's3cret 2': { name: a } }\nconfig: { S3CRET-3: x }\nx: { other-name: y }",
    "key-auth: { ~, kye: ~ }\nbasic-auth:\n  ~: ~\n  password: { ~: { name: a } }\nconfig: { ~: ~ }\nx: { other-name: ~ }",
  ],
  [
    "secrets where an algorithm, a number or a truth value belongs",
    `jwt-auth: { algorithm: S3cret-number-1, exp: "s3cret" }\njwt-auth:\n  algorithm: s3cret\n  base64_secret: "s3cretS3cret"\n  exp: |\n    86400\nconfig:\n  algorithm: HS256 s3cret\n  exp:\n    s3cret`,
    "jwt-auth: { algorithm: ~, exp: ~ }\njwt-auth:\n  algorithm: ~\n  base64_secret: ~\n  exp: |\n    ~\nconfig:\n  algorithm: ~\n  exp:\n    ~",
  ],
  [
    "algorithms, numbers and truth values",
    "jwt-auth: { algorithm: HS256, exp: -1.5, base64_secret: 'true' }\nhmac-auth:\n  allowed_algorithms: [hmac-sha512, 'RSA-SHA256']\nrequest-id: { algorithm: range_id }\nalgorithm: anything else",
    "jwt-auth: { algorithm: HS256, exp: -1.5, base64_secret: 'true' }\nhmac-auth:\n  allowed_algorithms: [hmac-sha512, 'RSA-SHA256']\nrequest-id: { algorithm: range_id }\nalgorithm: anything else",
  ],
  ["a hash inside a value", "name: a#b\nkey: a#b", "name: a#b\nkey: ~"],
  ["literal block", "key: |\n  s3cret\n\n   more\nname: a", "key: |\n  ~\n\n   ~\nname: a"],
  ["literal block with keys inside", "key: |-\n  name: s3cret\n  # s3cret\nname: a", "key: |-\n  ~\n  ~\nname: a"],
  [
    "folded block with a comment",
    "key: >+2 # s3cret\n    s3cret\n  s3cret\nname: a",
    "key: >+2 ~\n    ~\n  ~\nname: a",
  ],
  ["a shown block", "desc: |\n  key: shown\n  text\nkey: s3cret", "desc: |\n  key: shown\n  text\nkey: ~"],
  ["block behind a tag", "key: !!str |\n  s3cret\n", "key: ~ |\n  ~\n"],
  ["block as an item", "- |\n name: s3cret\n- name: a", "- |\n ~\n- name: a"],
  ["block as a document", "--- |\nname: s3cret\n--- \nname: a", "--- |\n~\n--- \nname: a"],
  [
    "private key",
    `secret: |\n${key.replace(/^/gm, "  ")}`,
    `secret: |\n${key.replace(/^.*$/gm, (line) => (line ? "  ~" : "  "))}`,
  ],
  ["public_key, where private keys turn up", "public_key: |\n  s3cret", "public_key: |\n  ~"],
  ["list under its key", "key:\n- s3cret\n- s3cret\nhosts:\n- a.example", "key:\n- ~\n- ~\nhosts:\n- a.example"],
  [
    "nested list",
    "hosts:\n  - - a\n    - b\nkey:\n  - - s3cret\n    - s3cret",
    "hosts:\n  - - a\n    - b\nkey:\n  - - ~\n    - ~",
  ],
  ["flow list", "hosts: [a, b]\nkey: [s3cret, s3cret]", "hosts: [a, b]\nkey: [~, ~]"],
  ["quoted keys", '"name": a\n\'key\': s3cret\n"key" : s3cret', '"name": a\n\'key\': ~\n"key" : ~'],
  ["double quotes over lines", 'key: "s3cret\n  name: x\n\n  more" # s3cret\nname: a', "key: ~\n  ~\n\n  ~ ~\nname: a"],
  ["single quotes over lines", "key: 's3cret ''\n  name: x''\n  more'\nname: a", "key: ~\n  ~\n  ~\nname: a"],
  ["quotes over lines in a flow", "x: { key: 's3cret\n  name: b', name: a }", "x: { key: ~\n  ~, name: a }"],
  [
    "plain text over lines",
    "key: s3cret\n  more\n  # c\n  name: x\nname: a\n  b",
    "key: ~\n  ~\n  ~\n  ~\nname: a\n  b",
  ],
  ["value on its own line", "key:\n  s3cret\nname:\n  a", "key:\n  ~\nname:\n  a"],
  ["labels", "labels:\n  team: a\n  key: s3cret\n  b: { c: s3cret }", "labels:\n  team: a\n  key: ~\n  b: { c: ~ }"],
  ["lists of labels", "allow_labels: { team: [a, b] }", "allow_labels: { team: [a, b] }"],
  ["unknown fields", "tokn: s3cret\nconfig: { pass: s3cret }", "tokn: ~\nconfig: { pass: ~ }"],
  [
    "a secret in the place of a map",
    "key-auth: s3cret\ncredentials: [s3cret]\nplugins: s3cret",
    "key-auth: ~\ncredentials: [~]\nplugins: ~",
  ],
  [
    "headers to the upstream",
    "headers:\n  set: { host: s3cret }\n  add: ['A: s3cret']",
    "headers:\n  set: { host: ~ }\n  add: [~]",
  ],
  ["anchors and aliases", "name: &n a\ndesc: *n\nkey: &k s3cret\n<<: *k", "name: &n a\ndesc: *n\nkey: ~ ~\n<<: ~"],
  [
    "secrets that look like tags",
    "password: !S3cret\npassword: '&s3cret'\npassword: *s3cret",
    "password: ~\npassword: ~\npassword: ~",
  ],
  ["explicit keys", "? name\n: s3cret\n? s3cret\n: s3cret", "? ~\n: ~\n? ~\n: ~"],
  ["several documents", "key: {\n---\nname: a\n...\nkey: s3cret", "key: {\n---\nname: a\n...\nkey: ~"],
  ["a document mark inside quotes", 'key: "a\n--- name: s3cret\n---\nname: s3cret"', "key: ~\n~\n~\n~"],
  ["no key at all", "s3cret", "~"],
  ["a value of null", "key:\nname: a", "key:\nname: a"],
  ["CRLF", "name: a\r\nkey: s3cret\r\nkey: |\r\n  s3cret\r\n", "name: a\r\nkey: ~\r\nkey: |\r\n  ~\r\n"],
  ["byte order mark", "\uFEFFname: a\nkey: s3cret", "\uFEFFname: a\nkey: ~"],
  ["tabs", "\tkey:\ts3cret\n\tname:\ta", "\tkey:\t~\n\tname:\ta"],
  // Texts that do not parse.
  ["an unquoted colon in a password", "password: s3cret: more\nname: a: b", "password: ~\nname: ~"],
  ["two fields on one line", "username: a password: s3cret", "username: ~"],
  ["a quote that is never closed", 'desc: "a, key: s3cret\nkey: s3cret', "desc: ~\n~"],
  ["a quote in a flow that is never closed", '{ "desc": "a, "key": "s3cret" }', '{ "desc": "a, "~: ~ }'],
  ["text behind a quote", 'name: "a" key: s3cret\n"name": "a""s3cret"', 'name: "a" ~\n"name": "a"~'],
  ["text behind a bracket", "x: [a] s3cret", "x: [~] ~"],
  ["a forgotten comma in JSON", '{\n  "name": "a"\n  "key": "s3cret"\n}', '{\n  "name": "a"\n  "key": ~\n}'],
  [
    "a bracket that is never closed",
    "labels: { a: b\nplugins: { key-auth: { key: s3cret } }",
    "labels: { a: b\n~: { key-auth: { key: ~ } }",
  ],
  ["wrong indentation", "- username: acme\n   key: s3cret\n   desc: a", "- username: acme\n   key: ~\n   desc: a"],
  ["brackets that do not match", "x: ]} s3cret\ny: [}] s3cret", "x: ~\ny: [}~"],
];

const maskAll = (text: string): string => {
  const lines = text.split("\n");
  return lines.map((_, index) => maskLine(lines, index).text).join("\n");
};

describe("maskLine", () => {
  test.each(cases)("%s", (_, text, masked) => {
    expect(maskAll(text).replaceAll(mask, "~")).toBe(masked);
  });
});

describe("columns", () => {
  const line = 'a: { key: "s3cret", name: b }';
  test.each<[spot: string, original: number, edge: "start" | "end", shown: number]>([
    ["before the mask", 5, "start", 5],
    ["start of the mask", 10, "start", 10],
    ["inside, as a start", 13, "start", 10],
    ["inside, as an end", 13, "end", 16],
    ["behind the mask", 18, "start", 16],
    ["a later field", 20, "start", 18],
  ])("%s", (_, original, edge, shown) => {
    expect(maskLine([line], 0).column(original, edge)).toBe(shown);
  });

  test("a line that does not exist is empty", () => {
    expect(maskLine(["a: b"], 7).text).toBe("");
  });
});

/** Texts that need every kind of quoting and folding, all of their words recognisable. */
const word = fc.stringMatching(/^[A-Z0-9]{7,12}$/).map((text) => `Z9${text}`);
const glue = fc.constantFrom(
  " ",
  "  ",
  "-",
  ": ",
  " #",
  "\n",
  "\n\n",
  "\n  ",
  '"',
  "'",
  "\\",
  ", ",
  "{",
  "]",
  "\t",
  "é",
  "!",
  "&",
);
const secret = fc
  .array(fc.tuple(word, glue), { minLength: 1, maxLength: 14 })
  .chain((parts) => fc.constantFrom("", "- ", "name: ", "! ", "| ", "---\n").map((head) => ({ head, parts })))
  .map(({ head, parts }) => ({
    text: head + parts.map(([text, between]) => text + between).join(""),
    words: parts.map(([text]) => text),
  }));

const fieldsByPlugin = [
  ["key-auth", ["key"]],
  ["basic-auth", ["password"]],
  ["hmac-auth", ["secret_key"]],
  ["jwt-auth", ["secret", "public_key"]],
  ["limit-count", ["redis_password", "sentinel_password"]],
  ["my-plugin", ["token"]],
] as const;

const config = fc
  .array(
    fc.record({
      desc: fc.string(),
      label: fc.string(),
      secrets: fc.array(secret, { minLength: 7, maxLength: 7 }),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((consumers) => ({
    words: consumers.flatMap(({ secrets }) => secrets.flatMap(({ words }) => words)),
    value: {
      consumers: consumers.map(({ desc, label, secrets }, index) => {
        const texts = secrets.map(({ text }) => text);
        return {
          username: `c${index}`,
          desc,
          labels: { team: label },
          credentials: fieldsByPlugin.map(([plugin, fields]) => ({
            name: plugin,
            plugins: { [plugin]: Object.fromEntries(fields.map((field) => [field, texts.shift() ?? ""])) },
          })),
        };
      }),
    },
  }));

const yamlOptions: fc.Arbitrary<ToStringOptions> = fc.record({
  collectionStyle: fc.constantFrom("any", "block", "flow"),
  defaultStringType: fc.constantFrom("PLAIN", "BLOCK_FOLDED", "BLOCK_LITERAL", "QUOTE_DOUBLE", "QUOTE_SINGLE"),
  defaultKeyType: fc.constantFrom("PLAIN", "QUOTE_DOUBLE", "QUOTE_SINGLE"),
  lineWidth: fc.constantFrom(0, 20, 30, 80),
  minContentWidth: fc.constantFrom(0, 20),
  indent: fc.constantFrom(1, 2, 4),
  indentSeq: fc.boolean(),
  singleQuote: fc.constantFrom(true, false, null),
  doubleQuotedMinMultiLineLength: fc.constantFrom(0, 40),
  flowCollectionPadding: fc.boolean(),
});

/** All pieces of 6 characters: even a part of a secret says too much. */
function shownPieces(text: string, words: readonly string[]): readonly string[] {
  return words.flatMap((each) =>
    Array.from({ length: each.length - 5 }, (_, start) => each.slice(start, start + 6)).filter((piece) =>
      text.includes(piece),
    ),
  );
}

describe("no piece of a secret is shown", () => {
  test("in YAML of every style", () => {
    fc.assert(
      fc.property(config, yamlOptions, fc.boolean(), ({ value, words }, options, isCrlf) => {
        const text = stringify(value, { aliasDuplicateObjects: false, ...options });
        expect(shownPieces(maskAll(isCrlf ? text.replaceAll("\n", "\r\n") : text), words)).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  test("in JSON, pretty and minified", () => {
    fc.assert(
      fc.property(config, fc.constantFrom(0, 2, "\t"), ({ value, words }, indent) => {
        expect(shownPieces(maskAll(JSON.stringify(value, null, indent)), words)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test("in a text cut off anywhere", () => {
    fc.assert(
      fc.property(config, yamlOptions, fc.nat(), ({ value, words }, options, cut) => {
        const text = stringify(value, options);
        expect(shownPieces(maskAll(text.slice(0, cut % text.length)), words)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
