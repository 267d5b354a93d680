/** Malformed and ambiguous requests: refused, or sent on in one form; and nobody's next request is touched by them. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ProxyEvent, RunningProxy } from "../../../src/proxy/contract.ts";
import { startProxy } from "../../../src/proxy/start-proxy.ts";
import { openCase } from "../../engine/case-file.ts";
import { until } from "../harness.ts";
import { chunkCases } from "./cases/chunks.ts";
import { headerCases } from "./cases/headers.ts";
import { lengthCases } from "./cases/lengths.ts";
import { pipelineCases } from "./cases/pipelines.ts";
import { requestLineCases } from "./cases/request-lines.ts";
import { exchange } from "./exchange.ts";
import { type RawUpstream, startRawUpstream, told } from "./raw-upstream.ts";
import { next, type RequestCase } from "./request-case.ts";
import { valuesOf } from "./strict-reader.ts";

let upstream: RawUpstream;
let proxy: RunningProxy;
const events: ProxyEvent[] = [];

beforeAll(async () => {
  upstream = await startRawUpstream((request) => {
    const body = request.method === "HEAD" ? "" : `answer to ${told(request)}`;
    return `HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\nX-Target: ${request.target}\r\n\r\n${body}`;
  });
  const nodes = { nodes: { [`127.0.0.1:${upstream.port}`]: 1 } };
  const { engine } = openCase({
    name: "desync",
    config: {
      consumers: [{ username: "jane", credentials: [{ name: "k", plugins: { "key-auth": { key: "jane-key" } } }] }],
      routes: [
        {
          id: "open",
          uris: ["/f*", "/o*", "/n", "/next", "/control", "/smuggled", "/x", "/ws", "/%*"],
          upstream: nodes,
        },
        { id: "auth", uri: "/auth", plugins: { "key-auth": {} }, upstream: nodes },
      ],
    },
    requests: [],
  });
  proxy = await startProxy({
    listen: { host: "127.0.0.1", port: 0 },
    engine,
    limits: { headersTimeout: 1_000, requestTimeout: 2_000 },
    log: (event) => events.push(event),
  });
});

afterAll(async () => {
  await proxy.close({ graceMs: 50 });
  await upstream.close();
});

async function play(each: RequestCase): Promise<void> {
  upstream.forget();
  const { outcome } = each;
  const intended = outcome.kind === "served" || outcome.kind === "cut" ? outcome.served : [];
  const keepsOpen = outcome.kind === "answered" || (outcome.kind === "served" && !outcome.closes);
  const wanted = keepsOpen ? Math.max(intended.length, 1) + 1 : Number.POSITIVE_INFINITY;
  const methods = [...intended.map((one) => one.split(" ", 1)[0] ?? ""), "GET"];
  const { answers, fault, rest, isClosed } = await exchange(
    proxy.address.port,
    each.bytes + (each.isEnded ? "" : next),
    methods,
    wanted,
    each.isEnded,
  );
  const seen = upstream.requests.map(told);
  const [firstSeen] = upstream.requests;
  expect({ fault, upstreamFaults: upstream.faults }).toEqual({ fault: "", upstreamFaults: [] });
  expect(seen.filter((one) => one.includes(" /smuggled"))).toEqual(
    intended.filter((one) => one.includes(" /smuggled")),
  );
  const statuses = answers.map(({ status }) => status);
  switch (outcome.kind) {
    case "refused":
      expect({ seen, isClosed, rest }).toEqual({ seen: [], isClosed: true, rest: "" });
      expect(statuses).toHaveLength(1);
      if (outcome.status === undefined) expect(statuses[0]).toBeGreaterThanOrEqual(400);
      else expect(statuses).toEqual([outcome.status]);
      break;
    case "cut":
      expect(isClosed).toBe(true);
      expect(seen).toEqual(intended.slice(0, seen.length));
      expect(statuses.slice(0, intended.length).every((status) => status === 200 || status === 400)).toBe(true);
      expect(statuses.length).toBeLessThanOrEqual(intended.length + 1);
      break;
    case "answered":
      expect({ seen, statuses, rest }).toEqual({ seen: ["GET /next"], statuses: [outcome.status, 200], rest: "" });
      break;
    case "served": {
      const all = outcome.closes ? intended : [...intended, "GET /next"];
      expect({ seen, statuses, rest, isClosed }).toEqual({
        seen: all,
        statuses: all.map(() => 200),
        rest: "",
        isClosed: outcome.closes,
      });
      const bodies = answers.map(({ body }) => body);
      expect(bodies).toEqual(all.map((one) => (one.startsWith("HEAD ") ? "" : `answer to ${one}`)));
    }
  }
  if (each.headers !== undefined && firstSeen !== undefined) {
    for (const [name, value] of Object.entries(each.headers)) {
      expect([name, ...valuesOf(firstSeen.headers, name)]).toEqual(value === null ? [name] : [name, value]);
    }
  }
  await nobodyElseIsTouched(intended);
}

/** Another client's request, on a connection to the upstream that the case has left. */
async function nobodyElseIsTouched(intended: readonly string[]): Promise<void> {
  await until(() => proxy.stats().activeRequests === 0);
  upstream.forget();
  const { answers, rest } = await exchange(proxy.address.port, "GET /control HTTP/1.1\r\nHost: h\r\n\r\n", ["GET"], 1);
  expect(answers.map(({ status, body }) => [status, body])).toEqual([[200, "answer to GET /control"]]);
  const seen = upstream.requests.map(told);
  // What was under way when the client's connection was cut may come now, but no more than that.
  expect(intended).toEqual(expect.arrayContaining(seen.filter((one) => one !== "GET /control")));
  expect({ rest, seen: seen.slice(-1), faults: upstream.faults }).toEqual({
    rest: "",
    seen: ["GET /control"],
    faults: [],
  });
}

const topics: readonly (readonly [topic: string, cases: readonly RequestCase[]])[] = [
  ["lengths and codings", lengthCases],
  ["chunks", chunkCases],
  ["request lines", requestLineCases],
  ["headers", headerCases],
  ["pipelines", pipelineCases],
];

describe.each(topics)("%s", (_topic, cases) => {
  test.each(cases.map((each) => [each.name, each] as const))("%s", (_name, each) => play(each));
});

test("the corpus has no case twice, and connections to the upstream were used again", () => {
  const all = topics.flatMap(([, cases]) => cases);
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  expect(all.length).toBeGreaterThanOrEqual(300);
  expect(upstream.connections()).toBeLessThan(all.length);
});
