/** The backend of API7 against a server that behaves as section 4.1 of the reference says, or misbehaves. */
import { afterEach, expect, test } from "vitest";
import { api7Gateway } from "../../src/gateway/api7.ts";
import type { ConnectionOptions } from "../../src/gateway/connection.ts";
import type { Gateway } from "../../src/gateway/contract.ts";
import { type Kind, kinds } from "../../src/model/config.ts";
import { type DoubleOptions, type GatewayDouble, startGatewayDouble } from "../gateway-double/server.ts";
import { change } from "./changes.ts";

const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const opened of open.splice(0).reverse()) await opened.close();
});

async function start(
  options: DoubleOptions = {},
  client: Partial<ConnectionOptions> = {},
): Promise<{ double: GatewayDouble; gateway: Gateway }> {
  const double = await startGatewayDouble({ ...options, mode: "api7" });
  open.push(double);
  const gateway = api7Gateway({ server: double.url, token: "test-admin-key", retryDelayMs: 1, ...client });
  open.push(gateway);
  return { double, gateway };
}

const all: ReadonlySet<Kind> = new Set(kinds);
const consumer = change("consumers", "jack", { username: "jack" });
const plugins = { "key-auth": { key: "canary-key-5d1" } };
const credential = change("credentials", "k", { name: "k", plugins }, { consumer: "jack" });
const route = change("routes", "r", { uri: "/" });

test("writes into its group and reads back, page by page", async () => {
  const { double, gateway } = await start(
    { groups: { g1: "one", "g 2": "two" } },
    { gatewayGroup: "two", pageSize: 10 },
  );
  const others = Array.from({ length: 24 }, (_, n) => change("consumers", `c${n}`, { username: `c${n}` }));
  for (const each of [consumer, credential, route, ...others]) await gateway.apply(each);
  const live = await gateway.read(all);
  expect(live.consumers.length).toBe(25);
  expect(live.consumers.at(-1)).toEqual({
    id: "jack",
    hasOwnId: true,
    value: { username: "jack" },
    credentials: [{ id: "k", hasOwnId: true, value: { id: "k", name: "k", plugins } }],
  });
  expect(live.routes).toEqual([{ id: "r", hasOwnId: true, value: { id: "r", uri: "/" } }]);
  expect(double.storeOf("g1").keys()).toEqual([]);
  const [groups, ...calls] = double.calls;
  expect(groups).toMatchObject({ method: "GET", path: "/api/gateway_groups", query: "" });
  expect(calls.filter(({ query }) => !query.includes("gateway_group_id=g%202"))).toEqual([]);
});

test("a delete may be repeated", async () => {
  const { gateway } = await start();
  await gateway.apply(consumer);
  await gateway.apply(change("consumers", "jack", undefined));
  await gateway.apply(change("consumers", "jack", undefined));
  expect((await gateway.read(all)).consumers).toEqual([]);
});

const listed = (body: unknown): DoubleOptions => ({
  failures: [{ on: /gateway_groups/, how: { status: 200, body: JSON.stringify(body) } }],
});
const list = [
  { id: "default", name: "a" },
  { id: "x", name: "default" },
  { id: "y", name: "b" },
  { id: "z", name: "b" },
];

test.each<[name: string, body: unknown, wanted: string | undefined, group: string]>([
  ["an id before a name", { list, total: 4 }, "default", "default"],
  ["a name", { list, total: 4 }, "a", "default"],
  ["the only one", { list: [{ id: "default", name: "n" }], total: 1 }, undefined, "default"],
  ["an id that a cut list may have left out", { list: [{ id: "q", name: "q" }], total: 30 }, "default", "default"],
])("the group is %s", async (_, body, wanted, group) => {
  const { double, gateway } = await start(listed(body), wanted === undefined ? {} : { gatewayGroup: wanted });
  await gateway.ping();
  expect(double.calls.at(-1)?.query).toContain(`gateway_group_id=${group}`);
});

test.each<[name: string, body: unknown, wanted: string | undefined, expected: RegExp]>([
  ["a name twice", { list, total: 4 }, "b", /^2 gateway groups are named b; give the id$/],
  ["an unknown one", { list, total: 4 }, "c", /no group with the id or name c. There are: a, default, b, b$/],
  ["none of several", { list, total: 4 }, undefined, /^say which gateway group is meant, with --gateway-group/],
  ["none of none", { list: [], total: 0 }, undefined, /It names none$/],
  ["something else", [1], undefined, /expected a list of gateway groups .* a list of 1; is this the address/],
])("%s is no group", async (_, body, wanted, expected) => {
  const { double, gateway } = await start(listed(body), wanted === undefined ? {} : { gatewayGroup: wanted });
  await expect(gateway.read(all)).rejects.toThrow(expected);
  expect(double.calls.every(({ path }) => path === "/api/gateway_groups")).toBe(true);
});

test.each<[name: string, body: string, expected: RegExp]>([
  ["the envelope of APISIX", '{"total":1,"list":[{"key":"/apisix/routes/r","value":{"id":"r"}}]}', /items with `id`/],
  ["no total", '{"list":[]}', /an integer `total`/],
])("%s is no list of an API7", async (_, body, expected) => {
  const { gateway } = await start({ failures: [{ on: /\/routes/, how: { status: 200, body } }] });
  await expect(gateway.read(new Set<Kind>(["routes"]))).rejects.toThrow(expected);
});

test("refusals carry the gateway's words and no secret", async () => {
  const body = JSON.stringify({ error_msg: "canary-key-5d1 is taken" });
  const { gateway } = await start({ failures: [{ on: /^PUT/, how: { status: 400, body } }] });
  await expect(gateway.apply(credential)).rejects.toThrow(
    "PUT /consumers/jack/credentials/k: the gateway answered 400: *** is taken",
  );
});

test("a list is no answer to a write", async () => {
  const { gateway } = await start({ failures: [{ on: /^PUT/, how: { status: 200, body: '{"total":0,"list":[]}' } }] });
  await expect(gateway.apply(consumer)).rejects.toThrow(/expected the written resource/);
});
