/** What explain tells is what the engine does, and it never tells a secret of the request. */
import { describe, expect, test } from "vitest";
import { openArtifact } from "../../src/artifact/reader.ts";
import { checkSources } from "../../src/check/check-sources.ts";
import { compile } from "../../src/compile/compile.ts";
import { nodeCrypto } from "../../src/crypto/node.ts";
import { sha1Hex } from "../../src/crypto/sha1-hex.ts";
import type { RequestContext } from "../../src/engine/context.ts";
import { createCounters } from "../../src/engine/counters.ts";
import { createEngine } from "../../src/engine/decide.ts";
import { createRouteMatcher } from "../../src/engine/route-match.ts";
import type { Explanation } from "../../src/explain/contract.ts";
import { explain } from "../../src/explain/explain.ts";
import { placesOf } from "../../src/explain/places.ts";
import { requestOfLine } from "../../src/explain/request-line.ts";
import { routeReasons } from "../../src/explain/route-reasons.ts";
import { renderExplanationText } from "../../src/report/explanation-text.ts";
import { createStyle } from "../../src/report/style.ts";

const text = `consumer_groups:
  - id: gold
    plugins:
      limit-count: { count: 10, time_window: 60, rejected_code: 429 }
consumers:
  - username: jack
    group_id: gold
    credentials:
      - name: main
        plugins:
          key-auth: { key: jacks-key-0123456789 }
  - username: jill
    plugins:
      limit-count: { count: 1, time_window: 60, _meta: { disable: true } }
    credentials:
      - name: main
        plugins:
          basic-auth: { username: jill, password: jills-password-1 }
services:
  - id: shop
    plugins:
      limit-count: { count: 1000, time_window: 60 }
      key-auth: {}
    upstream: { nodes: { "127.0.0.1:1": 1 } }
global_rules:
  - id: net
    plugins:
      ip-restriction: { blacklist: [203.0.113.0/24] }
routes:
  - id: orders
    uri: /orders
    methods: [GET]
    service_id: shop
  - id: all-orders
    uri: /orders*
    service_id: shop
    plugins:
      multi-auth: { auth_plugins: [{ key-auth: { query: k } }, { basic-auth: {} }] }
      key-auth: { _meta: { disable: true } }
      request-id: { _meta: { filter: [["arg_trace", "==", "1"]] } }
  - id: admin
    uri: /orders
    hosts: [admin.example]
    service_id: shop
  - id: nothing
    uri: /nothing
`;

const checked = checkSources([{ file: "api.yaml", text }], { environment: {}, sha1Hex, customPlugins: [] });
const config = checked.config;
if (!config) throw new Error(JSON.stringify(checked.diagnostics));
const key = new Uint8Array(32);
const artifact = openArtifact(compile(config, { crypto: nodeCrypto, key, tool: "test" }), { crypto: nodeCrypto, key });
const places = placesOf(config);
const now = () => Date.parse("2026-12-01T08:00:00Z");

function ask(line: string, headers: readonly string[] = [], from = "192.0.2.1"): Promise<Explanation> {
  const request = { ...requestOfLine(line, headers), remoteAddress: from };
  return explain(request, artifact, { crypto: nodeCrypto, now, counters: createCounters(), places });
}

const lineOf = (part: string, nth = 0): string => {
  const lines = text.split("\n");
  const found = lines.flatMap((line, index) => (line.includes(part) ? [index + 1] : []));
  return `api.yaml:${found[nth]}`;
};

test("a request that passes: who, by what, from where", async () => {
  const told = await ask("GET /orders?page=2", ["apikey: jacks-key-0123456789"]);
  expect(told).toMatchObject({
    verdict: "forwarded",
    route: { id: "orders", serviceId: "shop", source: lineOf("id: orders") },
    consumer: {
      username: "jack",
      groupId: "gold",
      source: lineOf("username: jack"),
      credential: { plugin: "key-auth", id: "main", source: lineOf("name: main") },
    },
    upstream: { owner: "services/shop", method: "GET", target: "/orders?page=2", host: "127.0.0.1:1" },
  });
  expect(told.steps.map(({ plugin, owner, verdict, source }) => [plugin, owner, verdict, source])).toEqual([
    ["key-auth", "services/shop", "passed", lineOf("key-auth: {}")],
    ["ip-restriction", "global_rules/net", "passed", lineOf("ip-restriction")],
    ["limit-count", "consumer_groups/gold", "passed", lineOf("limit-count", 0)],
  ]);
  expect(told.steps.at(-1)?.replaces).toEqual([{ owner: "services/shop", source: lineOf("limit-count", 2) }]);
});

test("a refusal: what refused, and what was not reached", async () => {
  const told = await ask("GET /orders");
  expect(told.answer).toMatchObject({ status: 401, plugin: "key-auth", reason: "Missing API key in request" });
  expect(told.steps.map(({ plugin, verdict }) => [plugin, verdict])).toEqual([
    ["key-auth", "refused"],
    ["ip-restriction", "not reached"],
    ["limit-count", "not reached"],
  ]);
});

