/** Each layout in which a fix can be met: what becomes of it, and what is left alone. docs/fix.md has the plain ones. */
import { describe, expect, test } from "vitest";
import type { FixId } from "../../src/fix/contract.ts";
import { fixSource } from "../../src/fix/fix-source.ts";
import type { FixOptions } from "../../src/fix/index.ts";

function fix(text: string, only: readonly FixId[], file = "a.yaml", options: Partial<FixOptions> = {}): string {
  const fixed = fixSource({ file, text }, { environment: {}, only, ...options });
  expect(fixed.isGivenUp).toBe(false);
  const again = fixSource({ file, text: fixed.text }, { environment: {}, only, ...options });
  expect(again.applied).toEqual([]);
  return fixed.text;
}

function becomes(id: FixId, rows: readonly (readonly [name: string, before: string, after: string])[]): void {
  test.each(rows)("%s", (_name, before, after) => expect(fix(before, [id])).toBe(after));
}

function staysAsItIs(id: FixId, rows: readonly (readonly [name: string, text: string])[]): void {
  test.each(rows)("left alone: %s", (_name, text) => expect(fix(text, [id])).toBe(text));
}

const lines = (...parts: readonly string[]): string => parts.map((part) => `${part}\n`).join("");

describe("inline-auth", () => {
  becomes("inline-auth", [
    [
      "all plugins of a consumer without credentials, comments everywhere",
      lines(
        "consumers:",
        "  - username: a # who",
        "    # above",
        "    plugins: # here",
        "      # first",
        "      key-auth: # one",
        "        key: x # two",
        "        # inside",
        "",
        "      # second",
        "      jwt-auth: {key: y, secret: z}",
        "      # below",
        "    # outside",
        "    group_id: g",
      ),
      lines(
        "consumers:",
        "  - username: a # who",
        "    # above",
        "    credentials: # here",
        "      - name: key-auth",
        "        plugins:",
        "          # first",
        "          key-auth: # one",
        "            key: x # two",
        "            # inside",
        "",
        "      - name: jwt-auth",
        "        plugins:",
        "          # second",
        "          jwt-auth: {key: y, secret: z}",
        "      # below",
        "    # outside",
        "    group_id: g",
      ),
    ],
    [
      "comments of a map that goes away",
      lines(
        "consumers:",
        "  - username: a",
        "    credentials:",
        "      - name: old",
        "        plugins: {key-auth: {key: o}}",
        "      # after old",
        "    # above",
        "    plugins: # here",
        "      # first",
        "      key-auth: {key: x}",
        "      # below",
      ),
      lines(
        "consumers:",
        "  - username: a",
        "    credentials:",
        "      - name: old",
        "        plugins: {key-auth: {key: o}}",
        "      # after old",
        "      # above",
        "      # here",
        "      - name: key-auth",
        "        plugins:",
        "          # first",
        "          key-auth: {key: x}",
        "      # below",
      ),
    ],
    [
      "first behind the dash, lists without indentation, four spaces",
      lines("consumers:", "-   plugins:", "        key-auth:", "            key: x", "    username: a"),
      lines(
        "consumers:",
        "-   credentials:",
        "    -   name: key-auth",
        "        plugins:",
        "            key-auth:",
        "                key: x",
        "    username: a",
      ),
    ],
    [
      "a block scalar, with blanks and no line end at the end",
      "consumers:\n  - username: a\n    plugins:\n      jwt-auth:\n        key: k\n        public_key: |+\n          x\n            y\n           \n\n          z",
      "consumers:\n  - username: a\n    credentials:\n      - name: jwt-auth\n        plugins:\n          jwt-auth:\n            key: k\n            public_key: |+\n              x\n                y\n               \n\n              z",
    ],
    [
      "the last plugin of a file without a line end",
      "consumers:\n  - username: a\n    plugins:\n      acl: {allow_labels: {a: [b]}}\n      key-auth: {key: x}",
      "consumers:\n  - username: a\n    plugins:\n      acl: {allow_labels: {a: [b]}}\n    credentials:\n      - name: key-auth\n        plugins:\n          key-auth: {key: x}",
    ],
    [
      "CRLF and a byte order mark",
      "\uFEFFconsumers:\r\n  - username: a\r\n    plugins:\r\n      key-auth:\r\n        key: x\r\n",
      "\uFEFFconsumers:\r\n  - username: a\r\n    credentials:\r\n      - name: key-auth\r\n        plugins:\r\n          key-auth:\r\n            key: x\r\n",
    ],
    [
      "a map in brackets over lines, an empty list",
      lines(
        "consumers:",
        "  - username: a",
        "    plugins: {",
        "      key-auth: {",
        "        key: x },",
        "      } # why",
        "    credentials: [] # none yet",
      ),
      lines(
        "consumers:",
        "  - username: a",
        "    credentials: # none yet",
        "      # why",
        "      - name: key-auth",
        "        plugins:",
        "          key-auth: {",
        "            key: x }",
      ),
    ],
    [
      "a list of credentials on one line",
      lines(
        "consumers:",
        "  - username: a",
        "    plugins: {key-auth: {key: x}}",
        "    credentials: [{name: key-auth, plugins: {key-auth: {key: y}}}] # two",
      ),
      lines(
        "consumers:",
        "  - username: a",
        "    credentials: [{name: key-auth, plugins: {key-auth: {key: y}}}, {name: key-auth-2, plugins: {key-auth: {key: x}}}] # two",
      ),
    ],
    [
      "a colon without a space",
      "consumers: [{username: a, plugins:{key-auth: {key: x}}}, {'username': b, 'plugins':{'key-auth':{'key':'y'}}}]\n",
      "consumers: [{username: a, credentials: [{name: key-auth, plugins: {key-auth: {key: x}}}]}, {'username': b, 'credentials':[{'name':'key-auth','plugins':{'key-auth':{'key':'y'}}}]}]\n",
    ],
    [
      "characters that end a line elsewhere",
      "consumers:\n- username: a\n  plugins:\n    key-auth:\n      key: 'x\u2028y\rz'\n",
      "consumers:\n- username: a\n  credentials:\n  - name: key-auth\n    plugins:\n      key-auth:\n        key: 'x\u2028y\rz'\n",
    ],
    [
      "an id that is taken, consumers in groups, a second document, an alias beside",
      lines(
        "x: 1",
        "---",
        "consumer_groups:",
        "  - id: g",
        "    plugins: {limit-count: &limit {count: 1, time_window: 1}}",
        "    consumers:",
        "      - username: a",
        "        plugins: {limit-count: *limit, key-auth: {key: x}}",
        "        credentials: [{id: key-auth, name: n, plugins: {key-auth: {key: y}}}]",
      ),
      lines(
        "x: 1",
        "---",
        "consumer_groups:",
        "  - id: g",
        "    plugins: {limit-count: &limit {count: 1, time_window: 1}}",
        "    consumers:",
        "      - username: a",
        "        plugins: {limit-count: *limit}",
        "        credentials: [{id: key-auth, name: n, plugins: {key-auth: {key: y}}}, {name: key-auth-2, plugins: {key-auth: {key: x}}}]",
      ),
    ],
    [
      "one plugin silenced, one not",
      lines(
        "consumers:",
        "  - username: a",
        "    plugins:",
        "      # rollcall-disable-next-line consumer/inline-auth -- moved later",
        "      key-auth: {key: x}",
        "      jwt-auth: {key: y, secret: z}",
      ),
      lines(
        "consumers:",
        "  - username: a",
        "    plugins:",
        "      # rollcall-disable-next-line consumer/inline-auth -- moved later",
        "      key-auth: {key: x}",
        "    credentials:",
        "      - name: jwt-auth",
        "        plugins:",
        "          jwt-auth: {key: y, secret: z}",
      ),
    ],
  ]);

  staysAsItIs("inline-auth", [
    ["a syntax error elsewhere", "consumers:\n  - username: a\n    plugins: {key-auth: {key: x}}\nx: ]\n"],
    ["a file of Kong", '_format_version: "3.0"\nconsumers: [{username: a, plugins: {key-auth: {key: x}}}]\n'],
    ["_meta", "consumers: [{username: a, plugins: {key-auth: {key: x, _meta: {disable: true}}}}]\n"],
    ["no map", "consumers: [{username: a, plugins: {key-auth: x}}]\n"],
    ["an anchor inside", "consumers: [{username: a, plugins: {key-auth: &k {key: x}}}]\n"],
    ["an alias inside", "consumers: [{username: &u a, plugins: {key-auth: {key: *u}}}]\n"],
    ["a tag", "consumers: [{username: a, plugins: {key-auth: {key: !!str x}}}]\n"],
    ["a consumer with an anchor", "consumers:\n  - &c\n    username: a\n    plugins: {key-auth: {key: x}}\n"],
    ["an alias in place of the plugins", "x: &p {key-auth: {key: x}}\nconsumers: [{username: a, plugins: *p}]\n"],
    ["a comment in brackets", "consumers:\n  - username: a\n    plugins: { # c\n      key-auth: {key: x} }\n"],
    ["an explicit key", "consumers:\n  - username: a\n    ? plugins\n    : key-auth: {key: x}\n"],
    ["credentials that are no list", "consumers: [{username: a, plugins: {key-auth: {key: x}}, credentials: }]\n"],
    ["a key that stands twice", "consumers: [{username: a, plugins: {key-auth: {key: x}}, plugins: {}}]\n"],
    [
      "a silenced file",
      "# rollcall-disable-file consumer/inline-auth -- no\nconsumers: [{username: a, plugins: {key-auth: {key: x}}}]\n",
    ],
  ]);

  test("a rule that is off is not mended", () => {
    const text = "consumers: [{username: a, plugins: {key-auth: {key: x}}}]\n";
    const off = { severities: { "consumer/inline-auth": "off" } } as const;
    expect(fix(text, ["inline-auth"], "a.yaml", off)).toBe(text);
    expect(fix(text, ["inline-auth"])).not.toBe(text);
  });
});

