/** The upstream of a run: remembers what reached it, and answers with nothing that could be taken for the gateway's. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { SeenRequest } from "./contract.ts";
import type { Place } from "./wire.ts";

export interface Echo {
  readonly port: number;
  /** What came since the last call, in order. */
  taken(): readonly SeenRequest[];
  close(): Promise<void>;
}

export async function startEcho(listen: Place): Promise<Echo> {
  let seen: SeenRequest[] = [];
  // As large as any gateway lets through.
  const server = createServer({ maxHeaderSize: 128 * 1024 }, (request, response) => {
    const raw = request.rawHeaders;
    const headers = Array.from({ length: raw.length / 2 }, (_, index) => {
      return [raw[2 * index] ?? "", raw[2 * index + 1] ?? ""] as const;
    });
    seen.push({ method: request.method ?? "", target: request.url ?? "", headers });
    request.resume().on("end", () => response.writeHead(200, { "Content-Length": 0 }).end());
  });
  server.listen(listen.port, listen.host);
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    taken() {
      const taken = seen;
      seen = [];
      return taken;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
