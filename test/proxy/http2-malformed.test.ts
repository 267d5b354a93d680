/** HTTP/2 requests that would be ambiguous or wrong as HTTP/1.1: answered with 4xx or reset, never sent on; the connection goes on. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunningProxy } from "../../src/proxy/contract.ts";
import { readHttp2Head } from "../../src/proxy/http2-request.ts";
import { startProxy } from "../../src/proxy/start-proxy.ts";
import { echo, forwardTo, node, startUpstream, type Upstream, until, upstreamTo } from "./harness.ts";
import { data, type Fields, frame, headers, openFrames, types } from "./http2-frames.ts";

const pem = (name: string): string => readFileSync(path.join(import.meta.dirname, "tls", `${name}.pem`), "utf8");

let upstream: Upstream;
let proxy: RunningProxy;
const seen: string[] = [];

beforeAll(async () => {
  upstream = await startUpstream((request, response) => {
    seen.push(`${request.method} ${request.url} ${request.rawHeaders.join("|")}`);
    echo(request, response);
  });
  proxy = await startProxy({
    listen: { host: "127.0.0.1", port: 0 },
    engine: forwardTo(upstreamTo([node(upstream.port)])),
    tls: { certificates: [{ cert: pem("first.cert"), key: pem("first.key") }] },
  });
});
afterAll(async () => {
  await proxy.close({ graceMs: 50 });
  await upstream.close();
});

const get: Fields = [
  [":method", "GET"],
  [":path", "/bad"],
  [":scheme", "https"],
  [":authority", "api.example"],
];
const but = (name: string, ...values: readonly string[]): Fields =>
  get.flatMap((field) => (field[0] === name ? values.map((value) => [name, value] as const) : [field]));
const and = (...more: Fields): Fields => [...get, ...more];
const post = (...more: Fields): Fields => [...but(":method", "POST"), ...more];

interface Case {
  readonly fields: Fields;
  /** DATA that follows; the stream ends with the head otherwise. */
  readonly body?: string;
}

