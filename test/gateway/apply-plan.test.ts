/** Carrying out plans on a real server: order, partial failure, interruption, and that a second run has nothing to do. */
import { afterEach, describe, expect, test } from "vitest";
import { apisixGateway } from "../../src/gateway/apisix.ts";
import { type ApplyEvent, type ApplyOptions, type ApplyReport, applyPlan } from "../../src/gateway/apply-plan.ts";
import type { Gateway } from "../../src/gateway/contract.ts";
import { kinds } from "../../src/model/config.ts";
import type { Plan } from "../../src/plan/contract.ts";
import { toDocument } from "../../src/plan/dump.ts";
import { plan } from "../../src/plan/plan.ts";
import { type DoubleOptions, type GatewayDouble, startGatewayDouble } from "../gateway-double/server.ts";
import { declared, options, type Sections, sha1Hex } from "../plan/configs.ts";

const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const opened of open.splice(0).reverse()) await opened.close();
});

interface Running {
  readonly double: GatewayDouble;
  readonly gateway: Gateway;
  planFor(sections: Sections): Promise<Plan>;
  sync(sections: Sections, more?: ApplyOptions): Promise<ApplyReport>;
}

async function start(doubleOptions: DoubleOptions = {}): Promise<Running> {
  const double = await startGatewayDouble(doubleOptions);
  open.push(double);
  const gateway = apisixGateway({ server: double.url, token: "test-admin-key", retries: 1, retryDelayMs: 1 });
  open.push(gateway);
  const planFor = async (sections: Sections): Promise<Plan> =>
    plan(declared(sections), await gateway.read(new Set(kinds)), options);
  return {
    double,
    gateway,
    planFor,
    sync: async (sections, more) => applyPlan(gateway, await planFor(sections), more),
  };
}

const keyAuth = (name: string, key: string) => ({ name, plugins: { "key-auth": { key } } });

const company: Sections = {
  consumer_groups: [{ id: "gold", plugins: { "limit-count": { count: 10, time_window: 60, rejected_code: 429 } } }],
  consumers: [
    {
      username: "acme",
      group_id: "gold",
      labels: { team: "a" },
      credentials: [keyAuth("main", "canary-1"), keyAuth("spare key", "canary-2")],
    },
    {
      username: "jwt_user",
      credentials: [
        { name: "token", plugins: { "jwt-auth": { key: "j", secret: "canary-3-0123456789-0123456789-01" } } },
      ],
    },
    {
      username: "basic",
      plugins: { "ip-restriction": { whitelist: ["10.0.0.0/8", "127.0.0.1"] } },
      credentials: [{ name: "b", plugins: { "basic-auth": { username: "b", password: "canary-4" } } }],
    },
  ],
  upstreams: [{ id: 1, nodes: { "127.0.0.1:1980": 1 } }],
  services: [{ name: "shop", upstream_id: 1 }],
  plugin_configs: [
    { id: "auth", plugins: { "key-auth": {}, "consumer-restriction": { whitelist: ["acme", "basic"] } } },
  ],
  routes: [
    { name: "orders", uri: "/orders/*", service_id: "shop", plugin_config_id: "auth", methods: ["POST", "GET"] },
    { id: "plain", uris: ["/b", "/a"], upstream: { nodes: [{ host: "127.0.0.1", port: 1980, weight: 1 }] } },
  ],
  global_rules: [{ id: "1", plugins: { cors: {} } }],
};

const nothing = Object.fromEntries(Object.keys(company).map((kind) => [kind, []])) as Sections;

const outcome = ({ applied, failed, notTried }: ApplyReport): unknown => ({
  applied: applied.map(({ action, id }) => `${action} ${id}`),
  failed: failed.map(({ change, message }) => `${change.id}: ${message.replace(/^.*?: /, "")}`),
  notTried: notTried.map(({ change, reason }) => `${change.id}: ${reason}`),
});

describe("a second run changes nothing", () => {
  test.each([
    ["on a gateway that stores what it is sent", false],
    ["on one that stores its defaults too", true],
  ])("%s", async (_name, fillDefaults) => {
    const { double, gateway, planFor, sync } = await start({ fillDefaults });
    const first = await sync(company);
    expect([first.failed, first.notTried, first.applied.length]).toEqual([[], [], 14]);
    const stored = JSON.stringify(double.store.get("/apisix/consumers/jwt_user/credentials/token"));
    expect(stored.includes("86400")).toBe(fillDefaults);
    const second = await planFor(company);
    expect([second.changes, second.unchanged, second.managed]).toEqual([[], 14, 14]);
    const dumped = toDocument(await gateway.read(new Set(kinds)), sha1Hex) as Sections;
    expect((await planFor(dumped)).changes).toEqual([]);
    const gone = await sync(nothing);
    expect([gone.failed, double.store.keys()]).toEqual([[], []]);
  });
});