describe("adc-shape", () => {
  const credential = (...parts: readonly string[]): string =>
    lines("consumers:", "- username: a", "  credentials:", ...parts);

  becomes("adc-shape", [
    [
      "type and config apart, each with comments",
      credential(
        "  - name: n",
        "    # about the type",
        '    type: "key-auth" # kind',
        "    labels: {a: b}",
        "    # about the key",
        "    config: # one",
        "      key: x",
      ),
      credential(
        "  - name: n",
        "    labels: {a: b}",
        "    # about the type",
        "    plugins: # kind",
        "      # about the key",
        '      "key-auth": # one',
        "        key: x",
      ),
    ],
    [
      "type behind the dash",
      credential("  - type: key-auth", "    name: n", "    config: {key: x}"),
      credential("  - name: n", "    plugins:", "      key-auth: {key: x}"),
    ],
    [
      "config behind the dash",
      credential("  - config:", "        key: x", "    type: key-auth", "    name: n"),
      credential("  - plugins:", "        key-auth:", "            key: x", "    name: n"),
    ],
    [
      "an anchor and its alias keep their places",
      credential(
        "  - name: n",
        "    type: key-auth",
        "    config: &c",
        "      key: x",
        "  - {name: m, type: key-auth, config: *c}",
      ),
      credential(
        "  - name: n",
        "    plugins:",
        "      key-auth: &c",
        "        key: x",
        "  - {name: m, plugins: {key-auth: *c}}",
      ),
    ],
    [
      "global rules in brackets",
      "global_rules: {prometheus: {}, 'ip-restriction': {whitelist: [1.1.1.1]}} # all\n",
      "global_rules: [{id: prometheus, plugins: {prometheus: {}}}, {'id': 'ip-restriction', 'plugins': {'ip-restriction': {whitelist: [1.1.1.1]}}}] # all\n",
    ],
    ["no global rules", "global_rules: {}\n", "global_rules: []\n"],
  ]);

  staysAsItIs("adc-shape", [
    ["a variable", credential('  - {name: n, type: "${TYPE}", config: {key: x}}')],
    ["no config", credential("  - {name: n, type: key-auth}")],
    ["plugins beside", credential("  - {name: n, type: key-auth, config: {key: x}, plugins: {}}")],
    ["behind the dash, with a comment", credential("  - type: key-auth # c", "    name: n", "    config: {key: x}")],
    ["a rule whose name is a number", "global_rules: {1: {}}\n"],
  ]);
});

