/** HTTP/2 from clients over TLS: requests become those of HTTP/1.1, streams end as they should, and nothing ambiguous is sent on. */
import { readFileSync } from "node:fs";
import type { RequestListener } from "node:http";
import { type ClientHttp2Session, connect, type OutgoingHttpHeaders } from "node:http2";
import path from "node:path";
import { expect, test } from "vitest";
import type { CertificatePair } from "../../src/proxy/contract.ts";
import { echo, type Seen, type Stage, seenHeader, until, withProxy } from "./harness.ts";
import { data, type Fields, frame, headers, openFrames, reset, types } from "./http2-frames.ts";

const pem = (name: string): string => readFileSync(path.join(import.meta.dirname, "tls", `${name}.pem`), "utf8");
const pair = (name: string): CertificatePair => ({ cert: pem(`${name}.cert`), key: pem(`${name}.key`) });
const basic: Fields = [
  [":path", "/"],
  [":scheme", "https"],
  [":authority", "api.example"],
];
const tls = { certificates: [pair("first")] };

interface Answer {
  readonly headers: Record<string, unknown>;
  readonly body: string;
  /** RST_STREAM; 0: none, or one without an error. */
  readonly code: number;
}

function ask(session: ClientHttp2Session, headers: OutgoingHttpHeaders, body?: string | Buffer): Promise<Answer> {
  return new Promise((resolve) => {
    const stream = session.request(headers, { endStream: body === undefined });
    let answered: Record<string, unknown> = {};
    let text = "";
    stream.setEncoding("utf8");
    stream.on("response", (fields) => {
      answered = { ...fields };
    });
    stream.on("data", (chunk: string) => {
      text += chunk;
    });
    stream.on("error", () => undefined);
    stream.on("close", () => resolve({ headers: answered, body: text, code: stream.rstCode ?? 0 }));
    if (body !== undefined) stream.end(body);
  });
}

async function withSession(
  body: (session: ClientHttp2Session, stage: Stage) => Promise<void>,
  listener: Parameters<typeof withProxy>[0] = echo,
  more: Parameters<typeof withProxy>[2] = {},
): Promise<void> {
  await withProxy(
    listener,
    async (stage) => {
      const session = connect(`https://127.0.0.1:${stage.proxy.address.port}`, { ca: pem("first.cert") });
      session.on("error", () => undefined);
      try {
        await body(session, stage);
      } finally {
        session.destroy();
      }
    },
    { ...more, proxy: { tls, ...more.proxy } },
  );
}

test("a request reaches the upstream as HTTP/1.1, and its answer comes back", async () => {
  await withSession(async (session, { proxy, events }) => {
    const { headers, body } = await ask(
      session,
      { ":path": "/a?b=c", ":method": "POST", ":authority": "api.example", "x-a": "1", cookie: ["a=1", "b=2"] },
      "hello",
    );
    expect(headers[":status"]).toBe(200);
    const seen = JSON.parse(body) as Seen;
    expect([seen.method, seen.url, seen.body]).toEqual(["POST", "/a?b=c", "hello"]);
    expect(seenHeader(seen, "host")).toEqual(["api.example"]);
    expect(seenHeader(seen, "cookie")).toEqual(["a=1; b=2"]);
    expect(seenHeader(seen, "x-forwarded-proto")).toEqual(["https"]);
    expect(seenHeader(seen, "x-forwarded-port")).toEqual([String(proxy.address.port)]);
    expect(seenHeader(seen, "transfer-encoding")).toEqual(["chunked"]);
    expect(seen.headers.filter((name) => name.startsWith(":"))).toEqual([]);
    expect(events).toMatchObject([{ httpVersion: "2.0", status: 200, path: "/a" }]);
  });
});

test.each([
  ["GET", { ":path": "/" }, undefined, 200],
  ["HEAD", { ":path": "/", ":method": "HEAD" }, undefined, 200],
  ["PUT with a length", { ":path": "/", ":method": "PUT", "content-length": 3 }, "abc", 200],
  ["a body that is read first", { ":path": "/body-first", ":method": "POST" }, "abc", 200],
  ["a refusal", { ":path": "/refused" }, undefined, 401],
  ["a refusal of an upload", { ":path": "/refused", ":method": "POST" }, "x".repeat(100_000), 401],
])("%s", async (name, headers, body, status) => {
  await withSession(async (session, { proxy }) => {
    const answer = await ask(session, headers, body);
    expect([answer.headers[":status"], answer.code]).toEqual([status, 0]);
    if (name === "HEAD") expect(answer.body).toBe("");
    expect((await ask(session, { ":path": "/next" })).headers[":status"]).toBe(200);
    await until(() => proxy.stats().activeRequests === 0);
  });
});

