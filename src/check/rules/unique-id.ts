import { type Entry, kinds } from "../../model/config.ts";
import type { Rule } from "./rule.ts";

/** Of two resources with one id the gateway would keep the last one written. */
export const uniqueId: Rule = {
  id: "resource/unique-id",
  severity: "error",
  conclude({ others }, { report }) {
    for (const kind of kinds) {
      // Both have rules of their own.
      if (kind === "consumers" || kind === "credentials") continue;
      const firstSeen = new Map<string, Entry<unknown>>();
      for (const entry of others[kind]) {
        const first = firstSeen.get(entry.id);
        if (!first) {
          firstSeen.set(entry.id, entry);
          continue;
        }
        report({
          place: entry.place,
          path: [idField(entry)],
          message: `${kind} has another resource with the id "${entry.id}"`,
          related: [{ place: first.place, path: [idField(first)], message: "first declared here" }],
          help: "Give each its own id (or name, from which the id is made).",
        });
      }
    }
  },
};

function idField({ hasOwnId }: Entry<unknown>): string {
  return hasOwnId ? "id" : "name";
}
