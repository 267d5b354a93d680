import { lookupField } from "../../model/auth.ts";
import type { ConsumerEntry, Entry } from "../../model/config.ts";
import { ownersOf } from "../survey/survey.ts";
import { describeCredential, lookupValue, pluginSpot, visitCredentialsOf } from "./plugins-of.ts";
import type { Report, Rule } from "./rule.ts";

/** Two credentials that answer to the same key let one consumer pass as another; gateways keep the last one loaded. */
export const uniqueLookupKey: Rule = {
  id: "credential/unique-key",
  severity: "error",
  conclude({ consumers }, { lookAgain, report }) {
    const compare = createCompare(report);
    for (const credentials of consumers.lookups.repeated()) lookAgain(ownersOf(consumers, credentials), compare);
  },
};

interface Holder {
  readonly entry: Entry<unknown>;
  readonly description: string;
}

/** Two keys of one consumer make it come up twice: what was compared once is left out then. */
function createCompare(report: Report): (consumers: readonly ConsumerEntry[]) => void {
  const compared = new Set<unknown>();
  const holders = new Map<string, Holder>();
  return (consumers) => {
    for (const consumer of consumers) {
      visitCredentialsOf(consumer, (plugin, settings, _consumer, credential) => {
        const value = lookupValue(plugin, settings);
        if (value === undefined || compared.has(settings)) return;
        compared.add(settings);
        const entry = credential ?? consumer;
        const description = describeCredential(consumer, credential);
        const first = holders.get(`${plugin} ${value}`);
        if (!first) {
          holders.set(`${plugin} ${value}`, { entry, description });
          return;
        }
        const field = lookupField[plugin];
        report({
          ...pluginSpot(entry, plugin, field),
          message: `${description} has the same ${plugin} ${field} as ${first.description}`,
          related: [{ ...pluginSpot(first.entry, plugin, field), message: `the other ${field}` }],
          help: "A request with it is taken for the one that the gateway loads last. Give each credential its own.",
        });
      });
    }
  };
}
