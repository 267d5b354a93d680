import { type AuthPlugin, authPlugins, lookupField } from "../../model/auth.ts";
import type { ConsumerEntry, Entry } from "../../model/config.ts";
import { describeCredential, lookupValue, pluginSpot, visitCredentials, visitCredentialsOf } from "./plugins-of.ts";
import type { Rule } from "./rule.ts";

/** Two credentials that answer to the same key let one consumer pass as another; gateways keep the last one loaded. */
export const uniqueLookupKey: Rule = {
  id: "credential/unique-key",
  severity: "error",
  check({ config, report }) {
    const holders = new Map(authPlugins.map((plugin) => [plugin, new Map<string, ConsumerEntry>()]));
    visitCredentials(config, (plugin, settings, consumer, credential) => {
      const value = lookupValue(plugin, settings);
      if (value === undefined) return;
      const holderByValue = holders.get(plugin);
      const holder = holderByValue?.get(value);
      if (!holder) {
        holderByValue?.set(value, consumer);
        return;
      }
      const first = firstWith(plugin, value, holder);
      const own: Entry<unknown> = credential ?? consumer;
      if (!first) return;
      const field = lookupField[plugin];
      report({
        ...pluginSpot(own, plugin, field),
        message: `${describeCredential(consumer, credential)} has the same ${plugin} ${field} as ${first.description}`,
        related: [{ ...pluginSpot(first.entry, plugin, field), message: `the other ${field}` }],
        help: "A request with it could be taken for either consumer. Give each credential its own.",
      });
    });
  },
};

/** Looked for only when needed: the map of a million keys then holds nothing but what exists anyway. */
function firstWith(
  plugin: AuthPlugin,
  value: string,
  holder: ConsumerEntry,
): { readonly entry: Entry<unknown>; readonly description: string } | undefined {
  let first: { readonly entry: Entry<unknown>; readonly description: string } | undefined;
  visitCredentialsOf(holder, (name, settings, consumer, credential) => {
    if (first || name !== plugin || lookupValue(name, settings) !== value) return;
    first = { entry: credential ?? consumer, description: describeCredential(consumer, credential) };
  });
  return first;
}