test.each<[string, OutgoingHttpHeaders, string | undefined, RequestListener]>([
  ["a length", { ":path": "/" }, undefined, (_, response) => void response.end("abc")],
  ["a length, to a request with a body", { ":path": "/", ":method": "POST" }, "abc", echo],
  ["no length", { ":path": "/" }, undefined, (_, response) => void response.write("abc", () => response.end("def"))],
  ["no body", { ":path": "/" }, undefined, (_, response) => void response.writeHead(204).end()],
  ["HEAD", { ":path": "/", ":method": "HEAD" }, undefined, (_, response) => void response.end("abc")],
])("an answer that came whole is told so: %s", async (_name, sent, body, listener) => {
  await withSession(async (session, { proxy, events }) => {
    expect((await ask(session, sent, body)).code).toBe(0);
    await until(() => events.length > 0);
    expect(events).toMatchObject([{ reason: "" }]);
    expect(proxy.stats().clientAborts).toBe(0);
  }, listener);
});

test.each([0, 8])("a client that stops in the middle of an answer with the code %d is told of", async (code) => {
  const large: RequestListener = (_, response) => void response.end(Buffer.alloc(2_000_000));
  await withSession(async (session, { proxy, events }) => {
    const stream = session.request({ ":path": "/" });
    stream.on("error", () => undefined).on("response", () => stream.close(code));
    await until(() => events.length > 0);
    expect(events).toMatchObject([{ reason: "the client went away" }]);
    expect(proxy.stats().clientAborts).toBe(1);
  }, large);
});

test("a request over HTTP/2 is traced like any other", async () => {
  const trace = {
    traceId: "0af7651916cd43dd8448eb211c80319c",
    spanId: "b7ad6b7169203331",
    upstreamSpanId: "00f067aa0ba902b7",
    isSampled: true,
  };
  await withSession(
    async (session, { events }) => {
      const { body } = await ask(session, { ":path": "/", traceparent: `00-${trace.traceId}-1111111111111111-01` });
      const seen = JSON.parse(body) as Seen;
      expect(seenHeader(seen, "traceparent")).toEqual([`00-${trace.traceId}-${trace.upstreamSpanId}-01`]);
      await until(() => events.length > 0);
      expect(events).toMatchObject([{ trace }]);
    },
    echo,
    { proxy: { trace: () => trace } },
  );
});

test("a Forwarded that cannot be read is answered with 400 over HTTP/2 too", async () => {
  await withSession(
    async (session, { upstream }) => {
      const { headers } = await ask(session, { ":path": "/", forwarded: "x, for=1.1.1.1" });
      expect(headers[":status"]).toBe(400);
      expect(upstream.connections()).toBe(0);
    },
    echo,
    { proxy: { trustedProxies: { addresses: ["127.0.0.1"], header: "forwarded" } } },
  );
});

test.each<[string, Buffer]>([
  ["DATA on the connection", data(0, "abc", false)],
  ["a frame of a wrong size", frame(8, 0, 0, "abc")],
  ["a header block that is none", frame(types.headers, 5, 3, Buffer.alloc(6, 0xff))],
  ["a continuation of nothing", frame(9, 4, 1, "a")],
  ["an oversized frame", frame(types.data, 0, 1, "x".repeat(20_000))],
])("a client that breaks the protocol and goes leaves nothing behind: %s", async (_name, bytes) => {
  await withProxy(
    () => undefined,
    async ({ proxy }) => {
      const clients = ["/", "/refused"].map(async (target) => {
        const client = await openFrames(proxy.address.port, pem("first.cert"));
        client.write(headers(1, [[":method", "POST"], [":path", target], ...basic.slice(1)], false));
        await until(() => proxy.stats().requests === 2);
        client.write(bytes);
        await until(() => client.isClosed() || client.frames.some(({ type }) => type === types.goaway));
        client.socket.destroy();
      });
      await Promise.all(clients);
      await until(() => proxy.stats().openConnections === 0 && proxy.stats().activeRequests === 0);
    },
    { proxy: { tls } },
  );
});

test("a client that breaks the protocol and stays is not waited for longer than one that does not read", async () => {
  await withProxy(
    echo,
    async ({ proxy }) => {
      const client = await openFrames(proxy.address.port, pem("first.cert"));
      client.write(headers(1, [[":method", "POST"], [":path", "/refused"], ...basic.slice(1)], false));
      client.write(headers(3, [[":method", "GET"], [":path", "/"], ...basic.slice(1)], true), data(0, "abc", false));
      await until(() => proxy.stats().requests === 2);
      await until(() => proxy.stats().activeRequests === 0 && proxy.stats().openConnections === 0, 8_000);
      client.socket.destroy();
    },
    { proxy: { tls, limits: { stalledClientTimeout: 100, keepAliveTimeout: 500 } } },
  );
});

