/** An upstream on a bare socket: keeps the bytes of each connection, and answers what a strict reader reads in them. */
import { createServer, type Socket } from "node:net";
import { readStrictly, type StrictRequest } from "./strict-reader.ts";

export interface RawUpstream {
  readonly port: number;
  /** What the strict reader read since `forget`, in the order in which it came. */
  readonly requests: readonly StrictRequest[];
  /** What the strict reader refused since `forget`. */
  readonly faults: readonly string[];
  /** Connections so far. */
  connections(): number;
  forget(): void;
  close(): Promise<void>;
}

/** @param answerTo the bytes of the answer */
export async function startRawUpstream(answerTo: (request: StrictRequest) => string): Promise<RawUpstream> {
  const sockets = new Set<Socket>();
  const requests: StrictRequest[] = [];
  const faults: string[] = [];
  let connections = 0;
  const server = createServer((socket) => {
    connections++;
    sockets.add(socket);
    let text = "";
    socket.on("error", () => undefined);
    socket.on("close", () => sockets.delete(socket));
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
      const reading = readStrictly(text);
      if (reading.fault !== "") {
        faults.push(reading.fault);
        socket.destroy();
        return;
      }
      text = text.slice(text.length - reading.unfinished);
      for (const request of reading.requests) {
        requests.push(request);
        socket.write(answerTo(request), "latin1");
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : 0,
    requests,
    faults,
    connections: () => connections,
    forget() {
      requests.length = 0;
      faults.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** `METHOD /target`, and the body behind a space if there is one. */
export function told(request: StrictRequest): string {
  return `${request.method} ${request.target}${request.body === "" ? "" : ` ${request.body}`}`;
}
