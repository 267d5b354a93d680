/** Which fields of a resource, and of its plugins, name another resource. */
import { isSecretReference } from "../../model/auth.ts";
import type { Entry, Kind } from "../../model/config.ts";
import { isMap } from "../../model/json.ts";
import type { Path } from "../../model/place.ts";
import type { RawKind } from "../../source/raw.ts";
import { fieldOf, pluginsOf } from "../rules/plugins-of.ts";

export type ReferenceTarget = Exclude<Kind, "credentials">;

/** What stands at `path` should be the id of a resource of the kind `target`. */
export type VisitReference = (target: ReferenceTarget, id: string, path: Path) => void;

/** By kind: field to what it names. */
export const referenceFields: Partial<Record<RawKind, Readonly<Record<string, ReferenceTarget>>>> = {
  consumers: { group_id: "consumer_groups" },
  routes: { service_id: "services", upstream_id: "upstreams", plugin_config_id: "plugin_configs" },
  services: { upstream_id: "upstreams" },
};

/** consumer-restriction: what the entries of its lists name, by its `type`. */
export const restrictionTargets: ReadonlyMap<unknown, ReferenceTarget> = new Map<unknown, ReferenceTarget>([
  [undefined, "consumers"],
  ["consumer_name", "consumers"],
  ["consumer_group_id", "consumer_groups"],
  ["service_id", "services"],
  ["route_id", "routes"],
]);

export function visitReferences(kind: RawKind, entry: Entry<unknown>, visit: VisitReference): void {
  const fields = referenceFields[kind];
  for (const field in fields) {
    const target = fields[field];
    if (target) follow(target, fieldOf(entry.value, field), [field], visit);
  }
  const plugins = pluginsOf(entry);
  for (const name in plugins) {
    const plugin = plugins[name];
    if (isMap(plugin)) visitPlugin(name, plugin, visit);
  }
}

function visitPlugin(name: string, plugin: Readonly<Record<string, unknown>>, visit: VisitReference): void {
  const anonymous = plugin["anonymous_consumer"];
  if (anonymous !== undefined) follow("consumers", anonymous, ["plugins", name, "anonymous_consumer"], visit);
  if (name === "multi-auth") visitMultiAuth(plugin, ["plugins", name], visit);
  if (name === "consumer-restriction") visitRestriction(plugin, ["plugins", name], visit);
}

function visitMultiAuth(plugin: unknown, path: Path, visit: VisitReference): void {
  for (const [index, item] of listField(plugin, "auth_plugins").entries()) {
    if (!isMap(item)) continue;
    for (const [name, inner] of Object.entries(item)) {
      const spot = [...path, "auth_plugins", index, name, "anonymous_consumer"];
      follow("consumers", fieldOf(inner, "anonymous_consumer"), spot, visit);
    }
  }
}

function visitRestriction(plugin: unknown, path: Path, visit: VisitReference): void {
  const target = restrictionTargets.get(fieldOf(plugin, "type"));
  if (!target) return;
  for (const list of ["whitelist", "blacklist"]) {
    for (const [index, id] of listField(plugin, list).entries()) follow(target, id, [...path, list, index], visit);
  }
  for (const [index, item] of listField(plugin, "allowed_by_methods").entries()) {
    follow(target, fieldOf(item, "user"), [...path, "allowed_by_methods", index, "user"], visit);
  }
}

/** What a reference to a secret or variable stands for is not known here. */
function follow(target: ReferenceTarget, id: unknown, path: Path, visit: VisitReference): void {
  if (typeof id === "number" || (typeof id === "string" && !isSecretReference(id))) visit(target, String(id), path);
}

function listField(value: unknown, field: string): readonly unknown[] {
  const list = fieldOf(value, field);
  return Array.isArray(list) ? list : [];
}
