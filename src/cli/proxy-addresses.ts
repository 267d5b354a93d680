/** The proxies that the environment names for calls to other machines. */
import type { ProxyAddresses } from "../gateway/connection.ts";
import type { Terminal } from "./terminal.ts";

/** The small spelling first, as curl has it; an empty variable says nothing. */
export function proxyOf({ environment }: Terminal): ProxyAddresses {
  const variable = (name: string): string | undefined =>
    environment[name] || environment[name.toUpperCase()] || undefined;
  const [http, https, except] = ["http_proxy", "https_proxy", "no_proxy"].map(variable);
  return { ...(http && { http }), ...(https && { https }), ...(except && { except }) };
}
