/** The tables of test/engine/cases over real sockets: one upstream and one proxy a case, and a client that sees bytes only. */
import { request as httpRequest, type IncomingMessage, type ServerResponse } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CompiledUpstream } from "../../src/artifact/contract.ts";
import type { Decision, GatewayRequest } from "../../src/engine/contract.ts";
import type { Engine } from "../../src/engine/decide.ts";
import type { RunningProxy } from "../../src/proxy/contract.ts";
import { startProxy } from "../../src/proxy/start-proxy.ts";
import { type Case, openCase, type Row, readCaseFiles, type Surroundings, toRequest } from "../engine/case-file.ts";
import { isPattern, pattern } from "../engine/run-case.ts";
import { node, startUpstream, type Upstream, until } from "./harness.ts";

/** What the proxy refuses before it asks the engine (docs/compatibility.md, Requests), and what no HTTP client sends. */
function isForTheEngineOnly({ send, headers = {} }: Row): boolean {
  const values = [send, ...Object.values(headers).flat().map(String)];
  return (
    / (?!\/)/.test(send) ||
    values.some((value) => /[^\x20-\x7e]|\{repeat:/.test(value)) ||
    Object.keys(headers).some((name) => !/^[\w-]+$/.test(name))
  );
}

interface Got {
  readonly status: number;
  readonly headers: readonly string[];
  readonly body: Buffer;
}

/** What the one upstream answers next, and what it has seen. */
let row: Row;
let seen: IncomingMessage | undefined;
const held = new Map<string, ServerResponse>();
let upstream: Upstream;
let proxy: RunningProxy;
let engine: Engine;
let decision: Decision | undefined;

beforeAll(async () => {
  upstream = await startUpstream((message, response) => {
    seen = message;
    const { keep, answers = {} } = row;
    const headers = Object.entries(answers.headers ?? {}).flatMap(([name, value]) =>
      [value].flat().flatMap((item) => [name, item]),
    );
    response.sendDate = false;
    message.resume();
    response.writeHead(answers.status ?? 200, headers);
    if (keep === undefined) response.end(answers.body ?? "");
    else {
      response.flushHeaders();
      held.set(keep, response);
    }
  });
  proxy = await startProxy({ listen: { host: "127.0.0.1", port: 0 }, engine: { decide } });
});

afterAll(async () => {
  await proxy.close({ graceMs: 50 });
  await upstream.close();
});

/** The request as the row has it where a socket of this machine cannot say so: client address and scheme. */
async function decide(received: GatewayRequest): Promise<Decision> {
  const { target, method, headers } = received;
  decision = await engine.decide({
    method,
    target,
    headers,
    remoteAddress: row.from ?? "127.0.0.1",
    scheme: row.scheme ?? "http",
    readBody: async (limit) => received.readBody?.(limit),
  });
  return decision.kind === "forward" ? { ...decision, upstream: here(decision.upstream) } : decision;
}

const upstreams = new WeakMap<CompiledUpstream, CompiledUpstream>();

function here(asked: CompiledUpstream): CompiledUpstream {
  const known = upstreams.get(asked) ?? { ...asked, scheme: "http" as const, nodes: [node(upstream.port)] };
  upstreams.set(asked, known);
  return known;
}

for (const { topic, cases } of readCaseFiles()) {
  describe(topic, () => {
    for (const each of cases) test(each.name, () => runCase(each));
  });
}

async function runCase(each: Case): Promise<void> {
  const opened = openCase(each);
  engine = opened.engine;
  const start = opened.clock.now;
  const pending: Promise<Got>[] = [];
  for (const [index, next] of each.requests.entries()) {
    row = next;
    if (row.at !== undefined) opened.clock.now = start + row.at * 1000;
    for (const name of row.ends ?? []) finish(name);
    await until(() => proxy.stats().activeRequests === held.size);
    if (isForTheEngineOnly(row)) continue;
    await runRow(each, `request ${index + 1}: ${row.name ?? row.send}`, opened.clock, pending);
  }
  for (const name of [...held.keys()]) finish(name);
  await Promise.all(pending);
}

function finish(name: string): void {
  held.get(name)?.end();
  held.delete(name);
}

async function runRow(each: Case, label: string, clock: Surroundings, pending: Promise<Got>[]): Promise<void> {
  clock.random = row.random ?? 0.5;
  clock.slept = 0;
  seen = undefined;
  const got = send(toRequest(row, each), row.body);
  got.catch(() => undefined);
  if (row.keep !== undefined) {
    pending.push(got);
    await until(() => held.size > 0 && seen !== undefined);
  } else {
    expectAnswer(await got, label);
  }
  if (row.status === undefined) expectSeen(label);
  expect(clock.slept, `${label}: delay`).toBeCloseTo(row.delay ?? 0, 3);
}

function send({ method, target, headers }: GatewayRequest, body: string | undefined): Promise<Got> {
  const hasHost = headers.some(([name]) => name.toLowerCase() === "host");
  const flat = [...(hasHost ? [] : ["Host", "localhost"]), ...headers.flat(), "Connection", "close"];
  if (body !== undefined) flat.push("Content-Length", String(Buffer.byteLength(body)));
  return new Promise((resolve, reject) => {
    const { host, port } = proxy.address;
    const request = httpRequest({ host, port, method, path: target, headers: flat, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.rawHeaders, body: Buffer.concat(chunks) }),
      );
    });
    request.on("error", reject);
    request.end(body);
  });
}

function expectAnswer({ status, headers, body }: Got, label: string): void {
  if (row.gets?.body === "(cannot be rewritten)") {
    expect(status, label).toBe(502);
    return;
  }
  const told = decision?.kind === "respond" ? `${label} (${decision.reason})` : label;
  expect(status, told).toBe(row.status ?? row.gets?.status ?? row.answers?.status ?? 200);
  const text = row.status === undefined ? row.gets?.body : row.answer;
  const isJson = typeof text === "object";
  if (text !== undefined && !isJson)
    expect([body.toString(), body.toString("base64")], `${told}: body`).toContain(text);
  if (isJson) expect(JSON.parse(body.toString()), `${told}: body`).toEqual(text);
  for (const [name, value] of Object.entries(row.response ?? {})) expectHeader(headers, name, value, told);
}

function expectHeader(raw: readonly string[], name: string, value: Row["response"] | unknown, label: string): void {
  const found = raw.flatMap((each, index) =>
    index % 2 === 0 && each.toLowerCase() === name.toLowerCase() ? [raw[index + 1] ?? ""] : [],
  );
  const expected = value === null ? [] : [value].flat().map(String);
  expect(found, `${label}: ${name}`).toEqual(
    expected.map((item) => (isPattern(item) ? expect.stringMatching(pattern(item)) : item)),
  );
}

function expectSeen(label: string): void {
  if (!seen) throw new Error(`${label}: the upstream was not asked`);
  const { method, target, host, headers = {} } = row.upstream ?? {};
  if (method !== undefined) expect(seen.method, `${label}: method`).toBe(method);
  if (target !== undefined) expect(seen.url, `${label}: target`).toBe(target);
  if (host !== undefined) expect(seen.headers.host, `${label}: host`).toBe(host);
  for (const [name, value] of Object.entries(headers)) expectHeader(seen.rawHeaders, name, value, `${label}: upstream`);
}
