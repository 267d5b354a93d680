/** What plans mean to callers: configuration before and after, and the lines that a reviewer reads. */
import { describe, expect, test } from "vitest";
import type { Sections } from "../plan/configs.ts";
import { impactBetween, impactLines } from "./impacts.ts";

type Value = Record<string, unknown>;

const upstream = { nodes: { "127.0.0.1:8080": 1 } };
const route = (plugins: Value, fields: Value = {}): Value => ({
  id: "orders",
  uri: "/orders/*",
  plugins,
  upstream,
  ...fields,
});
const admin = (plugins: Value): Value => ({ id: "admin", uri: "/admin/*", plugins, upstream });
const keyed = route({ "key-auth": {} });
const caller = (username: string, fields: Value = {}, ...credentials: Value[]): Value => ({
  username,
  ...fields,
  credentials,
});
const key = (name: string, value: string): Value => ({ name, plugins: { "key-auth": { key: value } } });
const count = (limit: number): Value => ({ "limit-count": { count: limit, time_window: 60 } });

type Row = readonly [name: string, before: Sections, after: Sections, lines: readonly string[]];

/** Only the sections that change are given. */
const rows: readonly Row[] = [
  [
    "its only credential is removed",
    { routes: [keyed], consumers: [caller("bot", {}, key("main", "k1"))] },
    { consumers: [caller("bot")] },
    ["1 caller loses access: bot: its only credential is removed"],
  ],
  [
    "rotated without overlap",
    { routes: [keyed], consumers: [caller("px", {}, key("main", "k1"))] },
    { consumers: [caller("px", {}, key("main", "k2"))] },
    ["1 caller loses access: px to /orders/*: its credential main is rotated without overlap"],
  ],
  [
    "rotated with overlap: nobody loses anything",
    { routes: [keyed], consumers: [caller("px", {}, key("main", "k1"))] },
    { consumers: [caller("px", {}, key("main", "k1"), key("next", "k2"))] },
    [],
  ],
  [
    "the old one of two is retired",
    { routes: [keyed], consumers: [caller("px", {}, key("main", "k1"), key("next", "k2"))] },
    { consumers: [caller("px", {}, key("next", "k2"))] },
    [
      "1 caller must use another credential: px to /orders/*: main stops, next goes on (its credential main is removed)",
    ],
  ],
  [
    "renamed, the key stays",
    { routes: [keyed], consumers: [caller("px", {}, key("main", "k1"))] },
    { consumers: [caller("px", {}, key("other", "k1"))] },
    [],
  ],
  [
    "a key that another consumer takes",
    { routes: [keyed], consumers: [caller("a", {}, key("main", "k1")), caller("b", {}, key("main", "k2"))] },
    { consumers: [caller("a", {}, key("main", "k2")), caller("b", {}, key("main", "k1"))] },
    [
      "2 callers lose access: a to /orders/*: with its credential a caller now passes as b",
      "2 callers lose access: b to /orders/*: with its credential a caller now passes as a",
    ],
  ],
  [
    "switched off",
    { routes: [keyed], consumers: [caller("px", {}, key("main", "k1"))] },
    {
      consumers: [caller("px", {}, { name: "main", plugins: { "key-auth": { key: "k1", _meta: { disable: true } } } })],
    },
    ["1 caller loses access: px: its credential main is switched off"],
  ],
  [
    "a consumer that goes, and one that comes",
    { routes: [keyed], consumers: [caller("old", {}, key("main", "k1"))] },
    { consumers: [caller("new", {}, key("main", "k2"))] },
    ["1 caller loses access: old: the consumer is removed", "1 caller gains access: new to /orders/* (new)"],
  ],
  [
    "a whitelist lets one in and another out",
    {
      routes: [keyed, admin({ "key-auth": {}, "consumer-restriction": { whitelist: ["a"] } })],
      consumers: [caller("a", {}, key("m", "k1")), caller("b", {}, key("m", "k2"))],
    },
    { routes: [keyed, admin({ "key-auth": {}, "consumer-restriction": { whitelist: ["b"] } })] },
    [
      "1 caller loses access: a to /admin/*: consumer-restriction: consumer_name is not allowed",
      "1 caller gains access: b to /admin/*",
    ],
  ],
  [
    "labels and acl",
    {
      routes: [route({ "key-auth": {}, acl: { allow_labels: { tier: ["gold"] } } })],
      consumers: [caller("a", { labels: { tier: "gold" } }, key("m", "k1"))],
    },
    { consumers: [caller("a", { labels: { tier: "tin" } }, key("m", "k1"))] },
    ["1 caller loses access: a: acl: no allowed label"],
  ],
  [
    "authentication is gone: the loudest line",
    { routes: [keyed], consumers: [caller("a", {}, key("m", "k1"))] },
    { routes: [route({})] },
    ["1 route lets anyone in: /orders/* (route orders): anyone may call it, and before it asked for a credential"],
  ],
  [
    "authentication is switched off by its service's plugin config",
    {
      plugin_configs: [{ id: "auth", plugins: { "key-auth": {} } }],
      routes: [route({}, { plugin_config_id: "auth" })],
    },
    { plugin_configs: [{ id: "auth", plugins: { "key-auth": { _meta: { disable: true } } } }] },
    ["1 route lets anyone in: /orders/* (route orders): anyone may call it, and before it asked for a credential"],
  ],
  [
    "a new route in front of a protected one opens a part of it",
    { routes: [route({ "key-auth": {} }, { uri: "/*" })], consumers: [caller("a", {}, key("m", "k1"))] },
    { routes: [route({ "key-auth": {} }, { uri: "/*" }), admin({})] },
    ["1 route lets anyone in: /admin/* (route admin): anyone may call it, and before it asked for a credential"],
  ],
  [
    "a new open route",
    { routes: [keyed] },
    { routes: [keyed, admin({})] },
    ["1 new route asks for no credential: /admin/* (route admin)"],
  ],
  [
    "an anonymous consumer",
    { routes: [keyed], consumers: [caller("guest")] },
    { routes: [route({ "key-auth": { anonymous_consumer: "guest" } })] },
    [
      "1 route lets anyone in: /orders/* (route orders): anyone may call it as guest, and before it asked for a credential",
    ],
  ],
  [
    "an open route that asks from now on",
    { routes: [route({})] },
    { routes: [keyed] },
    ["1 route no longer lets anyone in: /orders/* (route orders): key-auth: Missing API key in request"],
  ],
  [
    "another kind of authentication",
    { routes: [keyed], consumers: [caller("a", {}, key("m", "k1"))] },
    { routes: [route({ "basic-auth": {} })] },
    ["1 caller loses access: a to /orders/*: the route now asks for basic-auth"].map((line) =>
      line.replace("a to /orders/*", "a"),
    ),
  ],
  [
    "another header for the key",
    { routes: [keyed], consumers: [caller("a", {}, key("m", "k1"))] },
    { routes: [route({ "key-auth": { header: "x-key" } })] },
    ["1 caller loses access: a to /orders/*: the route now asks for key-auth in another way"],
  ],
  [
    "a method that is no longer taken",
    { routes: [route({ "key-auth": {} }, { methods: ["GET", "POST"] })], consumers: [caller("a", {}, key("m", "k1"))] },
    { routes: [route({ "key-auth": {} }, { methods: ["GET"] })] },
    ["1 caller loses access: a to /orders/*: the route no longer takes POST"],
  ],
  [
    "a route that goes",
    { routes: [keyed], consumers: [caller("a", {}, key("m", "k1")), caller("b", {}, key("m", "k2"))] },
    { routes: [] },
    ["2 callers lose access: a, b: no route answers there any more"],
  ],
  [
    "a limit that falls, by the consumer",
    { routes: [keyed], consumers: [caller("acme", { plugins: count(1000) }, key("m", "k1"))] },
    { consumers: [caller("acme", { plugins: count(100) }, key("m", "k1"))] },
    ["1 caller has another limit: acme to /orders/*: limit-count falls from 1000/min to 100/min"],
  ],
  [
    "a limit of a group, hidden for one by its own",
    {
      routes: [keyed],
      consumer_groups: [{ id: "gold", plugins: count(10) }],
      consumers: [
        caller("a", { group_id: "gold" }, key("m", "k1")),
        caller("b", { group_id: "gold", plugins: count(5) }, key("m", "k2")),
      ],
    },
    { consumer_groups: [{ id: "gold", plugins: count(20) }] },
    ["1 caller has another limit: a to /orders/*: limit-count rises from 10/min to 20/min"],
  ],
  [
    "a limit of a route, for all who pass",
    { routes: [keyed], consumers: [caller("a", {}, key("m", "k1")), caller("b", {}, key("m", "k2")), caller("c")] },
    { routes: [route({ "key-auth": {}, ...count(7) })] },
    ["2 callers have another limit: a, b to /orders/*: limit-count 7/min begins"],
  ],
  [
    "a limit that the proxy does not execute",
    {
      routes: [keyed],
      consumers: [caller("a", { plugins: { "limit-req": { rate: 5, burst: 2, key: "x" } } }, key("m", "k1"))],
    },
    { consumers: [caller("a", { plugins: { "limit-req": { rate: 9, burst: 2, key: "x" } } }, key("m", "k1"))] },
    ["1 caller has another limit: a to /orders/*: limit-req rises from 5/s (burst 2) to 9/s (burst 2)"],
  ],
  [
    "an address list",
    {
      routes: [keyed],
      consumers: [caller("a", { plugins: { "ip-restriction": { whitelist: ["10.0.0.0/8"] } } }, key("m", "k1"))],
    },
    {
      consumers: [caller("a", { plugins: { "ip-restriction": { whitelist: ["172.16.0.0/12"] } } }, key("m", "k1"))],
    },
    ["1 caller loses access: a to /orders/*: ip-restriction: the client address is not allowed"],
  ],
  [
    "a plugin that is not executed",
    {
      routes: [route({ "key-auth": {}, "forward-auth": { uri: "http://127.0.0.1/" } })],
      consumers: [caller("a", {}, key("m", "k1"))],
    },
    { consumers: [] },
    [
      "1 caller loses access: a: the consumer is removed",
      "not judged: The plugin forward-auth is not executed here: whether it refuses callers is not judged.",
    ],
  ],
  [
    "a description: nothing",
    { routes: [keyed], consumers: [caller("a", { desc: "x" }, key("m", "k1"))] },
    { consumers: [caller("a", { desc: "y" }, key("m", "k1"))] },
    [],
  ],
];

