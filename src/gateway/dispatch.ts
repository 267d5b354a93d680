/** Opens the connections to one gateway: straight to it, or through the proxies that the environment names. */
import { type Dispatcher, EnvHttpProxyAgent, Pool } from "undici";
import type { Connection } from "./connection.ts";
import { GatewayError } from "./contract.ts";

export interface Dispatch {
  dispatch(options: Omit<Dispatcher.DispatchOptions, "origin">, handler: Dispatcher.DispatchHandler): boolean;
  close(): Promise<void>;
}

/** @throws GatewayError if a proxy's address is none */
export function openDispatch(connection: Connection): Dispatch {
  const { origin, proxy } = connection;
  const isSecure = origin.startsWith("https:");
  const address = isSecure ? proxy.https : proxy.http;
  if (address === undefined) return new Pool(origin, poolOptions(connection));
  checkProxy(isSecure ? "HTTPS_PROXY" : "HTTP_PROXY", address);
  const agent = new EnvHttpProxyAgent({
    ...poolOptions(connection),
    requestTls: connection.tls,
    httpProxy: address,
    httpsProxy: address,
    // Empty, and not absent: else undici would look into the environment of the process by itself.
    noProxy: proxy.except ?? "",
  });
  return {
    dispatch: (options, handler) => agent.dispatch({ ...options, origin }, handler),
    close: () => agent.close(),
  };
}

function poolOptions({ concurrency, tls, timeoutMs }: Connection): Pool.Options {
  return {
    connections: concurrency,
    connect: { ...tls, timeout: timeoutMs },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  };
}

/** Its text may hold a password and is never told. */
function checkProxy(variable: string, address: string): void {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol === "http:" || url?.protocol === "https:") return;
  throw new GatewayError(`the address in ${variable} is not an http:// or https:// URL`, 0);
}
