import type { ConsumerEntry } from "../../model/config.ts";
import type { Report, Rule } from "./rule.ts";

/** A second consumer of the same name would silently replace the first in the gateway. */
export const uniqueUsername: Rule = {
  id: "consumer/unique-username",
  severity: "error",
  conclude({ consumers }, { lookAgain, report }) {
    for (const rows of consumers.usernames.repeated()) lookAgain(rows, (namesakes) => compare(namesakes, report));
  },
};

function compare(namesakes: readonly ConsumerEntry[], report: Report): void {
  const firstSeen = new Map<string, ConsumerEntry>();
  for (const consumer of namesakes) {
    const first = firstSeen.get(consumer.id);
    if (!first) {
      firstSeen.set(consumer.id, consumer);
      continue;
    }
    report({
      place: consumer.place,
      path: ["username"],
      message: `the username "${consumer.id}" is taken by another consumer`,
      related: [{ place: first.place, path: ["username"], message: "first declared here" }],
      help: "Rename one of the two, or merge them into one consumer with several credentials.",
    });
  }
}