test.each(rows)("%s", async (_name, before, after, expected) => {
  expect(await impactLines(before, after)).toEqual(expected);
});

const publicKey = "-----BEGIN PUBLIC KEY-----\nA\n-----END PUBLIC KEY-----";
const credentials: readonly (readonly [string, Value, Value, Value])[] = [
  ["key-auth", {}, { key: "k" }, { key: "other" }],
  ["key-auth", {}, { key: "schl\u00fcssel" }, { key: "other" }],
  ["basic-auth", {}, { username: "u", password: "p:1 \u00fc" }, { username: "u", password: "other" }],
  ["hmac-auth", {}, { key_id: "i", secret_key: "s" }, { key_id: "i", secret_key: "other" }],
  [
    "hmac-auth",
    { signed_headers: ["date", "x-tenant", "host"], validate_request_body: true, allowed_algorithms: ["hmac-sha512"] },
    { key_id: "i", secret_key: "s" },
    { key_id: "i", secret_key: "other" },
  ],
  ["jwt-auth", {}, { key: "i", secret: "s".repeat(32) }, { key: "i", secret: "t".repeat(32) }],
  [
    "jwt-auth",
    { key_claim_name: "iss", claims_to_verify: ["exp", "nbf"], header: "x-token" },
    { key: "i", secret: btoa("s".repeat(64)), base64_secret: true, algorithm: "HS512" },
    { key: "i", secret: btoa("t".repeat(64)), base64_secret: true, algorithm: "HS512" },
  ],
  [
    "jwt-auth",
    {},
    { key: "i", public_key: publicKey, algorithm: "RS256" },
    { key: "i", public_key: publicKey.replace("A", "B"), algorithm: "RS256" },
  ],
];

