/** In what two artifacts differ, and what is no difference. */
import { expect, test } from "vitest";
import { compareArtifacts } from "../../src/artifact/compare.ts";
import type { PlainConfig } from "../compile/configuration.ts";
import { acme, open, secrets } from "./acme.ts";

const consumer = (username: string, more: object = {}) => ({ username, ...more });
const keyAuth = (key: string, more: object = {}) => ({ name: "main", plugins: { "key-auth": { key } }, ...more });
const route = (id: string, uri: string) => ({
  id,
  uri,
  plugins: { "key-auth": {} },
  upstream: { nodes: { "127.0.0.1:1": 1 } },
});

const lines = (before: PlainConfig, after: PlainConfig) =>
  compareArtifacts(open(before), open(after)).map(({ action, kind, name, consumer: of, plugin, parts, source }) =>
    [action, kind, name, of && `of ${of}`, plugin, ...parts, source].filter(Boolean).join(" "),
  );

test.each<[name: string, before: PlainConfig, after: PlainConfig, expected: string[]]>([
  ["the same", acme, acme, []],
  ["another line", { consumers: [consumer("a", { line: 3 })] }, { consumers: [consumer("a", { line: 9 })] }, []],
  ["another order", { consumers: [consumer("a"), consumer("b")] }, { consumers: [consumer("b"), consumer("a")] }, []],
  [
    "a new consumer with its credential",
    { consumers: [] },
    { consumers: [consumer("a", { line: 3, credentials: [keyAuth("k")] })] },
    ["added consumer a all.yaml:3", "added credential main of a key-auth"],
  ],
  [
    "one between others that goes",
    { consumers: ["a", "b", "c"].map((name) => consumer(name)) },
    { consumers: ["a", "c"].map((name) => consumer(name)) },
    ["removed consumer b"],
  ],
  [
    "labels",
    { consumers: [consumer("a")] },
    { consumers: [consumer("a", { labels: { team: "x" } })] },
    ["changed consumer a labels"],
  ],
  [
    "plugins",
    { consumers: [consumer("a", { plugins: { "limit-count": { count: 1, time_window: 1 } } })] },
    { consumers: [consumer("a", { plugins: { "limit-count": { count: 2, time_window: 1 } } })] },
    ["changed consumer a plugins"],
  ],
  [
    "a key",
    { consumers: [consumer("a", { credentials: [keyAuth(secrets.key)] })] },
    { consumers: [consumer("a", { credentials: [keyAuth("other")] })] },
    ["changed credential main of a key-auth look-up value"],
  ],
  [
    "a password",
    {
      consumers: [
        consumer("a", { credentials: [{ name: "m", plugins: { "basic-auth": { username: "u", password: "p" } } }] }),
      ],
    },
    {
      consumers: [
        consumer("a", { credentials: [{ name: "m", plugins: { "basic-auth": { username: "u", password: "q" } } }] }),
      ],
    },
    ["changed credential m of a basic-auth secret"],
  ],
  [
    "a secret and its algorithm",
    {
      consumers: [consumer("a", { credentials: [{ name: "m", plugins: { "jwt-auth": { key: "k", secret: "s" } } }] })],
    },
    {
      consumers: [
        consumer("a", {
          credentials: [{ name: "m", plugins: { "jwt-auth": { key: "k", secret: "t", algorithm: "HS512" } } }],
        }),
      ],
    },
    ["changed credential m of a jwt-auth jwt secret"],
  ],
  [
    "a credential of another type",
    { consumers: [consumer("a", { credentials: [keyAuth("k")] })] },
    {
      consumers: [
        consumer("a", { credentials: [{ name: "main", plugins: { "hmac-auth": { key_id: "k", secret_key: "s" } } }] }),
      ],
    },
    ["added credential main of a hmac-auth", "removed credential main of a key-auth"],
  ],
  [
    "routes",
    { routes: [route("a", "/a"), route("b", "/b")] },
    { routes: [route("a", "/x"), route("c", "/c")] },
    ["changed route a uris", "removed route b", "added route c"],
  ],
  [
    "global rules",
    {},
    { global_rules: [{ id: "1", plugins: { "request-id": {} } }] },
    ["changed global rules plugins"],
  ],
])("%s", (_name, before, after, expected) => expect(lines(before, after)).toEqual(expected));
