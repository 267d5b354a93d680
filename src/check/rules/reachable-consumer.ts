import type { AuthPlugin } from "../../model/auth.ts";
import type { ConsumerEntry } from "../../model/config.ts";
import { activeShift, authBit } from "../survey/file-facts.ts";
import { rowsWhere } from "../survey/survey.ts";
import { admissionOf, otherAuthPlugins } from "./admission.ts";
import { isDisabled, visitCredentialsOf } from "./plugins-of.ts";
import type { Finding, Rule } from "./rule.ts";

/** A consumer whom no route can admit is a caller who was forgotten, or a route whose authentication was. */
export const reachableConsumer: Rule = {
  id: "consumer/unreachable",
  severity: "warning",
  conclude({ others, consumers }, { customPlugins, lookAgain, report }) {
    const admission = admissionOf(others, customPlugins);
    if (!admission) return;
    const { accepted, anonymous } = admission;
    const admitted = [...accepted].reduce((bits, plugin) => bits | authBit(plugin), 0) << activeShift;
    const isAdmittedOtherwise = consumers.pluginLists.map((names) =>
      names.some((name) => otherAuthPlugins.has(name) || customPlugins.has(name)),
    );
    const refused = rowsWhere(
      consumers,
      (row) => (consumers.auths.at(row) & admitted) === 0 && !isAdmittedOtherwise[consumers.plugins.at(row)],
    );
    lookAgain(refused, (found) => {
      for (const consumer of found) if (!anonymous.has(consumer.id)) report(describe(consumer, accepted));
    });
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
