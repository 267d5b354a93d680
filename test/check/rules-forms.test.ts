/** The rules about texts and lists that have a form of their own: references, node addresses, conditions, multi-auth. */
import { describe, expect, test } from "vitest";
import { findings } from "./findings.ts";

const key = (text: string): string =>
  `consumers:\n- username: a\n  credentials:\n  - { name: c, plugins: { key-auth: { key: '${text}' } } }\n`;
const nodes = (text: string): string => `upstreams:\n- { id: u, nodes: ${text} }\n`;
const vars = (text: string): string => `routes:\n- { id: r, uri: /a, vars: ${text} }\n`;
const multi = (text: string): string =>
  `routes:\n- { id: r, uri: /a, plugins: { multi-auth: { auth_plugins: [${text}] } } }\n`;

/** Rules and places, without messages. */
function placesIn(text: string): readonly string[] {
  return findings(text).map((line) => line.split(" ").slice(0, 2).join(" "));
}

describe("reference/secret", () => {
  const wrong = [
    "$env://",
    "$env:KEY",
    "$ENV:/KEY",
    "$env://A B",
    "$secret://",
    "$secret://vault",
    "$secret://vault/1",
  ];
  const others = ["$secret://vault/1/", "$secret:vault/1/key", "$secret:///1/key"];
  test.each([...wrong, ...others])("%s is none", (text) => {
    expect(placesIn(key(text))).toEqual(["reference/secret 4:44"]);
  });
  const right = ["$env://KEY", "$ENV://KEY/a/b", "$Secret://aws/my-1/a/b c", "$environment", "$secrets://x", "a$env:b"];
  test.each(right)("%s is left alone", (text) => expect(placesIn(key(text))).toEqual([]));
  test("in a route's plugin and in a consumer's own, once", () => {
    expect(placesIn("routes:\n- { id: r, uri: /a, plugins: { key-auth: { realm: '$env://' } } }\n")).toEqual([
      "reference/secret 2:51",
    ]);
    expect(findings("consumers:\n- { username: a, plugins: { key-auth: { key: '$env://' } } }\n")[1]).toBe(
      'reference/secret 2:46 "key" begins like a reference to a secret, but is not a whole one',
    );
  });
});

describe("upstream/node-address", () => {
  const wrong = [
    "a:0",
    "a:65536",
    "a:http",
    ":80",
    "",
    "a b:80",
    "http://a:80",
    "a/b",
    "::1",
    "[::1",
    "[a]:80",
    "a:80:81",
  ];
  test.each(wrong)("%s is none", (address) => {
    expect(placesIn(nodes(`{ '${address}': 1 }`))).toEqual(["upstream/node-address 2:21"]);
  });
  const right = ["a", "a:1", "a_b.c-d:65535", "10.0.0.1:80", "[::1]:80", "[2001:db8::1]"];
  test.each(right)("%s is one", (address) => expect(placesIn(nodes(`{ '${address}': 1 }`))).toEqual([]));
  test.each<[host: string, expected: readonly string[]]>([
    ["a.example", []],
    ["::1", []],
    ["[::1]", []],
    ["", ["schema/length 2:28"]],
    ["a:80", ["upstream/node-address 2:28"]],
    ["http://a", ["upstream/node-address 2:28"]],
    ["a b", ["upstream/node-address 2:28"]],
  ])("in a list: '%s'", (host, expected) => {
    expect(placesIn(nodes(`[{ host: '${host}', port: 80, weight: 1 }]`))).toEqual(expected);
  });
  test("in routes and services", () => {
    const holder = (kind: string) => `${kind}:\n- { id: r, uri: /a, upstream: { nodes: { 'a:x': 1 } } }\n`;
    expect(placesIn(holder("routes"))).toEqual(["upstream/node-address 2:42"]);
    expect(placesIn(holder("services"))).toContain("upstream/node-address 2:42");
  });
});

describe("plugin/condition", () => {
  test.each<[text: string, expected: readonly string[]]>([
    ["[]", []],
    ["[[a, '==', b]]", []],
    ["[[a, '!', in, [b]], [c, has, d]]", []],
    ["[OR, [a, '>', 1], [and, [b, '~~', c], [d, ipmatch, [10.0.0.0/8]]]]", []],
    ["[[['a', '==', b], [c, '~=', d]]]", []],
    ["[a, '==', b]", ["plugin/condition 2:27"]],
    ["[[a, '===', b]]", ["plugin/condition 2:32"]],
    ["[[a, '!', like, b]]", ["plugin/condition 2:37"]],
    ["[[a, '==']]", ["plugin/condition 2:28"]],
    ["[[a]]", ["plugin/condition 2:28"]],
    ["[[]]", ["plugin/condition 2:28"]],
    ["[[1, '==', b]]", ["plugin/condition 2:28"]],
    ["[[a, '==', b], x]", ["plugin/condition 2:42"]],
    ["[OR, [a, '==', b]]", ["plugin/condition 2:27"]],
    ["[XOR, [a, '==', b], [c, '==', d]]", ["plugin/condition 2:27"]],
    ["[[a, '==', b], [OR, [c, '=>', 1], [d, '==', 2]]]", ["plugin/condition 2:51"]],
  ])("%s", (text, expected) => expect(placesIn(vars(text))).toEqual(expected));

  test("in _meta.filter of any plugin, and in vars of response-rewrite", () => {
    const plugins = "cors: { _meta: { filter: [[a, b]] } }, response-rewrite: { vars: [[a, b]] }";
    expect(placesIn(`routes:\n- { id: r, uri: /a, plugins: { ${plugins} } }\n`)).toEqual([
      "plugin/condition 2:58",
      "plugin/condition 2:98",
    ]);
  });
});

describe("plugin/multi-auth", () => {
  test.each<[entries: string, expected: readonly string[]]>([
    ["{ key-auth: {} }, { basic-auth: {} }", []],
    ["{ ldap-auth: {} }, { wolf-rbac: {} }", []],
    ["{ key-auth: {} }, { cors: {} }", ["plugin/multi-auth 2:81"]],
    ["{ multi-auth: {} }, { key-auth: {} }", ["plugin/multi-auth 2:63"]],
    ["{ key-auht: {} }, { basic-auth: {} }", ["plugin/unknown 2:63"]],
    ["key-auth, { basic-auth: {} }", ["schema/type 2:61"]],
  ])("%s", (entries, expected) => expect(placesIn(multi(entries))).toEqual(expected));
});
