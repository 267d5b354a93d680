/** `/-/explain` over a real socket: the answer of the command, for whoever may read the status listener. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { nodeCrypto } from "../../src/crypto/node.ts";
import { createCounters } from "../../src/engine/counters.ts";
import type { Explanation } from "../../src/explain/contract.ts";
import { explain } from "../../src/explain/explain.ts";
import { requestOfLine } from "../../src/explain/request-line.ts";
import { Recorder } from "../../src/watch/recorder.ts";
import { type StatusServer, startStatus } from "../../src/watch/start-status.ts";
import { WatchedState } from "../../src/watch/watched-state.ts";
import { open } from "../artifact/acme.ts";

const token = "status-token-0123456789";
const key = "janes-key-0123456789";
const artifact = open({
  consumers: [{ username: "jane", line: 3, credentials: [{ name: "main", plugins: { "key-auth": { key } } }] }],
  routes: [
    {
      id: "shop",
      uri: "/shop/*",
      plugins: { "key-auth": {}, "limit-count": { count: 2, time_window: 60, rejected_code: 429 } },
      upstream: { nodes: { "127.0.0.1:1": 1 } },
    },
    { id: "slow", uri: "/slow", plugins: { "fault-injection": { delay: { duration: 60 } } } },
  ],
});
const watched = new WatchedState("shop.yaml");
let guarded: StatusServer;
let local: StatusServer;

beforeAll(async () => {
  watched.use(artifact);
  const common = { listen: { host: "127.0.0.1", port: 0 }, watched, recorder: new Recorder() };
  guarded = await startStatus({ ...common, token });
  local = await startStatus(common);
});
afterAll(() => Promise.all([guarded.close(), local.close()]));

interface Question {
  readonly query?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: string;
}

async function ask({ query = "", body, headers = {}, method = "POST" }: Question, server = local) {
  const type = body === undefined ? undefined : { "content-type": "application/json" };
  const response = await fetch(`${server.address.url}/-/explain${query}`, {
    method,
    headers: { ...type, ...headers },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  return { status: response.status, text: await response.text() };
}

const at = "2026-12-01T08:00:00Z";

test.each<[string, Question]>([
  ["as JSON", { body: { method: "GET", url: "/shop/1?page=2", headers: { apikey: key }, at } }],
  ["as JSON with a list", { body: { url: "/shop/1?page=2", headers: [`apikey: ${key}`], at } }],
  ["as a query", { query: `?${new URLSearchParams({ url: "/shop/1?page=2", header: `apikey: ${key}`, at })}` }],
])("a request %s is answered as the command answers", async (_name, question) => {
  const now = (): number => Date.parse(at);
  const request = {
    ...requestOfLine("GET /shop/1?page=2", [`apikey: ${key}`]),
    remoteAddress: "127.0.0.1",
    readBody: async () => new Uint8Array(),
  };
  const expected = await explain(request, artifact, { crypto: nodeCrypto, now, counters: createCounters() });
  const { status, text } = await ask(question);
  expect([status, JSON.parse(text)]).toEqual([200, JSON.parse(JSON.stringify(expected))]);
  expect(expected.consumer?.username).toBe("jane");
  expect(text).not.toContain(key);
});

test("as a curl command, told as text", async () => {
  const curl = `curl -H 'apikey: ${key}' https://api.example/shop/7`;
  const { status, text } = await ask({ body: { curl }, headers: { accept: "text/plain" } });
  expect([status, text]).toEqual([200, expect.stringContaining("GET /shop/7  passes as jane to routes/shop")]);
  expect(text).not.toContain(key);
});

test("asked ten times, a limit of two still shows its first request, and a delay is told and not waited for", async () => {
  for (let index = 0; index < 10; index++) {
    const { text } = await ask({ body: { url: "/shop/1", headers: { apikey: key } } });
    expect((JSON.parse(text) as Explanation).verdict).toBe("forwarded");
  }
  expect((await ask({ body: { url: "/slow" } })).status).toBe(200);
});

const wrong: readonly (readonly [string, Question, number, string])[] = [
  ["GET", { method: "GET" }, 405, "only POST"],
  ["no question", {}, 400, "give either url"],
  ["no JSON", { body: `{"url":"${key}` }, 400, "should be a JSON object"],
  ["an array", { body: "[]" }, 400, "should be a JSON object"],
  ["JSON of another type", { body: "{}", headers: { "content-type": "text/plain" } }, 400, "Content-Type"],
  ["both", { body: {}, query: "?url=/" }, 400, "not in both"],
  ["an unknown field", { body: { url: "/", [key]: 1 } }, 400, "there is another one"],
  ["a header that is none", { body: { url: "/", headers: [key] } }, 400, "a header is NAME: VALUE"],
  ["a header of two lines", { body: { url: "/", headers: { a: `b\r\n${key}` } } }, 400, "no line break"],
  ["a number for a text", { body: { url: 1 } }, 400, "url should be a text"],
  ["no address", { body: { url: "/", from: key } }, 400, "from should be an IPv4"],
  ["no time", { body: { url: "/", at: key } }, 400, "at should be a time"],
  ["a URL with blanks", { body: { url: `/a ${key}` } }, 400, "a request is METHOD PATH"],
  ["an option of curl that is not known", { body: { curl: `curl --nonsense ${key} http://a/` } }, 400, "--nonsense"],
  ["a parameter twice", { query: "?url=/a&url=/b" }, 400, "more than once"],
  ["too much", { body: { url: "/", body: "x".repeat(70_000) } }, 413, "65536 bytes at most"],
];
test.each(wrong)("%s is refused, and no value of the question quoted", async (_name, question, status, told) => {
  const answer = await ask(question);
  expect([answer.status, answer.text]).toEqual([status, expect.stringContaining(told)]);
  expect(answer.text).not.toContain(key);
});

test("it needs what the rest of the listener needs", async () => {
  const question = { body: { url: "/shop/1" } };
  expect((await ask(question, guarded)).status).toBe(401);
  expect((await ask({ ...question, headers: { authorization: `Bearer ${token}` } }, guarded)).status).toBe(200);
});

test("before there is an artifact there is nothing to explain", async () => {
  const listen = { host: "127.0.0.1", port: 0 };
  const server = await startStatus({ listen, watched: new WatchedState("none"), recorder: new Recorder() });
  expect((await ask({ body: { url: "/" } }, server)).status).toBe(503);
  await server.close();
});
