/** Upstreams that are away, slow or break off, clients that do, and what a swap or an end of the proxy does to requests. */
import { createHash, randomBytes } from "node:crypto";
import { request as httpRequest } from "node:http";
import { connect, createServer } from "node:net";
import { describe, expect, test } from "vitest";
import type { ResponseHead } from "../../src/engine/contract.ts";
import type { DecisionMaker, ProxyEvent } from "../../src/proxy/contract.ts";
import { startProxy } from "../../src/proxy/start-proxy.ts";
import { freePort } from "../free-port.ts";
import { echo, forwardTo, node, rawExchange, startUpstream, until, upstreamTo, withProxy } from "./harness.ts";

const listen = { host: "127.0.0.1", port: 0 };

describe("upstreams that fail", () => {
  test("a dead node is passed over, whatever the method", async () => {
    const dead = await freePort();
    const upstream = await startUpstream(echo);
    const proxy = await startProxy({ listen, engine: forwardTo(upstreamTo([node(dead), node(upstream.port)])) });
    for (let index = 0; index < 6; index++) {
      const response = await fetch(proxy.address.url, { method: "POST", body: "x".repeat(20_000 * index) });
      expect(response.status).toBe(200);
      expect(((await response.json()) as { body: string }).body).toHaveLength(20_000 * index);
    }
    expect(proxy.stats().retries).toBe(1);
    await proxy.close();
    await upstream.close();
  });

  test("a node of lower priority serves while the higher one is away", async () => {
    const upstream = await startUpstream(echo);
    const nodes = [node(await freePort(), { priority: 1 }), node(upstream.port)];
    const proxy = await startProxy({ listen, engine: forwardTo(upstreamTo(nodes)) });
    expect((await fetch(proxy.address.url)).status).toBe(200);
    await proxy.close();
    await upstream.close();
  });

  test.each([
    ["no node", [], 503, '{"error_msg":"no valid upstream node"}'],
    ["only nodes of weight 0", [node(1, { weight: 0 })], 503, '{"error_msg":"no valid upstream node"}'],
    ["only dead nodes", [node(1), node(2)], 502, '{"error_msg":"upstream failed"}'],
  ])("%s", async (_name, nodes, status, body) => {
    const proxy = await startProxy({ listen, engine: forwardTo(upstreamTo(nodes)) });
    const response = await fetch(proxy.address.url);
    expect([response.status, await response.text()]).toEqual([status, body]);
    await proxy.close();
  });

  test.each([
    ["GET", 2],
    ["POST", 1],
  ])("a connection that breaks before the answer: %s is sent %i times", async (method, expected) => {
    let requests = 0;
    await withProxy(
      (request) => {
        requests++;
        request.socket.destroy();
      },
      async ({ proxy }) => {
        const response = await fetch(proxy.address.url, { method });
        expect([response.status, requests]).toEqual([502, expected]);
      },
    );
  });

  test.each([
    "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
    "nonsense\r\n\r\n",
    "HTTP/1.1 101 Switching Protocols\r\n\r\n",
  ])("an answer that is no HTTP is a 502 (%j)", async (bytes) => {
    const server = createServer((socket) => socket.on("error", () => undefined).once("data", () => socket.end(bytes)));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const proxy = await startProxy({ listen, engine: forwardTo(upstreamTo([node(port)])) });
    expect((await fetch(proxy.address.url, { method: "POST" })).status).toBe(502);
    await proxy.close();
    server.close();
  });

  test.each([
    ["no body", undefined],
    ["small body", "x"],
    ["streamed body", "x".repeat(100_000)],
  ])("no answer in time is a 504 and is not repeated (%s)", async (_name, body) => {
    let requests = 0;
    await withProxy(
      (request) => {
        requests++;
        request.resume();
      },
      async ({ proxy }) => {
        const response = await fetch(proxy.address.url, { method: "PUT", ...(body === undefined ? {} : { body }) });
        expect([response.status, await response.text(), requests]).toEqual([
          504,
          '{"error_msg":"upstream timed out"}',
          1,
        ]);
      },
      { upstream: { timeout: { connect: 1, send: 1, read: 0.1 } } },
    );
  });

  test("an upstream that does not take the body is a 504", async () => {
    await withProxy(
      () => undefined,
      async ({ proxy }) => {
        const status = await new Promise((resolve) => {
          const sent = httpRequest(proxy.address.url, { method: "POST", headers: { "content-length": "50000000" } });
          sent.on("response", (response) => resolve(response.statusCode)).on("error", () => undefined);
          sent.write(Buffer.alloc(20_000_000));
        });
        expect(status).toBe(504);
      },
      { upstream: { timeout: { connect: 1, send: 0.2, read: 5 } } },
    );
  });

  test.each(["1.0", "1.1"])(
    "an answer that breaks off is not a whole one for the client (HTTP/%s)",
    async (version) => {
      await withProxy(
        (_request, response) => {
          response.write("part");
          setTimeout(() => response.destroy(), 20);
        },
        async ({ proxy, events }) => {
          const ended = await new Promise<string>((resolve) => {
            const socket = connect(proxy.address.port, "127.0.0.1", () =>
              socket.write(`GET / HTTP/${version}\r\nHost: h\r\n\r\n`),
            );
            let text = "";
            socket.on("data", (chunk) => (text += chunk.toString()));
            socket.on("end", () => resolve(text.endsWith("0\r\n\r\n") ? "whole" : "cut"));
            socket.on("error", () => resolve("reset"));
          });
          expect(ended).toBe(version === "1.0" ? "reset" : "cut");
          await until(() => events.length === 1);
          expect(events[0]?.reason).toMatch(/^upstream failed/);
        },
      );
    },
  );

  test("an answer before the end of the request body reaches the client", async () => {
    await withProxy(
      (_request, response) => response.writeHead(401).end("no"),
      async ({ proxy }) => {
        const head = "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 900000\r\n\r\n";
        const { text } = await rawExchange(proxy.address.port, [head, "x".repeat(200_000)], (all) =>
          all.includes("no"),
        );
        expect(text).toMatch(/^HTTP\/1\.1 401 /);
      },
    );
  });
});

