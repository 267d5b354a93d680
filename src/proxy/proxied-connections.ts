/** Connections of trusted proxies that begin with a header of the PROXY protocol: who is at their other end. */
import type { Server, Socket } from "node:net";
import { Server as TlsServer } from "node:tls";
import type { ClientConnection } from "./client-origin.ts";
import { type ProxyHeader, readProxyHeader } from "./proxy-protocol.ts";

export interface ProxiedConnections {
  /** Reads the header of each connection of `server` that comes from a trusted address before anything else sees it. */
  guard(server: Server, timeoutMs: number, onMalformed: () => void): void;
  /** The connection as the client has it to the proxy; undefined if nobody has told of one. */
  behind(connection: ClientConnection): ClientConnection | undefined;
}

/** @param isTrusted whether connections from this address begin with the header */
export function createProxiedConnections(isTrusted: (address: string) => boolean): ProxiedConnections {
  // By the other end's address and port: over TLS, requests know another socket than the one that was read from.
  const clients = new Map<string, NonNullable<ProxyHeader["client"]>>();
  return {
    guard(server, timeoutMs, onMalformed) {
      const served = server.listeners("connection");
      server.removeAllListeners("connection");
      const serve = (socket: Socket): void => {
        for (const each of served) each.call(server, socket);
      };
      server.on("connection", (socket: Socket) => {
        if (!isTrusted(socket.remoteAddress ?? "")) {
          serve(socket);
          return;
        }
        readHeader(socket, timeoutMs, (header) => {
          if (header === undefined) {
            socket.on("error", ignore);
            // Checks of a load balancer come and go without a word.
            if (socket.bytesRead > 0) onMalformed();
            socket.destroy();
            return;
          }
          const key = keyOf(socket);
          if (header.client) {
            clients.set(key, header.client);
            socket.once("close", () => clients.delete(key));
          }
          serve(socket);
          // TLS takes over what the socket reads from.
          if (!(server instanceof TlsServer)) socket.resume();
        });
      });
    },
    behind(connection) {
      const client = clients.get(keyOf(connection));
      const { encrypted } = connection;
      return client && { remoteAddress: client.address, localPort: client.localPort, encrypted };
    },
  };
}

function keyOf({ remoteAddress, remotePort }: ClientConnection): string {
  return `${remoteAddress} ${remotePort}`;
}

/** Undefined: there is none, or it did not come in time. */
function readHeader(socket: Socket, timeoutMs: number, onHeader: (header: ProxyHeader | undefined) => void): void {
  let seen: Buffer = Buffer.alloc(0);
  const settle = (header: ProxyHeader | undefined): void => {
    clearTimeout(timer);
    socket.off("data", look).off("error", fail).off("close", fail).off("end", fail).pause();
    if (header && seen.length > header.length) socket.unshift(seen.subarray(header.length));
    onHeader(header);
  };
  const fail = (): void => settle(undefined);
  const timer = setTimeout(fail, timeoutMs);
  const look = (chunk: Buffer): void => {
    seen = Buffer.concat([seen, chunk]);
    const header = readProxyHeader(seen);
    if (header !== undefined) settle(header === "none" ? undefined : header);
  };
  socket.on("data", look).on("error", fail).on("close", fail).on("end", fail);
}

function ignore(): void {}
