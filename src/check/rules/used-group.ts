import { idField } from "./plugins-of.ts";
import type { Rule } from "./rule.ts";

/** A group that nobody is in limits nobody; often its consumers name another one by mistake. */
export const usedGroup: Rule = {
  id: "consumer-group/unused",
  severity: "warning",
  check({ config, report }) {
    if (!config.declared.has("consumers")) return;
    const declared = new Set(config.consumer_groups.map(({ id }) => id));
    const used = new Set<string>();
    for (const { value } of config.consumers) {
      const group = idField(value, "group_id");
      // Which group a misspelt one means, reference/exists asks first.
      if (group !== undefined && !declared.has(group)) return;
      if (group !== undefined) used.add(group);
    }
    for (const { id, place, hasOwnId } of config.consumer_groups) {
      if (used.has(id)) continue;
      report({
        place,
        path: [hasOwnId ? "id" : "name"],
        message: `no consumer is in the group "${id}"`,
        help: "Name it as `group_id` of a consumer, or take the group out.",
      });
    }
  },
};
