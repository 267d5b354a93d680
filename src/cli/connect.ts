/** Opens the gateway that diff, sync, dump and ping were pointed at. */
import path from "node:path";
import type { Gateway } from "../gateway/contract.ts";
import { backends } from "../gateway/index.ts";
import { readSecretFile } from "./key.ts";
import { CommandError, type Terminal } from "./terminal.ts";

export interface ConnectOptions {
  readonly server: string;
  readonly tokenFile?: string;
  readonly caFile?: string;
  /** Seconds. */
  readonly timeout: number;
  readonly concurrency: number;
}

/** Runs `use` with an open gateway and closes it whatever happens. @throws CommandError without an Admin API key */
export async function withGateway<T>(
  options: ConnectOptions,
  terminal: Terminal,
  use: (gateway: Gateway) => Promise<T>,
): Promise<T> {
  const gateway = backends.apisix({
    server: options.server,
    token: await requireToken(options, terminal),
    timeoutMs: options.timeout * 1000,
    concurrency: options.concurrency,
    ...(options.caFile && { caFile: path.resolve(terminal.cwd, options.caFile) }),
  });
  try {
    return await use(gateway);
  } finally {
    await gateway.close();
  }
}

/** Never from an option: a process list would show it. */
async function requireToken(options: ConnectOptions, terminal: Terminal): Promise<string> {
  if (options.tokenFile) return readSecretFile(options.tokenFile, terminal);
  const token = terminal.environment["ROLLCALL_TOKEN"];
  if (token) return token;
  throw new CommandError(
    "no key for the Admin API. Set ROLLCALL_TOKEN, or name a file that holds it with --token-file.",
  );
}
