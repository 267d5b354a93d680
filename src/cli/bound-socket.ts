/**
 * Sockets that one process binds and others listen on: all of them have one queue of connections, so none is lost when one of
 * them stops to listen (docs/decisions/0038-workers.md).
 */
import { lookup } from "node:dns/promises";
import net from "node:net";
import { getSystemErrorName } from "node:util";
import type { Address } from "./address.ts";
import { CommandError } from "./terminal.ts";

export interface BoundSocket {
  /** For `stdio` of child_process.spawn: a descriptor, or what Node has around one. */
  readonly stdio: unknown;
  readonly address: Address;
}

interface Handle {
  getsockname(out: { port?: number }): number;
}

/** Binds without listening, as node:cluster does: a server of node:net would take connections here, too. */
type Bind = (address: string, port: number, family: number) => Handle | number;

/** @throws an Error with the code of the system, such as EADDRINUSE */
export async function bindSocket({ host, port }: Address): Promise<BoundSocket> {
  const bind = (net as { _createServerHandle?: Bind })._createServerHandle;
  if (process.platform === "win32" || !bind) {
    throw new CommandError("--workers is not offered on this system; leave it out, and serve is one process.");
  }
  const { address, family } = await lookup(host);
  const handle = bind(address, port, family);
  if (typeof handle === "number") throw systemError(handle);
  const out: { port?: number } = {};
  // What was wrong with the address may be told only here.
  const problem = handle.getsockname(out);
  if (problem !== 0) throw systemError(problem);
  return { stdio: handle, address: { host, port: out.port ?? port } };
}

function systemError(code: number): Error {
  const name = getSystemErrorName(code);
  return Object.assign(new Error(`the socket could not be bound (${name})`), { code: name });
}

const firstSystemdDescriptor = 3;

/** The one socket that systemd hands over (sd_listen_fds(3)). @throws CommandError if it did not */
export function systemdSocket(environment: Readonly<Record<string, string | undefined>>): number {
  const { LISTEN_FDS: count, LISTEN_PID: pid } = environment;
  const found = Number(pid) === process.pid ? Number(count ?? 0) : 0;
  if (found === 1) return firstSystemdDescriptor;
  throw new CommandError(
    `--listen systemd: systemd handed over ${found} sockets, and one is expected. ` +
      "Start rollcall by a unit with a socket unit of one ListenStream=HOST:PORT, or name an address.",
  );
}
