import { authPlugins, isAuthPlugin } from "../../model/auth.ts";
import type { ConsumerEntry, Entry } from "../../model/config.ts";
import { authBit } from "../survey/file-facts.ts";
import { type Others, rowsWhere } from "../survey/survey.ts";
import { acceptedBy, globalPlugins, routesInUse } from "./admission.ts";
import { pluginSpot, pluginsOf, visitCredentialsOf } from "./plugins-of.ts";
import type { Report, Rule } from "./rule.ts";

/** A consumer's plugin replaces the route's as a whole: a limit or restriction of the route no longer holds for this consumer. */
export const shadowedPlugin: Rule = {
  id: "consumer/shadowed-plugin",
  severity: "off",
  conclude({ others, consumers }, { lookAgain, report }) {
    const holders = holdersByAuth(others);
    if (holders.size === 0) return;
    /** By index of the list: the auth plugins of routes that have one of its plugins. */
    const shadowing = consumers.pluginLists.map((names) =>
      authPlugins.reduce(
        (bits, auth) => (names.some((n) => holders.get(auth)?.has(n)) ? bits | authBit(auth) : bits),
        0,
      ),
    );
    const rows = rowsWhere(
      consumers,
      (row) => (consumers.auths.at(row) & (shadowing[consumers.plugins.at(row)] ?? 0)) !== 0,
    );
    lookAgain(rows, (found) => {
      for (const consumer of found) reportShadowed(consumer, holders, report);
    });
  },
};

/** By auth plugin, of the routes that it opens: the first resource that has each plugin. */
type Holders = ReadonlyMap<string, ReadonlyMap<string, Entry<unknown>>>;

function holdersByAuth(others: Others): Holders {
  const everywhere = globalPlugins(others);
  const holders = new Map<string, Map<string, Entry<unknown>>>();
  for (const { plugins } of routesInUse(others) ?? []) {
    for (const auth of acceptedBy(everywhere, plugins)) {
      const known = holders.get(auth) ?? new Map<string, Entry<unknown>>();
      holders.set(auth, known);
      for (const [name, { holder }] of plugins) if (!known.has(name)) known.set(name, holder);
    }
  }
  return holders;
}

function reportShadowed(consumer: ConsumerEntry, holders: Holders, report: Report): void {
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

function holderFor(consumer: ConsumerEntry, name: string, holders: Holders): Entry<unknown> | undefined {
  let found: Entry<unknown> | undefined;
  visitCredentialsOf(consumer, (plugin) => {
    found ??= holders.get(plugin)?.get(name);
  });
  return found;
}
