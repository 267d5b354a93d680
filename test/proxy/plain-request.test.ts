/** The fast reader takes what is plain, declines the rest, and reads what it takes as node:http does. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Duplex } from "node:stream";
import { expect, test } from "vitest";
import { createOriginReader } from "../../src/proxy/client-origin.ts";
import { ClientRequest, readRequest } from "../../src/proxy/client-request.ts";
import { readPlainRequest } from "../../src/proxy/plain-request.ts";
import { pick, type Random, randomFrom } from "../source/fast/random.ts";
import { chunkCases } from "./desync/cases/chunks.ts";
import { headerCases } from "./desync/cases/headers.ts";
import { lengthCases } from "./desync/cases/lengths.ts";
import { pipelineCases } from "./desync/cases/pipelines.ts";
import { requestLineCases } from "./desync/cases/request-lines.ts";
import { get, post } from "./desync/request-case.ts";

const limits = { headerBytes: 1_000, headerCount: 10, bodyBytes: 100 };

function read(bytes: string): ReturnType<typeof readPlainRequest> {
  return readPlainRequest(Buffer.from(bytes, "latin1"), limits);
}

const plain: readonly (readonly [name: string, bytes: string, told: string])[] = [
  ["a GET", get("Accept: */*"), "GET /first h stays 0"],
  ["a query", "GET /a?b=%20c HTTP/1.1\r\nHost: h:1\r\n\r\n", "GET /a?b=%20c h:1 stays 0"],
  ["HEAD", "HEAD / HTTP/1.1\r\nHost: h\r\n\r\n", "HEAD / h stays 0"],
  ["keep-alive", get("Connection: Keep-Alive"), "GET /first h stays 0"],
  ["close", get("Connection: close"), "GET /first h goes 0"],
  ["a POST with its body", post(["Content-Length: 5"], "hello"), "POST /first h stays 5"],
  ["a POST without a body", post(["Content-Length: 0"]), "POST /first h stays 0"],
  ["as many headers as may be", get(...Array<string>(9).fill("X: y")), "GET /first h stays 0"],
  ["as long a body as may be", post(["Content-Length: 100"], "x".repeat(100)), "POST /first h stays 100"],
];

test.each(plain)("taken: %s", (_name, bytes, told) => {
  const found = read(bytes);
  const { line, head, isPersistent } = found ?? {};
  const bodyBytes = bytes.length - (found?.headBytes ?? 0);
  expect(`${line?.method} ${line?.target} ${head?.host} ${isPersistent ? "stays" : "goes"} ${bodyBytes}`).toBe(told);
});

test.each([
  ["nothing", ""],
  ["one byte too few", get().slice(0, -1)],
  ["one byte too many", `${get()}G`],
  ["two requests", get() + get()],
  ["a body that is still to come", post(["Content-Length: 5"], "hell")],
  ["more than the body", post(["Content-Length: 5"], "hello!")],
  ["a body in chunks", post(["Transfer-Encoding: chunked"], "0\r\n\r\n")],
  ["a GET with a body", "GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\n\r\nx"],
  ["HTTP/1.0", "GET / HTTP/1.0\r\nHost: h\r\n\r\n"],
  ["a method that is seldom", "TRACE / HTTP/1.1\r\nHost: h\r\n\r\n"],
  ["the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"],
  ["a change of protocol", get("Connection: Upgrade", "Upgrade: websocket")],
  ["a wish to change the protocol alone", get("Upgrade: h2c")],
  ["an expectation", post(["Expect: 100-continue", "Content-Length: 0"])],
  ["Connection with a name", get("Connection: close, X-A")],
  ["Connection twice", get("Connection: close", "Connection: keep-alive")],
  ["Proxy-Connection", get("Proxy-Connection: close")],
  ["no host", "GET / HTTP/1.1\r\nX: y\r\n\r\n"],
  ["two hosts", get("Host: h")],
  ["an empty value", get("X:")],
  ["no space behind the colon", get("X:y")],
  ["two spaces behind the colon", get("X:  y")],
  ["a tab in a value", get("X: a\tb")],
  ["a blank behind a value", get("X: y ")],
  ["a byte beyond ASCII", get("X: \xe9")],
  ["a folded line", get("X: y\r\n z")],
  ["a bare line feed", "GET / HTTP/1.1\nHost: h\n\n"],
  ["an empty line in front", `\r\n${get()}`],
  ["too many headers", get(...Array<string>(10).fill("X: y"))],
  ["too long a head", get(`X: ${"y".repeat(1_000)}`)],
  ["too long a body", post(["Content-Length: 101"], "x".repeat(101))],
])("declined: %s", (_name, bytes) => {
  expect(read(bytes)).toBeUndefined();
});

