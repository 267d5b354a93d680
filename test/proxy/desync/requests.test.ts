/** Malformed and ambiguous requests: refused, or sent on in one form; and nobody's next request is touched by them. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { defaultLimits, type ProxyEvent, type RunningProxy } from "../../../src/proxy/contract.ts";
import { readPlainRequest } from "../../../src/proxy/plain-request.ts";
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

/** A request that the fast reader takes, so that what comes next does not come to a connection of node:http. */
const plain = "GET /opened HTTP/1.1\r\nHost: h\r\n\r\n";

type Way = "with the next" | "alone" | "behind a plain one";

/** The bytes in the pieces in which they are written. */
const waysOf: Readonly<Record<Way, (bytes: string, next: readonly string[]) => readonly string[]>> = {
  "with the next": (bytes, next) => [bytes + next.join("")],
  alone: (bytes, next) => [bytes, ...next],
  "behind a plain one": (bytes, next) => [plain, bytes, ...next],
};

async function play(each: RequestCase, way: Way): Promise<void> {
  upstream.forget();
  const { outcome } = each;
  const before = way === "behind a plain one" ? ["GET /opened"] : [];
  const intended = outcome.kind === "served" || outcome.kind === "cut" ? outcome.served : [];
  const keepsOpen = outcome.kind === "answered" || (outcome.kind === "served" && !outcome.closes);
  const wanted = keepsOpen ? before.length + Math.max(intended.length, 1) + 1 : Number.POSITIVE_INFINITY;
  const methods = [...[...before, ...intended].map((one) => one.split(" ", 1)[0] ?? ""), "GET"];
  const parts = waysOf[way](each.bytes, each.isEnded ? [] : [next]);
  const { fault, rest, isClosed, ...read } = await exchange(
    proxy.address.port,
    parts,
    methods,
    wanted,
    each.isEnded,
    before.length,
  );
  const answers = read.answers.slice(before.length);
  expect(read.answers.slice(0, before.length).map(({ body }) => body)).toEqual(before.map((one) => `answer to ${one}`));
  expect(upstream.requests.slice(0, before.length).map(told)).toEqual(before);
  const requests = upstream.requests.slice(before.length);
  const seen = requests.map(told);
  const [firstSeen] = requests;
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
      // Node tells a client that it has sent too much if that comes when all has been answered.
      const isTold = outcome.closes && way !== "with the next" && statuses.length > all.length;
      if (isTold) expect(statuses.pop()).toBe(400);
      expect({ seen, statuses, rest, isClosed }).toEqual({
        seen: all,
        statuses: all.map(() => 200),
        rest: "",
        isClosed: outcome.closes,
      });
      const bodies = answers.slice(0, all.length).map(({ body }) => body);
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
  const control = "GET /control HTTP/1.1\r\nHost: h\r\n\r\n";
  const { answers, rest } = await exchange(proxy.address.port, [control], ["GET"], 1);
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
  test.each(cases.map((each) => [each.name, each] as const))("%s", (_name, each) => play(each, "with the next"));
});

/** All that the fast reader takes, and every so many of those that it declines: to those it is all the same what they are. */
const step = Number(process.env["DESYNC_STEP"] ?? 6);
const limits = { headerBytes: defaultLimits.headerBytes, headerCount: defaultLimits.headerCount };
const taken = (each: RequestCase): boolean => readPlainRequest(Buffer.from(each.bytes, "latin1"), limits) !== undefined;

describe.each(["alone", "behind a plain one"] as const)("%s", (way) => {
  const cases = topics.flatMap(([, each]) => each).filter((each, index) => index % step === 0 || taken(each));
  test.each(cases.map((each) => [each.name, each] as const))("%s", (_name, each) => play(each, way));
});

test("the corpus has no case twice, and connections to the upstream were used again", () => {
  const all = topics.flatMap(([, cases]) => cases);
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  expect(all.length).toBeGreaterThanOrEqual(300);
  expect(upstream.connections()).toBeLessThan(all.length);
});