describe("clients that go away", () => {
  test("before the answer: the upstream request is aborted and the decision released", async () => {
    let released = 0;
    let aborted = false;
    await withProxy(
      (request) => request.on("close", () => (aborted = true)),
      async ({ proxy, events }) => {
        const socket = connect(proxy.address.port, "127.0.0.1", () =>
          socket.write("GET / HTTP/1.1\r\nHost: h\r\n\r\n"),
        );
        await until(() => proxy.stats().activeRequests === 1);
        socket.destroy();
        await until(() => aborted && released === 1);
        expect(events).toMatchObject([{ status: 499, reason: "the client went away" }]);
        expect(proxy.stats()).toMatchObject({ activeRequests: 0, clientAborts: 1 });
      },
      { forward: { release: () => released++ } },
    );
  });

  test("in the middle of an upload", async () => {
    let aborted = false;
    await withProxy(
      (request) => request.resume().on("close", () => (aborted = !request.complete)),
      async ({ proxy }) => {
        const socket = connect(proxy.address.port, "127.0.0.1");
        socket.write(`POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 900000\r\n\r\n${"x".repeat(100_000)}`);
        await until(() => proxy.stats().activeRequests === 1);
        await new Promise((resolve) => setTimeout(resolve, 30));
        socket.destroy();
        await until(() => aborted);
        expect(proxy.stats().activeRequests).toBe(0);
      },
    );
  });

  test("in the middle of a download", async () => {
    let aborted = false;
    await withProxy(
      (_request, response) => {
        const more = setInterval(() => response.write("x".repeat(1000)), 5);
        response.on("close", () => {
          clearInterval(more);
          aborted = true;
        });
      },
      async ({ proxy }) => {
        await rawExchange(proxy.address.port, "GET / HTTP/1.1\r\nHost: h\r\n\r\n", (text) => text.length > 3000);
        await until(() => aborted);
        expect(proxy.stats().activeRequests).toBe(0);
      },
    );
  });

  test("between the end of the upstream's answer and the end of what they get", async () => {
    await withProxy(
      (_request, response) => response.end("short"),
      async ({ proxy, events }) => {
        const socket = connect(proxy.address.port, "127.0.0.1", () =>
          socket.write("GET / HTTP/1.1\r\nHost: h\r\n\r\n"),
        );
        socket.once("data", () => socket.resetAndDestroy());
        await until(() => events.length === 1);
        expect(events).toMatchObject([{ status: 200, reason: "the client went away" }]);
        expect(proxy.stats().clientAborts).toBe(1);
      },
      { forward: { onResponse: () => ({ status: 200, headers: [], body: Buffer.alloc(8_000_000) }) } },
    );
  });

  test("one that does not read is cut", async () => {
    await withProxy(
      (_request, response) => response.end(Buffer.alloc(30_000_000)),
      async ({ proxy, events }) => {
        const socket = connect(proxy.address.port, "127.0.0.1", () =>
          socket.write("GET / HTTP/1.1\r\nHost: h\r\n\r\n"),
        );
        socket.pause().on("error", () => undefined);
        await until(() => events.length === 1);
        expect(events[0]?.reason).toBe("the client does not read");
        socket.destroy();
      },
      { proxy: { limits: { stalledClientTimeout: 150 } } },
    );
  });

  test("one that sends its headers too slowly gets 408", async () => {
    await withProxy(
      echo,
      async ({ proxy }) => {
        const { text, isClosed } = await rawExchange(proxy.address.port, "GET / HTTP/1.1\r\nHost: h\r\n");
        expect(text).toMatch(/^HTTP\/1\.1 408 /);
        expect(isClosed).toBe(true);
      },
      { proxy: { limits: { headersTimeout: 200, requestTimeout: 400 } } },
    );
  });
});

