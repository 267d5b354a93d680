/** Reads a listen address. */
import { CommandError } from "./terminal.ts";

export interface Address {
  readonly host: string;
  readonly port: number;
}

/** `HOST:PORT`, `[IPv6]:PORT` or `:PORT` (loopback). @throws CommandError that names the option */
export function parseAddress(text: string, option: string): Address {
  const match = /^(?:\[([0-9a-fA-F:.]+)\]|([^:[\]]*)):(\d{1,5})$/.exec(text);
  const port = Number(match?.[3]);
  if (!match || port > 65_535) {
    throw new CommandError(`${option} ${text}: an address is HOST:PORT, such as 127.0.0.1:9080 or [::1]:9080.`);
  }
  return { host: match[1] ?? (match[2] || "127.0.0.1"), port };
}

/** Whether nobody but programs of this machine can reach the address. */
export function isLoopback({ host }: Address): boolean {
  return host === "localhost" || host === "::1" || /^(?:::ffff:)?127(?:\.\d{1,3}){3}$/.test(host);
}

const unknownHost = "this host name is not known; give an address, such as 127.0.0.1, or 0.0.0.0 for all of IPv4";

const listenProblems: Readonly<Record<string, string>> = {
  EADDRINUSE: "something else listens there already; stop it, or choose another port",
  EADDRNOTAVAIL:
    "this machine has no such address; choose one of its own, such as 127.0.0.1, or 0.0.0.0 for all of IPv4",
  EACCES: "this user may not listen there; choose a port from 1024 upwards, or give the process that privilege",
  ENOTFOUND: unknownHost,
  EAI_AGAIN: unknownHost,
  EAFNOSUPPORT: "this machine does not speak that kind of address; choose another, such as 127.0.0.1",
};

/** Words the failure of a server that could not listen. @throws CommandError; other errors as they are */
export async function listening<T>(starting: Promise<T>, option: string): Promise<T> {
  return starting.catch((error: NodeJS.ErrnoException) => {
    const problem = listenProblems[error.code ?? ""];
    throw problem ? new CommandError(`${option}: ${problem}.`) : error;
  });
}
