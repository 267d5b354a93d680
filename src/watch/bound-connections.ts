/** Keeps room on a listener for few callers: probes must be answered while others hold connections and say nothing. */
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** Who comes when there are `most` takes the place of the one that has been silent longest; if all are being served, it is refused. */
export function boundConnections(server: Server, most: number): void {
  /** Those without a request, the longest silent first. */
  const silent = new Set<Socket>();
  let open = 0;
  server.on("connection", (socket: Socket) => {
    open += 1;
    socket.once("close", () => {
      open -= 1;
      silent.delete(socket);
    });
    silent.add(socket);
    if (open <= most) return;
    // The one that has just come is the last of them.
    const [longest = socket] = silent;
    silent.delete(longest);
    longest.destroy();
  });
  server.on("request", ({ socket }: IncomingMessage, response: ServerResponse) => {
    silent.delete(socket);
    response.once("close", () => {
      if (!socket.destroyed) silent.add(socket);
    });
  });
}
