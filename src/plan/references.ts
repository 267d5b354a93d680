/** Which fields of a resource name another one (gateway reference, section 1.4). */

import type { Kind } from "../model/config.ts";
import { isMap, type JsonMap } from "../model/json.ts";

interface ReferenceField {
  readonly field: string;
  readonly target: Kind;
}

export interface Reference extends ReferenceField {
  readonly id: string;
}

const referenceFields: Partial<Record<Kind, readonly ReferenceField[]>> = {
  consumers: [{ field: "group_id", target: "consumer_groups" }],
  services: [{ field: "upstream_id", target: "upstreams" }],
  routes: [
    { field: "service_id", target: "services" },
    { field: "upstream_id", target: "upstreams" },
    { field: "plugin_config_id", target: "plugin_configs" },
  ],
};

/** consumer-restriction: what the entries of its lists name, by its `type` (section 3.5). */
const restrictionTargets: Readonly<Record<string, Kind>> = {
  consumer_group_id: "consumer_groups",
  service_id: "services",
  route_id: "routes",
};

/** The resource with every id that it names replaced by what `idOf` says. */
export function withReferences(kind: Kind, value: JsonMap, idOf: (target: Kind, id: string) => string): JsonMap {
  const result: Record<string, unknown> = { ...value };
  for (const { field, target, id } of referencesOf(kind, value)) {
    const found = idOf(target, id);
    if (found !== id) result[field] = found;
  }
  const { plugins } = value;
  const restriction = isMap(plugins) ? plugins["consumer-restriction"] : undefined;
  const target = isMap(restriction) ? restrictionTargets[String(restriction["type"])] : undefined;
  if (!isMap(plugins) || !isMap(restriction) || !target) return result;
  const inList = (list: unknown): unknown =>
    Array.isArray(list) ? list.map((id: unknown) => (typeof id === "string" ? idOf(target, id) : id)) : list;
  const lists = ["whitelist", "blacklist"].filter((field) => restriction[field] !== undefined);
  const replaced = Object.fromEntries(lists.map((field) => [field, inList(restriction[field])]));
  return { ...result, plugins: { ...plugins, "consumer-restriction": { ...restriction, ...replaced } } };
}

export function referencesOf(kind: Kind, value: JsonMap | undefined): readonly Reference[] {
  return (referenceFields[kind] ?? []).flatMap((reference) => {
    const id = value?.[reference.field];
    return typeof id === "string" || typeof id === "number" ? [{ ...reference, id: String(id) }] : [];
  });
}
