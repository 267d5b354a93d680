/** Connections are served alike whether the fast reader has them or node:http. */
import { connect } from "node:net";
import { describe, expect, test } from "vitest";
import type { AccessEvent, ProxyLimits, ProxyOptions } from "../../src/proxy/contract.ts";
import { echo, type Stage, until, withProxy } from "./harness.ts";

const get = (target: string, ...lines: string[]): string =>
  `GET ${target} HTTP/1.1\r\nHost: h\r\n${lines.map((line) => `${line}\r\n`).join("")}\r\n`;

interface Client {
  /** All that has come so far. */
  text(): string;
  isClosed(): boolean;
  write(bytes: string): void;
  /** Ends its side. */
  end(): void;
  destroy(): void;
  pause(): void;
  resume(): void;
}

function open(port: number): Client {
  const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
  let text = "";
  let isClosed = false;
  socket.on("data", (chunk) => {
    text += chunk.toString("latin1");
  });
  socket.on("end", () => {
    isClosed = true;
  });
  socket.on("error", () => undefined);
  socket.on("close", () => {
    isClosed = true;
  });
  return {
    text: () => text.replaceAll(/Date: [^\r]*/g, "Date: D").replaceAll(`"${port}"`, '"P"'),
    isClosed: () => isClosed,
    write: (bytes) => void socket.write(bytes, "latin1"),
    end: () => void socket.end(),
    destroy: () => void socket.destroy(),
    pause: () => void socket.pause(),
    resume: () => void socket.resume(),
  };
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
const ends = (client: Client, last: string): Promise<void> => until(() => client.text().endsWith(last));
const accesses = (stage: Stage): string[] =>
  stage.events
    .filter((event): event is AccessEvent => event.kind === "access")
    .map(({ method, path, status, reason }) => `${method} ${path} ${status} ${reason}`);

/** Plays the same to both, and expects the same bytes and the same log. */
async function alike(
  play: (client: Client, stage: Stage) => Promise<void>,
  limits: Partial<ProxyLimits> = {},
): Promise<{ readonly text: string; readonly log: readonly string[]; readonly isClosed: boolean }> {
  const run = async (readsPlainly: boolean): Promise<Awaited<ReturnType<typeof alike>>> => {
    let found: Awaited<ReturnType<typeof alike>> = { text: "", log: [], isClosed: false };
    const proxy: Partial<ProxyOptions> = { readsPlainly, limits };
    await withProxy(
      listener,
      async (stage) => {
        const client = open(stage.proxy.address.port);
        await play(client, stage);
        await until(() => stage.proxy.stats().activeRequests === 0);
        found = { text: client.text(), log: accesses(stage), isClosed: client.isClosed() };
        client.destroy();
      },
      { proxy },
    );
    return found;
  };
  const [plainly, byNode] = await Promise.all([run(true), run(false)]);
  expect(plainly).toEqual(byNode);
  return plainly;
}

const listener: Parameters<typeof withProxy>[0] = (request, response) => {
  response.sendDate = request.url !== "/dateless";
  switch (request.url) {
    case "/slow":
      setTimeout(() => response.end("slow"), 40);
      break;
    case "/chunks":
      response.write("one");
      setTimeout(() => response.end("two"), 10);
      break;
    case "/none":
      response.writeHead(204).end();
      break;
    case "/unchanged":
      response.writeHead(304, { "content-length": "5" }).end();
      break;
    case "/long":
      response.end("x".repeat(300_000));
      break;
    case "/torn":
      response.writeHead(200, { "content-length": "10" }).write("half");
      setTimeout(() => response.destroy(), 10);
      break;
    case "/odd":
      response.writeHead(299, { "X-A": ["1", "2"], "Set-Cookie": ["a=1", "b=2"], "X-Latin": "\xe9" }).end("odd");
      break;
    default:
      echo(request, response);
  }
};

describe("answers", () => {
  test.each([
    ["with a length", get("/a"), "}"],
    ["without a date", get("/dateless"), "}"],
    ["in chunks", get("/chunks"), "0\r\n\r\n"],
    ["204", get("/none"), "\r\n\r\n"],
    ["304", get("/unchanged"), "\r\n\r\n"],
    ["long", get("/long"), "x".repeat(1_000)],
    ["with odd headers", get("/odd"), "0\r\n\r\n"],
    ["to HEAD", get("/a").replace("GET", "HEAD"), "\r\n\r\n"],
    ["to HEAD, in chunks", get("/chunks").replace("GET", "HEAD"), "\r\n\r\n"],
    ["to a POST", "POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhello", "}"],
    ["to a POST whose body is read first", "POST /body-first HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nhi", "}"],
    ["that the gateway gives", get("/refused"), "}"],
    ["that the gateway gives to HEAD", get("/refused").replace("GET", "HEAD"), "\r\n\r\n"],
    ["that the gateway gives to a POST", "POST /refused HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nhi", "}"],
  ])("%s", async (_name, bytes, last) => {
    const { text, isClosed } = await alike(async (client) => {
      client.write(bytes);
      await ends(client, last);
      // The connection serves the next one.
      client.write(get("/refused"));
      await until(() => client.text().length > last.length && client.text().endsWith('in request"}'));
    });
    expect(text).toContain("Connection: keep-alive\r\nKeep-Alive: timeout=65\r\n");
    expect(isClosed).toBe(false);
  });

  test("the last one that a client wants ends the connection", async () => {
    const { text, isClosed } = await alike(async (client) => {
      client.write(get("/a", "Connection: close"));
      await until(client.isClosed);
    });
    expect(text).toContain("Connection: close\r\n");
    expect(isClosed).toBe(true);
  });

  test("one that breaks off is cut", async () => {
    const { text } = await alike(async (client) => {
      client.write(get("/torn"));
      await until(client.isClosed);
    });
    expect(text.endsWith("half")).toBe(true);
  });

  test.each([true, false])("a header that is none does not get out (readsPlainly: %s)", async (readsPlainly) => {
    await withProxy(
      listener,
      async (stage) => {
        const client = open(stage.proxy.address.port);
        client.write(get("/a"));
        await ends(client, "}");
        expect(client.text()).toMatch(/^HTTP\/1\.1 502 /);
        expect(client.text()).not.toContain("X-B");
        client.destroy();
      },
      { forward: { responseHeaders: [["X-A", "a\r\nX-B: b"]] }, proxy: { readsPlainly } },
    );
  });
});

describe("what comes in", () => {
  test.each([
    ["in two pieces", [get("/a").slice(0, 20), get("/a").slice(20)], 1],
    ["two at once", [get("/a") + get("/b")], 2],
    ["the second while the first is served", [get("/slow"), get("/b")], 2],
    ["two more while the first is served", [get("/slow"), get("/b") + get("/c")], 3],
    ["a plain one, one in pieces, a plain one", [get("/a"), get("/b").slice(0, 9), get("/b").slice(9), get("/c")], 3],
    ["a body in chunks behind a plain one", [get("/a"), post("Transfer-Encoding: chunked"), "2\r\nhi\r\n0\r\n\r\n"], 2],
    ["a body that comes late", [get("/a"), post("Content-Length: 2"), "hi"], 2],
    ["a client that waits to be asked", [post("Expect: 100-continue\r\nContent-Length: 2"), "hi"], 1],
  ])("%s", async (_name, parts, count) => {
    const { log } = await alike(async (client, stage) => {
      for (const part of parts) {
        client.write(part);
        await pause(10);
      }
      await until(() => accesses(stage).length === count);
      await until(() => client.text().split("HTTP/1.1 200 ").length > count && client.text().endsWith("}"));
    });
    expect(log).toHaveLength(count);
    expect(log.every((line) => line.includes(" 200 "))).toBe(true);
  });

  test("what is no request, behind a plain one", async () => {
    const { text, log } = await alike(async (client) => {
      client.write(get("/a"));
      await ends(client, "}");
      client.write("\0\0\0");
      await until(client.isClosed);
    });
    expect(text).toContain("HTTP/1.1 400 ");
    expect(log).toHaveLength(2);
  });

  test("a websocket behind a plain one", async () => {
    await withProxy(listener, async ({ proxy, upstream }) => {
      upstream.onUpgrade((socket) => {
        socket.write("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\nhi");
      });
      const client = open(proxy.address.port);
      client.write(get("/a"));
      await ends(client, "}");
      client.write(get("/ws", "Connection: Upgrade", "Upgrade: websocket"));
      await ends(client, "\r\n\r\nhi");
      client.destroy();
    });
  });
});

describe("clients that go", () => {
  test.each([
    ["cut the connection", (client: Client) => client.destroy()],
    ["end their side", (client: Client) => client.end()],
  ])("%s while they are served", async (_name, leave) => {
    const { text, log } = await alike(async (client, stage) => {
      client.write(get("/slow"));
      await until(() => stage.proxy.stats().activeRequests === 1);
      leave(client);
      await until(() => stage.proxy.stats().openConnections === 0);
    });
    expect(text).toBe("");
    expect(log).toEqual(["GET /slow 499 the client went away"]);
  });

  test("between two requests", async () => {
    await alike(async (client, stage) => {
      client.write(get("/a"));
      await ends(client, "}");
      client.end();
      await until(() => client.isClosed() && stage.proxy.stats().openConnections === 0);
    });
  });
});

describe("times", () => {
  test("a client that sends nothing is told, and cut", async () => {
    const { text, log } = await alike((client) => until(client.isClosed), { headersTimeout: 100 });
    expect(text).toMatch(/^HTTP\/1\.1 408 /);
    expect(log).toEqual(["  408 request timed out (ERR_HTTP_REQUEST_TIMEOUT)"]);
  });

  test("a client that sends half of its second request is told, and cut", async () => {
    const half = async (client: Client): Promise<void> => {
      client.write(get("/a"));
      await ends(client, "}");
      client.write("GET /b HTTP/1.1\r\n");
      await until(client.isClosed);
    };
    const { text } = await alike(half, { headersTimeout: 100 });
    expect(text).toContain("HTTP/1.1 408 ");
  });

  test("an idle connection is closed", async () => {
    const begun = performance.now();
    const { text } = await alike(
      async (client) => {
        client.write(get("/a"));
        await ends(client, "}");
        await until(client.isClosed);
      },
      { keepAliveTimeout: 100 },
    );
    expect(performance.now() - begun).toBeGreaterThan(200);
    expect(text).toContain("Keep-Alive: timeout=0\r\n");
  });

  test("a request that takes longer than an idle connection is kept is served", async () => {
    const { log } = await alike(
      async (client) => {
        client.write(get("/slow"));
        await ends(client, "slow");
      },
      { keepAliveTimeout: 20, headersTimeout: 30 },
    );
    expect(log).toEqual(["GET /slow 200 "]);
  });

  test("a client that leaves an answer unread is cut", async () => {
    const body = Buffer.alloc(16 * 1024 * 1024);
    for (const readsPlainly of [true, false]) {
      await withProxy(
        (_request, response) => response.end(body),
        async ({ proxy, events }) => {
          const client = open(proxy.address.port);
          client.pause();
          client.write(get("/a"));
          await until(() => events.length > 0);
          expect(events).toMatchObject([{ status: 200, reason: "the client does not read" }]);
        },
        { proxy: { readsPlainly, limits: { stalledClientTimeout: 100 } } },
      );
    }
  });
});

test("a proxy that closes lets a request under way end, says so, and cuts who is idle", async () => {
  const { text, log } = await alike(async (client, stage) => {
    const idle = open(stage.proxy.address.port);
    idle.write(get("/a"));
    await ends(idle, "}");
    client.write(get("/slow"));
    await until(() => stage.proxy.stats().activeRequests === 1);
    const closed = stage.proxy.close({ graceMs: 2_000 });
    await until(idle.isClosed);
    await closed;
    await until(client.isClosed);
  });
  expect(text).toContain("Connection: close\r\n");
  expect(text.endsWith("slow")).toBe(true);
  expect(log).toEqual(["GET /a 200 ", "GET /slow 200 "]);
});

function post(lines: string): string {
  return `POST /a HTTP/1.1\r\nHost: h\r\n${lines}\r\n\r\n`;
}
