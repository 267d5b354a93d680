/** What the status page says holds for a consumer, held against what the engine then does. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Artifact } from "../../src/artifact/contract.ts";
import { nodeCrypto } from "../../src/crypto/node.ts";
import type { Decision } from "../../src/engine/contract.ts";
import { createCounters } from "../../src/engine/counters.ts";
import { createEngine } from "../../src/engine/decide.ts";
import { type EffectivePolicy, effectivePolicy } from "../../src/watch/effective-policy.ts";
import { open } from "../artifact/acme.ts";

/** Configurations that tell in the answer whose they are: by the words of a refusal, a limit, or the name of a header. */
const telling = {
  "ip-restriction": (mark: number, refuses: boolean) => ({
    blacklist: [refuses ? "192.0.2.7" : "192.0.2.9"],
    message: `ip ${mark}`,
  }),
  "ua-restriction": (mark: number, refuses: boolean) => ({
    denylist: [refuses ? "tester" : "nobody"],
    message: `ua ${mark}`,
  }),
  "limit-count": (mark: number) => ({ count: 10 + mark, time_window: 60 }),
  "request-id": (mark: number) => ({ header_name: `X-Mark-${mark}` }),
} as const;

type Name = keyof typeof telling;
const names = Object.keys(telling) as Name[];

const carried = fc.array(
  fc.record({
    name: fc.constantFrom(...names),
    refuses: fc.boolean(),
    disable: fc.option(fc.boolean(), { nil: undefined }),
    priority: fc.option(fc.integer({ min: 1, max: 9_000 }), { nil: undefined }),
  }),
  { maxLength: 4 },
);

const places = fc.record({
  route: carried,
  group: carried,
  consumer: carried,
  auth: fc.constantFrom("route", "global rule", "nowhere"),
});

type Places = typeof places extends fc.Arbitrary<infer T> ? T : never;

function pluginsOf(list: Places["route"], firstMark: number): Record<string, unknown> {
  return Object.fromEntries(
    list.map(({ name, refuses, disable, priority }, index) => {
      const meta = { ...(disable !== undefined && { disable }), ...(priority !== undefined && { priority }) };
      return [name, { ...telling[name](firstMark + index, refuses), _meta: meta }];
    }),
  );
}

function artifactOf({ route, group, consumer, auth }: Places): Artifact {
  const keyAuth = { "key-auth": {} };
  return open({
    consumer_groups: [{ id: "gold", plugins: pluginsOf(group, 10) }],
    consumers: [
      {
        username: "jane",
        group_id: "gold",
        plugins: pluginsOf(consumer, 20),
        credentials: [{ name: "main", plugins: { "key-auth": { key: "the-key-of-jane" } } }],
      },
    ],
    routes: [
      {
        id: "r1",
        uri: "/a",
        plugins: { ...pluginsOf(route, 0), ...(auth === "route" && keyAuth) },
        upstream: { nodes: { "127.0.0.1:80": 1 } },
      },
    ],
    global_rules: auth === "global rule" ? [{ id: "1", plugins: keyAuth }] : [],
  });
}

/** What the policy says will be seen. */
function told({ plugins }: EffectivePolicy): object {
  const running = plugins.filter(({ state }) => state === "runs");
  const config = (name: string) => running.find((each) => each.name === name)?.config;
  const refuser = running.find(({ config: { blacklist, denylist } }) =>
    [blacklist, denylist].some((list) => Array.isArray(list) && ["192.0.2.7", "tester"].includes(String(list[0]))),
  );
  const before = refuser ? running.slice(0, running.indexOf(refuser)) : running;
  return {
    refusedBy: refuser?.name,
    says: refuser?.config.message,
    limit: before.find(({ name }) => name === "limit-count")?.config.count,
    marks: config("request-id")?.header_name,
  };
}

function seen(decision: Decision): object {
  const refusal = decision.kind === "respond" ? decision : undefined;
  const headers = decision.kind === "respond" ? decision.headers : decision.responseHeaders;
  const limit = headers.find(([name]) => name.toLowerCase() === "x-ratelimit-limit")?.[1];
  return {
    refusedBy: refusal?.plugin,
    says: refusal && JSON.parse(refusal.body).message,
    limit: limit === undefined ? undefined : Number(limit),
    marks: headers.find(([name]) => name.startsWith("X-Mark-"))?.[0],
  };
}

test("what the page says runs is what runs", async () => {
  let withConsumer = 0;
  await fc.assert(
    fc.asyncProperty(places, async (drawn) => {
      const artifact = artifactOf(drawn);
      const [route] = artifact.routes;
      if (!route) throw new Error("no route");
      const policy = effectivePolicy(route, artifact.consumer(0), artifact.globalRules);
      const engine = createEngine(artifact, { crypto: nodeCrypto, now: Date.now, counters: createCounters() });
      const decision = await engine.decide({
        method: "GET",
        target: "/a",
        headers: [
          ["Host", "a.example"],
          ["apikey", "the-key-of-jane"],
          ["User-Agent", "tester"],
        ],
        remoteAddress: "192.0.2.7",
        scheme: "http",
      });
      expect(policy.isAuthenticated).toBe(decision.consumer === "jane");
      expect(told(policy)).toEqual(seen(decision));
      if (policy.isAuthenticated) withConsumer++;
    }),
    { numRuns: 200 },
  );
  expect(withConsumer).toBeGreaterThan(50);
});

const none: Places = { route: [], group: [], consumer: [], auth: "route" };
const one = (name: Name, disable?: boolean): Places["route"] => [
  { name, refuses: false, disable, priority: undefined },
];
const tables: readonly (readonly [name: string, Partial<Places>, readonly string[]])[] = [
  ["the route's", { route: one("limit-count") }, ["key-auth of routes/r1 runs", "limit-count of routes/r1 runs"]],
  [
    "the consumer's in place of the route's",
    { route: one("limit-count"), consumer: one("limit-count") },
    ["key-auth of routes/r1 runs", "limit-count of consumers/jane runs for routes/r1"],
  ],
  [
    "the consumer's in place of the group's",
    { group: one("limit-count"), consumer: one("limit-count") },
    ["key-auth of routes/r1 runs", "limit-count of consumers/jane runs"],
  ],
  [
    "switched off by the group",
    { route: one("limit-count"), group: one("limit-count", true) },
    ["key-auth of routes/r1 runs", "limit-count of consumer_groups/gold switched off for routes/r1"],
  ],
  [
    "a consumer's that comes too late",
    { route: one("request-id"), consumer: one("request-id") },
    ["request-id of routes/r1 runs", "key-auth of routes/r1 runs", "request-id of consumers/jane too late"],
  ],
  [
    "known by a global rule",
    { auth: "global rule", consumer: one("limit-count") },
    ["limit-count of consumers/jane runs"],
  ],
  ["unknown who calls", { auth: "nowhere", consumer: one("limit-count") }, []],
];

test.each(tables)("%s", (_name, more, expected) => {
  const artifact = artifactOf({ ...none, ...more });
  const [route] = artifact.routes;
  if (!route) throw new Error("no route");
  const { plugins } = effectivePolicy(route, artifact.consumer(0), artifact.globalRules);
  const lines = plugins.map(
    ({ name, owner, state, replaces }) => `${name} of ${owner} ${state}${replaces ? ` for ${replaces}` : ""}`,
  );
  expect(lines).toEqual(expected);
});
