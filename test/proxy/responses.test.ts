/** What the proxy does with an answer that the engine changes, and that it tells the end of every request exactly once. */
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Forward, HeaderList, ResponseHead } from "../../src/engine/contract.ts";
import { echo, rawExchange, until, withProxy } from "./harness.ts";

const get = (path = "/"): string => `GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`;

/** Counts the calls, and says so once. */
function counting(): { readonly forward: Partial<Forward>; count: number } {
  const counter = { forward: { release: () => void counter.count++ }, count: 0 };
  return counter;
}

describe("changed answers", () => {
  const bytes = (text: string): Uint8Array => Buffer.from(text);
  const changes: [string, (head: ResponseHead) => ReturnType<NonNullable<Forward["onResponse"]>>, string[], string][] =
    [
      ["a status", (head) => ({ ...head, status: 418 }), ["HTTP/1.1 418", "Content-Length: 5"], "hello"],
      ["a body", (head) => ({ ...head, body: bytes("new body") }), ["HTTP/1.1 200", "Content-Length: 8"], "new body"],
      [
        "a body made of the old one",
        (head) => ({ ...head, rewriteBody: (whole) => bytes(`${Buffer.from(whole)}, world`) }),
        ["Content-Length: 12"],
        "hello, world",
      ],
      [
        "no framing of a plugin's",
        (head) => ({
          ...head,
          headers: [
            ["Content-Length", "1"],
            ["Transfer-Encoding", "x"],
          ],
        }),
        ["Content-Length: 5"],
        "hello",
      ],
      ["a status without a body", (head) => ({ ...head, status: 204 }), ["HTTP/1.1 204"], ""],
      [
        "one that cannot be made",
        (head) => ({ ...head, rewriteBody: () => undefined }),
        ["HTTP/1.1 502"],
        '{"error_msg":"the response cannot be rewritten"}',
      ],
    ];
  test.each(changes)("%s", async (_name, onResponse, lines, body) => {
    await withProxy(
      (_request, response) => response.writeHead(200, { "Content-Length": 5 }).end("hello"),
      async ({ proxy }) => {
        const { text } = await rawExchange(proxy.address.port, get());
        const [head = "", sent] = text.split("\r\n\r\n");
        for (const line of lines) expect(head).toContain(line);
        expect(head).not.toContain("Transfer-Encoding");
        expect(sent).toBe(body);
      },
      { forward: { onResponse } },
    );
  });

  test.each([
    ["the answer in its place has its own reason", 200, true],
    ["the answer in its place has its own reason", 200, false],
    ["the answer in its place goes unchanged if that has it too", 0, true],
    ["the answer in its place goes unchanged if that has it too", 0, false],
  ])("one with a header that is none: %s (%j, %j)", async (_name, badAt, readsPlainly) => {
    const bad: HeaderList = [["X-Bad", "\u0141"]];
    await withProxy(
      (_request, response) => response.end("hello"),
      async ({ proxy, events }) => {
        const { text } = await rawExchange(proxy.address.port, get());
        expect(text).toMatch(/^HTTP\/1\.1 502 Bad Gateway\r\n/);
        await until(() => events.length > 0);
        expect(events).toMatchObject([{ status: 502 }]);
      },
      {
        forward: {
          onResponse: (head) => ({ ...head, headers: head.status === badAt || badAt === 0 ? bad : head.headers }),
        },
        proxy: { readsPlainly },
      },
    );
  });

  test("one that is too long to be rewritten", async () => {
    await withProxy(
      (_request, response) => response.end(Buffer.alloc(9 * 1024 * 1024)),
      async ({ proxy }) => {
        const { text } = await rawExchange(proxy.address.port, get());
        expect(text).toMatch(/^HTTP\/1\.1 502 /);
      },
      { forward: { onResponse: (head) => ({ ...head, rewriteBody: (whole) => whole }) } },
    );
  });
});

describe("release, once", () => {
  test("after an answer", async () => {
    const counter = counting();
    await withProxy(
      echo,
      async ({ proxy }) => {
        await rawExchange(proxy.address.port, get());
        await until(() => counter.count > 0);
      },
      { forward: counter.forward },
    );
    expect(counter.count).toBe(1);
  });

  test("after a client that goes away", async () => {
    const counter = counting();
    await withProxy(
      (_request, response) => response.write("part"),
      async ({ proxy }) => {
        await rawExchange(proxy.address.port, get(), (text) => text.includes("part"));
        await until(() => counter.count > 0);
      },
      { forward: counter.forward },
    );
    expect(counter.count).toBe(1);
  });

  test("after an upstream that breaks off", async () => {
    const counter = counting();
    await withProxy(
      (request) => request.socket.destroy(),
      async ({ proxy }) => {
        expect((await rawExchange(proxy.address.port, get())).text).toMatch(/^HTTP\/1\.1 502 /);
        await until(() => counter.count > 0);
      },
      { forward: counter.forward },
    );
    expect(counter.count).toBe(1);
  });

  test("after a tunnel", async () => {
    const counter = counting();
    const key = "dGhlIHNhbXBsZSBub25jZQ==";
    const accept = createHash("sha1").update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest("base64");
    await withProxy(
      echo,
      async ({ proxy, upstream }) => {
        upstream.onUpgrade((socket) =>
          socket.write(
            `HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Accept: ${accept}\r\n\r\nhi`,
          ),
        );
        const upgrade = `GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: ${key}\r\nSec-WebSocket-Version: 13\r\n\r\n`;
        await rawExchange(proxy.address.port, upgrade, (text) => {
          if (text.includes("hi")) expect(counter.count).toBe(0);
          return text.includes("hi");
        });
        await until(() => counter.count > 0);
      },
      { forward: counter.forward },
    );
    expect(counter.count).toBe(1);
  });
});
