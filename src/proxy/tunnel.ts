/** Joins a client's and an upstream's connection after both agreed to change the protocol (RFC 9110 section 7.8). */
import { Socket } from "node:net";
import type { Duplex } from "node:stream";

/** The client ends of all open tunnels, so that a closing proxy can cut them. */
export type Tunnels = Set<Duplex>;

export interface TunnelClient {
  readonly protocol: string;
  readonly socket: Duplex;
  readonly head: Buffer;
  /** Takes the socket away from HTTP. */
  detach(): void;
}

/** @param idleMs without a byte either way for this long, the tunnel is cut */
export function openTunnel(
  tunnels: Tunnels,
  client: TunnelClient,
  upstream: Duplex,
  headers: readonly string[],
  idleMs: number,
  onClosed: () => void,
): void {
  const { socket } = client;
  tunnels.add(socket);
  const close = (): void => {
    socket.destroy();
    upstream.destroy();
    if (tunnels.delete(socket)) onClosed();
  };
  for (const end of [socket, upstream]) end.on("error", close).on("close", close);
  if (upstream instanceof Socket) upstream.setTimeout(idleMs, close);
  socket.write(switchingHead(client.protocol, headers), "latin1");
  if (client.head.length > 0) upstream.write(client.head);
  socket.pipe(upstream);
  upstream.pipe(socket);
}

function switchingHead(protocol: string, headers: readonly string[]): string {
  let head = `HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: ${protocol}\r\n`;
  for (let index = 0; index + 1 < headers.length; index += 2) head += `${headers[index]}: ${headers[index + 1]}\r\n`;
  return `${head}\r\n`;
}