test("a filter that does not hold, and a plugin that the consumer switches off", async () => {
  const told = await ask("POST /orders/7", [`Authorization: Basic ${btoa("jill:jills-password-1")}`]);
  expect(told.steps.map(({ plugin, owner, verdict }) => [plugin, owner, verdict])).toEqual(
    [
      ["multi-auth", "routes/all-orders", "passed"],
      ["request-id", "routes/all-orders", "skipped"],
      ["ip-restriction", "global_rules/net", "passed"],
      ["limit-count", "consumers/jill", "off"],
    ].sort(byRun(told)),
  );
  expect(told.consumer?.credential?.plugin).toBe("basic-auth");
});

/** request-id has a high priority, wherever it stands. */
function byRun({ steps }: Explanation): (left: readonly string[], right: readonly string[]) => number {
  const at = (row: readonly string[]) => steps.findIndex(({ plugin }) => plugin === row[0]);
  return (left, right) => at(left) - at(right);
}

const reasons: readonly (readonly [
  line: string,
  headers: readonly string[],
  expected: Readonly<Record<string, RegExp>>,
])[] = [
  [
    "GET /orders",
    [],
    {
      admin: /only the host admin\.example, not a request without one/,
      "all-orders": /matches too, but orders goes first: its path is exact/,
    },
  ],
  ["GET /orders", ["Host: admin.example"], { orders: /matches too, but admin goes first: it names the host/ }],
  ["POST /orders", [], { orders: /it takes GET, not POST/ }],
  ["GET /order", [], { orders: /its path \/orders does not match/ }],
];

test.each(reasons)("why not the others: %s %j", async (line, headers, expected) => {
  const { otherRoutes } = await ask(line, headers);
  for (const [id, reason] of Object.entries(expected)) {
    expect(otherRoutes.find((other) => other.id === id)?.reason).toMatch(reason);
  }
});

test("a route that is said to match, or not to, does so alone too", async () => {
  const engine = createEngine(artifact, { crypto: nodeCrypto, now, counters: createCounters() });
  let judged = 0;
  for (const method of ["GET", "POST"]) {
    for (const target of ["/orders", "/orders/7", "/ordersx", "/nothing", "/nothing/", "/"]) {
      for (const host of ["", "admin.example", "other.example"]) {
        const headers = host === "" ? [] : [["Host", host] as const];
        await engine.decide(
          { method, target, headers, remoteAddress: "192.0.2.1", scheme: "http" },
          {
            routed(chosen, context: RequestContext) {
              for (const { route, reason } of routeReasons(artifact.routes, chosen, context)) {
                judged++;
                const alone = createRouteMatcher([route])(context);
                expect([target, host, route.id, alone !== undefined]).toEqual([
                  target,
                  host,
                  route.id,
                  /matches too/.test(reason),
                ]);
              }
            },
          },
        );
      }
    }
  }
  expect(judged).toBeGreaterThan(15);
});

describe("secrets", () => {
  const secrets = ["jacks-key-0123456789", "jills-password-1", btoa("jill:jills-password-1"), "unknown-secret-77"];
  const asked: readonly (readonly [line: string, headers: readonly string[]])[] = [
    ["GET /orders", ["apikey: jacks-key-0123456789"]],
    ["GET /orders?apikey=jacks-key-0123456789&page=2", []],
    ["GET /orders/7?k=jacks-key-0123456789", []],
    ["POST /orders/7", [`Authorization: Basic ${btoa("jill:jills-password-1")}`]],
    ["GET /orders", ["apikey: unknown-secret-77", "X-Custom-Thing: jills-password-1"]],
    ["GET /orders?token=unknown-secret-77", ["Cookie: session=unknown-secret-77"]],
    ["GET /nothing?access_token=unknown-secret-77", ["Cookie: jwt=jills-password-1"]],
  ];
  test.each(asked)("%s %j", async (line, headers) => {
    const told = await ask(line, headers);
    const printed = JSON.stringify(told) + renderExplanationText(told, createStyle(false));
    expect(secrets.filter((secret) => printed.includes(secret))).toEqual([]);
    expect(printed).toContain("••••••");
  });
});

test("an observer changes no decision", async () => {
  for (const header of ["apikey: jacks-key-0123456789", "apikey: wrong"]) {
    const request = { ...requestOfLine("GET /orders", [header]), remoteAddress: "192.0.2.1" };
    const services = { crypto: nodeCrypto, now, counters: createCounters() };
    const plain = await createEngine(artifact, services).decide(request);
    const told = await ask("GET /orders", [header]);
    expect(told.verdict).toBe(plain.kind === "forward" ? "forwarded" : "refused");
  }
});
