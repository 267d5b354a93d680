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

const listenProblems: Readonly<Record<string, string>> = {
  EADDRINUSE: "something else listens there already",
  EADDRNOTAVAIL: "this machine has no such address",
  EACCES: "this user may not listen there; ports below 1024 need a privilege",
  ENOTFOUND: "this host name is not known",
};

/** Words the failure of a server that could not listen. @throws CommandError; other errors as they are */
export async function listening<T>(starting: Promise<T>, option: string): Promise<T> {
  return starting.catch((error: NodeJS.ErrnoException) => {
    const problem = listenProblems[error.code ?? ""];
    throw problem ? new CommandError(`${option}: ${problem}.`) : error;
  });
}