describe("JSON", () => {
  const spread = (value: unknown, indentation: string | number): string =>
    `${JSON.stringify(value, undefined, indentation)}\n`;
  const before = {
    consumers: [
      { username: "a", description: "d", plugins: { "key-auth": { key: "x" }, acl: {} }, labels: { b: "1", a: "2" } },
      {
        username: "b",
        plugins: { "key-auth": { key: "y" } },
        credentials: [{ name: "n", type: "jwt-auth", config: { key: "k" } }],
      },
      { username: "c", credentials: [], plugins: { "hmac-auth": { key_id: "z" }, "key-auth": { key: "z" } } },
      { username: "d", credentials: [{ type: "key-auth", name: "n", config: { key: "k" } }] },
    ],
    global_rules: { prometheus: { prefer_name: true } },
  };
  const credential = (name: string, config: unknown, own = name): unknown => ({
    name: own,
    plugins: { [name]: config },
  });
  const after = {
    consumers: [
      {
        username: "a",
        desc: "d",
        plugins: { acl: {} },
        credentials: [credential("key-auth", { key: "x" })],
        labels: { a: "2", b: "1" },
      },
      { username: "b", credentials: [credential("jwt-auth", { key: "k" }, "n"), credential("key-auth", { key: "y" })] },
      { username: "c", credentials: [credential("hmac-auth", { key_id: "z" }), credential("key-auth", { key: "z" })] },
      { username: "d", credentials: [credential("key-auth", { key: "k" }, "n")] },
    ],
    global_rules: [{ id: "prometheus", plugins: { prometheus: { prefer_name: true } } }],
  };
  const all: readonly FixId[] = ["inline-auth", "adc-shape", "description", "labels", "trailing-blanks"];

  test.each<[name: string, indentation: string | number]>([
    ["on one line", 0],
    ["two spaces", 2],
    ["four spaces", 4],
    ["tabs", "\t"],
  ])("%s: as JSON.stringify would write it", (_name, indentation) => {
    expect(fix(spread(before, indentation), all, "a.json")).toBe(spread(after, indentation));
  });
});

