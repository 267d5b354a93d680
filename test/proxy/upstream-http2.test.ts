/** HTTP/2 to upstreams: gRPC with its trailers, streams both ways, resets, sessions that are shared and left. */
import { readFileSync } from "node:fs";
import { createServer as createHttp1Server } from "node:http";
import {
  type ClientHttp2Session,
  connect,
  constants,
  createSecureServer,
  createServer,
  type Http2Server,
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from "node:http2";
import { createServer as createHttpsServer } from "node:https";
import { type AddressInfo, createServer as createTcpServer, type Socket } from "node:net";
import path from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import type { CompiledUpstream } from "../../src/artifact/contract.ts";
import type { Forward } from "../../src/engine/contract.ts";
import type { ProxyEvent, ProxyOptions, RunningProxy } from "../../src/proxy/contract.ts";
import { startProxy } from "../../src/proxy/start-proxy.ts";
import { freePort } from "../free-port.ts";
import { forwardTo, node, rawExchange, until, upstreamTo } from "./harness.ts";
import { data, frame, headers, reset, types } from "./http2-frames.ts";

const pem = (name: string): string => readFileSync(path.join(import.meta.dirname, "tls", `${name}.pem`), "utf8");
const keys = { cert: pem("first.cert"), key: pem("first.key") };

const opened: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

interface Server {
  readonly port: number;
  readonly sessions: Set<ServerHttp2Session>;
  /** Sessions since the start. */
  count: number;
}

type OnStream = (stream: ServerHttp2Stream, headers: IncomingHttpHeaders, server: Server) => void;

async function listen(server: Http2Server, onStream: OnStream): Promise<Server> {
  const self = { port: 0, sessions: new Set<ServerHttp2Session>(), count: 0 };
  server.on("session", (session) => {
    self.count++;
    self.sessions.add(session);
    session.on("close", () => self.sessions.delete(session)).on("error", () => undefined);
  });
  server.on("stream", (stream, fields) => {
    stream.on("error", () => undefined);
    onStream(stream, fields, self);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  self.port = (server.address() as AddressInfo).port;
  opened.push(() => {
    for (const session of self.sessions) session.destroy();
    server.close();
  });
  return self;
}

interface Stage {
  readonly proxy: RunningProxy;
  readonly client: ClientHttp2Session;
  readonly reasons: string[];
}

async function proxyTo(
  port: number,
  more: Partial<CompiledUpstream> = {},
  options: Partial<ProxyOptions> = {},
  forward: Partial<Forward> = {},
): Promise<Stage> {
  const reasons: string[] = [];
  const proxy = await startProxy({
    listen: { host: "127.0.0.1", port: 0 },
    engine: forwardTo(upstreamTo([node(port)], { scheme: "grpc", ...more }), forward),
    h2c: true,
    log: (event: ProxyEvent) => void reasons.push(event.reason),
    ...options,
  });
  opened.push(() => proxy.close({ graceMs: 50 }));
  const client = connect(proxy.address.url);
  client.on("error", () => undefined);
  opened.push(() => client.destroy());
  return { proxy, client, reasons };
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly trailers: Record<string, unknown> | undefined;
  /** Of a reset; 0: none. */
  readonly code: number;
}

function ask(client: ClientHttp2Session, fields: OutgoingHttpHeaders = {}, body?: string | Buffer): Promise<Answer> {
  return new Promise((resolve) => {
    const stream = client.request({ ":authority": "api.example", ...fields }, { endStream: body === undefined });
    let head: IncomingHttpHeaders = {};
    let trailers: Record<string, unknown> | undefined;
    let text = "";
    stream.setEncoding("utf8");
    stream.on("response", (answered) => (head = answered));
    stream.on("trailers", (fields) => (trailers = { ...fields }));
    stream.on("data", (chunk: string) => (text += chunk));
    stream.on("error", () => undefined);
    stream.on("close", () => {
      resolve({ status: Number(head[":status"]), headers: head, body: text, trailers, code: stream.rstCode ?? 0 });
    });
    if (body !== undefined) stream.end(body);
  });
}

const call: OutgoingHttpHeaders = {
  ":method": "POST",
  ":path": "/svc/Do",
  "content-type": "application/grpc",
  te: "trailers",
};

/** Answers as a gRPC server does. */
function answerCall(
  stream: ServerHttp2Stream,
  body: string,
  trailers: OutgoingHttpHeaders = { "grpc-status": "0" },
): void {
  stream.respond({ ":status": 200, "content-type": "application/grpc" }, { waitForTrailers: true });
  stream.on("wantTrailers", () => stream.sendTrailers(trailers));
  stream.end(body);
}

async function bodyOf(stream: ServerHttp2Stream): Promise<string> {
  let text = "";
  for await (const chunk of stream) text += String(chunk);
  return text;
}

describe("gRPC", () => {
  test("a call: request, answer and trailers", async () => {
    let seen: IncomingHttpHeaders = {};
    const server = await listen(createServer(), async (stream, fields) => {
      seen = fields;
      answerCall(stream, `<${await bodyOf(stream)}>`, { "grpc-status": "0", "grpc-message": "fine", "x-cost": "3" });
    });
    const { client, reasons } = await proxyTo(server.port);
    const answer = await ask(client, { ...call, cookie: ["a=1", "b=2"], "grpc-timeout": "1S" }, "hello");
    expect(answer).toMatchObject({
      status: 200,
      body: "<hello>",
      trailers: { "grpc-status": "0", "grpc-message": "fine", "x-cost": "3" },
      code: 0,
    });
    expect(seen).toMatchObject({
      ":method": "POST",
      ":path": "/svc/Do",
      ":scheme": "http",
      ":authority": "api.example",
      te: "trailers",
      "grpc-timeout": "1S",
      cookie: "a=1; b=2",
      "x-forwarded-for": "127.0.0.1",
      "x-consumer-username": "jane",
    });
    expect(Object.keys(seen)).not.toContain("host");
    expect(Object.keys(seen)).not.toContain("connection");
    expect(reasons).toEqual([""]);
  });

  test("a call that fails at once, with trailers alone", async () => {
    const server = await listen(createServer(), (stream) => {
      stream.respond({ ":status": 200, "content-type": "application/grpc", "grpc-status": "12" }, { endStream: true });
    });
    const { client } = await proxyTo(server.port);
    const answer = await ask(client, call, "x");
    expect([answer.status, answer.headers["grpc-status"], answer.body, answer.code]).toEqual([200, "12", "", 0]);
  });

  test("messages go both ways while both sides are open", async () => {
    const server = await listen(createServer(), (stream) => {
      stream.respond({ ":status": 200 }, { waitForTrailers: true });
      stream.on("wantTrailers", () => stream.sendTrailers({ "grpc-status": "0" }));
      stream.on("data", (chunk: Buffer) => stream.write(`[${chunk}]`));
      stream.on("end", () => stream.end());
    });
    const { client } = await proxyTo(server.port, { timeout: { connect: 2, send: 0.1, read: 2 } });
    const stream = client.request({ ":authority": "api.example", ...call });
    let text = "";
    stream.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
    for (const message of ["a", "b", "c"]) {
      stream.write(message);
      await until(() => text.endsWith(`[${message}]`));
      // Longer than the time-out for sending: a client that is silent is no upstream that does not take.
      await new Promise((resolve) => setTimeout(resolve, 120));
    }
    stream.end();
    const trailers = await new Promise((resolve) => stream.on("trailers", (fields) => resolve({ ...fields })));
    expect([text, trailers]).toMatchObject(["[a][b][c]", { "grpc-status": "0" }]);
  });

  test("trailers that belong in front are not sent behind", async () => {
    const server = await listen(createServer(), (stream) =>
      answerCall(stream, "x", { "grpc-status": "0", "set-cookie": "a=1", "content-type": "text/html", location: "/" }),
    );
    const { client } = await proxyTo(server.port);
    const { trailers } = await ask(client, call, "x");
    expect(Object.keys(trailers ?? {}).filter((name) => typeof name === "string")).toEqual(["grpc-status"]);
  });

  test("over HTTP/1.1 the answer comes without trailers", async () => {
    const server = await listen(createServer(), (stream) => answerCall(stream, "plain"));
    const { proxy } = await proxyTo(server.port);
    const { text } = await rawExchange(
      proxy.address.port,
      "POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nConnection: close\r\n\r\nx",
    );
    expect(text).toMatch(/^HTTP\/1\.1 200 /);
    expect(text).toMatch(/plain\r\n0\r\n\r\n$/);
  });

  test("a websocket is refused", async () => {
    const server = await listen(createServer(), (stream) => answerCall(stream, "x"));
    const { proxy } = await proxyTo(server.port);
    const { text } = await rawExchange(
      proxy.address.port,
      "GET / HTTP/1.1\r\nHost: h\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
    );
    expect(text).toMatch(/^HTTP\/1\.1 500 /);
  });

  test("a header that is none is not sent", async () => {
    let asked = 0;
    const server = await listen(createServer(), (stream) => {
      asked++;
      answerCall(stream, "x");
    });
    const { client, reasons } = await proxyTo(server.port, {}, {}, { headers: [["x-a", "b\r\nc: d"]] });
    expect((await ask(client, call, "x")).status).toBe(500);
    expect([asked, reasons]).toEqual([0, ["the request cannot be sent (a header that is none)"]]);
  });
});

/** Writes frames as it is told when the head of a request has come; `turn` counts connections. */
async function frameServer(onRequest: (socket: Socket, turn: number, stream: number) => void): Promise<number> {
  const sockets = new Set<Socket>();
  let turns = 0;
  const server = createTcpServer((socket) => {
    const turn = ++turns;
    sockets.add(socket);
    socket.on("error", () => undefined).on("close", () => sockets.delete(socket));
    socket.write(frame(types.settings, 0, 0, ""));
    let rest = Buffer.alloc(0);
    let start = 24;
    socket.on("data", (chunk: Buffer) => {
      rest = Buffer.concat([rest, chunk]);
      while (rest.length >= start + 9 && rest.length >= start + 9 + rest.readUIntBE(start, 3)) {
        if (rest[start + 3] === types.headers) onRequest(socket, turn, rest.readUInt32BE(start + 5));
        rest = rest.subarray(start + 9 + rest.readUIntBE(start, 3));
        start = 0;
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  opened.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

async function http1Server(): Promise<number> {
  const server = createHttp1Server((_message, response) => response.end());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  opened.push(() => server.close());
  return (server.address() as AddressInfo).port;
}

const goaway = (last: number, code: number): Buffer => {
  const payload = Buffer.alloc(8);
  payload.writeUInt32BE(last);
  payload.writeUInt32BE(code, 4);
  return frame(types.goaway, 0, 0, payload);
};
const fine = (stream: number): Buffer =>
  Buffer.concat([headers(stream, [[":status", "200"]], false), data(stream, "fine", true)]);
const part = (stream: number): Buffer =>
  Buffer.concat([headers(stream, [[":status", "200"]], false), data(stream, "part", false)]);

describe("what breaks", () => {
  const gone = "upstream failed (ECONNRESET)";
  const cut = constants.NGHTTP2_INTERNAL_ERROR;
  // What the server sends on its first connection; on others it answers. The client's method, status, body, reset, and what the log says.
  const cases: readonly (readonly [string, (stream: number) => Buffer | "end" | "cut", string, string, string])[] = [
    ["refused, and sent again", (id) => reset(id, 7), "POST", "200 fine 0", ""],
    ["left out by a graceful GOAWAY, and sent again", () => goaway(0, 0), "POST", "200 fine 0", ""],
    ["reset with an error", (id) => reset(id, 2), "GET", "502 - 0", "upstream failed (HTTP/2 error 2)"],
    ["reset without one", (id) => reset(id, 0), "GET", "502 - 0", "upstream failed (HTTP/2 error 0)"],
    ["cancelled", (id) => reset(id, 8), "GET", "502 - 0", "upstream failed (HTTP/2 error 8)"],
    ["the connection ends: what is idempotent is sent again", () => "end", "GET", "200 fine 0", ""],
    ["the connection ends: what is not is not", () => "end", "POST", "502 - 0", gone],
    ["the connection is reset: what is idempotent is sent again", () => "cut", "GET", "200 fine 0", ""],
    ["the connection is reset: what is not is not", () => "cut", "POST", "502 - 0", gone],
    ["a GOAWAY with an error", () => goaway(0, 2), "POST", "502 - 0", gone],
    [
      "the answer is reset half-way",
      (id) => Buffer.concat([part(id), reset(id, 2)]),
      "GET",
      `200 part ${cut}`,
      "upstream failed (HTTP/2 error 2)",
    ],
    [
      "the answer is cancelled half-way",
      (id) => Buffer.concat([part(id), reset(id, 8)]),
      "GET",
      `200 part ${cut}`,
      "upstream failed (HTTP/2 error 8)",
    ],
    [
      "the answer is left half-way without an error",
      (id) => Buffer.concat([part(id), reset(id, 0)]),
      "GET",
      `200 part ${cut}`,
      "upstream failed (HTTP/2 error 0)",
    ],
    [
      "a whole answer, then a reset without an error",
      (id) => Buffer.concat([fine(id), reset(id, 0)]),
      "POST",
      "200 fine 0",
      "",
    ],
    [
      "an answer shorter than its length",
      (id) =>
        Buffer.concat([
          headers(
            id,
            [
              [":status", "200"],
              ["content-length", "9"],
            ],
            false,
          ),
          data(id, "part", true),
        ]),
      "GET",
      `200 part ${cut}`,
      "upstream failed (HTTP/2 error 1)",
    ],
  ];
  test.each(cases)("%s", async (_name, send, method, expected, reason) => {
    const port = await frameServer((socket, turn, id) => {
      const sent = turn === 1 && id === 1 ? send(id) : fine(id);
      if (sent === "end") socket.end();
      else if (sent === "cut") socket.resetAndDestroy();
      else socket.write(sent);
    });
    const { client, reasons } = await proxyTo(port);
    const { status, body, code } = await ask(client, { ":method": method }, method === "POST" ? "x" : undefined);
    await until(() => reasons.length === 1);
    expect([`${status} ${status === 502 ? "-" : body} ${code}`, reasons[0]]).toEqual([expected, reason]);
  });

  test.each([
    ["nobody listens", async () => freePort(), {}, 502, "upstream failed (ECONNREFUSED)"],
    [
      "no answer in time",
      () => frameServer(() => undefined),
      { read: 0.1 },
      504,
      "upstream timed out (no answer in time)",
    ],
    [
      "the answer stalls",
      () => frameServer((socket, _turn, id) => void socket.write(part(id))),
      { read: 0.1 },
      200,
      "upstream timed out (the answer stalls)",
    ],
    ["a server of HTTP/1.1", http1Server, {}, 502, "upstream failed (ERR_HTTP2_ERROR)"],
  ] as const)("%s", async (_name, open, timeout, status, reason) => {
    const { client, reasons } = await proxyTo(await open(), { timeout: { connect: 2, send: 2, read: 2, ...timeout } });
    const answer = await ask(client, { ":path": "/" });
    await until(() => reasons.length === 1);
    expect([answer.status, reasons[0], answer.code]).toEqual([status, reason, status === 200 ? 2 : 0]);
  });

  test("refused after part of a body has come: what came is sent again, and the rest", async () => {
    const bodies: string[] = [];
    let turn = 0;
    const server = await listen(createServer(), (stream) => {
      let text = "";
      const isFirst = ++turn === 1;
      stream.on("data", (chunk: Buffer) => {
        text += chunk;
        if (isFirst) stream.close(constants.NGHTTP2_REFUSED_STREAM);
      });
      stream.on("end", () => {
        bodies.push(text);
        if (!isFirst) answerCall(stream, "fine");
      });
    });
    const { client } = await proxyTo(server.port);
    const stream = client.request({ ":authority": "h", ...call });
    let answer = "";
    stream.setEncoding("utf8").on("data", (chunk: string) => (answer += chunk));
    stream.write("one,");
    await until(() => turn === 2);
    stream.end("two");
    await until(() => answer === "fine");
    expect(bodies.at(-1)).toBe("one,two");
  });

  test("a server that always refuses is given up", async () => {
    let turns = 0;
    const server = await listen(createServer(), (stream) => {
      turns++;
      stream.close(constants.NGHTTP2_REFUSED_STREAM);
    });
    const { client, reasons } = await proxyTo(server.port);
    expect((await ask(client, call, "x")).status).toBe(502);
    expect([turns, reasons]).toEqual([3, ["upstream failed (RefusedStream)"]]);
  });

  test("a client that goes away ends the upstream's stream", async () => {
    let code = -1;
    const server = await listen(createServer(), (stream) => {
      stream.respond({ ":status": 200 });
      stream.write("part");
      stream.on("close", () => (code = stream.rstCode ?? -1));
    });
    const { client } = await proxyTo(server.port);
    const stream = client.request({ ":authority": "api.example", ...call });
    stream.on("error", () => undefined);
    await new Promise((resolve) => stream.once("data", resolve));
    stream.close(constants.NGHTTP2_CANCEL);
    await until(() => code >= 0);
    expect(code).toBe(constants.NGHTTP2_CANCEL);
  });

  test("an answer before the body is read: the rest is not sent", async () => {
    let read = 0;
    let isClosed = false;
    const late: ServerHttp2Stream[] = [];
    const server = await listen(createServer(), (stream) => {
      late.push(stream.pause());
      stream.respond({ ":status": 413 });
      stream.end("early");
      stream.on("close", () => (isClosed = true));
    });
    const { client } = await proxyTo(server.port);
    const stream = client.request({ ":authority": "h", ":method": "POST" });
    let text = "";
    stream.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
    // Node's client waits for its own end, too, before it closes a stream that was reset without an error.
    const end = new Promise((resolve) => stream.on("end", resolve));
    stream.end(Buffer.alloc(2_000_000));
    await end;
    expect(text).toBe("early");
    late[0]?.on("data", (chunk: Buffer) => (read += chunk.length));
    await until(() => isClosed);
    expect(read).toBeLessThan(1_000_000);
  });
});

describe("sessions", () => {
  test("are shared by requests, and left when the server says so", async () => {
    const server = await listen(createServer(), (stream) => {
      setTimeout(() => answerCall(stream, "x"), 20);
    });
    const { client } = await proxyTo(server.port);
    const askMany = (count: number) => Promise.all(Array.from({ length: count }, () => ask(client, call, "x")));
    await askMany(40);
    expect(server.count).toBe(1);
    const under = ask(client, call, "x");
    await new Promise((resolve) => setTimeout(resolve, 5));
    for (const session of server.sessions) session.close();
    expect((await under).body).toBe("x");
    expect((await askMany(3)).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(server.count).toBe(2);
  });

  test("a server's limit of streams is kept: further requests get further sessions", async () => {
    const held: ServerHttp2Stream[] = [];
    const server = await listen(createServer({ settings: { maxConcurrentStreams: 4 } }), (stream) => {
      if (held.push(stream) === 12) for (const each of held) answerCall(each, "x");
    });
    const { client } = await proxyTo(server.port);
    const answers = await Promise.all(Array.from({ length: 12 }, () => ask(client, call, "x")));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(server.count).toBe(3);
  });

  test("a server that allows no streams is not connected to again and again", async () => {
    const silent = createServer({ settings: { maxConcurrentStreams: 0 } });
    const server = await listen(silent, () => undefined);
    const { client, reasons } = await proxyTo(server.port);
    expect((await ask(client)).status).toBe(502);
    expect(reasons).toEqual(["upstream failed (RefusedStream)"]);
    expect(server.count).toBe(1);
  });

  test("end after so many requests, or when nobody has used them for long", async () => {
    const server = await listen(createServer(), (stream) => answerCall(stream, "x"));
    const { client } = await proxyTo(server.port, { keepalive: { size: 1, idleTimeout: 0.4, requests: 2 } });
    for (let each = 0; each < 4; each++) await ask(client, call, "x");
    expect(server.count).toBe(2);
    await until(() => server.sessions.size === 0);
  });
});

describe("back-pressure", () => {
  test("a client that does not read stops the upstream", async () => {
    let written = 0;
    const server = await listen(createServer(), (stream) => {
      stream.respond({ ":status": 200 });
      const chunk = Buffer.alloc(64 * 1024);
      const write = (): void => {
        while (written < 50_000_000 && !stream.destroyed) {
          written += chunk.length;
          if (!stream.write(chunk)) break;
        }
      };
      stream.on("drain", write);
      write();
    });
    const { client } = await proxyTo(server.port);
    const stream = client.request({ ":authority": "h" });
    stream.on("error", () => undefined).pause();
    // Until nothing is written any more.
    let before = -1;
    while (written === 0 || written !== before) {
      before = written;
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    expect(written).toBeLessThan(3_000_000);
    let read = 0;
    stream.on("data", (chunk: Buffer) => (read += chunk.length)).resume();
    await until(() => read > 3_000_000);
  });

  test("an upstream that does not read stops the client", async () => {
    const server = await listen(createServer(), (stream) => void stream.pause());
    const { client } = await proxyTo(server.port);
    const stream = client.request({ ":authority": "h", ":method": "POST" });
    stream.on("error", () => undefined);
    let [sent, taken] = [0, 0];
    const chunk = Buffer.alloc(64 * 1024);
    const write = (): void => {
      while (sent < 50_000_000 && stream.write(chunk, () => (taken += chunk.length))) sent += chunk.length;
    };
    stream.on("drain", write);
    write();
    let before = -1;
    while (taken === 0 || taken !== before) {
      before = taken;
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    expect(taken).toBeGreaterThan(64 * 1024);
    expect(taken).toBeLessThan(3_000_000);
  });
});

describe("TLS", () => {
  const ca = keys.cert;
  const version = (stream: ServerHttp2Stream): void => {
    stream.respond({ ":status": 200 });
    stream.end("2.0");
  };
  const http1 = async (): Promise<number> => {
    const server = createHttpsServer(keys, (message, response) => response.end(message.httpVersion));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    opened.push(() => server.close());
    return (server.address() as AddressInfo).port;
  };
  const http2 = async (): Promise<number> => (await listen(createSecureServer(keys), version)).port;
  const rewrite = { passHost: "rewrite", upstreamHost: "first.example" } as const;
  const cases: readonly (readonly [
    string,
    () => Promise<number>,
    Partial<CompiledUpstream>,
    ProxyOptions["upstreamTls"],
    string,
  ])[] = [
    ["grpcs", http2, { scheme: "grpcs", ...rewrite }, { ca }, "200 2.0"],
    [
      "grpcs, a name that the certificate does not have",
      http2,
      { scheme: "grpcs", passHost: "rewrite", upstreamHost: "other.example" },
      { ca },
      "502",
    ],
    ["grpcs, an unknown authority", http2, { scheme: "grpcs", ...rewrite }, {}, "502"],
    ["grpcs, unverified", http2, { scheme: "grpcs" }, { isVerified: false }, "200 2.0"],
    ["grpcs to a server of HTTP/1.1", http1, { scheme: "grpcs", ...rewrite }, { ca }, "502"],
    ["https that offers HTTP/2", http2, { scheme: "https", ...rewrite }, { ca, offersHttp2: true }, "200 2.0"],
    [
      "https that offers it, to a server of HTTP/1.1",
      http1,
      { scheme: "https", ...rewrite },
      { ca, offersHttp2: true },
      "200 1.1",
    ],
    ["https that does not offer it", http1, { scheme: "https", ...rewrite }, { ca }, "200 1.1"],
  ];
  test.each(cases)("%s", async (_name, open, upstream, upstreamTls, expected) => {
    const { client } = await proxyTo(await open(), upstream, upstreamTls ? { upstreamTls } : {});
    for (let each = 0; each < 2; each++) {
      const { status, body } = await ask(client);
      expect(status === 200 ? `${status} ${body}` : `${status}`).toBe(expected);
    }
  });

  test("with HTTP/2 offered, a websocket still goes over HTTP/1.1", async () => {
    const server = createSecureServer({ ...keys, allowHTTP1: true });
    server.on("upgrade", (_message, socket) =>
      socket.end("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\nhello"),
    );
    const { port } = await listen(server, version);
    const { proxy, client } = await proxyTo(
      port,
      { scheme: "https", ...rewrite },
      { upstreamTls: { ca, offersHttp2: true } },
    );
    expect((await ask(client)).body).toBe("2.0");
    const { text } = await rawExchange(
      proxy.address.port,
      "GET / HTTP/1.1\r\nHost: h\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
    );
    expect(text).toMatch(/^HTTP\/1\.1 101 .*hello$/s);
  });
});
