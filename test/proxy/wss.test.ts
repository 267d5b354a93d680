/** Websockets where one side or both speak TLS, with undici's client and a server that echoes frames (RFC 6455). */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { connect as connectHttp2 } from "node:http2";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo } from "node:net";
import path from "node:path";
import type { Duplex } from "node:stream";
import { Agent, WebSocket } from "undici";
import { afterEach, expect, test } from "vitest";
import type { CompiledUpstream } from "../../src/artifact/contract.ts";
import type { ProxyEvent, ProxyOptions, RunningProxy } from "../../src/proxy/contract.ts";
import { startProxy } from "../../src/proxy/start-proxy.ts";
import { forwardTo, node, until, upstreamTo } from "./harness.ts";

const pem = (name: string): string => readFileSync(path.join(import.meta.dirname, "tls", `${name}.pem`), "utf8");
const keys = { cert: pem("first.cert"), key: pem("first.key") };
const ca = keys.cert;

const opened: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

const closeFrame = 8;

/** Undoes the mask of each frame that is whole, and sends it back; ends with the client. */
function echoFrames(socket: Duplex): void {
  let rest: Buffer = Buffer.alloc(0);
  socket.on("data", (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const short = (rest[1] ?? 0) & 127;
      const head = short === 126 ? 4 : short === 127 ? 10 : 2;
      if (rest.length < head + 4) return;
      const size = short === 126 ? rest.readUInt16BE(2) : short === 127 ? Number(rest.readBigUInt64BE(2)) : short;
      if (rest.length < head + 4 + size) return;
      const mask = rest.subarray(head, head + 4);
      const payload = Buffer.from(rest.subarray(head + 4, head + 4 + size));
      for (let at = 0; at < size; at++) payload[at] = (payload[at] ?? 0) ^ (mask[at % 4] ?? 0);
      const plain = Buffer.from(rest.subarray(0, head));
      plain[1] = short;
      socket.write(Buffer.concat([plain, payload]));
      if ((rest[0] ?? 0) % 16 === closeFrame) socket.end();
      rest = rest.subarray(head + 4 + size);
    }
  });
}

interface Upstream {
  readonly port: number;
  readonly sockets: Duplex[];
}

async function upstream(isSecure: boolean): Promise<Upstream> {
  const server = isSecure ? createHttpsServer(keys) : createServer();
  const sockets: Duplex[] = [];
  server.on("upgrade", (message, socket: Duplex) => {
    sockets.push(socket);
    socket.on("error", () => undefined);
    const accept = createHash("sha1")
      .update(`${message.headers["sec-websocket-key"]}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
      .digest("base64");
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    echoFrames(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  opened.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, sockets };
}

async function proxyTo(
  { port }: Upstream,
  isSecure: { readonly client: boolean; readonly upstream: boolean },
  more: Partial<CompiledUpstream> = {},
  options: Partial<ProxyOptions> = {},
): Promise<{ readonly proxy: RunningProxy; readonly reasons: string[] }> {
  const reasons: string[] = [];
  const proxy = await startProxy({
    listen: { host: "127.0.0.1", port: 0 },
    engine: forwardTo(upstreamTo([node(port)], { scheme: isSecure.upstream ? "https" : "http", ...more })),
    upstreamTls: { ca },
    log: (event: ProxyEvent) => void reasons.push(event.reason),
    ...(isSecure.client && { tls: { certificates: [keys] } }),
    ...options,
  });
  opened.push(() => proxy.close({ graceMs: 50 }));
  return { proxy, reasons };
}

function openSocket(proxy: RunningProxy): Promise<WebSocket> {
  const agent = new Agent({ connect: { ca, servername: "first.example" } });
  opened.push(() => agent.destroy());
  const socket = new WebSocket(`${proxy.address.url.replace("http", "ws")}/chat`, { dispatcher: agent });
  socket.binaryType = "arraybuffer";
  return new Promise((resolve, reject) => {
    socket.addEventListener("open", () => resolve(socket));
    socket.addEventListener("error", () => reject(new Error("refused")));
  });
}

const sides = [
  ["wss to ws", { client: true, upstream: false }],
  ["ws to wss", { client: false, upstream: true }],
  ["wss to wss", { client: true, upstream: true }],
] as const;
const name = { passHost: "rewrite", upstreamHost: "first.example" } as const;

test.each(sides)("%s: messages both ways, long ones too, and the end of either side", async (_name, isSecure) => {
  const server = await upstream(isSecure.upstream);
  const { proxy } = await proxyTo(server, isSecure, name);
  const socket = await openSocket(proxy);
  const got: (string | number)[] = [];
  socket.addEventListener("message", ({ data }) => got.push(typeof data === "string" ? data : data.byteLength));
  socket.send("one");
  socket.send(new Uint8Array(1_000_000));
  socket.send("two");
  await until(() => got.length === 3);
  expect(got).toEqual(["one", 1_000_000, "two"]);

  let isClosed = false;
  server.sockets[0]?.on("close", () => (isClosed = true));
  socket.close();
  await until(() => isClosed);

  const other = await openSocket(proxy);
  const end = new Promise<number>((resolve) => other.addEventListener("close", ({ code }) => resolve(code)));
  server.sockets[1]?.destroy();
  expect(await end).toBe(1006);
  expect(proxy.stats()).toMatchObject({ activeRequests: 0, upgrades: 2 });
});

test("an idle tunnel over TLS is cut after timeout.read", async () => {
  const both = { client: true, upstream: true };
  const server = await upstream(true);
  const { proxy } = await proxyTo(server, both, { ...name, timeout: { connect: 2, send: 2, read: 0.2 } });
  const socket = await openSocket(proxy);
  expect(await new Promise((resolve) => socket.addEventListener("close", ({ code }) => resolve(code)))).toBe(1006);
  await until(() => proxy.stats().activeRequests === 0);
});

test("an upstream whose certificate is not trusted gets no websocket", async () => {
  const server = await upstream(true);
  const { proxy, reasons } = await proxyTo(server, { client: true, upstream: true }, name, { upstreamTls: {} });
  await expect(openSocket(proxy)).rejects.toThrow("refused");
  await until(() => reasons.length > 0);
  expect([server.sockets.length, reasons[0]]).toEqual([0, "upstream failed (DEPTH_ZERO_SELF_SIGNED_CERT)"]);
});

test("over HTTP/2 extended CONNECT (RFC 8441) is neither offered nor taken", async () => {
  const server = await upstream(true);
  const { proxy } = await proxyTo(server, { client: true, upstream: true }, name);
  const session = connectHttp2(proxy.address.url, { ca, servername: "first.example" });
  opened.push(() => session.destroy());
  await new Promise((resolve) => session.once("remoteSettings", resolve));
  expect(session.remoteSettings.enableConnectProtocol).toBe(false);
  const stream = session.request({
    ":method": "CONNECT",
    ":protocol": "websocket",
    ":path": "/",
    ":scheme": "https",
    ":authority": "h",
  });
  const refused = await new Promise((resolve) => {
    stream.on("response", (headers) => resolve(headers[":status"]));
    stream.on("error", (error: NodeJS.ErrnoException) => resolve(error.code));
  });
  expect(refused).toBe("ERR_HTTP2_STREAM_ERROR");
  expect(server.sockets).toEqual([]);
});
