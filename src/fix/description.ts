/** Writes ADC's `description` as `desc`, the name that gateways know. */
import type { Fixer, Target } from "./fixer.ts";
import { quotedLike } from "./flow.ts";
import { entryOf } from "./tree.ts";

export const description: Fixer = {
  id: "description",
  concerns: ({ kind, value }) => kind !== "global_rule_map" && "description" in value && !("desc" in value),
  find({ node, tree }: Target) {
    const key = entryOf(node, "description")?.key;
    if (!key || key.isMarked) return undefined;
    const text = quotedLike(tree.text.slice(key.start, key.end), "desc");
    const { start, end } = key;
    return { title: "Write `description` as `desc`", start, end, edits: [{ start, end, text }] };
  },
};
