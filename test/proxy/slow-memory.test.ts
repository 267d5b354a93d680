/** Clients that do not read what they ask for: what the proxy holds for each of them is bounded, whichever way it is served. */
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { startProxy } from "../../src/proxy/start-proxy.ts";
import { forwardTo, node, upstreamTo } from "./harness.ts";

/** Few, because the system takes about 8 MB for each of them. */
const clients = 12;
const bodyBytes = 100_000_000;

/** Held for a client: pieces that it has not taken. */
const mostEach = 256 * 1024;

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

function heldBytes(): number {
  collectGarbage();
  return process.memoryUsage().arrayBuffers;
}

const piece = Buffer.alloc(64 * 1024, "x");

/** Sends as long as the other end takes it, the same piece again and again: it holds nothing itself. */
function sendAll(socket: Socket): void {
  let left = bodyBytes;
  const more = (): void => {
    while (left > 0 && !socket.destroyed) {
      left -= piece.length;
      if (!socket.write(piece)) return;
    }
  };
  socket.on("error", () => undefined).on("drain", more);
  socket.once("data", () => {
    socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${bodyBytes}\r\n\r\n`);
    more();
  });
}

test.each([
  ["the fast reader", true, "GET / HTTP/1.1\r\nHost: a\r\n\r\n"],
  ["node:http", false, "GET / HTTP/1.1\r\nHost: a\r\n\r\n"],
  [
    "undici, behind a streamed upload",
    true,
    "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
  ],
])("stalled downloads of 100 MB hold at most 256 KiB each: %s", async (_name, readsPlainly, request) => {
  const sockets = new Set<Socket>();
  const upstream = createServer((socket) => {
    sockets.add(socket);
    sendAll(socket);
  }).listen(0, "127.0.0.1");
  await once(upstream, "listening");
  const { port } = upstream.address() as AddressInfo;
  const proxy = await startProxy({
    listen: { host: "127.0.0.1", port: 0 },
    engine: forwardTo(upstreamTo([node(port)], { timeout: { connect: 10, send: 10, read: 10 } })),
    readsPlainly,
  });
  const before = heldBytes();
  const stalled = Array.from({ length: clients }, () =>
    connect(proxy.address.port, "127.0.0.1")
      .on("error", () => undefined)
      .pause()
      .setTimeout(0),
  );
  try {
    for (const socket of stalled) socket.write(request);
    const sent = () => [...sockets].reduce((sum, socket) => sum + socket.bytesWritten, 0);
    // Until nobody takes any more.
    for (let last = -1, calm = 0; sockets.size < clients || calm < 6; calm = sent() === last ? calm + 1 : 0) {
      last = sent();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(sent()).toBeGreaterThan(clients * piece.length);
    // Memory that is garbage is given back a moment after it was collected, by another thread.
    await expect.poll(() => (heldBytes() - before) / clients).toBeLessThan(mostEach);
    expect(proxy.stats().activeRequests).toBe(clients);
  } finally {
    for (const socket of [...stalled, ...sockets]) socket.destroy();
    await proxy.close({ graceMs: 50 });
    upstream.close();
  }
});
