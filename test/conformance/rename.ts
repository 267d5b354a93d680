/** Gives the resources of a case names of this run, and the upstream that this run listens on. */
import type { Case } from "../engine/case-file.ts";

export type NativeConfig = NonNullable<Case["config"]>;
type Json = Readonly<Record<string, unknown>>;

export interface Names {
  /** Stands before every id and username. */
  readonly prefix: string;
  /** HOST:PORT of the echo, as the gateway reaches it. */
  readonly upstream: string;
  /** Whether each route (or the service whose upstream it has) sends a Host of its own, which tells it apart. */
  readonly marksRoutes: boolean;
}

/** Fields that name another resource. */
const referenceFields = ["group_id", "service_id", "upstream_id", "plugin_config_id"];

/** The Host by which the echo knows whose upstream a request was sent to. */
function markOf(kind: "route" | "service", id: string): string {
  return `${kind}-${id.toLowerCase()}.conformance.invalid`;
}

export function renamed(config: NativeConfig, names: Names): NativeConfig {
  const sections = Object.entries(config).map(([kind, entries]) => [
    kind,
    entries.map((entry) => marked(kind, entry, config, names)).map((entry) => renamedEntry(entry, names)),
  ]);
  return Object.fromEntries(sections) as NativeConfig;
}

/** Whose Host mark a request of the route bears; undefined if its upstream is nobody's. */
export function expectedMark(config: NativeConfig, routeId: string): string | undefined {
  const route = config.routes?.find(({ id }) => String(id) === routeId);
  if (!route) return undefined;
  if (hasUpstream(route)) return markOf("route", routeId);
  return route.service_id === undefined ? undefined : markOf("service", String(route.service_id));
}

function hasUpstream(entry: Json): boolean {
  return entry.upstream !== undefined || entry.upstream_id !== undefined;
}

function marked(kind: string, entry: Json, config: NativeConfig, { marksRoutes }: Names): Json {
  if (!marksRoutes || (kind !== "routes" && kind !== "services") || !hasUpstream(entry)) return entry;
  const { upstream, upstream_id, ...rest } = entry;
  const { id: _, ...shared } = (config.upstreams?.find(({ id }) => id === upstream_id) ?? {}) as Json;
  const host = markOf(kind === "routes" ? "route" : "service", String(entry.id));
  return { ...rest, upstream: { ...shared, ...(upstream as Json), pass_host: "rewrite", upstream_host: host } };
}

function renamedEntry(entry: Json, names: Names): Json {
  const fields = Object.entries(entry).map(([field, value]) => {
    if (field === "id" || field === "username" || referenceFields.includes(field)) return [field, names.prefix + value];
    if (field === "plugins") return [field, renamedPlugins(value as Json, names.prefix)];
    if (field === "nodes") return [field, { [names.upstream]: 1 }];
    if (field === "upstream") return [field, renamedEntry(value as Json, names)];
    return [field, value];
  });
  return Object.fromEntries(fields) as Json;
}

function renamedPlugins(plugins: Json, prefix: string): Json {
  const entries = Object.entries(plugins).map(([name, config]) => [
    name,
    name === "multi-auth" ? renamedMultiAuth(config as Json, prefix) : renamedPlugin(name, config as Json, prefix),
  ]);
  return Object.fromEntries(entries) as Json;
}

function renamedMultiAuth(config: Json, prefix: string): Json {
  const list = (config.auth_plugins ?? []) as readonly Json[];
  return { ...config, auth_plugins: list.map((each) => renamedPlugins(each, prefix)) };
}

function renamedPlugin(name: string, config: Json, prefix: string): Json {
  const fields = Object.entries(config ?? {}).map(([field, value]) => {
    const isName = field === "anonymous_consumer" || (name === "limit-count" && field === "group");
    if (isName) return [field, prefix + value];
    if (name !== "consumer-restriction") return [field, value];
    if (field === "whitelist" || field === "blacklist") {
      return [field, (value as readonly unknown[]).map((each) => prefix + each)];
    }
    if (field === "allowed_by_methods") {
      return [field, (value as readonly Json[]).map((each) => ({ ...each, user: prefix + each.user }))];
    }
    return [field, value];
  });
  return Object.fromEntries(fields) as Json;
}