const cases: [name: string, sent: Case][] = [
  ["no method", { fields: but(":method") }],
  ["no path", { fields: but(":path") }],
  ["no scheme", { fields: but(":scheme") }],
  ["no authority and no host", { fields: but(":authority") }],
  ["two methods", { fields: but(":method", "GET", "POST") }],
  ["two paths", { fields: but(":path", "/bad", "/bad2") }],
  ["two schemes", { fields: but(":scheme", "https", "http") }],
  ["two authorities", { fields: but(":authority", "a", "b") }],
  ["an unknown pseudo-header", { fields: [[":odd", "1"], ...get] }],
  ["a pseudo-header of answers", { fields: [[":status", "200"], ...get] }],
  ["a pseudo-header behind others", { fields: [["x-a", "1"], ...get] }],
  ["an empty path", { fields: but(":path", "") }],
  ["a path without slash", { fields: but(":path", "bad") }],
  ["an absolute path", { fields: but(":path", "http://other/bad") }],
  ["an asterisk", { fields: but(":path", "*") }],
  [
    "an asterisk with OPTIONS",
    { fields: [...but(":method", "OPTIONS").filter(([n]) => n !== ":path"), [":path", "*"]] },
  ],
  ["a path with a space", { fields: but(":path", "/bad HTTP/1.1") }],
  ["a path with a line break", { fields: but(":path", "/bad HTTP/1.1\r\nX-A: 1") }],
  ["a path with a line feed", { fields: but(":path", "/bad\nx") }],
  ["a path with a NUL", { fields: but(":path", "/bad\0") }],
  ["a path with a tab", { fields: but(":path", "/bad\tx") }],
  ["a path with a fragment", { fields: but(":path", "/bad#a") }],
  ["a path with DEL", { fields: but(":path", "/bad\x7f") }],
  ["an empty method", { fields: but(":method", "") }],
  ["a method with a space", { fields: but(":method", "GET /other HTTP/1.1\r\n") }],
  ["a method in small letters", { fields: but(":method", "get") }],
  ["an unknown method", { fields: but(":method", "SMUGGLE") }],
  ["CONNECT", { fields: but(":method", "CONNECT") }],
  ["extended CONNECT", { fields: [[":protocol", "websocket"], ...but(":method", "CONNECT")] }],
  [
    "CONNECT without a path",
    {
      fields: [
        [":method", "CONNECT"],
        [":authority", "other:443"],
      ],
    },
  ],
  ["a scheme that is none", { fields: but(":scheme", "https://other/?") }],
  ["another scheme", { fields: but(":scheme", "file") }],
  ["http over TLS", { fields: but(":scheme", "http") }],
  ["an empty authority", { fields: but(":authority", "") }],
  ["an authority with a user", { fields: but(":authority", "user@api.example") }],
  ["an authority with a path", { fields: but(":authority", "api.example/x") }],
  ["an authority with a line break", { fields: but(":authority", "api.example\r\nX-A: 1") }],
  ["an authority with a space", { fields: but(":authority", "api.example x") }],
  ["a list of authorities", { fields: but(":authority", "a, b") }],
  ["another host", { fields: and(["host", "other.example"]) }],
  ["two hosts", { fields: and(["host", "api.example"], ["host", "api.example"]) }],
  [
    "transfer-encoding",
    { fields: post(["transfer-encoding", "chunked"]), body: "0\r\n\r\nGET /smuggled HTTP/1.1\r\n\r\n" },
  ],
  ["transfer-encoding on a GET", { fields: and(["transfer-encoding", "chunked"]) }],
  ["connection", { fields: and(["connection", "close"]) }],
  ["connection that names a header", { fields: and(["connection", "x-consumer-username"]) }],
  ["keep-alive", { fields: and(["keep-alive", "1"]) }],
  ["proxy-connection", { fields: and(["proxy-connection", "close"]) }],
  ["upgrade", { fields: and(["upgrade", "websocket"]) }],
  ["te other than trailers", { fields: and(["te", "chunked"]) }],
  ["content_length", { fields: and(["content_length", "3"]) }],
  ["transfer_encoding", { fields: and(["transfer_encoding", "chunked"]) }],
  ["TRACE with a body", { fields: but(":method", "TRACE"), body: "abc" }],
  ["TRACE with a body of no octets", { fields: but(":method", "TRACE"), body: "" }],
  ["expect other than 100-continue", { fields: and(["expect", "magic"]) }],
  ["content-length above the body", { fields: post(["content-length", "10"]), body: "abc" }],
  [
    "content-length below the body",
    { fields: post(["content-length", "1"]), body: "abcGET /smuggled HTTP/1.1\r\n\r\n" },
  ],
  ["content-length 0 with a body", { fields: post(["content-length", "0"]), body: "GET /smuggled HTTP/1.1\r\n\r\n" }],
  ["content-length without a body", { fields: post(["content-length", "5"]) }],
  ["two content-lengths", { fields: post(["content-length", "3"], ["content-length", "3"]), body: "abc" }],
  ["two different content-lengths", { fields: post(["content-length", "3"], ["content-length", "4"]), body: "abc" }],
  ["a signed content-length", { fields: post(["content-length", "+3"]), body: "abc" }],
  ["a hexadecimal content-length", { fields: post(["content-length", "0x3"]), body: "abc" }],
  ["a list of content-lengths", { fields: post(["content-length", "3, 3"]), body: "abc" }],
  ["an empty content-length", { fields: post(["content-length", ""]), body: "abc" }],
  ["a name in capitals", { fields: and(["X-A", "1"]) }],
];

/** What nghttp2 takes out of a request before anybody sees it: the rest is sent on as one request, without it. */
const takenOut: [name: string, field: readonly [string, string]][] = [
  ["a line break in a value", ["x-a", "1\r\nX-Consumer-Username: admin"]],
  ["a line feed in a value", ["x-a", "1\nx-b: 2"]],
  ["a carriage return in a value", ["x-a", "1\rx-b: 2"]],
  ["a NUL in a value", ["x-a", "a\0b"]],
  ["a line break in a name", ["x-a: 1\r\nx-b", "1"]],
  ["a colon in a name", ["x-a:x-b", "1"]],
  ["a space in a name", ["x a", "1"]],
  ["an empty name", ["", "1"]],
  ["white space around a value", ["x-a", " 1 "]],
];