describe("description", () => {
  becomes("description", [
    ["with quotes", `consumers: [{"username": a, 'description': x}]\n`, `consumers: [{"username": a, 'desc': x}]\n`],
    [
      "in a credential, not in a plugin",
      "consumers: [{username: a, credentials: [{name: n, description: d, plugins: {key-auth: {key: x, description: p}}}]}]\n",
      "consumers: [{username: a, credentials: [{name: n, desc: d, plugins: {key-auth: {key: x, description: p}}}]}]\n",
    ],
    [
      "both",
      "consumers: [{username: a, desc: x, description: y}]\n",
      "consumers: [{username: a, desc: x, description: y}]\n",
    ],
    [
      "shared by an anchor",
      "consumers: [&c {username: a, description: x}]\nroutes: [*c]\n",
      "consumers: [&c {username: a, description: x}]\nroutes: [*c]\n",
    ],
  ]);
});

describe("labels", () => {
  const labelled = (...parts: readonly string[]): string =>
    lines("consumers:", "  - username: a", "    labels:", ...parts);

  becomes("labels", [
    [
      "in brackets",
      "consumers: [{username: a, labels: {b: x,  a: y , c: z}}]\n",
      "consumers: [{username: a, labels: {a: y,  b: x , c: z}}]\n",
    ],
    [
      "by code unit",
      labelled("      b: x", "      a: x", "      B: x"),
      labelled("      B: x", "      a: x", "      b: x"),
    ],
    [
      "a comment that stands apart divides",
      labelled("      c: x", "      b: x", "      # apart", "", "      a: x"),
      labelled("      b: x", "      c: x", "      # apart", "", "      a: x"),
    ],
    [
      "three times",
      labelled("      b: x", "      a: x", "      b: x", "      b: x"),
      labelled("      a: x", "      b: x"),
    ],
    [
      "two values",
      labelled("      b: x", "      a: x", "      b: y"),
      labelled("      b: x", "      a: x", "      b: y"),
    ],
    ["a comment at the second", labelled("      a: x", "      a: x # why"), labelled("      a: x", "      a: x # why")],
    ["an alias", labelled("      b: &x x", "      a: *x"), labelled("      b: &x x", "      a: *x")],
    [
      "a text over lines",
      labelled("      b: x", "      a: |", "        y"),
      labelled("      b: x", "      a: |", "        y"),
    ],
    [
      "other maps",
      "routes: [{id: r, uri: /, vars: [], plugins: {acl: {allow_labels: {b: [x], a: [y]}}}}]\n",
      "routes: [{id: r, uri: /, vars: [], plugins: {acl: {allow_labels: {b: [x], a: [y]}}}}]\n",
    ],
  ]);
});

describe("trailing-blanks", () => {
  becomes("trailing-blanks", [
    ["lines, comments and blank lines", "consumers: []  \n# c \t\n \t\n", "consumers: []\n# c\n\n"],
    ["a carriage return that ends no line", "consumers: []\n# c\r \n", "consumers: []\n# c\r \n"],
    ["CRLF, no line end", "consumers: [] \r\nroutes: []\t", "consumers: []\r\nroutes: []"],
    [
      "block scalars and long quotes",
      "consumers:  \n- username: a\n  desc: |  \n    x  \n  \n  group_id: 'a \n    b ' \n",
      "consumers:\n- username: a\n  desc: |\n    x  \n\n  group_id: 'a \n    b '\n",
    ],
    ["blank lines that are kept", "consumers:\n- desc: |+\n    x\n   \n", "consumers:\n- desc: |+\n    x\n   \n"],
    [
      "a folded text",
      "consumers:\n- username: a\n  desc: >-\n    x  \n    y\n",
      "consumers:\n- username: a\n  desc: >-\n    x  \n    y\n",
    ],
    ["a file of somebody else", "services_list: 1 \n", "services_list: 1 \n"],
  ]);
});