describe.each(credentials)("a credential of %s %j", (plugin, gate, config, other) => {
  const at = (auth: Value, plugins: Value, value: Value): Sections => ({
    routes: [route({ [plugin]: auth }, { host: "api.example.com" })],
    consumers: [{ username: "a", plugins, credentials: [{ name: "main", plugins: { [plugin]: value } }] }],
  });

  test("passes: its limit is told", async () => {
    const lines = await impactLines(at(gate, count(1), config), at(gate, count(2), config));
    expect(lines).toEqual(["1 caller has another limit: a to /orders/*: limit-count rises from 1/min to 2/min"]);
  });

  test("is told apart from another one", async () => {
    const [line = ""] = await impactLines(at(gate, {}, config), at(gate, {}, other));
    expect(line).toMatch(/^1 caller loses access: a to \/orders\/\*: .*main is rotated without overlap$/);
  });
});

test("multi-auth: each credential by its own way", async () => {
  const multi = route({ "multi-auth": { auth_plugins: [{ "basic-auth": {} }, { "key-auth": { header: "x-key" } }] } });
  const before = {
    routes: [multi],
    consumers: [
      caller("a", {}, key("m", "k1")),
      caller("b", {}, { name: "m", plugins: { "basic-auth": { username: "b", password: "p" } } }),
    ],
  };
  expect(await impactLines(before, { consumers: [caller("a"), caller("b")] })).toEqual([
    "2 callers lose access: a, b: its only credential is removed",
  ]);
});

