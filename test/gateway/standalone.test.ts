/** The backend of an API-driven standalone APISIX against a server that behaves as the reference says, or misbehaves. */
import { afterEach, describe, expect, test } from "vitest";
import { applyPlan } from "../../src/gateway/apply-plan.ts";
import type { Gateway } from "../../src/gateway/contract.ts";
import { standaloneGateway } from "../../src/gateway/standalone.ts";
import { type Kind, kinds } from "../../src/model/config.ts";
import type { Change } from "../../src/plan/contract.ts";
import { type DoubleOptions, type GatewayDouble, startGatewayDouble } from "../gateway-double/server.ts";
import { change } from "./changes.ts";

const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const opened of open.splice(0).reverse()) await opened.close();
});

async function start(options: DoubleOptions = {}): Promise<{ double: GatewayDouble; gateway: Gateway }> {
  const double = await startGatewayDouble({ ...options, mode: "standalone" });
  open.push(double);
  const gateway = standaloneGateway({ server: double.url, token: "test-admin-key", retryDelayMs: 1 });
  open.push(gateway);
  return { double, gateway };
}

const jack = change("consumers", "jack", { username: "jack", desc: "d" });
const key = change(
  "credentials",
  "k",
  { id: "k", name: "k", plugins: { "key-auth": { key: "canary-key-5d1" } } },
  {
    consumer: "jack",
  },
);
const route = change("routes", "r", { id: "r", uri: "/" });
const all: ReadonlySet<Kind> = new Set(kinds);
const planOf = (...changes: readonly Change[]) => ({
  changes,
  incomparable: [],
  unchanged: 0,
  managed: 0,
  liveDigest: "",
});

/** What the double must already hold. */
const held = {
  routes: [{ id: 1, uri: "/kept", update_time: 5 }],
  routes_conf_version: 7,
  ssls: [{ id: "s", cert: "c" }],
  ssls_conf_version: 3,
  consumers: [{ username: "jill" }, { id: "jill/credentials/x", plugins: { "key-auth": { key: "k" } } }],
  consumers_conf_version: 4,
};

test("a plan is one write, of which only changed sections raise their version", async () => {
  const { double, gateway } = await start();
  Object.assign(double.standalone.document, structuredClone(held));
  await gateway.read(all);
  const report = await applyPlan(gateway, planOf(jack, key));
  expect(report).toMatchObject({ applied: [jack, key], failed: [], notTried: [] });
  expect(double.writes()).toEqual(["PUT /configs"]);
  expect(double.standalone.document).toMatchObject({
    ...held,
    consumers: [
      ...held.consumers,
      { username: "jack", desc: "d" },
      { id: "jack/credentials/k", name: "k", plugins: { "key-auth": { key: "canary-key-5d1" } } },
    ],
    consumers_conf_version: 5,
    services_conf_version: 0,
  });
});

test("reads consumers with their credentials, without server fields; a name that is missing is the id", async () => {
  const { double, gateway } = await start();
  Object.assign(double.standalone.document, structuredClone(held));
  const live = await gateway.read(new Set<Kind>(["consumers", "routes", "services"]));
  expect(live.consumers).toEqual([
    {
      id: "jill",
      hasOwnId: true,
      value: { username: "jill" },
      credentials: [{ id: "x", hasOwnId: true, value: { name: "x", plugins: { "key-auth": { key: "k" } } } }],
    },
  ]);
  expect(live.routes).toEqual([{ id: "1", hasOwnId: true, value: { id: 1, uri: "/kept" } }]);
  expect([...live.declared].sort()).toEqual(["consumers", "credentials", "routes", "services"]);
});

test("a consumer goes with its credentials; an id that is a number stays one", async () => {
  const { double, gateway } = await start();
  Object.assign(double.standalone.document, structuredClone(held));
  await gateway.read(all);
  const update = change("routes", "1", { id: "1", uri: "/new" }, { action: "update" });
  await gateway.applyAll?.([change("consumers", "jill", undefined), update]);
  expect(double.standalone.document).toMatchObject({ consumers: [], routes: [{ id: 1, uri: "/new" }] });
});

test("single changes one after the other work too", async () => {
  const { double, gateway } = await start();
  await Promise.all([gateway.apply(jack), gateway.apply(key), gateway.apply(route)]);
  expect(double.writes()).toEqual(["PUT /configs", "PUT /configs", "PUT /configs"]);
  expect(double.standalone.document).toMatchObject({ consumers_conf_version: 2, routes_conf_version: 1 });
});

