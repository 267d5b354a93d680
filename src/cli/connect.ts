/** Opens the gateway that diff, sync, dump and ping were pointed at. */
import path from "node:path";
import type { ConnectionOptions } from "../gateway/connection.ts";
import type { Gateway } from "../gateway/contract.ts";
import { detectBackend } from "../gateway/detect.ts";
import { backends } from "../gateway/index.ts";
import { isConfigFile, isConfigPath } from "../gateway/server-address.ts";
import type { ConnectOptions } from "./connection-options.ts";
import { proxyOf } from "./proxy-addresses.ts";
import { CommandError, type Terminal } from "./terminal.ts";
import { requireToken } from "./token.ts";
import { rewriteFile } from "./write-file.ts";

/**
 * Runs `use` with an open gateway and closes it whatever happens.
 * @throws CommandError without an Admin API key, or with several gateway groups
 */
export async function withGateway<T>(
  options: ConnectOptions,
  terminal: Terminal,
  use: (gateway: Gateway) => Promise<T>,
): Promise<T> {
  const [group, another] = options.gatewayGroup;
  if (another !== undefined) {
    throw new CommandError("this takes one gateway group at a time: give one --gateway-group.");
  }
  return withGroup(options, group, terminal, use);
}

/** The same with one gateway group; undefined where there is none, or only one. */
export async function withGroup<T>(
  options: ConnectOptions,
  group: string | undefined,
  terminal: Terminal,
  use: (gateway: Gateway) => Promise<T>,
): Promise<T> {
  const gateway = await open(options, group, terminal);
  try {
    return await use(gateway);
  } finally {
    await gateway.close();
  }
}

async function open(options: ConnectOptions, group: string | undefined, terminal: Terminal): Promise<Gateway> {
  if (!options.clientCertFile !== !options.clientKeyFile) {
    throw new CommandError("a client certificate needs its key: give both --client-cert-file and --client-key-file.");
  }
  const connection = await connectionOf(options, group, terminal);
  const backend = options.gateway ?? (await detectBackend(connection));
  if (group !== undefined && backend !== "api7") {
    throw new CommandError(`--gateway-group is for API7 only, and the gateway is ${backend}.`);
  }
  return backends[backend](connection);
}

async function connectionOf(
  options: ConnectOptions,
  group: string | undefined,
  terminal: Terminal,
): Promise<ConnectionOptions> {
  const inFolder = (file: string): string => path.resolve(terminal.cwd, file);
  return {
    server: isConfigPath(options.server) ? inFolder(options.server) : options.server,
    token: isConfigFile(options.server) ? "" : await requireToken(options, terminal),
    ...(group !== undefined && { gatewayGroup: group }),
    timeoutMs: options.timeout * 1000,
    retries: options.retries,
    concurrency: options.concurrency,
    ...(options.rateLimit !== undefined && { rateLimit: options.rateLimit }),
    ...(options.caFile && { caFile: inFolder(options.caFile) }),
    ...(options.clientCertFile && { certFile: inFolder(options.clientCertFile) }),
    ...(options.clientKeyFile && { keyFile: inFolder(options.clientKeyFile) }),
    proxy: proxyOf(terminal),
    rewriteFile: (file, text) => rewriteFile(file, text, terminal),
  };
}