describe("streaming", () => {
  const bytes = 40_000_000;
  const piece = randomBytes(64 * 1024);

  test("a large upload arrives whole", async () => {
    await withProxy(
      (request, response) => {
        const hash = createHash("sha256");
        request.on("data", (chunk: Buffer) => hash.update(chunk)).on("end", () => response.end(hash.digest("hex")));
      },
      async ({ proxy }) => {
        const expected = createHash("sha256");
        const answer = await new Promise<string>((resolve, reject) => {
          const sent = httpRequest(proxy.address.url, { method: "POST" }, (response) => {
            response.setEncoding("utf8").once("data", resolve);
          });
          sent.on("error", reject);
          let left = bytes;
          const send = (): void => {
            for (let isTaken = true; left > 0 && isTaken; left -= piece.length) {
              expected.update(piece);
              isTaken = sent.write(piece);
            }
            if (left > 0) sent.once("drain", send);
            else sent.end();
          };
          send();
        });
        expect(answer).toBe(expected.digest("hex"));
      },
    );
  });

  test("a slow reader slows the upstream: what is not read is not held", async () => {
    let written = 0;
    await withProxy(
      (_request, response) => {
        const send = (): void => {
          while (written < bytes) {
            written += piece.length;
            if (!response.write(piece)) {
              response.once("drain", send);
              return;
            }
          }
          response.end();
        };
        send();
      },
      async ({ proxy }) => {
        const read = await new Promise<number>((resolve, reject) => {
          httpRequest(proxy.address.url, (response) => {
            let count = 0;
            response.pause();
            setTimeout(() => {
              try {
                expect(written).toBeLessThan(bytes / 2);
              } catch (error) {
                reject(error as Error);
              }
              response
                .on("data", (chunk: Buffer) => (count += chunk.length))
                .on("end", () => resolve(count))
                .resume();
            }, 200);
          }).end();
        });
        expect(read).toBe(written);
      },
    );
  });

  test("the first part comes before the last is written", async () => {
    await withProxy(
      (request, response) => {
        response.write("first");
        request.on("data", () => response.end("last"));
      },
      async ({ proxy }) => {
        const text = await new Promise<string>((resolve) => {
          const sent = httpRequest(
            proxy.address.url,
            { method: "POST", headers: { "content-length": "20000" } },
            (response) => {
              let all = "";
              response.setEncoding("utf8");
              response.on("data", (chunk: string) => {
                all += chunk;
                if (all === "first") sent.end("x".repeat(19_999));
              });
              response.on("end", () => resolve(all));
            },
          );
          sent.flushHeaders();
          setTimeout(() => sent.write("x"), 20).unref();
        });
        expect(text).toBe("firstlast");
      },
    );
  });
});

