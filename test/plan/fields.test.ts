/** How differences are shown: secrets only as fingerprints. */
import { describe, expect, test } from "vitest";
import { fieldChanges } from "../../src/plan/fields.ts";
import { secretTexts } from "../../src/plan/secrets.ts";
import { options } from "./configs.ts";

const { fingerprint } = options;

type Value = Record<string, unknown>;
type Shown = [path: string, before: string | undefined, after: string | undefined, isSecret: boolean];

const inPlugin = (name: string, config: unknown): Value => ({ plugins: { [name]: config } });

const print = (text: string): string => fingerprint(text);

test("a fingerprint is short, keyed and stable", () => {
  expect(fingerprint("a")).toMatch(/^sha256:[0-9a-f]{8}$/);
  expect(fingerprint("a")).toBe(fingerprint("a"));
  expect(fingerprint("a")).not.toBe(fingerprint("b"));
});

test.each<[name: string, before: Value | undefined, after: Value | undefined, expected: Shown[]]>([
  ["equal", { a: 1 }, { a: 1 }, []],
  ["text", { desc: "x" }, { desc: "y" }, [["desc", "x", "y", false]]],
  [
    "number and list",
    { priority: 1, uris: ["/a"] },
    { priority: 2, uris: ["/a", "/b"] },
    [
      ["priority", "1", "2", false],
      ["uris", '["/a"]', '["/a","/b"]', false],
    ],
  ],
  [
    "a create lists the leaves",
    undefined,
    { labels: { team: "x" }, ...inPlugin("key-auth", {}) },
    [
      ["labels.team", undefined, "x", false],
      ["plugins.key-auth", undefined, "{}", false],
    ],
  ],
  ["a delete too", { desc: "x" }, undefined, [["desc", "x", undefined, false]]],
  [
    "a key",
    inPlugin("key-auth", { key: "canary-1" }),
    inPlugin("key-auth", { key: "canary-2" }),
    [["plugins.key-auth.key", print("canary-1"), print("canary-2"), true]],
  ],
  [
    "a reference to a secret",
    inPlugin("key-auth", { key: "canary-1" }),
    inPlugin("key-auth", { key: "$env://KEY" }),
    [["plugins.key-auth.key", print("canary-1"), "$env://KEY", true]],
  ],
  [
    "a password and a user",
    undefined,
    inPlugin("basic-auth", { username: "u", password: "canary" }),
    [
      ["plugins.basic-auth.password", undefined, print("canary"), true],
      ["plugins.basic-auth.username", undefined, "u", false],
    ],
  ],
  [
    "a public default named key",
    undefined,
    inPlugin("limit-count", { count: 1, key: "remote_addr" }),
    [
      ["plugins.limit-count.count", undefined, "1", false],
      ["plugins.limit-count.key", undefined, "remote_addr", false],
    ],
  ],
  [
    "an unknown field of a known plugin",
    undefined,
    inPlugin("cors", { token: "canary" }),
    [["plugins.cors.token", undefined, print("canary"), true]],
  ],
  [
    "headers",
    undefined,
    inPlugin("proxy-rewrite", { headers: { set: { host: "canary" }, add: ["X: canary"], remove: ["Y"] } }),
    [
      ["plugins.proxy-rewrite.headers.add", undefined, `["${print("X: canary")}"]`, true],
      ["plugins.proxy-rewrite.headers.remove", undefined, '["Y"]', false],
      ["plugins.proxy-rewrite.headers.set.host", undefined, print("canary"), true],
    ],
  ],
  [
    "all of an unknown plugin, its inner names too",
    undefined,
    inPlugin("vault", { tokens: { "canary-name": "canary" }, n: 5, on: true }),
    [
      ["plugins.vault.n", undefined, print("5"), true],
      ["plugins.vault.on", undefined, print("true"), true],
      ["plugins.vault.tokens", undefined, print('{"canary-name":"canary"}'), true],
    ],
  ],
  [
    "a secret inside a list",
    undefined,
    inPlugin("multi-auth", { auth_plugins: [{ vault: { t: "canary" } }] }),
    [["plugins.multi-auth.auth_plugins", undefined, `[{"vault":{"t":"${print("canary")}"}}]`, true]],
  ],
  [
    "an unknown field of a resource",
    undefined,
    { upstream: { tls: { client_key: "canary" }, key: "remote_addr" } },
    [
      ["upstream.key", undefined, "remote_addr", false],
      ["upstream.tls.client_key", undefined, print("canary"), true],
    ],
  ],
  [
    "label-like maps of acl",
    undefined,
    inPlugin("acl", { allow_labels: { token: ["a"] } }),
    [["plugins.acl.allow_labels.token", undefined, '["a"]', false]],
  ],
])("%s", (_name, before, after, expected) => {
  const shown = fieldChanges(before, after, fingerprint);
  expect(shown.map((field) => [field.path.join("."), field.before, field.after, field.isSecret])).toEqual(expected);
  expect(JSON.stringify(shown)).not.toContain("canary");
});

describe("secret texts of a resource", () => {
  test.each<[name: string, value: Value, expected: string[]]>([
    ["a key", inPlugin("key-auth", { key: "k" }), ["k"]],
    ["no reference", inPlugin("key-auth", { key: "$env://K" }), []],
    ["inside an unknown plugin", inPlugin("vault", { a: { b: "x" } }), ["x", '{"b":"x"}']],
    ["of nested credentials", { credentials: [inPlugin("basic-auth", { username: "u", password: "p" })] }, ["p"]],
  ])("%s", (_name, value, expected) => {
    expect([...secretTexts(value)].sort()).toEqual(expected.sort());
  });
});