describe("order", () => {
  test("of creates and of deletes", async () => {
    const { double, sync } = await start();
    await sync(company);
    const before = double.writes().length;
    const kindOf = (line: string): string => (/credentials/.test(line) ? "credentials" : (line.split("/")[1] ?? ""));
    expect([...new Set(double.writes().map(kindOf))]).toEqual([...kinds]);
    await sync(nothing);
    const deletes = double.writes().slice(before);
    expect([...new Set(deletes.map(kindOf))]).toEqual([...kinds].filter((kind) => kind !== "credentials").reverse());
  });

  test.each<[name: string, from: Sections, to: Sections]>([
    [
      "a renamed credential",
      { consumers: [{ username: "a", credentials: [keyAuth("old", "k1")] }] },
      { consumers: [{ username: "a", credentials: [keyAuth("new", "k1")] }] },
    ],
    [
      "exchanged keys",
      {
        consumers: [
          { username: "a", credentials: [keyAuth("x", "k1")] },
          { username: "b", credentials: [keyAuth("y", "k2")] },
        ],
      },
      {
        consumers: [
          { username: "a", credentials: [keyAuth("x", "k2")] },
          { username: "b", credentials: [keyAuth("y", "k1")] },
        ],
      },
    ],
    [
      "three keys in a circle",
      { consumers: [{ username: "a", credentials: [keyAuth("x", "1"), keyAuth("y", "2"), keyAuth("z", "3")] }] },
      { consumers: [{ username: "a", credentials: [keyAuth("x", "2"), keyAuth("y", "3"), keyAuth("z", "1")] }] },
    ],
    [
      "a key of a deleted consumer",
      { consumers: [{ username: "b", credentials: [keyAuth("y", "k1")] }] },
      { consumers: [{ username: "a", credentials: [keyAuth("x", "k1")] }] },
    ],
    [
      "a service that nobody uses any more",
      { services: [{ id: "s" }], routes: [{ id: "r", uri: "/", service_id: "s" }] },
      { services: [], routes: [{ id: "r", uri: "/" }] },
    ],
  ])("%s works in one run, against a server that refuses conflicts", async (_name, from, to) => {
    const { planFor, sync } = await start();
    expect((await sync(from)).failed).toEqual([]);
    expect((await sync(to)).failed).toEqual([]);
    expect((await planFor(to)).changes).toEqual([]);
  });

  test("many at the same time inside a step, never more than allowed", async () => {
    const { double, sync } = await start({ failures: [{ how: { delayMs: 5 } }] });
    const consumers = Array.from({ length: 20 }, (_, index) => ({ username: `c${index}` }));
    await sync({ consumers }, { concurrency: 4 });
    const most = Math.max(...double.calls.filter(({ method }) => method === "PUT").map(({ concurrent }) => concurrent));
    expect([most, double.writes().length]).toEqual([4, 20]);
  });
});

