/** Tells HTTP/2 from HTTP/1.1 by the first bytes of a connection without TLS (RFC 9113 section 3.4). */
import type { Server, Socket } from "node:net";

const preface = Buffer.from("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");

/**
 * @param server one whose own listener for connections speaks HTTP/1.1
 * @param timeoutMs in which the first bytes must have come
 */
export function divertHttp2(server: Server, timeoutMs: number, serveHttp2: (socket: Socket) => void): void {
  const http1 = server.listeners("connection");
  server.removeAllListeners("connection");
  server.on("connection", (socket: Socket) => {
    let seen: Buffer = Buffer.alloc(0);
    const timer = setTimeout(() => socket.destroy(), timeoutMs);
    const end = (): void => {
      clearTimeout(timer);
      socket.destroy();
    };
    const look = (chunk: Buffer): void => {
      seen = Buffer.concat([seen, chunk]);
      const isLike = seen.subarray(0, preface.length).equals(preface.subarray(0, seen.length));
      if (isLike && seen.length < preface.length) return;
      clearTimeout(timer);
      socket.off("data", look).off("error", end).off("close", end).off("end", end).pause();
      socket.unshift(seen);
      if (isLike) {
        serveHttp2(socket);
      } else {
        for (const serve of http1) serve.call(server, socket);
        socket.resume();
      }
    };
    socket.on("data", look).on("error", end).on("close", end).on("end", end);
  });
}
