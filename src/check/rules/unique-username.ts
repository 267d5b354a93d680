import type { ConsumerEntry } from "../../model/config.ts";
import type { Rule } from "./rule.ts";

/** A second consumer of the same name would silently replace the first in the gateway. */
export const uniqueUsername: Rule = {
  id: "consumer/unique-username",
  severity: "error",
  check({ config, report }) {
    const firstSeen = new Map<string, ConsumerEntry>();
    for (const consumer of config.consumers) {
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
  },
};