const corpus = [...chunkCases, ...headerCases, ...lengthCases, ...pipelineCases, ...requestLineCases];

test("of the malformed and ambiguous requests only those are taken that are served as what they say", () => {
  const taken = corpus.flatMap(({ name, bytes, outcome }) => {
    const found = readPlainRequest(Buffer.from(bytes, "latin1"), { headerBytes: 16_384, headerCount: 100 });
    if (found === undefined) return [];
    const isServed = outcome.kind === "answered" || (outcome.kind === "served" && outcome.served.length === 1);
    return [{ name, isServed, closes: outcome.kind === "served" && outcome.closes, stays: found.isPersistent }];
  });
  expect(taken.filter(({ isServed, closes, stays }) => !isServed || closes === stays)).toEqual([]);
  expect(taken.length).toBeGreaterThan(20);
  expect(taken.length).toBeLessThan(corpus.length / 10);
});

test("what is taken while requests are changed at random is what node:http reads", async () => {
  const rounds = Number(process.env["REQUEST_ROUNDS"] ?? 4_000);
  const random = randomFrom(20_261_130);
  let taken = 0;
  for (let round = 0; round < rounds; round++) {
    const bytes = Buffer.from(changed(pick(random, seeds), random), "latin1");
    const found = readPlainRequest(bytes, limits);
    if (found === undefined) continue;
    taken++;
    const { line, head, headBytes, isPersistent } = found;
    const body = bytes.toString("latin1", headBytes);
    const fields = { headers: head.headers, host: head.host, upgrade: head.upgrade };
    const seen = { ...line, ...fields, body, stays: isPersistent };
    expect([bytes.toString("latin1"), await readByNode(bytes)]).toEqual([bytes.toString("latin1"), [seen]]);
  }
  expect(taken).toBeGreaterThan(rounds / 20);
});

const seeds: readonly string[] = [
  ...plain.map(([, bytes]) => bytes),
  get("X-Forwarded-For: 1.2.3.4", "Connection: keep-alive", "Accept: a, b", "X_Y: z"),
  post(["Content-Type: text/plain", "Content-Length: 26"], "GET /b HTTP/1.1\r\nHost: h\r\n"),
];

const pieces: readonly string[] = [
  ...'\r\n \t:/#?,;_-0159aAhH.\0\x7f\x80\xff"\\@[]%',
  "\r\n",
  "Content-Length: 5\r\n",
  "Transfer-Encoding: chunked\r\n",
  "Connection: close\r\n",
  "Host: i\r\n",
  "\r\nX: y",
];

/** One to three bytes or lines put in, taken away, or written over. */
function changed(text: string, random: Random): string {
  let result = text;
  for (let times = Math.ceil(random() * 3); times > 0; times--) {
    const at = Math.floor(random() * (result.length + 1));
    const piece = random() < 0.3 ? "" : pick(random, pieces);
    result = result.slice(0, at) + piece + result.slice(at + Math.floor(random() * 2));
  }
  return result;
}

/** Every request that node:http finds, as the proxy takes it from there; what it refuses is not among them. */
async function readByNode(bytes: Buffer): Promise<unknown[]> {
  const found: { message: IncomingMessage; stays: boolean; body: string }[] = [];
  const server = createServer({ requireHostHeader: false, keepAliveTimeout: 0 });
  server.on("request", (message: IncomingMessage, response: ServerResponse) => {
    const entry = { message, stays: response.shouldKeepAlive, body: "" };
    found.push(entry);
    message.on("data", (chunk: Buffer) => {
      entry.body += chunk.toString("latin1");
    });
  });
  server.on("clientError", () => found.push(...found.slice(0, 1)));
  const socket = new Duplex({ read: () => undefined, write: (_chunk, _encoding, done) => done() });
  server.emit("connection", socket);
  socket.push(bytes);
  await new Promise((resolve) => setImmediate(resolve));
  socket.destroy();
  return found.map(({ message, stays, body }) => {
    const request = readRequest(message, limits, createOriginReader(undefined));
    if (!(request instanceof ClientRequest)) return request;
    const { method, target, httpVersion, headers, host, upgrade } = request;
    return { method, target, httpVersion, headers, host, upgrade, body, stays };
  });
}
