/** Which backend a server gets, by what it answers. */
import { afterEach, expect, test } from "vitest";
import { backendNames } from "../../src/cli/connection-options.ts";
import { detectBackend } from "../../src/gateway/detect.ts";
import { backends } from "../../src/gateway/index.ts";
import { type DoubleOptions, startGatewayDouble } from "../gateway-double/server.ts";

const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const opened of open.splice(0)) await opened.close();
});

const answer = (on: RegExp, body: unknown, server = "nginx", status = 200) => ({
  on,
  how: { status, body: JSON.stringify(body), headers: { server } },
});
const listed = { total: 1, list: [{ key: "/apisix/consumers/jack", value: { username: "jack" } }] };
const empty = { total: 0, list: [] };
const page = /^GET \/consumers/;
const notThere = answer(/gateway_groups|configs/, { error_msg: "404 Route Not Found" }, "nginx", 404);

test.each<[name: string, double: DoubleOptions, backend: string, calls: number]>([
  ["APISIX", {}, "apisix", 1],
  ["API7", { mode: "api7" }, "api7", 3],
  ["standalone", { mode: "standalone" }, "standalone", 2],
  ["rollcall", { failures: [answer(page, empty, "rollcall/0.1.0")] }, "rollcall", 1],
  ["an APISIX that hides its name, with consumers", { failures: [answer(page, listed)] }, "apisix", 1],
  ["an APISIX that hides its name, without any", { failures: [answer(page, empty), notThere] }, "apisix", 2],
  ["an API7 that needs no group", { mode: "api7", failures: [answer(page, empty, "openresty")] }, "api7", 2],
  ["a server that answers everything with an empty list", { failures: [answer(/./, empty)] }, "apisix", 2],
  ["something else, which its backend will describe", { failures: [answer(/./, "hello")] }, "apisix", 3],
])("%s", async (_, options, backend, calls) => {
  const double = await startGatewayDouble(options);
  open.push(double);
  expect(await detectBackend({ server: double.url, token: "test-admin-key" })).toBe(backend);
  expect(double.calls.map(({ method }) => method)).toEqual(new Array(calls).fill("GET"));
});

test.each([
  ["a file", { server: "conf/apisix.yaml", token: "" }, "standalone"],
  ["a file: address", { server: "file:///etc/apisix.json", token: "" }, "standalone"],
  ["a gateway group", { server: "http://127.0.0.1:1", token: "k", gatewayGroup: "g" }, "api7"],
])("%s says enough without a call", async (_, options, backend) => {
  expect(await detectBackend(options)).toBe(backend);
});

test.each<[name: string, double: DoubleOptions, expected: RegExp]>([
  ["a wrong key", { apiKey: "another" }, /GET \/consumers.* answered 401 \(the API key was refused\)/],
  ["a server that fails", { failures: [answer(/./, {}, "nginx", 500)] }, /GET \/consumers.* answered 500/],
])("%s is told at once", async (_, options, expected) => {
  const double = await startGatewayDouble(options);
  open.push(double);
  await expect(detectBackend({ server: double.url, token: "test-admin-key", retries: 0 })).rejects.toThrow(expected);
  expect(double.calls.length).toBe(1);
});

test("the command line offers every backend", () => {
  expect(backendNames).toEqual(Object.keys(backends));
});
