import { closest } from "../../model/closest.ts";
import type { Config, Entry, Kind } from "../../model/config.ts";
import { isMap } from "../../model/json.ts";
import type { Path } from "../../model/place.ts";
import { fieldOf, visitPlugins } from "./plugins-of.ts";
import type { Rule, RuleContext } from "./rule.ts";

type Target = Exclude<Kind, "credentials">;

/** Fields that name another resource. */
export const referenceFields: readonly {
  readonly from: Target;
  readonly field: string;
  readonly target: Target;
}[] = [
  { from: "consumers", field: "group_id", target: "consumer_groups" },
  { from: "routes", field: "service_id", target: "services" },
  { from: "routes", field: "upstream_id", target: "upstreams" },
  { from: "routes", field: "plugin_config_id", target: "plugin_configs" },
  { from: "services", field: "upstream_id", target: "upstreams" },
];

/** consumer-restriction: what the entries of its lists name, by its `type`. */
export const restrictionTargets: Readonly<Record<string, Target>> = {
  consumer_name: "consumers",
  consumer_group_id: "consumer_groups",
  service_id: "services",
  route_id: "routes",
};

/** A reference to nothing fails at request time (a consumer of a missing group gets 503), long after the deploy. Kinds that no file declares are taken to live in the gateway. */
export const referenceExists: Rule = {
  id: "reference/exists",
  severity: "error",
  check({ config, report }) {
    const follow = createFollow(config, report);
    for (const { from, field, target } of referenceFields) {
      if (!config.declared.has(target)) continue;
      for (const entry of config[from]) follow(entry, [field], target, fieldOf(entry.value, field));
    }
    visitPlugins(config, (name, plugin, holder) => {
      if (!isMap(plugin)) return;
      const anonymous = plugin["anonymous_consumer"];
      if (anonymous !== undefined) follow(holder, ["plugins", name, "anonymous_consumer"], "consumers", anonymous);
      if (name === "multi-auth") followMultiAuth(holder, plugin, ["plugins", name], follow);
      if (name === "consumer-restriction") followRestriction(holder, plugin, ["plugins", name], follow);
    });
  },
};

/** Looks whether `id`, which stands at `path` of `from`, names a resource of the kind `target`. */
type Follow = (from: Entry<unknown>, path: Path, target: Target, id: unknown) => void;

function createFollow(config: Config, report: RuleContext["report"]): Follow {
  const idsByKind = new Map<Kind, ReadonlySet<string>>();
  return (from, path, target, id) => {
    if ((typeof id !== "string" && typeof id !== "number") || !config.declared.has(target)) return;
    const ids = idsByKind.get(target) ?? new Set(config[target].map((entry) => entry.id));
    idsByKind.set(target, ids);
    if (ids.has(String(id))) return;
    const likely = closest(String(id), ids);
    report({
      place: from.place,
      path,
      message: `"${id}" is not among the ${target.replaceAll("_", " ")} that the files declare`,
      help: likely ? `Did you mean "${likely}"?` : `Declare it, or take the reference out.`,
      ...(likely && { replacement: likely }),
    });
  };
}

function followMultiAuth(from: Entry<unknown>, plugin: unknown, path: Path, follow: Follow): void {
  for (const [index, item] of listField(plugin, "auth_plugins").entries()) {
    if (!isMap(item)) continue;
    for (const [name, inner] of Object.entries(item)) {
      const spot = [...path, "auth_plugins", index, name, "anonymous_consumer"];
      follow(from, spot, "consumers", fieldOf(inner, "anonymous_consumer"));
    }
  }
}

function followRestriction(from: Entry<unknown>, plugin: unknown, path: Path, follow: Follow): void {
  const type = fieldOf(plugin, "type") ?? "consumer_name";
  const target = typeof type === "string" ? restrictionTargets[type] : undefined;
  if (!target) return;
  for (const list of ["whitelist", "blacklist"]) {
    for (const [index, id] of listField(plugin, list).entries()) follow(from, [...path, list, index], target, id);
  }
  for (const [index, item] of listField(plugin, "allowed_by_methods").entries()) {
    follow(from, [...path, "allowed_by_methods", index, "user"], target, fieldOf(item, "user"));
  }
}

function listField(value: unknown, field: string): readonly unknown[] {
  const list = fieldOf(value, field);
  return Array.isArray(list) ? list : [];
}
