/** Routes with their service and plugin config merged in, and global rules (gateway reference, section 2, step 1). */
import type { CompiledPlugin, CompiledRoute, CompiledUpstream } from "../artifact/contract.ts";
import type { Config, Entry } from "../model/config.ts";
import { type Fields, fieldsOf, idOf, numberOf, pluginsOf, sortedById, textOf, textsOf } from "./fields.ts";
import { mergePlugins, type PluginLayer, withoutDisabled } from "./plugins.ts";
import { compileTimeout, compileUpstream } from "./upstream.ts";

type Shared = Pick<Config, "services" | "plugin_configs" | "upstreams">;

/** A resource that a route names: absent (not named), missing (named, but not there), or found. */
interface Reference {
  readonly id?: string;
  readonly fields?: Fields;
  readonly isMissing: boolean;
}

export function compileRoutes(config: Config): readonly CompiledRoute[] {
  const find = sharedResources(config);
  return sortedById(config.routes).flatMap(({ id, value }) => {
    const route = fieldsOf(value) ?? {};
    return numberOf(route.status) === 0 ? [] : [compileRoute(id, route, find)];
  });
}

/** In the order of rule ids, then plugin names. */
export function compileGlobalRules(config: Config): readonly CompiledPlugin[] {
  return sortedById(config.global_rules).flatMap(({ id, value }) =>
    withoutDisabled(mergePlugins([{ owner: `global_rules/${id}`, plugins: pluginsOf(value) }])),
  );
}

type Find = (kind: keyof Shared, id: unknown) => Reference;

function sharedResources(config: Shared): Find {
  const byId = (entries: readonly Entry<object>[]) => new Map(entries.map(({ id, value }) => [id, value as Fields]));
  const resources = {
    services: byId(config.services),
    plugin_configs: byId(config.plugin_configs),
    upstreams: byId(config.upstreams),
  };
  return (kind, reference) => {
    const id = idOf(reference);
    if (id === undefined) return { isMissing: false };
    const fields = resources[kind].get(id);
    return { id, ...(fields && { fields }), isMissing: fields === undefined };
  };
}

function compileRoute(id: string, route: Fields, find: Find): CompiledRoute {
  const service = find("services", route.service_id);
  const pluginConfig = find("plugin_configs", route.plugin_config_id);
  // What is missing might have restricted the route: without an upstream it forwards nothing.
  const isIncomplete = service.isMissing || pluginConfig.isMissing;
  const upstream = isIncomplete ? undefined : routeUpstream(id, route, service, find);
  const hosts = textsOf(route.host, route.hosts);
  const name = textOf(route.name);
  const layers: readonly PluginLayer[] = [
    { owner: `services/${service.id}`, plugins: pluginsOf(service.fields) },
    { owner: `plugin_configs/${pluginConfig.id}`, plugins: pluginsOf(pluginConfig.fields) },
    { owner: `routes/${id}`, plugins: pluginsOf(route) },
  ];
  return {
    id,
    ...(name !== undefined && { name }),
    ...(service.id !== undefined && { serviceId: service.id }),
    uris: textsOf(route.uri, route.uris),
    hosts: hosts.length > 0 ? hosts : textsOf(undefined, service.fields?.hosts),
    methods: textsOf(undefined, route.methods),
    priority: numberOf(route.priority) ?? 0,
    remoteAddrs: textsOf(route.remote_addr, route.remote_addrs),
    // What is no list is kept as one that no matcher understands: dropped, it would match everything.
    ...(route.vars !== undefined && { vars: Array.isArray(route.vars) ? (route.vars as readonly unknown[]) : [null] }),
    plugins: withoutDisabled(mergePlugins(layers)),
    ...(upstream && { upstream }),
    enableWebsocket: (route.enable_websocket ?? service.fields?.enable_websocket) === true,
  };
}

/** The route's own upstream, the one that it names, the service's own, or the one that the service names. */
function routeUpstream(id: string, route: Fields, service: Reference, find: Find): CompiledUpstream | undefined {
  const upstream =
    ownOrNamedUpstream(`routes/${id}`, route, find) ??
    ownOrNamedUpstream(`services/${service.id}`, service.fields ?? {}, find);
  if (upstream === undefined || upstream === "missing") return undefined;
  if (route.timeout === undefined) return upstream;
  // Its own name, because connections with other timeouts are not to be shared.
  return { ...upstream, owner: `routes/${id}`, timeout: compileTimeout(route.timeout, upstream.timeout) };
}

function ownOrNamedUpstream(owner: string, fields: Fields, find: Find): CompiledUpstream | "missing" | undefined {
  const own = fieldsOf(fields.upstream);
  if (own !== undefined) return compileUpstream(owner, own) ?? "missing";
  const named = find("upstreams", fields.upstream_id);
  if (named.isMissing) return "missing";
  return named.fields && (compileUpstream(`upstreams/${named.id}`, named.fields) ?? "missing");
}
