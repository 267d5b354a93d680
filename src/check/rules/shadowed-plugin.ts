import { isAuthPlugin } from "../../model/auth.ts";
import type { Config, ConsumerEntry, Entry } from "../../model/config.ts";
import { acceptedBy, globalPlugins, routesInUse } from "./admission.ts";
import { pluginSpot, pluginsOf, visitCredentialsOf } from "./plugins-of.ts";
import type { Rule } from "./rule.ts";

/** A consumer's plugin replaces the route's as a whole: a limit or restriction of the route no longer holds for this consumer. */
export const shadowedPlugin: Rule = {
  id: "consumer/shadowed-plugin",
  severity: "off",
  check({ config, report }) {
    const holders = holdersByAuth(config);
    if (!holders) return;
    for (const consumer of config.consumers) {
      for (const name in pluginsOf(consumer)) {
        const holder = isAuthPlugin(name) ? undefined : holderFor(consumer, name, holders);
        if (!holder) continue;
        report({
          ...pluginSpot(consumer, name),
          part: "key",
          message: `${name} of consumer "${consumer.id}" replaces the one of a route that it may call`,
          related: [{ ...pluginSpot(holder, name), part: "key", message: "not run for this consumer" }],
          help: "If the consumer is meant to have its own, repeat here what must still hold of the route's.",
        });
      }
    }
  },
};

/** By auth plugin, of the routes that it opens: the first resource that has each plugin. */
type Holders = ReadonlyMap<string, ReadonlyMap<string, Entry<unknown>>>;

function holdersByAuth(config: Config): Holders | undefined {
  const everywhere = globalPlugins(config);
  const holders = new Map<string, Map<string, Entry<unknown>>>();
  for (const { plugins } of routesInUse(config) ?? []) {
    for (const auth of acceptedBy(everywhere, plugins)) {
      const known = holders.get(auth) ?? new Map<string, Entry<unknown>>();
      holders.set(auth, known);
      for (const [name, { holder }] of plugins) if (!known.has(name)) known.set(name, holder);
    }
  }
  return holders.size === 0 ? undefined : holders;
}

function holderFor(consumer: ConsumerEntry, name: string, holders: Holders): Entry<unknown> | undefined {
  let found: Entry<unknown> | undefined;
  visitCredentialsOf(consumer, (plugin) => {
    found ??= holders.get(plugin)?.get(name);
  });
  return found;
}
