/** Requests that stand for all that a route takes: every path, host and method of it, its conditions met where that is plain. */
import type { CompiledRoute } from "../artifact/contract.ts";
import type { GatewayRequest } from "../engine/contract.ts";
import { canonicalRoutePath } from "../engine/target.ts";
import { isMap } from "../model/json.ts";

/** A name that nobody else's path or host has. */
const probe = "rollcall-probe";

/** Of TEST-NET-1 (RFC 5737): in nobody's list, unless somebody means it. */
export const probeAddress = "192.0.2.1";

/** Of one route; the rest of a longer list is like the first. */
const maxRequests = 24;

const commonMethods = ["GET", "POST", "PUT", "DELETE", "PATCH"] as const;

/** @param other the same route on the other side of the change */
export function requestsOf(route: CompiledRoute, other: CompiledRoute | undefined): readonly GatewayRequest[] {
  const met = conditionsOf(route.vars ?? []);
  const paths = route.uris.map(pathOf);
  const hosts = met.host !== undefined ? [met.host] : route.hosts.length > 0 ? route.hosts.map(hostOf) : [undefined];
  const methods = met.method !== undefined ? [met.method] : methodsOf(route, other);
  const [address] = route.remoteAddrs.map(addressOf);
  const [path, host, method] = [paths[0], hosts[0], methods[0] ?? "GET"];
  if (path === undefined) return [];
  const at = (target: string, authority: string | undefined, verb: string): GatewayRequest => ({
    method: verb,
    target: `${target}${met.query}`,
    headers: [...(authority === undefined ? [] : [["Host", authority] as const]), ...met.headers],
    remoteAddress: met.address ?? address ?? probeAddress,
    scheme: "https",
    readBody: () => Promise.resolve(new Uint8Array(0)),
  });
  return [
    ...methods.map((verb) => at(path, host, verb)),
    ...hosts.slice(1).map((authority) => at(path, authority, method)),
    ...paths.slice(1).map((target) => at(target, host, method)),
  ].slice(0, maxRequests);
}

/** The first address of a range is in it. */
export function addressOf(range: string): string {
  return range.replace(/\/.*$/, "");
}

function pathOf(uri: string): string {
  const segments = uri.split("/").map((segment) => (/^:./.test(segment) ? probe : segment.replaceAll("*", probe)));
  return canonicalRoutePath(segments.join("/"));
}

function hostOf(host: string): string {
  return host.replaceAll("*", probe);
}

/** Where one side takes all methods and the other does not, one that only the first takes is asked for too. */
function methodsOf(route: CompiledRoute, other: CompiledRoute | undefined): readonly string[] {
  const lists = [route.methods, other?.methods ?? route.methods];
  const named = [...new Set(lists.flat())];
  if (lists.every((list) => list.length > 0)) return named;
  const unnamed = commonMethods.find((method) => !named.includes(method));
  const byMethod = [...route.plugins, ...(other?.plugins ?? [])].some(({ config }) => "allowed_by_methods" in config);
  return byMethod ? commonMethods : [...named, ...(unnamed ? [unnamed] : [])];
}

interface Conditions {
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** With its `?`. */
  readonly query: string;
  readonly host?: string;
  readonly method?: string;
  readonly address?: string;
}

/** Meets equalities that must all hold; whether the others hold shows when the engine is asked. */
function conditionsOf(vars: readonly unknown[]): Conditions {
  const values = new Map<string, string>();
  for (const rule of vars) {
    if (!Array.isArray(rule) || typeof rule[0] !== "string") continue;
    const [operator, right]: readonly unknown[] = rule.length === 2 ? ["==", rule[1]] : [rule[1], rule[2]];
    const wanted: unknown =
      operator === "in" && Array.isArray(right) ? right[0] : operator === "==" ? right : undefined;
    if (wanted !== undefined && wanted !== null && !isMap(wanted)) values.set(rule[0], String(wanted));
  }
  const named = (prefix: string): [string, string][] =>
    [...values].flatMap(([name, value]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : []));
  const cookies = named("cookie_").map(([name, value]) => `${name}=${value}`);
  const query = new URLSearchParams(named("arg_")).toString();
  const host = values.get("host");
  const method = values.get("request_method") ?? values.get("method");
  const address = values.get("remote_addr");
  return {
    headers: [
      ...named("http_").map(([name, value]) => [name.replaceAll("_", "-"), value] as const),
      ...(cookies.length > 0 ? [["Cookie", cookies.join("; ")] as const] : []),
    ],
    query: query === "" ? "" : `?${query}`,
    ...(host !== undefined && { host }),
    ...(method !== undefined && { method }),
    ...(address !== undefined && { address }),
  };
}
