/** Compiled routes and global rules as canonical JSON, with plugin sets and upstreams by number. */
import { canonicalJson } from "../model/json.ts";
import { refuse } from "./container.ts";
import type { CompiledPlugin, CompiledRoute, CompiledUpstream } from "./contract.ts";
import { indexBelow, isFlag, isList, isNumber, isText, listOf, object, oneOf, optional, parseJson } from "./json.ts";
import type { PluginSets, PluginTableWriter } from "./plugin-table.ts";

export interface Routes {
  readonly routes: readonly CompiledRoute[];
  readonly globalRules: readonly CompiledPlugin[];
}

type StoredRoute = Omit<CompiledRoute, "plugins" | "upstream"> & {
  readonly plugins: number;
  readonly upstream?: number;
};

interface RouteDocument {
  readonly globalRules: number;
  readonly routes: readonly StoredRoute[];
  readonly upstreams: readonly CompiledUpstream[];
}

const healthRules = {
  healthyStatuses: listOf(isNumber),
  unhealthyStatuses: listOf(isNumber),
  successes: isNumber,
  httpFailures: isNumber,
  tcpFailures: isNumber,
  timeouts: isNumber,
};

const isChecks = object({
  active: object({
    ...healthRules,
    type: oneOf("http", "https", "tcp"),
    timeout: isNumber,
    concurrency: isNumber,
    host: optional(isText),
    port: optional(isNumber),
    path: isText,
    isVerified: isFlag,
    headers: listOf(listOf(isText)),
    healthyInterval: isNumber,
    unhealthyInterval: isNumber,
  }),
  passive: optional(object(healthRules)),
});

const isUpstream = object({
  owner: isText,
  nodes: listOf(object({ host: isText, port: isNumber, weight: isNumber, priority: isNumber })),
  type: isText,
  scheme: oneOf("http", "https", "grpc", "grpcs"),
  passHost: oneOf("pass", "node", "rewrite"),
  upstreamHost: optional(isText),
  hashOn: optional(isText),
  hashKey: optional(isText),
  retries: optional(isNumber),
  timeout: object({ connect: isNumber, send: isNumber, read: isNumber }),
  keepalive: object({ size: isNumber, idleTimeout: isNumber, requests: isNumber }),
  checks: optional(isChecks),
});

export function writeRoutes({ routes, globalRules }: Routes, plugins: PluginTableWriter): Uint8Array {
  const upstreamNumbers = new Map<string, number>();
  const upstreams: CompiledUpstream[] = [];
  const numberOf = (upstream: CompiledUpstream): number => {
    const text = canonicalJson(upstream);
    const known = upstreamNumbers.get(text);
    if (known !== undefined) return known;
    upstreamNumbers.set(text, upstreams.length);
    return upstreams.push(upstream) - 1;
  };
  const document: RouteDocument = {
    globalRules: plugins.addSet(globalRules),
    routes: routes.map(({ plugins: routePlugins, upstream, ...route }) => ({
      ...route,
      plugins: plugins.addSet(routePlugins),
      ...(upstream && { upstream: numberOf(upstream) }),
    })),
    upstreams,
  };
  return new TextEncoder().encode(canonicalJson(document));
}

export function openRoutes(bytes: Uint8Array, sets: PluginSets): Routes {
  const document = parseJson(bytes, "routes");
  if (!isRouteDocument(document, sets)) refuse("its routes are malformed");
  return {
    globalRules: sets.plugins(document.globalRules),
    routes: document.routes.map(({ plugins, upstream: number, ...route }) => {
      const upstream = number === undefined ? undefined : document.upstreams[number];
      return { ...route, plugins: sets.plugins(plugins), ...(upstream && { upstream }) };
    }),
  };
}

function isRouteDocument(value: unknown, sets: PluginSets): value is RouteDocument {
  const isPluginSet = indexBelow(sets.count);
  const hasUpstreams = object({ upstreams: listOf(isUpstream), globalRules: isPluginSet });
  if (!hasUpstreams(value)) return false;
  const isRoute = object({
    id: isText,
    name: optional(isText),
    serviceId: optional(isText),
    uris: listOf(isText),
    hosts: listOf(isText),
    methods: listOf(isText),
    priority: isNumber,
    remoteAddrs: listOf(isText),
    vars: optional(isList),
    plugins: isPluginSet,
    upstream: optional(indexBelow((value as RouteDocument).upstreams.length)),
    enableWebsocket: isFlag,
  });
  return object({ routes: listOf(isRoute) })(value);
}
