/** The soak's upstream: tells who called and the digest of the body, sends large answers slowly or fast, and echoes websockets. */
import { createHash } from "node:crypto";
import { createServer } from "node:http";

const piece = Buffer.alloc(64 * 1024, "x");

export async function startUpstream() {
  const server = createServer({ keepAliveTimeout: 120_000 }, (request, response) => {
    const consumer = request.headers["x-consumer-username"] ?? "";
    if (request.url.includes("/download")) {
      download(response, 8);
      return;
    }
    const digest = createHash("sha256");
    request.on("data", (chunk) => digest.update(chunk));
    request.on("end", () => response.end(JSON.stringify({ consumer, digest: digest.digest("hex") })));
  });
  const sockets = new Set();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  server.on("upgrade", (request, socket) => {
    socket.on("error", () => socket.destroy());
    const consumer = request.headers["x-consumer-username"];
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: websocket\r\nX-Told: ${consumer}\r\n\r\n`,
    );
    socket.pipe(socket);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: server.address().port,
    connections: () => sockets.size,
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Pieces of 64 KiB. */
function download(response, pieces) {
  response.setHeader("Content-Length", pieces * piece.length);
  const send = () => {
    while (pieces > 0) {
      pieces--;
      if (!response.write(piece)) {
        response.once("drain", send);
        return;
      }
    }
    response.end();
  };
  send();
}
