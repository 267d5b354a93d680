/**
 * What the embedded proxy would not execute of a resource: plugins, fields and references that gateways know and it does
 * not. Lint tells of it, and compile refuses it: a restriction that is skipped in silence lets everybody in.
 */
import { isAuthPlugin, isSecretReference } from "./auth.ts";
import type { Kind } from "./config.ts";
import { resourceFieldNames } from "./generated/fields.ts";
import { compareText } from "./identity.ts";
import { isMap, type JsonMap } from "./json.ts";
import { fieldsNotExecuted } from "./not-executed-fields.ts";
import type { Path } from "./place.ts";
import { sharedLimitAccess, sharedLimits } from "./shared-limits.ts";

/** What an engine makes of plugins and routes; `Fault` says why it refuses one. */
export interface Executor<Fault> {
  executes(plugin: string): boolean;
  /** Whatever the configuration turns out to be. */
  pluginFaults(name: string, config: unknown): readonly Located<Fault>[];
  routeFaults(route: RouteMatch): readonly Located<Fault>[];
}

export interface Located<Fault> {
  /** Below the plugin's configuration, or the route. */
  readonly path: Path;
  readonly fault: Fault;
}

/** What decides whether a route is meant. */
export interface RouteMatch {
  readonly uris: readonly string[];
  readonly remoteAddrs: readonly string[];
  readonly vars?: readonly unknown[];
}

/** `path` leads to it from the resource. */
export type Unexecuted<Fault> = { readonly path: Path } & (
  | { readonly what: "plugin"; readonly plugin: string }
  | { readonly what: "configuration"; readonly plugin: string; readonly fault: Fault }
  | { readonly what: "reference" }
  | { readonly what: "route"; readonly fault: Fault }
  | { readonly what: "scheme"; readonly scheme: string }
  /** Of the resource, or of one of its plugins, as it may stand in multi-auth. */
  | { readonly what: "field"; readonly field: string; readonly plugin?: string; readonly isTried?: true }
);

export type ResourceKind = Exclude<Kind, "credentials">;

/** Whatever the value turns out to be: what is wrong by the schemas is found elsewhere. */
export function findUnexecuted<Fault>(
  kind: ResourceKind,
  value: unknown,
  executor: Executor<Fault>,
): readonly Unexecuted<Fault>[] {
  if (!isMap(value) || isSwitchedOff(kind, value)) return [];
  return inspections[kind].flatMap((inspect) => inspect(value, kind, executor));
}

type Inspection = <Fault>(
  fields: JsonMap,
  kind: ResourceKind,
  executor: Executor<Fault>,
) => readonly Unexecuted<Fault>[];

const inspections: Readonly<Record<ResourceKind, readonly Inspection[]>> = {
  consumer_groups: [carriedPlugins],
  consumers: [carriedPlugins],
  upstreams: [ownScheme, unknownFields],
  services: [requestPlugins, nestedUpstream, unknownFields],
  plugin_configs: [requestPlugins],
  routes: [matching, requestPlugins, nestedUpstream, unknownFields],
  global_rules: [requestPlugins],
};

/** A route with status 0 is left out, and with it whatever would not be executed. */
function isSwitchedOff(kind: ResourceKind, fields: JsonMap): boolean {
  return kind === "routes" && fields["status"] === 0;
}

/** A route that could not be matched would leave its requests to a less restricted one. */
function matching<Fault>(fields: JsonMap, _: ResourceKind, executor: Executor<Fault>): readonly Unexecuted<Fault>[] {
  const { vars } = fields;
  const faults = executor.routeFaults({
    uris: textsOf(fields["uri"], fields["uris"]),
    remoteAddrs: textsOf(fields["remote_addr"], fields["remote_addrs"]),
    ...(Array.isArray(vars) && { vars: vars as readonly unknown[] }),
  });
  return faults.map(({ path, fault }) => ({ what: "route", fault, path }));
}

function textsOf(one: unknown, more: unknown): readonly string[] {
  return [one, ...(Array.isArray(more) ? (more as readonly unknown[]) : [])].filter((text) => typeof text === "string");
}

/** Auth plugins of consumers and groups are credentials or nothing: they never run, nor does multi-auth. */
function carriedPlugins<Fault>(
  fields: JsonMap,
  _: ResourceKind,
  executor: Executor<Fault>,
): readonly Unexecuted<Fault>[] {
  return activePlugins(fields).flatMap(([name, config]) => {
    if (isAuthPlugin(name)) return [];
    return name === "multi-auth" ? [notExecuted(name, ["plugins", name])] : requestPlugin(name, config, executor);
  });
}

