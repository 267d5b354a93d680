/** What serve believes: of proxies in front of it, and of upstreams behind. */

import { createOriginReader, type TrustedProxies } from "../proxy/client-origin.ts";
import type { ProxyOptions } from "../proxy/contract.ts";
import type { ListenOptions } from "./listen-options.ts";
import { CommandError, type Terminal } from "./terminal.ts";
import { readAuthorities } from "./tls-files.ts";

export type Believed = Pick<ProxyOptions, "trustedProxies" | "upstreamTls" | "h2c" | "limits">;

/** @throws CommandError for addresses and files that cannot be used */
export async function believed(options: ListenOptions, terminal: Terminal): Promise<Believed> {
  const { trustedProxy, trustedProxyHeader, upstreamCaFile, upstreamInsecure } = options;
  if (trustedProxyHeader !== undefined && trustedProxy.length === 0) {
    throw new CommandError("--trusted-proxy-header needs --trusted-proxy: nobody's headers are believed without it.");
  }
  if (options.proxyProtocol && trustedProxy.length === 0) {
    throw new CommandError("--proxy-protocol needs --trusted-proxy: nobody's word is taken without it.");
  }
  if (upstreamInsecure && upstreamCaFile !== undefined) {
    throw new CommandError("--upstream-insecure takes any certificate; --upstream-ca-file would mean nothing.");
  }
  const trustedProxies: TrustedProxies = {
    addresses: trustedProxy,
    header: trustedProxyHeader ?? "x-forwarded-for",
    ...(options.proxyProtocol && { speakProxyProtocol: true }),
  };
  try {
    createOriginReader(trustedProxies);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new CommandError(
      `--trusted-proxy ${error.message}: an address or a CIDR block is expected, such as 10.0.0.0/8 or fd00::/8.`,
    );
  }
  const ca = upstreamCaFile === undefined ? undefined : await readAuthorities(upstreamCaFile, terminal);
  return {
    trustedProxies,
    upstreamTls: {
      ...(ca !== undefined && { ca }),
      ...(upstreamInsecure && { isVerified: false }),
      ...(options.upstreamHttp2 && { offersHttp2: true }),
    },
    ...(options.h2c && { h2c: true }),
    limits: {
      ...(options.maxConnections !== undefined && { connections: options.maxConnections }),
      ...(options.maxUpstreamRequests !== undefined && { upstreamRequests: options.maxUpstreamRequests }),
    },
  };
}