describe("all or nothing", () => {
  test("a refusal fails every change, with the gateway's words and no secret", async () => {
    const refusal = { status: 400, body: JSON.stringify({ error_msg: "invalid consumers: canary-key-5d1 is bad" }) };
    const { gateway } = await start({ failures: [{ on: /^PUT/, how: refusal }] });
    const report = await applyPlan(gateway, planOf(jack, key));
    const message = "PUT /configs: the gateway answered 400: invalid consumers: *** is bad";
    expect(report.failed.map((failed) => [failed.change.id, failed.message, failed.status])).toEqual([
      ["jack", message, 400],
      ["k", message, 400],
    ]);
  });

  test("a document that moved since it was read is left alone", async () => {
    const { double, gateway } = await start();
    await gateway.read(all);
    const other = standaloneGateway({ server: double.url, token: "test-admin-key" });
    open.push(other);
    await other.apply(route);
    const report = await applyPlan(gateway, planOf(jack));
    expect(report.failed.map(({ message }) => message)).toEqual([
      "the configuration has been changed by somebody else since it was read. Nothing was written; run this again",
    ]);
    expect(double.standalone.document["consumers"]).toBeUndefined();
  });

  test.each<[name: string, theirs: object, message: RegExp]>([
    [
      "the same section",
      { consumers: [{ username: "theirs" }], consumers_conf_version: 1 },
      /now holds another: somebody else wrote at the same time/,
    ],
    ["another section", { routes_conf_version: 1 }, /answered 400: routes_conf_version must be greater than or equal/],
  ])("somebody who writes %s between the question and the write is noticed", async (_, theirs, message) => {
    const { double, gateway } = await start({
      onCall: ({ method }) => {
        if (method === "PUT") Object.assign(double.standalone.document, theirs);
      },
    });
    const report = await applyPlan(gateway, planOf(jack));
    expect(report.applied).toEqual([]);
    expect(report.failed[0]?.message).toMatch(message);
    expect(double.standalone.document).toMatchObject(theirs);
  });

  test("an answer that was lost", async () => {
    const { double, gateway } = await start({ failures: [{ on: /^PUT/, times: 1, how: "drop-answer" }] });
    expect(await applyPlan(gateway, planOf(jack, key))).toMatchObject({ failed: [], notTried: [] });
    expect(double.writes()).toEqual(["PUT /configs", "PUT /configs"]);
    expect(double.standalone.document["consumers_conf_version"]).toBe(1);
  });

  test("a write after which the gateway is gone is told as such", async () => {
    const { double, gateway } = await start({ failures: [{ on: /^GET/, after: 1, how: "drop" }] });
    await gateway.read(all);
    const report = await applyPlan(gateway, planOf(jack));
    expect(report.failed[0]?.message).toMatch(/^the configuration was taken, but could not be looked at again: GET/);
    expect(double.standalone.document["consumers_conf_version"]).toBe(1);
  });

  test("an interruption before the write", async () => {
    const { double, gateway } = await start();
    const report = await applyPlan(gateway, planOf(jack, key), { signal: AbortSignal.abort() });
    expect(report.notTried.map(({ reason }) => reason)).toEqual(["interrupted", "interrupted"]);
    expect(double.writes()).toEqual([]);
  });
});

test.each<[name: string, body: string, expected: RegExp]>([
  ["another server", '{"hello":"canary"}', /no configuration with versions/],
  ["a page", "<html>", /an HTML page/],
  ["a section that is no list", '{"routes_conf_version":1,"routes":"x"}', /routes of the configuration is not a list/],
  ["an item that is none", '{"routes_conf_version":1,"routes":[5]}', /item 1 of routes is no resource/],
  [
    "an id twice",
    '{"routes_conf_version":1,"routes":[{"id":"a"},{"id":"a"}]}',
    /item 2 of routes has the id of another/,
  ],
])("%s is no empty gateway", async (_, body, expected) => {
  const { gateway } = await start({ failures: [{ how: { status: 200, body } }] });
  await expect(gateway.read(all)).rejects.toThrow(expected);
});

test("Lua's empty tables are empty lists", async () => {
  const body = '{"routes_conf_version":1,"routes":{},"consumers":null}';
  const { gateway } = await start({ failures: [{ how: { status: 200, body } }] });
  expect(await gateway.read(all)).toMatchObject({ routes: [], consumers: [] });
});