test("an answer that the gateway makes comes whole, however slowly a client reads it", async () => {
  const body = Buffer.alloc(900_000, "a");
  await withSession(
    async (session, { events }) => {
      const stream = session.request({ ":path": "/" });
      let bytes = 0;
      stream
        .on("error", () => undefined)
        .on("data", (chunk: Buffer) => {
          bytes += chunk.length;
          stream.pause();
          setTimeout(() => stream.resume(), 25);
        });
      await new Promise((resolve) => stream.on("close", resolve));
      expect([bytes, stream.rstCode]).toEqual([900_000, 0]);
      await until(() => events.length > 0);
      expect(events).toMatchObject([{ reason: "" }]);
    },
    echo,
    {
      forward: { onResponse: (head) => ({ ...head, body }) },
      proxy: { limits: { stalledClientTimeout: 1_000 } },
    },
  );
});

test("headers that come twice, 204 and 304", async () => {
  await withSession(
    async (session) => {
      const twice = await ask(session, { ":path": "/twice" });
      expect(twice.headers).toMatchObject({ "set-cookie": ["a=1", "b=2"], "x-a": "1, 2" });
      expect((await ask(session, { ":path": "/204" })).headers[":status"]).toBe(204);
      expect((await ask(session, { ":path": "/304" })).headers[":status"]).toBe(304);
    },
    (request, response) => {
      if (request.url === "/twice") {
        response.writeHead(200, [
          "Set-Cookie",
          "a=1",
          "X-A",
          "1",
          "Set-Cookie",
          "b=2",
          "X-A",
          "2",
          "Connection",
          "x-b",
          "X-B",
          "1",
        ]);
      } else response.statusCode = Number(request.url?.slice(1));
      response.end();
    },
  );
});

test("many streams at once, large bodies both ways", async () => {
  await withSession(
    async (session, { proxy }) => {
      // Node's client gives up at 10 MB in memory.
      const big = Buffer.alloc(600_000, "x");
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => ask(session, { ":path": "/", ":method": "POST" }, big)),
      );
      expect(answers.map(({ body }) => body.length)).toEqual(Array.from({ length: 10 }, () => big.length));
      expect(proxy.stats().openConnections).toBe(1);
    },
    (request, response) => void request.pipe(response),
  );
});

test("a refused call of gRPC is answered as any other request: its client makes a status of it", async () => {
  await withSession(async (session) => {
    const { headers, body } = await ask(
      session,
      { ":path": "/refused/a.B/C", ":method": "POST", "content-type": "application/grpc", te: "trailers" },
      Buffer.alloc(5),
    );
    expect([headers[":status"], headers["content-type"], headers["grpc-status"], body]).toEqual([
      ...[401, "application/json", undefined],
      '{"message":"Missing API key in request"}',
    ]);
  });
});

test("a large upload gets a wide window, many bodies at once get narrow ones", async () => {
  const stalled = new Set<() => void>();
  await withSession(
    async (session) => {
      const told: (number | undefined)[] = [];
      session.on("remoteSettings", ({ initialWindowSize }) => told.push(initialWindowSize));
      const { body } = await ask(session, { ":path": "/", ":method": "POST" }, Buffer.alloc(200_000));
      await until(() => told.length === 2);
      expect([body, ...told]).toEqual(["200000", 65_536, 262_144]);
      const more = Array.from({ length: 9 }, () =>
        ask(session, { ":path": "/stall", ":method": "POST" }, Buffer.alloc(100_000)),
      );
      await until(() => told.length === 3);
      expect(told[2]).toBe(65_536);
      await until(() => stalled.size === 9);
      for (const go of stalled) go();
      expect(new Set((await Promise.all(more)).map((each) => each.body))).toEqual(new Set(["100000"]));
    },
    (request, response) => {
      let bytes = 0;
      request.on("end", () => response.end(String(bytes)));
      const read = (): void => void request.on("data", (chunk: Buffer) => (bytes += chunk.length));
      if (request.url === "/stall") stalled.add(read);
      else read();
    },
  );
});

test("bodies that nobody reads hold a bounded part of the memory, also of a client that heeds no settings", async () => {
  await withSession(
    async (_session, { proxy }) => {
      const client = await openFrames(proxy.address.port, pem("first.cert"));
      const begin = (stream: number): void => client.write(headers(stream, [...basic, [":method", "POST"]], false));
      const told = () => client.frames.filter(({ type, flags }) => type === types.settings && flags === 0);
      begin(1);
      for (let sent = 0; sent < 5; sent++) client.write(data(1, "x".repeat(16_000), false));
      await until(() => told().length === 2);
      for (let stream = 3; stream < 3 + 2 * 20; stream += 2) begin(stream);
      const refused = () => client.frames.filter(({ type }) => type === types.reset);
      await until(() => refused().length === 5);
      // REFUSED_STREAM: it may be sent again.
      expect(new Set(refused().map(({ payload }) => payload.readUInt32BE()))).toEqual(new Set([7]));
      expect(proxy.stats().activeRequests).toBeLessThanOrEqual(16);
      client.socket.destroy();
    },
    () => undefined,
  );
});

