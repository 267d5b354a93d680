/** The PROXY protocol: headers that are read, and connections that begin with one. */
import { readFileSync } from "node:fs";
import { connect as connectHttp2 } from "node:http2";
import { connect as connectTcp, type Socket } from "node:net";
import path from "node:path";
import { connect as connectTls } from "node:tls";
import { describe, expect, test } from "vitest";
import type { ProxyOptions } from "../../src/proxy/contract.ts";
import { readProxyHeader } from "../../src/proxy/proxy-protocol.ts";
import { echo, rawExchange, type Seen, seenHeader, until, withProxy } from "./harness.ts";

const signature = "\r\n\r\n\0\r\nQUIT\n";

/** Version 2, from address bytes. */
function binary(command: number, family: number, body: readonly number[], size = body.length): Buffer {
  return Buffer.concat([
    Buffer.from(signature, "latin1"),
    Buffer.from([command, family, size >> 8, size & 255, ...body]),
  ]);
}

const ports = [0x30, 0x39, 0x01, 0xbb];
const v4 = [192, 0, 2, 7, 198, 51, 100, 1, ...ports];
const v6 = [
  0x20,
  1,
  0xd,
  0xb8,
  ...Array.from({ length: 11 }, () => 0),
  9,
  ...Array.from({ length: 16 }, () => 1),
  ...ports,
];
const jane = { address: "192.0.2.7", localPort: 443 };