test("two gates, each with its own credential", async () => {
  const before: Sections = {
    routes: [route({ "basic-auth": {}, "key-auth": {} })],
    consumers: [
      caller("a", {}, key("m", "k1"), { name: "n", plugins: { "basic-auth": { username: "b", password: "p" } } }),
    ],
  };
  expect(await impactLines(before, { consumers: [caller("a", {}, key("m", "k1"))] })).toEqual([
    "1 caller loses access: a: its credential n is removed",
  ]);
});

test("a reference to a secret: the same one passes, another one is not judged", async () => {
  const at = (value: string): Sections => ({ routes: [keyed], consumers: [caller("a", {}, key("m", value))] });
  expect(await impactLines(at("$env://KEY"), { consumers: [caller("a")] })).toEqual([
    "1 caller loses access: a: its only credential is removed",
  ]);
  expect(await impactLines(at("$env://KEY"), at("$env://OTHER"))).toEqual([
    "not judged: Credential a/m is known by a reference to a secret that changes: whether its callers keep access is not judged.",
  ]);
});

describe("conditions of routes", () => {
  const before = (fields: Value): Sections => ({
    routes: [route({ "key-auth": {} }, fields)],
    consumers: [caller("a", {}, key("m", "k1"))],
  });
  const loss = ["1 caller loses access: a: its only credential is removed"];
  const unreached = "not judged: No request could be made that reaches orders: who passes there is not judged.";
  test.each<[string, Value, readonly string[]]>([
    ["a host with a wildcard", { hosts: ["*.example.com"] }, loss],
    ["a parameter", { uri: "/orders/:id/items" }, loss],
    ["an address", { remote_addrs: ["10.1.0.0/16"] }, loss],
    [
      "a header, an argument and a cookie",
      {
        vars: [
          ["http_x_tenant", "==", "t"],
          ["arg_v", "2"],
          ["cookie_c", "in", ["d"]],
        ],
      },
      loss,
    ],
    ["what cannot be met", { vars: [["arg_v", ">", 2]] }, [unreached]],
  ])("%s", async (_name, fields, expected) => {
    expect(await impactLines(before(fields), { consumers: [caller("a")] })).toEqual(expected);
  });
});

test("a plan with more consumers than are judged says so", async () => {
  const consumers = Array.from({ length: 30 }, (_, index) => caller(`c${index}`, {}, key("m", `k${index}`)));
  const { lost, notJudged } = await impactBetween(
    { routes: [keyed], consumers },
    { consumers: [] },
    { maxConsumers: 10 },
  );
  expect(lost).toHaveLength(10);
  expect(notJudged).toEqual(["Only 10 of 30 consumers were judged: there are too many."]);
  const byPairs = await impactBetween({ routes: [keyed], consumers }, { consumers: [] }, { maxPairs: 12 });
  expect(byPairs.lost).toHaveLength(12);
  expect(byPairs.notJudged).toEqual(["Only 12 of 30 consumers were judged: there are too many for all routes."]);
});

test("ten thousand changes take seconds, not minutes", { timeout: 60_000 }, async () => {
  const consumers = Array.from({ length: 10_000 }, (_, index) => caller(`c${index}`, {}, key("m", `key-${index}`)));
  const routes = Array.from({ length: 200 }, (_, index) =>
    route({ "key-auth": {} }, { id: `r${index}`, uri: `/r${index}/*` }),
  );
  const start = performance.now();
  const { lost, notJudged } = await impactBetween(
    { routes, consumers },
    { consumers: consumers.map(({ username }) => ({ username })) },
  );
  expect(lost).toHaveLength(10_000);
  expect(notJudged).toEqual([]);
  expect(performance.now() - start).toBeLessThan(20_000);
});
