/** The normal form in which two spellings of the same resource are equal; never written to a gateway. */

import { isAuthPlugin } from "../model/auth.ts";
import type { Kind } from "../model/config.ts";
import { pluginDefaults, resourceDefaults } from "../model/generated/defaults.ts";
import { compareText } from "../model/identity.ts";
import { canonicalJson, isMap, type JsonMap } from "../model/json.ts";
import { idFields, optionalMaps, pluginSets, pluralFields, resourceSets, uncomparedFields } from "./equivalences.ts";
import { fillDefaults } from "./fill-defaults.ts";
import { isEqualJson } from "./json.ts";
import { withoutMark } from "./secret-mark.ts";
import { canonicalNodes } from "./upstream-nodes.ts";

/** Whether server defaults are filled in: for comparing, not for showing what was declared. */
export type DefaultsMode = "filled" | "as-written";

/** Kinds whose auth plugins are credentials, not checks of a request. */
const credentialSide: ReadonlySet<Kind> = new Set(["credentials", "consumers", "consumer_groups"]);

export function canonicalResource(kind: Kind, value: unknown, defaults: DefaultsMode = "filled"): JsonMap {
  if (!isMap(value)) return {};
  let resource: Record<string, unknown> = withoutServerFields(withoutMark(value), uncomparedFields);
  for (const [singular, plural] of Object.entries(pluralFields[kind] ?? {})) mergeSingular(resource, singular, plural);
  for (const field of idFields) if (typeof resource[field] === "number") resource[field] = String(resource[field]);
  if (kind === "upstreams") resource = canonicalUpstream(resource);
  if (isMap(resource["upstream"])) resource["upstream"] = canonicalUpstream(resource["upstream"]);
  if (isMap(resource["plugins"])) {
    resource["plugins"] = mapValues(resource["plugins"], (config, name) =>
      canonicalPlugin(
        name,
        config,
        credentialSide.has(kind) && isAuthPlugin(name) ? "credential" : "request",
        defaults,
      ),
    );
  }
  for (const field of optionalMaps) if (isEmptyMap(resource[field])) delete resource[field];
  const sorted = sortSets(resource, resourceSets[kind] ?? []);
  return defaults === "filled" ? fillDefaults(sorted, resourceDefaults[kind] ?? {}) : sorted;
}

/** Whether two versions of a resource mean the same. Nearly all are written alike, and then no canonical form is made. */
export function isSameResource(kind: Kind, left: JsonMap | undefined, right: JsonMap | undefined): boolean {
  if (!left || !right) return left === right;
  return (
    isEqualJson(left, right, uncomparedFields) ||
    isEqualJson(canonicalResource(kind, left), canonicalResource(kind, right))
  );
}

function canonicalPlugin(
  name: string,
  config: unknown,
  side: "credential" | "request",
  defaults: DefaultsMode,
): unknown {
  if (!isMap(config)) return config;
  const inner = name === "multi-auth" ? withCanonicalAlternatives(config, defaults) : config;
  const filled = defaults === "filled" ? fillDefaults(inner, pluginDefaults[side][name] ?? {}) : inner;
  return sortSets(filled, pluginSets[name] ?? []);
}

/** multi-auth holds whole plugin configurations, in the order in which they are tried. */
function withCanonicalAlternatives(config: JsonMap, defaults: DefaultsMode): JsonMap {
  const alternatives = config["auth_plugins"];
  if (!Array.isArray(alternatives)) return config;
  return {
    ...config,
    auth_plugins: alternatives.map((alternative: unknown) =>
      isMap(alternative)
        ? mapValues(alternative, (inner, name) => canonicalPlugin(name, inner, "request", defaults))
        : alternative,
    ),
  };
}

function canonicalUpstream(upstream: JsonMap): Record<string, unknown> {
  const resource = withoutServerFields(upstream, uncomparedFields);
  if (resource["nodes"] !== undefined) resource["nodes"] = canonicalNodes(resource["nodes"], resource["scheme"]);
  if (isEmptyMap(resource["labels"])) delete resource["labels"];
  return resource;
}

function withoutServerFields(value: JsonMap, left: ReadonlySet<string>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([field, part]) => !left.has(field) && part !== undefined));
}

function mergeSingular(resource: Record<string, unknown>, singular: string, plural: string): void {
  const one = resource[singular];
  if (one === undefined) return;
  const several: unknown = resource[plural] ?? [];
  if (!Array.isArray(several)) return;
  resource[plural] = [one, ...several];
  delete resource[singular];
}

/** Sorts the lists that the patterns name, and drops repetitions in them. */
function sortSets(value: JsonMap, patterns: readonly string[]): JsonMap {
  return patterns.reduce<JsonMap>((result, pattern) => sortAt(result, pattern.split("/")) as JsonMap, value);
}

function sortAt(value: unknown, path: readonly string[]): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return Array.isArray(value) ? sortedSet(value) : value;
  if (Array.isArray(value)) return step === "*" ? value.map((item) => sortAt(item, rest)) : value;
  if (!isMap(value)) return value;
  if (step === "*") return mapValues(value, (part) => sortAt(part, rest));
  return Object.hasOwn(value, step) ? { ...value, [step]: sortAt(value[step], rest) } : value;
}

function sortedSet(items: readonly unknown[]): unknown[] {
  const byText = new Map(items.map((item) => [canonicalJson(item), item]));
  return [...byText].sort(([left], [right]) => compareText(left, right)).map(([, item]) => item);
}

function mapValues(map: JsonMap, change: (value: unknown, key: string) => unknown): JsonMap {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value, key)]));
}

function isEmptyMap(value: unknown): boolean {
  return isMap(value) && Object.keys(value).length === 0;
}