describe("an answer that the gateway makes", () => {
  const body = Buffer.alloc(8_000_000, "a");
  const made = (stalledClientTimeout: number) => ({
    forward: { onResponse: (head: ResponseHead) => ({ ...head, body }) },
    proxy: { limits: { stalledClientTimeout } },
  });

  test.each([
    ["", ""],
    ["that asks for h2c", "Connection: Upgrade\r\nUpgrade: h2c\r\n"],
  ])("is not held for a client that never reads it %s", async (_name, line) => {
    await withProxy(
      echo,
      async ({ proxy, events }) => {
        const socket = connect(proxy.address.port, "127.0.0.1").pause();
        socket.on("error", () => undefined).write(`GET / HTTP/1.1\r\nHost: h\r\n${line}\r\n`);
        await until(() => events.length > 0 && proxy.stats().openConnections === 0);
        expect(proxy.stats().activeRequests).toBe(0);
        socket.destroy();
      },
      made(300),
    );
  });

  test("comes whole to one that reads slowly, and the connection is kept", async () => {
    await withProxy(
      echo,
      async ({ proxy }) => {
        const socket = connect(proxy.address.port, "127.0.0.1");
        let bytes = 0;
        socket.on("data", (chunk) => {
          bytes += chunk.length;
          socket.pause();
          setTimeout(() => socket.resume(), 12);
        });
        socket.write("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        await until(() => bytes > body.length, 20_000);
        await new Promise((resolve) => setTimeout(resolve, 1_200));
        expect(proxy.stats().openConnections).toBe(1);
        socket.destroy();
      },
      made(1_000),
    );
  });
});

describe("a change of protocol", () => {
  const handshake =
    "GET /ws HTTP/1.1\r\nHost: h\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: k\r\n\r\n";
  const echoServer = async (): Promise<{ port: number; close(): void; seen(): string }> => {
    let seen = "";
    const server = createServer((socket) => {
      socket.on("error", () => undefined);
      socket.once("data", (head) => {
        seen = head.toString();
        socket.write(
          "HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Accept: a\r\n\r\n",
        );
        socket.pipe(socket);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    return {
      port: typeof address === "object" && address !== null ? address.port : 0,
      close: () => server.close(),
      seen: () => seen,
    };
  };

  test("bytes go both ways, and the end of one side ends the other", async () => {
    const server = await echoServer();
    const events: ProxyEvent[] = [];
    const proxy = await startProxy({
      listen,
      engine: forwardTo(upstreamTo([node(server.port)])),
      log: (event) => events.push(event),
    });
    const { text } = await rawExchange(proxy.address.port, [handshake, "ping"], (all) => all.endsWith("ping"));
    expect(text).toMatch(/^HTTP\/1\.1 101 Switching Protocols\r\n[\s\S]*Sec-WebSocket-Accept: a\r\n\r\nping$/);
    expect(server.seen()).toMatch(/X-Consumer-Username: jane/);
    await until(() => events.length === 1);
    expect(events).toMatchObject([{ status: 101 }]);
    expect(proxy.stats()).toMatchObject({ activeRequests: 0, upgrades: 1 });
    await proxy.close();
    server.close();
  });

  test.each([
    ["to h2c, which curl --http2 and Java ask for", handshake.replace("websocket", "h2c")],
    ["that is asked for with POST", handshake.replace("GET", "POST")],
    ["that the upstream declines", handshake],
  ])("a large answer comes whole where there is none: %s", async (_name, bytes) => {
    await withProxy(
      (_request, response) => response.end(Buffer.alloc(3_000_000, "a")),
      async ({ proxy, events }) => {
        const { text } = await rawExchange(proxy.address.port, bytes);
        expect(text.length - text.indexOf("\r\n\r\n") - 4).toBe(3_000_000);
        await until(() => events.length > 0);
        expect(events).toMatchObject([{ status: 200, bytes: 3_000_000, reason: "" }]);
      },
    );
  });

  test.each([
    ["a length", "Content-Length: 3\r\n\r\nabc"],
    ["chunks", "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"],
  ])("a request with a body that asks for h2c is served, and no other behind it: %s", async (_name, rest) => {
    const bytes = `POST /a HTTP/1.1\r\nHost: h\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAA\r\n${rest}`;
    await withProxy(echo, async ({ proxy, events }) => {
      for (const behind of [
        "",
        "GET /b HTTP/1.1\r\nHost: h\r\n\r\n",
        "x: y\r\n\r\nGET /c HTTP/1.1\r\nHost: h\r\n\r\n",
      ]) {
        const { text, isClosed } = await rawExchange(proxy.address.port, [bytes + behind, behind]);
        expect(text).toMatch(/^HTTP\/1\.1 200 [\s\S]*Connection: close[\s\S]*"body":"abc"}$/);
        expect([isClosed, text.match(/HTTP\/1\.1/g)?.length]).toEqual([true, 1]);
      }
      expect(events).toMatchObject(Array(3).fill({ status: 200, path: "/a" }));
    });
  });

  test.each(["end", "destroy"] as const)("a client that has asked for h2c and goes (%s) is noticed", async (how) => {
    await withProxy(
      () => undefined,
      async ({ proxy, events }) => {
        const socket = connect(proxy.address.port, "127.0.0.1");
        socket.on("error", () => undefined);
        socket.write(handshake.replace("websocket", "h2c"));
        await until(() => proxy.stats().activeRequests === 1);
        socket[how]();
        await until(() => events.length > 0, 1_500);
        expect(events).toMatchObject([{ status: 499 }]);
        socket.destroy();
      },
    );
  });

  test("an upstream that declines answers as usual", async () => {
    await withProxy(
      (_request, response) => response.writeHead(403).end("no"),
      async ({ proxy }) => {
        const { text, isClosed } = await rawExchange(proxy.address.port, handshake);
        expect(text).toMatch(/^HTTP\/1\.1 403 [\s\S]*\r\nno\r\n0\r\n\r\n$/);
        expect(isClosed).toBe(true);
      },
    );
  });

  test("on a route without websockets it is a 501", async () => {
    const route = {
      id: "r",
      uris: ["/*"],
      hosts: [],
      methods: [],
      priority: 0,
      remoteAddrs: [],
      plugins: [],
      enableWebsocket: false,
    };
    await withProxy(
      echo,
      async ({ proxy }) => {
        const { text } = await rawExchange(proxy.address.port, handshake);
        expect(text).toMatch(/^HTTP\/1\.1 501 [\s\S]*websocket is not enabled/);
      },
      { forward: { route } },
    );
  });

  test("another protocol is not offered: the request is served without it", async () => {
    await withProxy(echo, async ({ proxy }) => {
      const { text } = await rawExchange(proxy.address.port, handshake.replace("websocket", "h2c"));
      expect(text).toMatch(/^HTTP\/1\.1 200 /);
      expect(text).not.toMatch(/"upgrade"/i);
    });
  });
});

describe("while it runs", () => {
  test("an engine that throws is a 500 without a word of the error", async () => {
    const engine: DecisionMaker = {
      decide(request) {
        if (request.target === "/later") return Promise.reject(new Error("s3cret"));
        throw new Error("s3cret");
      },
    };
    await withProxy(
      echo,
      async ({ proxy, events }) => {
        for (const path of ["/now", "/later"]) {
          const response = await fetch(proxy.address.url + path);
          expect([response.status, await response.text()]).toEqual([500, '{"error_msg":"internal error"}']);
        }
        expect(events.map((event) => event.kind)).toEqual(["fault", "access", "fault", "access"]);
        expect(JSON.stringify(events)).not.toContain("s3cret");
      },
      { proxy: { engine } },
    );
  });

  test("a decision that is no HTTP is a 500, and no upstream is blamed", async () => {
    const refusing: DecisionMaker = {
      decide: () => ({ kind: "respond", status: 401, headers: [["X-A", "a\r\nb"]], body: "", reason: "", plugin: "" }),
    };
    await withProxy(echo, async ({ proxy, upstream }) => {
      for (const headers of [[["X-A", "a\r\nb"]], [["X A", "b"]]] as const) {
        proxy.use(forwardTo(upstreamTo([node(upstream.port)]), { headers }));
        expect((await fetch(proxy.address.url)).status).toBe(500);
      }
      proxy.use(refusing);
      expect((await fetch(proxy.address.url)).status).toBe(500);
      proxy.use(forwardTo(upstreamTo([node(upstream.port)])));
      expect((await fetch(proxy.address.url)).status).toBe(200);
      expect(proxy.stats()).toMatchObject({ upstreamFailures: 0, retries: 0, activeRequests: 0 });
    });
  });

  test("swapping the engine loses no request, and each request keeps its engine", async () => {
    await withProxy(
      (_request, response) => setTimeout(() => response.end("ok"), 1),
      async ({ proxy, upstream }) => {
        const engines = [0, 1].map((index) =>
          forwardTo(upstreamTo([node(upstream.port)]), { responseHeaders: [["X-Engine", String(index)]] }),
        );
        const seen = new Set<string | null>();
        let isOver = false;
        const swapping = (async () => {
          for (let index = 0; !isOver; index++) {
            proxy.use(engines[index % 2] ?? forwardTo(upstreamTo([])));
            await new Promise((resolve) => setImmediate(resolve));
          }
        })();
        const worker = async (): Promise<void> => {
          for (let index = 0; index < 40; index++) {
            const response = await fetch(proxy.address.url);
            expect([response.status, await response.text()]).toEqual([200, "ok"]);
            seen.add(response.headers.get("x-engine"));
          }
        };
        await Promise.all([worker(), worker(), worker(), worker()]);
        isOver = true;
        await swapping;
        expect([...seen].sort()).toEqual(["0", "1"]);
      },
    );
  });

  test("closing lets a request end, takes no new one, and cuts what overstays", async () => {
    const upstream = await startUpstream((request, response) => {
      if (request.url === "/slow") setTimeout(() => response.end("done"), 100);
    });
    const proxy = await startProxy({ listen, engine: forwardTo(upstreamTo([node(upstream.port)])) });
    const slow = fetch(`${proxy.address.url}/slow`).then(async (response) => [
      await response.text(),
      response.headers.get("connection"),
    ]);
    const never = fetch(`${proxy.address.url}/never`).then(
      () => "answered",
      () => "cut",
    );
    await until(() => proxy.stats().activeRequests === 2);
    const closing = proxy.close({ graceMs: 300 });
    expect(await slow).toEqual(["done", "close"]);
    await expect(fetch(proxy.address.url)).rejects.toThrow();
    expect(await never).toBe("cut");
    await closing;
    await upstream.close();
  });

  test("a port in use is told by rejecting", async () => {
    await withProxy(echo, async ({ proxy }) => {
      const again = startProxy({ listen: proxy.address, engine: forwardTo(upstreamTo([])) });
      await expect(again).rejects.toMatchObject({ code: "EADDRINUSE" });
    });
  });
});