async function send({ fields, body }: Case): Promise<{ readonly reset: number | undefined; readonly status: string }> {
  const client = await openFrames(proxy.address.port, pem("first.cert"));
  const of = (type: number, stream: number) =>
    client.frames.find((each) => each.type === type && each.stream === stream);
  client.write(headers(1, fields, body === undefined));
  if (body !== undefined) client.write(data(1, body, true));
  await until(() => client.isClosed() || of(types.headers, 1) !== undefined || of(types.reset, 1) !== undefined);
  // Unless it was given up, the connection answers to the next request.
  if (!client.isClosed()) {
    client.write(headers(3, but(":path", "/next"), true));
    await until(() => client.isClosed() || of(types.headers, 3) !== undefined);
    if (!client.isClosed()) expect(statusOf(of(types.headers, 3)?.payload)).toBe("2xx");
  }
  client.socket.destroy();
  return { reset: of(types.reset, 1)?.payload.readUInt32BE(0), status: statusOf(of(types.headers, 1)?.payload) };
}

/** By the first byte: 0x88 is `:status: 200` in the static table of RFC 7541; 400 is 0x8c; others come as a literal with the name of entry 8. */
function statusOf(payload: Buffer | undefined): string {
  const [first] = payload ?? [];
  if (first === undefined) return "none";
  return first === 0x88 ? "2xx" : first === 0x8c ? "400" : "other";
}

describe("nothing of it is sent on", () => {
  test.each(cases)("%s", async (_name, sent) => {
    seen.length = 0;
    const { reset, status } = await send(sent);
    if (status === "none") expect([undefined, 1, 2]).toContain(reset);
    else expect(["400", "other"]).toContain(status);
    expect(seen.filter((line) => !line.startsWith("GET /next"))).toEqual([]);
  });
});

describe("a field that is none does not reach the upstream", () => {
  test.each(takenOut)("%s", async (_name, field) => {
    seen.length = 0;
    await send({ fields: and(field) });
    for (const line of seen) expect(line).not.toMatch(/x-a|x-b|admin|\r|\n|\0/i);
  });
});

test("what is in order is sent on", async () => {
  seen.length = 0;
  expect(
    (await send({ fields: and(["te", "trailers"], ["x-a", "a\tb\xe9"], ["cookie", "a=1"], ["cookie", "b=2"]) })).status,
  ).toBe("2xx");
  expect(seen[0]).toMatch(/^GET \/bad host\|api\.example\|.*x-a\|a\tb\xe9\|cookie\|a=1; b=2/);
  expect(seen[0]).not.toContain("trailers");
});

test("trailers are dropped, and the body ends before them", async () => {
  seen.length = 0;
  const client = await openFrames(proxy.address.port, pem("first.cert"));
  client.write(headers(1, post(), false), data(1, "abc", false), headers(1, [["x-trailer", "1"]], true));
  await until(() => client.frames.some(({ type, stream }) => type === types.data && stream === 1));
  client.socket.destroy();
  expect(client.frames.map(({ payload }) => payload.toString()).join("")).toContain('"body":"abc"');
  expect(seen.join()).not.toContain("x-trailer");
});

test.each([
  ["pings", frame(types.ping, 0, 0, "12345678")],
  ["settings", frame(types.settings, 0, 0, "")],
])("a flood of %s that reads no answers ends the connection", async (_name, one) => {
  const client = await openFrames(proxy.address.port, pem("first.cert"));
  client.socket.pause();
  const many = Buffer.concat(Array.from({ length: 10_000 }, () => one));
  for (let round = 0; round < 40 && !client.isClosed(); round++) {
    client.write(many);
    await new Promise((resolve) => setImmediate(resolve));
  }
  client.socket.resume();
  await until(client.isClosed, 10_000);
});

/** What nghttp2 refuses first is refused by our own reading too. */
test.each(cases.filter(([, { body }]) => body === undefined))("read alone: %s", (_name, { fields }) => {
  expect(readHttp2Head(fields.flat(), true, true, { headerCount: 100, headerBytes: 16_384 })).toHaveProperty("status");
});
test.each(takenOut)("read alone: %s", (_name, field) => {
  expect(readHttp2Head(and(field).flat(), true, true, { headerCount: 100, headerBytes: 16_384 })).toHaveProperty(
    "status",
  );
});
