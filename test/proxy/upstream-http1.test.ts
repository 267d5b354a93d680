/** Connections of the HTTP/1.1 client: which of them is used for the next request. */
import { once } from "node:events";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { afterEach, expect, test } from "vitest";
import { Http1Client } from "../../src/proxy/upstream-http1.ts";

const sockets: Socket[] = [];
let server: Server | undefined;
let client: Http1Client | undefined;

afterEach(() => {
  client?.destroy();
  server?.close();
  for (const socket of sockets.splice(0)) socket.destroy();
});

interface Settings {
  readonly idleMs?: number;
  readonly maxRequests?: number;
}

const answer = (...lines: readonly string[]): string =>
  ["HTTP/1.1 200 OK", "Content-Length: 2", ...lines, "", "ok"].join("\r\n");

function serve(lines: readonly string[], settings: Settings): Promise<void> {
  return serveBy((socket) => void socket.on("data", () => socket.write(answer(...lines))), settings);
}

async function serveBy(onSocket: (socket: Socket) => void, settings: Settings = {}): Promise<void> {
  server = createServer((socket) => {
    sockets.push(socket);
    socket.on("error", () => undefined);
    onSocket(socket);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  client = new Http1Client({
    host: "127.0.0.1",
    port,
    connectTimeoutMs: 1000,
    idleMs: 10_000,
    maxRequests: 100,
    ...settings,
  });
}

/** Resolves with the body, or the name of what failed. */
function ask(method = "GET", content: Buffer | null = null): Promise<string> {
  return new Promise((resolve) => {
    let body = "";
    client?.dispatch(
      { method, path: "/", headers: ["host", "h"], body: content, headersTimeout: 1000, bodyTimeout: 1000 },
      {
        onConnect: () => undefined,
        onBodySent: () => undefined,
        onRequestSent: () => undefined,
        onHeaders: () => true,
        onData: (chunk) => {
          body += chunk.toString();
          return true;
        },
        onComplete: () => resolve(body),
        onError: (error) => resolve(error.name),
      },
    );
  });
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test.each([
  ["one after the other", [], {}, 0, 1],
  ["the server closes behind its answer", ["Connection: close"], {}, 0, 3],
  ["the server keeps it for less than the margin", ["Keep-Alive: timeout=1"], {}, 0, 3],
  ["the server keeps it for longer", ["Keep-Alive: timeout=5"], {}, 0, 1],
  ["idle for too long", [], { idleMs: 20 }, 40, 3],
  ["as many requests as it may have", [], { maxRequests: 2 }, 0, 2],
])("%s", async (_name, lines, settings, wait, expected) => {
  await serve(lines, settings);
  for (let request = 0; request < 3; request++) {
    expect(await ask()).toBe("ok");
    await pause(wait);
  }
  expect(sockets.length).toBe(expected);
});

test("requests at the same time have connections of their own, which are used again", async () => {
  await serve([], {});
  expect(await Promise.all([ask(), ask(), ask()])).toEqual(["ok", "ok", "ok"]);
  await Promise.all([ask(), ask(), ask()]);
  expect(sockets.length).toBe(3);
});

test("what a server says unasked on an idle connection is nobody's answer", async () => {
  await serve([], {});
  await ask();
  sockets[0]?.write("HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\npoisoned");
  await pause(20);
  expect(await ask()).toBe("ok");
  expect(sockets.length).toBe(2);
});

test("the connection of a HEAD is not used again: its answer does not show where it ends", async () => {
  await serve([], {});
  expect(await ask("HEAD")).toBe("");
  expect(await ask()).toBe("ok");
  expect(sockets.length).toBe(2);
});

test.each([
  ["204", "HTTP/1.1 204 No Content\r\nContent-Length: 46\r\n\r\n"],
  ["204 in chunks", "HTTP/1.1 204 No Content\r\nTransfer-Encoding: chunked\r\n\r\n"],
  ["304", "HTTP/1.1 304 Not Modified\r\nContent-Length: 46\r\n\r\n"],
])("a body that comes late, where an answer has none, is not the next answer: %s", async (_name, head) => {
  const poison = "HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\npoisoned";
  await serveBy((socket) => {
    socket.once("data", () => {
      socket.write(sockets.length === 1 ? head : answer());
      socket.once("data", () => socket.write(poison));
    });
  });
  expect(await ask()).toBe("");
  expect(await ask()).toBe("ok");
});

test("the connection of an answer that came before the whole body was taken is not used again", async () => {
  await serveBy((socket) => {
    if (sockets.length > 1) socket.on("data", () => socket.write(answer()));
    else socket.once("data", () => socket.pause().write(answer()));
  });
  // More than what the kernel takes from a sender whose other end does not read.
  expect(await ask("POST", Buffer.alloc(20_000_000))).toBe("ok");
  expect(await ask()).toBe("ok");
  expect(sockets.length).toBe(2);
});
