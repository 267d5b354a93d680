/** Chooses the protocol for an address that serve was given. */
import type { ArtifactOrigin } from "./artifact-origin.ts";
import { proxyOf } from "./proxy-addresses.ts";
import { readRemoteAccess } from "./remote-access.ts";
import { parseRemote, warnOfClearText } from "./remote-address.ts";
import type { RemoteOptions } from "./source-options.ts";
import type { Terminal } from "./terminal.ts";

/** @throws CommandError, GatewayError for an address that cannot be used */
export async function openOrigin(address: string, options: RemoteOptions, terminal: Terminal): Promise<ArtifactOrigin> {
  const url = parseRemote(address, "the address of the artifact");
  const access = await readRemoteAccess(options, terminal);
  warnOfClearText(url, terminal);
  // Each client is loaded only where it is needed.
  if (/^rediss?:$/.test(url.protocol)) return (await import("./redis-origin.ts")).openRedisOrigin(url, access);
  return (await import("./http-origin.ts")).openHttpOrigin(url, access, proxyOf(terminal));
}
