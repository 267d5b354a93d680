import { isAuthPlugin } from "../../model/auth.ts";
import { globalPlugins, otherAuthPlugins, type RouteInUse, type RunningPlugin, routesInUse } from "./admission.ts";
import { fieldOf, pluginSpot } from "./plugins-of.ts";
import type { Rule, RuleContext } from "./rule.ts";

/**
 * acl and consumer-restriction look at the consumer: without authentication there is none, and every request is refused
 * with 401, also by a global rule.
 */
export const authenticatedRestriction: Rule = {
  id: "route/auth-missing",
  severity: "warning",
  conclude({ others }, context) {
    const everywhere = globalPlugins(others);
    if (attachesConsumer(everywhere, context)) return;
    const open = (routesInUse(others) ?? []).filter(({ plugins }) => !attachesConsumer(plugins, context));
    for (const { route, plugins } of open) {
      for (const [name, plugin] of plugins) {
        if (!needsConsumer(name, plugin)) continue;
        const { holder } = plugin;
        context.report({
          ...pluginSpot(holder, name),
          part: "key",
          message: `${name} refuses every request of route "${route.id}", which asks for no credential`,
          ...(holder !== route && { related: [{ place: route.place, message: "the route" }] }),
          help: "Add an auth plugin such as key-auth to the route or its service.",
        });
      }
    }
    reportGlobal(everywhere, open, context);
  },
};

/** Once a plugin, however many routes it closes. One with a filter may mean other routes. */
function reportGlobal(
  everywhere: ReadonlyMap<string, RunningPlugin>,
  [first, ...more]: readonly RouteInUse[],
  { report }: RuleContext,
): void {
  if (!first) return;
  for (const [name, plugin] of everywhere) {
    if (!needsConsumer(name, plugin) || fieldOf(fieldOf(plugin.config, "_meta"), "filter") !== undefined) continue;
    const { id, place } = first.route;
    report({
      ...pluginSpot(plugin.holder, name),
      part: "key",
      message:
        more.length === 0
          ? `${name} refuses every request of route "${id}", which asks for no credential`
          : `${name} refuses every request of ${more.length + 1} routes that ask for no credential, such as "${id}"`,
      related: [{ place, message: "the route" }],
      help: "Add an auth plugin such as key-auth to the routes or to a global rule, or the restriction to the routes that have one.",
    });
  }
}

/** What `type` of consumer-restriction is about the consumer. */
const consumerTypes: ReadonlySet<unknown> = new Set([undefined, "consumer_name", "consumer_group_id"]);

function needsConsumer(name: string, { config }: RunningPlugin): boolean {
  if (name === "consumer-restriction") return consumerTypes.has(fieldOf(config, "type"));
  return name === "acl" && fieldOf(config, "external_user_label_field") === undefined;
}

function attachesConsumer(plugins: ReadonlyMap<string, unknown>, { customPlugins }: RuleContext): boolean {
  for (const name of plugins.keys()) {
    if (isAuthPlugin(name) || name === "multi-auth" || otherAuthPlugins.has(name) || customPlugins.has(name))
      return true;
  }
  return false;
}
