import type { AuthPlugin } from "../../model/auth.ts";
import type { ConsumerEntry } from "../../model/config.ts";
import { admissionOf, otherAuthPlugins } from "./admission.ts";
import { type CredentialVisitor, isDisabled, pluginsOf, visitCredentialsOf } from "./plugins-of.ts";
import type { Finding, Rule } from "./rule.ts";

/** A consumer whom no route can admit is a caller who was forgotten, or a route whose authentication was. */
export const reachableConsumer: Rule = {
  id: "consumer/unreachable",
  severity: "warning",
  check({ config, customPlugins, report }) {
    const admission = admissionOf(config, customPlugins);
    if (!admission) return;
    const { accepted, anonymous } = admission;
    let isAdmitted = false;
    const look: CredentialVisitor = (plugin, settings) => {
      if (accepted.has(plugin) && !isDisabled(settings)) isAdmitted = true;
    };
    for (const consumer of config.consumers) {
      isAdmitted = anonymous.has(consumer.id);
      visitCredentialsOf(consumer, look);
      for (const name in pluginsOf(consumer)) isAdmitted ||= otherAuthPlugins.has(name) || customPlugins.has(name);
      if (!isAdmitted) report(describe(consumer, accepted));
    }
  },
};

function describe(consumer: ConsumerEntry, accepted: ReadonlySet<AuthPlugin>): Finding {
  const carried = new Set<AuthPlugin>();
  visitCredentialsOf(consumer, (plugin, settings) => {
    if (!isDisabled(settings)) carried.add(plugin);
  });
  const what = carried.size === 0 ? "has no credential" : `authenticates only by ${[...carried].join(", ")}`;
  return {
    place: consumer.place,
    path: ["username"],
    message: `no route of the files can admit consumer "${consumer.id}": it ${what}`,
    help:
      accepted.size === 0
        ? "No route asks for a credential: add an auth plugin to the routes that this consumer may call."
        : `The routes accept ${[...accepted].sort().join(", ")}: give the consumer such a credential, or a route its plugin.`,
  };
}