function requestPlugins<Fault>(
  fields: JsonMap,
  _: ResourceKind,
  executor: Executor<Fault>,
): readonly Unexecuted<Fault>[] {
  return activePlugins(fields).flatMap(([name, config]) => requestPlugin(name, config, executor));
}

function activePlugins({ plugins }: JsonMap): readonly (readonly [name: string, config: unknown])[] {
  if (!isMap(plugins)) return [];
  const found: [name: string, config: unknown][] = [];
  for (const name in plugins) {
    const config = plugins[name];
    const meta = isMap(config) ? config["_meta"] : undefined;
    if (!isMap(meta) || meta["disable"] !== true) found.push([name, config]);
  }
  return found.sort(([left], [right]) => compareText(left, right));
}

function requestPlugin<Fault>(name: string, config: unknown, executor: Executor<Fault>): readonly Unexecuted<Fault>[] {
  const path = ["plugins", name];
  if (!executor.executes(name)) return [notExecuted(name, path)];
  const fields = isMap(config) ? config : {};
  const tried = triedPlugins(name, fields, executor, path);
  const faults = tried.length > 0 ? [] : executor.pluginFaults(name, config);
  return [
    ...fieldsNotExecuted(name, fields).map(
      (field) => ({ what: "field", field, plugin: name, path: [...path, field] }) as const,
    ),
    ...references(sharedLimits.has(name) ? withoutAccess(fields) : fields, path),
    ...faults.map(
      ({ path: below, fault }) => ({ what: "configuration", plugin: name, fault, path: [...path, ...below] }) as const,
    ),
    ...tried,
  ];
}

/** The plugins that multi-auth tries. */
function triedPlugins<Fault>(
  name: string,
  config: JsonMap,
  executor: Executor<Fault>,
  path: Path,
): readonly Unexecuted<Fault>[] {
  const list = name === "multi-auth" ? config["auth_plugins"] : undefined;
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry: unknown, index): readonly Unexecuted<Fault>[] =>
    Object.entries(isMap(entry) ? entry : {}).flatMap(([tried, settings]) => {
      const place = [...path, "auth_plugins", index, tried];
      if (!isAuthPlugin(tried) || !executor.executes(tried)) return [notExecuted(tried, place)];
      // multi-auth calls the plugins itself: it looks at none of the fields that say whether and when they run.
      const hasMeta = isMap(settings) && settings["_meta"] !== undefined;
      return hasMeta
        ? [{ what: "field", field: "_meta", plugin: tried, isTried: true, path: [...place, "_meta"] }]
        : [];
    }),
  );
}

function notExecuted(plugin: string, path: Path): Unexecuted<never> {
  return { what: "plugin", plugin, path };
}

/** Without the fields whose references resolve when the store is opened. */
function withoutAccess(config: JsonMap): JsonMap {
  return Object.fromEntries(Object.entries(config).filter(([name]) => !sharedLimitAccess.has(name)));
}

/** Elsewhere references resolve in credentials only; here one would be compared as the text that it is written with. */
function references(value: unknown, path: Path): readonly Unexecuted<never>[] {
  if (typeof value === "string" && isSecretReference(value)) return [{ what: "reference", path }];
  if (typeof value !== "object" || value === null) return [];
  const entries: readonly [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return entries.flatMap(([key, item]) => references(item, [...path, key]));
}

function nestedUpstream(fields: JsonMap): readonly Unexecuted<never>[] {
  const { upstream } = fields;
  if (!isMap(upstream)) return [];
  const found = [...ownScheme(upstream), ...unknownFields(upstream, "upstreams")];
  return found.map((each) => ({ ...each, path: ["upstream", ...each.path] }));
}

const proxiedSchemes: ReadonlySet<unknown> = new Set(["http", "https", "grpc", "grpcs"]);

function ownScheme({ scheme }: JsonMap): readonly Unexecuted<never>[] {
  if (typeof scheme !== "string" || proxiedSchemes.has(scheme)) return [];
  return [{ what: "scheme", scheme, path: ["scheme"] }];
}

function unknownFields(fields: JsonMap, kind: ResourceKind): readonly Unexecuted<never>[] {
  const known = resourceFieldNames[kind];
  return Object.keys(fields)
    .filter((name) => !known.includes(name))
    .sort(compareText)
    .map((field) => ({ what: "field", field, path: [field] }));
}