describe("a header", () => {
  const cases: readonly (readonly [string, string | Buffer, unknown])[] = [
    ["version 1", "PROXY TCP4 192.0.2.7 198.51.100.1 12345 443\r\n", jane],
    ["version 1, IPv6", "PROXY TCP6 2001:db8::9 ::1 12345 443\r\n", { address: "2001:db8::9", localPort: 443 }],
    ["version 1, nobody known", "PROXY UNKNOWN\r\n", "unknown"],
    ["version 1, nobody known, with more", "PROXY UNKNOWN ffff::1 ffff::2 1 2\r\n", "unknown"],
    ["version 2", binary(0x21, 0x11, v4), jane],
    ["version 2, with extensions", binary(0x21, 0x11, [...v4, 3, 0, 4, 1, 2, 3, 4]), jane],
    ["version 2, IPv6", binary(0x21, 0x21, v6), { address: "2001:db8::9", localPort: 443 }],
    ["version 2, the proxy itself", binary(0x20, 0, []), "unknown"],
    [
      "version 2, a UNIX socket",
      binary(
        0x21,
        0x31,
        Array.from({ length: 216 }, () => 65),
      ),
      "unknown",
    ],
    ["version 2, UDP", binary(0x21, 0x12, v4), "unknown"],
    ["HTTP", "GET / HTTP/1.1\r\n", "none"],
    ["the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "none"],
    ["an empty line", "\r\nGET", "none"],
    ["another family", "PROXY UDP4 192.0.2.7 198.51.100.1 1 2\r\n", "none"],
    ["an address of the other family", "PROXY TCP4 ::1 ::1 1 2\r\n", "none"],
    ["no address", "PROXY TCP4 host 198.51.100.1 1 2\r\n", "none"],
    ["a field less", "PROXY TCP4 192.0.2.7 198.51.100.1 1\r\n", "none"],
    ["a field more", "PROXY TCP4 192.0.2.7 198.51.100.1 1 2 3\r\n", "none"],
    ["two spaces", "PROXY TCP4  192.0.2.7 198.51.100.1 1 2\r\n", "none"],
    ["a port too high", "PROXY TCP4 192.0.2.7 198.51.100.1 1 65536\r\n", "none"],
    ["a port with a zero in front", "PROXY TCP4 192.0.2.7 198.51.100.1 01 2\r\n", "none"],
    ["a line too long", `PROXY UNKNOWN ${"x".repeat(100)}\r\n`, "none"],
    ["a line without end", `PROXY UNKNOWN ${"x".repeat(100)}`, "none"],
    ["another version", binary(0x11, 0x11, v4), "none"],
    ["another command", binary(0x22, 0x11, v4), "none"],
    ["too short for its family", binary(0x21, 0x21, v4), "none"],
    ["too long", binary(0x21, 0x11, v4, 4097), "none"],
  ];
  test.each(cases)("%s", (_name, given, expected) => {
    const bytes = Buffer.from(given as string, "latin1");
    const read = (part: Buffer): unknown => {
      const header = readProxyHeader(part);
      if (typeof header !== "object") return header;
      expect(header.length).toBe(bytes.length);
      return header.client ?? "unknown";
    };
    expect(read(bytes)).toEqual(expected);
    if (expected === "none") return;
    // Whatever the pieces in which it comes, and whatever follows.
    for (let length = 0; length < bytes.length; length++) expect(read(bytes.subarray(0, length))).toBeUndefined();
    expect(read(Buffer.concat([bytes, Buffer.from("GET / HTTP/1.1\r\n")]))).toEqual(expected);
  });
});

const pem = (name: string): string => readFileSync(path.join(import.meta.dirname, "tls", `${name}.pem`), "utf8");
const keys = { cert: pem("first.cert"), key: pem("first.key") };
const trusting = (address: string, more: Partial<ProxyOptions> = {}): Partial<ProxyOptions> => ({
  trustedProxies: { addresses: [address], header: "x-forwarded-for", speakProxyProtocol: true },
  ...more,
});
const line = "PROXY TCP4 192.0.2.7 198.51.100.1 12345 443\r\n";
const get = "GET / HTTP/1.1\r\nHost: h\r\nX-Forwarded-For: 203.0.113.9\r\nConnection: close\r\n\r\n";

/** The address and the port that the upstream was told. */
function told(text: string): readonly string[] {
  const seen = JSON.parse(/\{.*\}/s.exec(text)?.[0] ?? "{}") as Seen;
  return ["x-real-ip", "x-forwarded-for", "x-forwarded-port"].map((name) => seenHeader(seen, name).join());
}

describe("a connection", () => {
  const cases: readonly (readonly [string, string, string | readonly string[], readonly string[] | "closed" | 400])[] =
    [
      ["version 1", "127.0.0.1", line + get, ["192.0.2.7", "203.0.113.9, 192.0.2.7", "443"]],
      [
        "version 2",
        "127.0.0.1",
        binary(0x21, 0x11, v4).toString("latin1") + get,
        ["192.0.2.7", "203.0.113.9, 192.0.2.7", "443"],
      ],
      [
        "of a client that is a trusted proxy",
        "127.0.0.1",
        `PROXY TCP4 127.0.0.1 127.0.0.1 1 80\r\n${get}`,
        ["203.0.113.9", "203.0.113.9, 127.0.0.1", "80"],
      ],
      [
        "of nobody known: no header is believed",
        "127.0.0.1",
        `PROXY UNKNOWN\r\n${get}`,
        ["127.0.0.1", "203.0.113.9, 127.0.0.1", "own"],
      ],
      ["without a header", "127.0.0.1", get, "closed"],
      ["with one that is malformed", "127.0.0.1", `PROXY TCP4 x\r\n${get}`, "closed"],
      ["from elsewhere, without one", "192.0.2.1", get, ["127.0.0.1", "203.0.113.9, 127.0.0.1", "own"]],
      ["from elsewhere, with one", "192.0.2.1", line + get, 400],
    ];
  test.each(cases)("%s", async (_name, trusted, bytes, expected) => {
    await withProxy(
      echo,
      async ({ proxy }) => {
        const { text, isClosed } = await rawExchange(proxy.address.port, bytes);
        expect(isClosed).toBe(true);
        if (expected === "closed") expect(text).toBe("");
        else if (expected === 400) expect(text).toMatch(/^HTTP\/1\.1 400 /);
        else expect(told(text)).toEqual(expected.map((each) => (each === "own" ? String(proxy.address.port) : each)));
        expect(proxy.stats().malformed).toBe(typeof expected === "object" ? 0 : 1);
      },
      { proxy: trusting(trusted) },
    );
  });

  test("in single bytes; keep-alive goes on; the log has the client's address", async () => {
    await withProxy(
      echo,
      async ({ proxy, events }) => {
        const socket = connectTcp({ port: proxy.address.port, host: "127.0.0.1", noDelay: true });
        let text = "";
        socket.on("data", (chunk) => (text += chunk));
        for (const byte of line) {
          socket.write(byte);
          await new Promise((resolve) => setImmediate(resolve));
        }
        for (let count = 1; count <= 2; count++) {
          socket.write("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
          await until(() => text.split("HTTP/1.1 200").length === count + 1 && text.endsWith("}"));
        }
        socket.write("nonsense\r\n\r\n");
        await until(() => events.length === 3);
        expect(events.map((event) => "remoteAddress" in event && event.remoteAddress)).toEqual(
          Array(3).fill("192.0.2.7"),
        );
        socket.destroy();
      },
      { proxy: trusting("127.0.0.1") },
    );
  });

  test("that says nothing is closed", async () => {
    await withProxy(
      echo,
      async ({ proxy }) => {
        expect((await rawExchange(proxy.address.port, "PROXY ")).isClosed).toBe(true);
        const silent = connectTcp(proxy.address.port, "127.0.0.1");
        silent.on("error", () => undefined);
        await until(() => proxy.stats().openConnections === 1);
        silent.destroy();
        await until(() => proxy.stats().openConnections === 0);
        expect(proxy.stats().malformed).toBe(1);
      },
      { proxy: trusting("127.0.0.1", { limits: { headersTimeout: 100 } }) },
    );
  });

  test.each([
    ["TLS, HTTP/1.1", true, "http/1.1", 0],
    ["TLS, HTTP/1.1, the header alone at first", true, "http/1.1", 50],
    ["TLS, HTTP/2", true, "h2", 0],
    ["h2c", false, "h2", 0],
  ] as const)("%s", async (_name, isSecure, protocol, delayMs) => {
    await withProxy(
      echo,
      async ({ proxy }) => {
        const raw = connectTcp(proxy.address.port, "127.0.0.1");
        raw.write(line);
        if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
        const socket: Socket = isSecure
          ? connectTls({ socket: raw, ca: keys.cert, servername: "first.example", ALPNProtocols: [protocol] })
          : raw;
        let text = "";
        if (protocol === "h2") {
          const session = connectHttp2("http://h", { createConnection: () => socket });
          const scheme = isSecure ? "https" : "http";
          session
            .request({ ":authority": "h", ":scheme": scheme })
            .setEncoding("utf8")
            .on("data", (chunk: string) => (text += chunk));
        } else {
          socket.on("data", (chunk) => (text += chunk)).write("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        }
        await until(() => text.endsWith("}"));
        expect(told(text)).toEqual(["192.0.2.7", "192.0.2.7", "443"]);
        socket.destroy();
      },
      { proxy: trusting("127.0.0.1", isSecure ? { tls: { certificates: [keys] } } : { h2c: true }) },
    );
  });
});
