/** Runs every table in `cases/`: the sentences of the gateway reference as configuration, requests and results. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createRemoteCounters, type RemoteCounters } from "../../src/proxy/redis/remote-counters.ts";
import { hasRedis, type RedisServer, startRedis } from "../cli/redis-server.ts";
import { type Case, readCaseFiles } from "./case-file.ts";
import { runCase } from "./run-case.ts";

const files = readCaseFiles();

for (const { topic, cases } of files) {
  describe(topic, () => {
    for (const each of cases) {
      test(each.name, () => runCase(each));
    }
  });
}

/** The tables that count by the clock. The places of limit-conn are leases there: test/proxy/redis tells of them. */
const counted = ["limit-count", "limit-req"];

describe.skipIf(!hasRedis)("counted in Redis", () => {
  let server: RedisServer;
  let remote: RemoteCounters;
  let database = 0;
  beforeAll(async () => {
    server = await startRedis({ arguments: ["--port", "PORT", "--databases", "512"] });
    remote = createRemoteCounters({ clock: "engine" });
  });
  afterAll(async () => {
    remote?.close();
    await server?.kill();
  });

  for (const { topic, cases } of files.filter((file) => counted.includes(file.topic))) {
    const isAsked = ({ store, requests }: Case) => !store && !requests.some(({ send }) => /redis/.test(send));
    test.each(cases.filter(isAsked).map((each) => [`${topic}: ${each.name}`, each] as const))("%s", (_, each) => {
      const settings = {
        policy: "redis",
        redis_host: "127.0.0.1",
        redis_port: server.port,
        redis_password: server.password,
        // A busy machine may take longer to connect than the default allows.
        redis_timeout: 20_000,
        // Each case begins with no counters.
        redis_database: database++,
      };
      return runCase(withSettings(each, settings), { remoteCounters: remote.find });
    });
  }
});

/** The case with these settings in everything that counts. */
function withSettings(each: Case, settings: Readonly<Record<string, unknown>>): Case {
  const text = JSON.stringify(each, (name, value: unknown) =>
    counted.includes(name) ? { ...(value as object), ...settings } : value,
  );
  return JSON.parse(text) as Case;
}

test("there are at least 400 rows, and 25 for each plugin that is a topic of its own", () => {
  const rows = files.map(
    ({ topic, cases }) => [topic, cases.reduce((sum, each) => sum + each.requests.length, 0)] as const,
  );
  expect(rows.reduce((sum, [, count]) => sum + count, 0)).toBeGreaterThanOrEqual(400);
  const plugins = [
    "limit-req",
    "limit-conn",
    "cors",
    "proxy-rewrite",
    "response-rewrite",
    "fault-injection",
    "mocking",
  ];
  const few = plugins.filter((plugin) => !rows.some(([topic, count]) => topic === plugin && count >= 25));
  expect(few).toEqual([]);
});