describe("failures stop only what depends on them", () => {
  const refused = { status: 400, body: '{"error_msg":"no canary-1"}' };

  test("a consumer: its credentials are not tried, others go on", async () => {
    const { sync } = await start({ failures: [{ on: /PUT \/consumers$/, times: 1, how: refused }] });
    const report = await sync(
      {
        consumers: [
          { username: "a", credentials: [keyAuth("x", "canary-1")] },
          { username: "b", credentials: [keyAuth("y", "canary-2")] },
        ],
      },
      { concurrency: 1 },
    );
    expect(outcome(report)).toEqual({
      applied: ["create b", "create y"],
      failed: ["a: the gateway answered 400: no canary-1"],
      notTried: ["x: its consumer, consumers/a, could not be changed"],
    });
  });

  test("a service: its route and what depends on that", async () => {
    const { sync } = await start({
      failures: [{ on: /PUT \/services/, how: { status: 400, body: '{"error_msg":"no"}' } }],
    });
    const report = await sync({
      services: [{ id: "s" }],
      routes: [
        { id: "r", uri: "/", service_id: "s" },
        { id: "other", uri: "/o" },
      ],
    });
    expect(outcome(report)).toEqual({
      applied: ["create other"],
      failed: ["s: the gateway answered 400: no"],
      notTried: ["r: a resource that it refers to, services/s, could not be changed"],
    });
  });

  test("a delete waits for whoever still refers to it", async () => {
    const { sync } = await start({ failures: [{ on: /PUT \/routes/, after: 1, how: { status: 400, body: "{}" } }] });
    await sync({ services: [{ id: "s" }], routes: [{ id: "r", uri: "/", service_id: "s" }] });
    const report = await sync({ services: [], routes: [{ id: "r", uri: "/" }] });
    expect(report.notTried.map(({ reason }) => reason)).toEqual([
      "a resource that still refers to it, routes/r, could not be changed",
    ]);
  });

  test("revoking a credential does not wait for its consumer", async () => {
    const { double, sync } = await start({ failures: [{ on: /PUT \/consumers$/, after: 1, how: refused }] });
    await sync({ consumers: [{ username: "a", credentials: [keyAuth("x", "canary-9")] }] });
    const report = await sync({ consumers: [{ username: "a", desc: "changed" }] });
    expect([report.failed.length, double.store.keys()]).toEqual([1, ["/apisix/consumers/a"]]);
  });

  test("a refused API key stops everything", async () => {
    const how = { status: 401, body: '{"error_msg":"failed to check token","description":"wrong apikey"}' };
    const { double, sync } = await start({ failures: [{ on: /PUT/, how }] });
    const report = await sync(
      { consumers: [{ username: "a" }, { username: "b" }, { username: "c" }] },
      { concurrency: 1 },
    );
    expect([report.failed.length, report.notTried.length, double.writes().length]).toEqual([1, 2, 1]);
  });

  test("a gateway that is gone stops everything", async () => {
    const { sync } = await start({ failures: [{ on: /PUT/, how: "drop" }] });
    const consumers = Array.from({ length: 30 }, (_, index) => ({ username: `c${index}` }));
    const report = await sync({ consumers }, { concurrency: 1 });
    expect([report.failed.length, report.notTried.length]).toEqual([5, 25]);
    expect(report.notTried[0]?.reason).toBe("the gateway does not answer");
  });

  test("a gateway that only fails is left in peace", async () => {
    const how = { status: 500, body: '{"error_msg":"etcd"}' };
    const { double, sync } = await start({ failures: [{ on: /PUT/, how }] });
    const consumers = Array.from({ length: 40 }, (_, index) => ({ username: `c${index}` }));
    const report = await sync({ consumers }, { concurrency: 1 });
    expect([report.failed.length, report.notTried.length]).toEqual([25, 15]);
    expect(report.notTried[0]?.reason).toBe("the gateway answers 500 to everything");
    expect(double.store.keys()).toEqual([]);
  });

  test("after any failure the next run converges", async () => {
    const { planFor, sync } = await start({
      failures: [{ on: /(PUT|DELETE)/, after: 4, times: 3, how: "drop-answer" }],
    });
    await sync(company, { concurrency: 2 });
    await sync(company);
    expect((await planFor(company)).changes).toEqual([]);
  });
});

test("an abort finishes what runs and reports the rest", async () => {
  const { double, sync } = await start({ failures: [{ on: /PUT/, how: { delayMs: 20 } }] });
  const consumers = Array.from({ length: 10 }, (_, index) => ({ username: `c${index}` }));
  const controller = new AbortController();
  const onEvent = ({ type }: ApplyEvent): void => {
    if (type === "applied") controller.abort();
  };
  const report = await sync({ consumers }, { concurrency: 2, signal: controller.signal, onEvent });
  expect(report.applied.length).toBe(double.store.keys().length);
  expect([report.applied.length, report.failed.length, report.notTried.length]).toEqual([2, 0, 8]);
  expect(new Set(report.notTried.map(({ reason }) => reason))).toEqual(new Set(["interrupted"]));
});

test("events count up to the total", async () => {
  const { sync } = await start();
  const events: string[] = [];
  await sync(
    { consumers: [{ username: "a", credentials: [keyAuth("x", "k")] }] },
    { onEvent: ({ type, done, total, change }) => void events.push(`${type} ${change.id} ${done}/${total}`) },
  );
  expect(events).toEqual(["started a 0/2", "applied a 1/2", "started x 1/2", "applied x 2/2"]);
});

test("no secret in anything that may be shown, whatever goes wrong", async () => {
  const quoting = (secret: string) => ({ status: 400, body: JSON.stringify({ error_msg: `got "${secret}"` }) });
  const { gateway, planFor } = await start({
    failures: [
      { on: /PUT .*credentials\/main/, how: quoting("canary-1") },
      { on: /PUT .*acme\/credentials/, how: quoting("canary-2") },
      { on: /PUT .*jwt_user\/credentials/, how: quoting("canary-3-0123456789-0123456789-01") },
      { on: /PUT .*basic\/credentials/, how: { status: 400, body: "canary-4" } },
    ],
  });
  const made = await planFor(company);
  const events: ApplyEvent[] = [];
  const report = await applyPlan(gateway, made, { onEvent: (event) => void events.push(event) });
  const hideWritten = (key: string, value: unknown): unknown =>
    key === "before" || key === "after" ? undefined : value;
  const shown = made.changes.map(({ before: _before, after: _after, ...rest }) => rest);
  expect(report.failed.length).toBe(4);
  expect(JSON.stringify(shown)).toContain("sha256:");
  expect(JSON.stringify(shown)).not.toContain("canary");
  expect(JSON.stringify([report, events], hideWritten)).toContain("got ");
  expect(JSON.stringify([report, events], hideWritten)).not.toContain("canary");
});
