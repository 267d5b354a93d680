import { closest } from "../../model/closest.ts";
import type { Config, Entry, Kind } from "../../model/config.ts";
import type { Path } from "../../model/place.ts";
import { fieldOf, pluginHolders, pluginsOf } from "./plugins-of.ts";
import type { Rule, RuleContext } from "./rule.ts";

interface Reference {
  readonly from: Entry<unknown>;
  readonly path: Path;
  readonly target: Exclude<Kind, "credentials">;
  readonly id: unknown;
}

/** Fields that name another resource. */
const referenceFields: readonly {
  readonly from: Exclude<Kind, "credentials">;
  readonly field: string;
  readonly target: Exclude<Kind, "credentials">;
}[] = [
  { from: "consumers", field: "group_id", target: "consumer_groups" },
  { from: "routes", field: "service_id", target: "services" },
  { from: "routes", field: "upstream_id", target: "upstreams" },
  { from: "routes", field: "plugin_config_id", target: "plugin_configs" },
  { from: "services", field: "upstream_id", target: "upstreams" },
];

/** consumer-restriction: what the entries of its lists name, by its `type`. */
const restrictionTargets: Readonly<Record<string, Exclude<Kind, "credentials">>> = {
  consumer_name: "consumers",
  consumer_group_id: "consumer_groups",
  service_id: "services",
  route_id: "routes",
};

/** A reference to nothing fails at request time (a consumer of a missing group gets 503), long after the deploy. Kinds that no file declares are taken to live in the gateway. */
export const referenceExists: Rule = {
  id: "reference/exists",
  severity: "error",
  check(context) {
    const { config } = context;
    const idsByKind = new Map<Kind, ReadonlySet<string>>();
    for (const reference of references(config)) {
      const { target, id } = reference;
      if (!config.declared.has(target) || (typeof id !== "string" && typeof id !== "number")) continue;
      const ids = idsByKind.get(target) ?? new Set(config[target].map((entry) => entry.id));
      idsByKind.set(target, ids);
      if (!ids.has(String(id))) reportMissing(reference, String(id), ids, context);
    }
  },
};

function reportMissing(
  { from, path, target }: Reference,
  id: string,
  ids: ReadonlySet<string>,
  { report }: RuleContext,
): void {
  const likely = closest(id, ids);
  report({
    place: from.place,
    path,
    message: `"${id}" is not among the ${target.replaceAll("_", " ")} that the files declare`,
    help: likely ? `Did you mean "${likely}"?` : `Declare it, or take the reference out.`,
  });
}

function references(config: Config): readonly Reference[] {
  const fromFields = referenceFields.flatMap(({ from, field, target }) =>
    config[from].map((entry) => ({ from: entry, path: [field], target, id: fieldOf(entry.value, field) })),
  );
  return [...fromFields, ...pluginHolders(config).flatMap(pluginReferences)];
}

function pluginReferences(from: Entry<unknown>): readonly Reference[] {
  return pluginsOf(from).flatMap(({ name, config, path }) => {
    const found: Reference[] = [];
    const anonymous = fieldOf(config, "anonymous_consumer");
    if (anonymous !== undefined) {
      found.push({ from, path: [...path, "anonymous_consumer"], target: "consumers", id: anonymous });
    }
    if (name === "multi-auth") found.push(...multiAuthReferences(from, config, path));
    if (name === "consumer-restriction") found.push(...restrictionReferences(from, config, path));
    return found;
  });
}

function multiAuthReferences(from: Entry<unknown>, config: unknown, path: Path): readonly Reference[] {
  const tried = fieldOf(config, "auth_plugins");
  if (!Array.isArray(tried)) return [];
  return tried.flatMap((item: unknown, index) =>
    (typeof item === "object" && item !== null ? Object.entries(item) : []).flatMap(([plugin, inner]) => {
      const id = fieldOf(inner, "anonymous_consumer");
      const place = [...path, "auth_plugins", index, plugin, "anonymous_consumer"];
      return id === undefined ? [] : [{ from, path: place, target: "consumers" as const, id }];
    }),
  );
}

function restrictionReferences(from: Entry<unknown>, config: unknown, path: Path): readonly Reference[] {
  const type = fieldOf(config, "type") ?? "consumer_name";
  const target = typeof type === "string" ? restrictionTargets[type] : undefined;
  if (!target) return [];
  const listed = ["whitelist", "blacklist"].flatMap((list) => {
    const names = fieldOf(config, list);
    return Array.isArray(names)
      ? names.map((id: unknown, index) => ({ from, path: [...path, list, index], target, id }))
      : [];
  });
  const byMethod = fieldOf(config, "allowed_by_methods");
  const users = (Array.isArray(byMethod) ? byMethod : []).map((item: unknown, index) => ({
    from,
    path: [...path, "allowed_by_methods", index, "user"],
    target,
    id: fieldOf(item, "user"),
  }));
  return [...listed, ...users];
}
