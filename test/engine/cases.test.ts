/** Runs every table in `cases/`: the sentences of the gateway reference as configuration, requests and results. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Decision, EngineServices, Forward, HeaderList, Refusal } from "../../src/engine/contract.ts";
import { createRemoteCounters, type RemoteCounters } from "../../src/proxy/redis/remote-counters.ts";
import { hasRedis, type RedisServer, startRedis } from "../cli/redis-server.ts";
import { type Case, openCase, type Row, readCaseFiles, toRequest } from "./case-file.ts";

const files = readCaseFiles();

for (const { topic, cases } of files) {
  describe(topic, () => {
    for (const each of cases) {
      test(each.name, () => runCase(each));
    }
  });
}

describe.skipIf(!hasRedis)("limit-count, counted in Redis", () => {
  let server: RedisServer;
  let remote: RemoteCounters;
  let database = 0;
  beforeAll(async () => {
    server = await startRedis();
    remote = createRemoteCounters({ clock: "engine" });
  });
  afterAll(async () => {
    remote?.close();
    await server?.kill();
  });

  const cases = files.find(({ topic }) => topic === "limit-count")?.cases ?? [];
  for (const each of cases.filter(
    ({ store, requests }) => !store && !requests.some(({ send }) => /redis/.test(send)),
  )) {
    test(each.name, () => {
      const settings = {
        policy: "redis",
        redis_host: "127.0.0.1",
        redis_port: server.port,
        redis_password: server.password,
        // Each case begins with no counters.
        redis_database: database++,
      };
      return runCase(withSettings(each, settings), { remoteCounters: remote.find });
    });
  }
});

async function runCase(each: Case, services: Partial<EngineServices> = {}): Promise<void> {
  const { engine, clock } = openCase(each, services);
  const start = clock.now;
  for (const [index, row] of each.requests.entries()) {
    if (row.at !== undefined) clock.now = start + row.at * 1000;
    const decision = await engine.decide(toRequest(row, each));
    expectRow(decision, row, `request ${index + 1}: ${row.name ?? row.send}`);
  }
}

/** The case with these settings in every limit-count. */
function withSettings(each: Case, settings: Readonly<Record<string, unknown>>): Case {
  const text = JSON.stringify(each, (name, value: unknown) =>
    name === "limit-count" ? { ...(value as object), ...settings } : value,
  );
  return JSON.parse(text) as Case;
}

test("there are at least 200 rows", () => {
  const rows = files.flatMap(({ cases }) => cases).reduce((sum, each) => sum + each.requests.length, 0);
  expect(rows).toBeGreaterThanOrEqual(200);
});

function expectRow(decision: Decision, row: Row, label: string): void {
  const told = decision.kind === "respond" ? `${label} (answered ${decision.status}: ${decision.reason})` : label;
  const status = decision.kind === "respond" ? decision.status : undefined;
  expect(status, told).toBe(row.status);
  const headers = decision.kind === "respond" ? decision.headers : decision.responseHeaders;
  for (const [name, value] of Object.entries(row.response ?? {})) {
    const expected = value === null ? [] : [value].flat();
    const found = valuesOf(headers, name);
    expect(found, `${told}: response ${name}`).toEqual(
      expected.map((item) => (isPattern(item) ? expect.stringMatching(pattern(item)) : item)),
    );
  }
  if (decision.kind === "respond") expectAnswer(decision, row, told);
  else expectUpstream(decision, row, told);
}

function expectAnswer(decision: Refusal, row: Row, label: string): void {
  if (row.answer !== undefined) {
    const isText = typeof row.answer === "string";
    expect(isText ? decision.body : JSON.parse(decision.body), `${label}: body`).toEqual(row.answer);
    if (!isText) expect(valuesOf(decision.headers, "content-type"), label).toEqual(["application/json"]);
  }
  if (row.plugin !== undefined) expect(decision.plugin, label).toBe(row.plugin);
  if (row.reason !== undefined) expect(decision.reason, label).toContain(row.reason);
}

function expectUpstream(decision: Forward, row: Row, label: string): void {
  const { method, target, route, consumer, credential, headers = {} } = row.upstream ?? {};
  if (method !== undefined) expect(decision.method, `${label}: method`).toBe(method);
  if (target !== undefined) expect(decision.target, `${label}: target`).toBe(target);
  if (route !== undefined) expect(decision.route.id, `${label}: route`).toBe(route);
  if (consumer !== undefined) expect(decision.consumer ?? null, `${label}: consumer`).toBe(consumer);
  if (credential !== undefined) expect(decision.credentialId ?? null, `${label}: credential`).toBe(credential);
  if (consumer !== undefined) {
    expect(valuesOf(decision.headers, "x-consumer-username"), label).toEqual(consumer === null ? [] : [consumer]);
  }
  for (const [name, value] of Object.entries(headers)) {
    const expected = value === null ? [] : [isPattern(value) ? expect.stringMatching(pattern(value)) : value];
    expect(valuesOf(decision.headers, name), `${label}: upstream ${name}`).toEqual(expected);
  }
}

function valuesOf(headers: HeaderList, name: string): readonly string[] {
  return headers.filter(([each]) => each.toLowerCase() === name.toLowerCase()).map(([, value]) => value);
}

/** `~…` in a table is a regular expression. */
function isPattern(value: string): boolean {
  return value.startsWith("~");
}

function pattern(value: string): RegExp {
  return new RegExp(value.slice(1));
}
