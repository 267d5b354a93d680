import type { Rule } from "./rule.ts";

/** A group that nobody is in limits nobody; often its consumers name another one by mistake. */
export const usedGroup: Rule = {
  id: "consumer-group/unused",
  severity: "warning",
  conclude({ others, consumers }, { report }) {
    if (!others.declared.has("consumers")) return;
    const declared = new Set(others.consumer_groups.map(({ id }) => id));
    // Which group a misspelt one means, reference/exists asks first.
    for (const group of consumers.groups) if (!declared.has(group)) return;
    for (const { id, place, hasOwnId } of others.consumer_groups) {
      if (consumers.groups.has(id)) continue;
      report({
        place,
        path: [hasOwnId ? "id" : "name"],
        message: `no consumer is in the group "${id}"`,
        help: "Name it as `group_id` of a consumer, or take the group out.",
      });
    }
  },
};
