import { isAuthPlugin } from "../../model/auth.ts";
import { globalPlugins, otherAuthPlugins, type RunningPlugin, routesInUse } from "./admission.ts";
import { fieldOf, pluginSpot } from "./plugins-of.ts";
import type { Rule, RuleContext } from "./rule.ts";

/** acl and consumer-restriction look at the consumer: without authentication there is none, and every request is refused with 401. */
export const authenticatedRestriction: Rule = {
  id: "route/auth-missing",
  severity: "warning",
  conclude({ others }, context) {
    const everywhere = globalPlugins(others);
    for (const { route, plugins } of routesInUse(others) ?? []) {
      if (attachesConsumer(plugins, context) || attachesConsumer(everywhere, context)) continue;
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
  },
};

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