test("a client that does not read holds the upstream back", async () => {
  let written = 0;
  await withSession(
    async (session) => {
      const stream = session.request({ ":path": "/" });
      stream.on("error", () => undefined);
      stream.pause();
      await new Promise((resolve) => setTimeout(resolve, 400));
      expect(written).toBeLessThan(40_000_000);
      stream.close();
    },
    (_request, response) => {
      const more = (): void => {
        while (written < 200_000_000) {
          written += 100_000;
          if (!response.write(Buffer.alloc(100_000))) {
            response.once("drain", more);
            return;
          }
        }
      };
      more();
    },
  );
});

test.each([
  ["CANCEL", 8],
  ["NO_ERROR", 0],
])("a reset with %s in the middle of a body ends the upstream's request, never as a whole one", async (_name, code) => {
  const seen: string[] = [];
  await withSession(
    async (_session, { proxy }) => {
      const client = await openFrames(proxy.address.port, pem("first.cert"));
      client.write(headers(1, [...basic, [":method", "POST"]], false), data(1, "part", false));
      await until(() => seen.includes("part"));
      client.write(reset(1, code));
      await until(() => seen.length > 1);
      await until(() => proxy.stats().activeRequests === 0);
      expect(seen).toEqual(["part", "aborted"]);
      expect(proxy.stats().clientAborts).toBe(1);
    },
    (request) => {
      request.on("data", (chunk: Buffer) => seen.push(chunk.toString()));
      request.on("end", () => seen.push("end"));
      request.on("close", () => seen.push(request.complete ? "complete" : "aborted"));
    },
  );
});

test("an answer that breaks off does not look whole", async () => {
  await withSession(
    async (session) => {
      const { headers, code } = await ask(session, { ":path": "/" });
      expect([headers[":status"], code]).toEqual([200, 2]);
    },
    (_request, response) => {
      response.write("part");
      setTimeout(() => response.socket?.destroy(), 30);
    },
  );
});

test("resets without end cost the connection", async () => {
  await withSession(
    async (_session, { proxy }) => {
      const client = await openFrames(proxy.address.port, pem("first.cert"));
      for (let stream = 1; stream < 600 && !client.isClosed(); stream += 2) {
        client.write(headers(stream, [...basic, [":method", "GET"]], true), reset(stream, 8));
        if (stream % 20 === 1) await new Promise((resolve) => setImmediate(resolve));
      }
      await until(client.isClosed);
      const goaway = client.frames.find(({ type }) => type === types.goaway);
      expect(goaway?.payload.readUInt32BE(4)).toBe(11);
      await until(() => proxy.stats().activeRequests === 0);
    },
    () => undefined,
  );
});

test("a proxy that closes lets streams end and takes no new ones", async () => {
  await withSession(
    async (session, { proxy }) => {
      const answer = ask(session, { ":path": "/" });
      await until(() => proxy.stats().activeRequests === 1);
      const closed = proxy.close({ graceMs: 5_000 });
      expect((await answer).body).toBe("slow");
      await closed;
      expect(session.destroyed || session.closed).toBe(true);
    },
    (_request, response) => void setTimeout(() => response.end("slow"), 150),
  );
});

test("limits: a body too large, headers too large or too many", async () => {
  await withSession(
    async (session) => {
      const post = { ":path": "/", ":method": "POST" };
      expect((await ask(session, { ...post, "content-length": 20 }, "x".repeat(20))).headers[":status"]).toBe(413);
      expect((await ask(session, post, "x".repeat(50_000))).headers[":status"]).toBe(413);
      expect((await ask(session, { ":path": "/", "x-a": "a".repeat(17_000) })).headers[":status"]).toBe(431);
      const many = Object.fromEntries(Array.from({ length: 120 }, (_each, index) => [`x-${index}`, "1"]));
      expect((await ask(session, { ":path": "/", ...many })).headers[":status"]).toBe(431);
      expect((await ask(session, { ":path": "/" })).headers[":status"]).toBe(200);
    },
    echo,
    { proxy: { limits: { bodyBytes: 10 } } },
  );
});

test("clients that go away leave no connection behind", async () => {
  await withSession(async (session, { proxy }) => {
    const client = await openFrames(proxy.address.port, pem("first.cert"));
    await ask(session, { ":path": "/" });
    expect(proxy.stats().openConnections).toBe(2);
    client.socket.destroy();
    session.destroy();
    await until(() => proxy.stats().openConnections === 0);
  });
});
