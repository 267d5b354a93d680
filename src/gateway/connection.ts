/** How a gateway is reached, and what is wrong with such a description before any call is made. */
import { readFileSync } from "node:fs";
import { GatewayError } from "./contract.ts";

export interface ConnectionOptions {
  /** `http(s)://HOST[:PORT]`, with or without the path of the Admin API; for standalone also a `file://` URL or the path of a file. */
  readonly server: string;
  /** The Admin API key; not used for a file. */
  readonly token: string;
  /** Id or name of a gateway group, where the backend has such. */
  readonly gatewayGroup?: string;
  /** PEM files. */
  readonly caFile?: string;
  readonly certFile?: string;
  readonly keyFile?: string;
  /** Milliseconds that one call may take; 30,000 by default. */
  readonly timeoutMs?: number;
  /** Further attempts of a call that may be repeated; 3 by default. */
  readonly retries?: number;
  /** Milliseconds before the first further attempt, doubled with each; 200 by default. */
  readonly retryDelayMs?: number;
  /** Calls at the same time; 8 by default. */
  readonly concurrency?: number;
  /** Items of a list asked for at once, 10–500; 500 by default. */
  readonly pageSize?: number;
  /** Calls a second, further attempts included; no limit by default. */
  readonly rateLimit?: number;
  /** The proxies that calls go through. */
  readonly proxy?: ProxyAddresses;
  /** Replaces a file whole or not at all, keeping its mode; needed for a file. */
  readonly rewriteFile?: (file: string, text: string) => Promise<void>;
}

/** What the variables HTTP_PROXY, HTTPS_PROXY and NO_PROXY say: URLs, which may hold a password, and a list of hosts. */
export interface ProxyAddresses {
  readonly http?: string;
  readonly https?: string;
  readonly except?: string;
}

/** A description that is complete. */
export interface Connection {
  readonly origin: string;
  /** What stands before the paths of the server; without a slash at the end. */
  readonly rootPath: string;
  readonly token: string;
  readonly tls: { readonly ca?: Buffer; readonly cert?: Buffer; readonly key?: Buffer };
  readonly timeoutMs: number;
  readonly retries: number;
  readonly retryDelayMs: number;
  readonly concurrency: number;
  readonly pageSize: number;
  readonly rateLimit: number;
  readonly proxy: ProxyAddresses;
}

export const adminPath = "/apisix/admin";

/** @throws GatewayError that names the faulty option and none of its secrets */
export function openConnection(options: ConnectionOptions): Connection {
  const url = serverUrl(options.server);
  if (!/^[\x21-\x7e]+$/.test(options.token)) {
    throw new GatewayError("the API key is empty or has characters that a header cannot carry", 0);
  }
  const path = url.pathname.replace(/\/+$/, "");
  return {
    origin: url.origin,
    rootPath: path.endsWith(adminPath) ? path.slice(0, -adminPath.length) : path,
    token: options.token,
    tls: {
      ...pem("ca", "CA file", options.caFile),
      ...pem("cert", "client certificate", options.certFile),
      ...pem("key", "client key", options.keyFile),
    },
    timeoutMs: options.timeoutMs ?? 30_000,
    retries: options.retries ?? 3,
    retryDelayMs: options.retryDelayMs ?? 200,
    concurrency: Math.max(1, options.concurrency ?? 8),
    pageSize: Math.min(500, Math.max(10, options.pageSize ?? 500)),
    rateLimit: options.rateLimit ?? Number.POSITIVE_INFINITY,
    proxy: options.proxy ?? {},
  };
}

function serverUrl(server: string): URL {
  const url = URL.canParse(server) ? new URL(server) : undefined;
  if (!url || (url.protocol !== "http:" && url.protocol !== "https:")) {
    throw new GatewayError("the server address is not an http:// or https:// URL, such as http://127.0.0.1:9180", 0);
  }
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    throw new GatewayError("the server address must have no user, password, query or fragment", 0);
  }
  return url;
}

function pem(field: "ca" | "cert" | "key", what: string, file: string | undefined): Record<string, Buffer> {
  if (file === undefined) return {};
  try {
    return { [field]: readFileSync(file) };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
    throw new GatewayError(`cannot read the ${what} ${file} (${code})`, 0);
  }
}
