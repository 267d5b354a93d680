/** An upstream that sends a body where none may be: coming late, behind a streamed upload, it is not the next answer. */
import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { expect, test } from "vitest";
import { startProxy } from "../../src/proxy/start-proxy.ts";
import { forwardTo, node, rawExchange, upstreamTo } from "./harness.ts";

// In chunks its length is not known, so it is streamed.
const upload =
  "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n";
const poison = "HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\npoisoned";
const good = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ngood";

test.each([
  ["204 with a length", 204, `HTTP/1.1 204 No Content\r\nContent-Length: ${poison.length}\r\n\r\n`],
  ["204 in chunks", 204, "HTTP/1.1 204 No Content\r\nTransfer-Encoding: chunked\r\n\r\n"],
  ["304 with a length", 304, `HTTP/1.1 304 Not Modified\r\nContent-Length: ${poison.length}\r\n\r\n`],
  ["304 in chunks", 304, "HTTP/1.1 304 Not Modified\r\nTransfer-Encoding: chunked\r\n\r\n"],
])("%s", async (_name, status, head) => {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on("error", () => undefined);
    let requests = 0;
    socket.on("data", (bytes) => {
      if (!bytes.toString("latin1").endsWith("0\r\n\r\n")) return;
      if (++requests === 2) socket.write(poison);
      else socket.write(sockets.length === 1 ? head : good);
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const proxy = await startProxy({
    listen: { host: "127.0.0.1", port: 0 },
    engine: forwardTo(upstreamTo([node(port)])),
  });
  try {
    const first = await rawExchange(proxy.address.port, upload);
    expect(first.text).toMatch(new RegExp(`^HTTP/1\\.1 ${status} [\\s\\S]*\\r\\n\\r\\n$`));
    const second = await rawExchange(proxy.address.port, upload);
    expect(second.text).toMatch(/^HTTP\/1\.1 200 [\s\S]*\r\n\r\ngood$/);
    expect(proxy.stats()).toMatchObject({ activeRequests: 0, upstreamFailures: 0 });
  } finally {
    await proxy.close({ graceMs: 50 });
    for (const socket of sockets) socket.destroy();
    server.close();
  }
});
