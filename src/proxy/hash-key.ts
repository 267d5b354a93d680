/** The value by which a chash upstream chooses its node: a variable, a header, a cookie or the consumer. */
import type { CompiledUpstream } from "../artifact/contract.ts";
import type { Forward } from "../engine/contract.ts";
import type { ClientRequest } from "./client-request.ts";

/** Falls back to the client address when the value is absent, as APISIX does. */
export function hashKey(upstream: CompiledUpstream, request: ClientRequest, decision: Forward): string {
  const name = upstream.hashKey ?? "remote_addr";
  const value = sources[upstream.hashOn ?? "vars"]?.(name, request, decision) ?? "";
  return value === "" ? request.remoteAddress : value;
}

type Source = (name: string, request: ClientRequest, decision: Forward) => string | undefined;

const sources: Readonly<Record<string, Source>> = {
  vars: variable,
  header: (name, request) => header(request, name),
  cookie: (name, request) => cookie(request, name),
  consumer: (_name, _request, decision) => decision.consumer,
  vars_combinations: (name, request, decision) =>
    name.replace(/\$\{?([a-z0-9_]+)\}?/g, (_whole, inner: string) => variable(inner, request, decision) ?? ""),
};

function variable(name: string, request: ClientRequest, decision: Forward): string | undefined {
  if (name === "remote_addr") return request.remoteAddress;
  if (name === "uri") return request.path;
  if (name === "request_uri") return request.target;
  if (name === "host") return request.host;
  if (name === "request_method") return request.method;
  if (name === "query_string") return request.target.slice(request.path.length + 1);
  if (name === "consumer_name") return decision.consumer;
  if (name.startsWith("arg_"))
    return new URLSearchParams(request.target.slice(request.path.length)).get(name.slice(4)) ?? "";
  if (name.startsWith("http_")) return header(request, name.slice(5).replaceAll("_", "-"));
  if (name.startsWith("cookie_")) return cookie(request, name.slice(7));
  return undefined;
}

function header(request: ClientRequest, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return request.headers.find(([each]) => each.toLowerCase() === wanted)?.[1];
}

function cookie(request: ClientRequest, name: string): string | undefined {
  for (const part of (header(request, "cookie") ?? "").split(";")) {
    const [key, ...rest] = part.split("=");
    if (key?.trim() === name) return rest.join("=").trim();
  }
  return undefined;
}
