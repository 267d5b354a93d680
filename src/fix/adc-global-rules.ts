/** Writes ADC's map of global rules as the native list: each plugin a rule with the plugin's name as its id. */
import type { TextEdit } from "./contract.ts";
import type { Fixer, Target } from "./fixer.ts";
import { flowBracket, isPlainFlow, layoutOf } from "./flow.ts";
import { column, entryLines } from "./lines.ts";
import { blockItem, flowItem } from "./plugin-item.ts";
import { hasDuplicates, type TreeEntry } from "./tree.ts";

/** A key that is text without quotes, and so can be an id as it is written. */
const plainId = /^[a-zA-Z][a-zA-Z0-9-]*$/;
const notText = /^(?:true|false|null)$/i;

export const adcGlobalRules: Fixer = {
  id: "adc-shape",
  concerns: ({ kind }) => kind === "global_rule_map",
  find(target) {
    const { node } = target;
    if (node.kind !== "map" || hasDuplicates(node) || !node.entries.every(({ key }) => isId(target, key))) {
      return undefined;
    }
    const edits = node.isFlow ? rewriteFlow(target) : rewriteBlock(target);
    if (!edits) return undefined;
    return { title: "Write the global rules as a list", start: node.start, end: node.end, edits };
  },
};

function isId({ tree }: Target, key: TreeEntry["key"]): boolean {
  const text = tree.text.slice(key.start, key.end);
  return !key.isMarked && (/^(["'])[a-zA-Z0-9-]+\1$/.test(text) || (plainId.test(text) && !notText.test(text)));
}

function rewriteBlock({ node, tree, holder }: Target): readonly TextEdit[] | undefined {
  const first = node.entries[0];
  if (!first || !holder) return undefined;
  const dash = column(tree.text, first.key.start);
  const step = Math.max(1, dash - column(tree.text, holder.key.start));
  const edits = node.entries.flatMap(({ key }, index) => {
    const lines = entryLines(tree.text, node, index);
    const item = { field: "id", fieldText: tree.text.slice(key.start, key.end), plugins: node, index } as const;
    const text = blockItem(tree, item, { dash, gap: 1, step });
    return lines && text !== undefined ? [{ start: lines.start, end: lines.end, text }] : [];
  });
  return edits.length === node.entries.length ? edits : undefined;
}

function rewriteFlow({ node, tree, holder }: Target): readonly TextEdit[] | undefined {
  if (!holder || !isPlainFlow(tree, node)) return undefined;
  const layout = layoutOf(tree, holder.key, node);
  const items = node.entries.flatMap(({ key }, index) => {
    const fieldText = tree.text.slice(key.start, key.end);
    return flowItem(tree, { field: "id", fieldText, plugins: node, index }, layout, 1) ?? [];
  });
  if (items.length !== node.entries.length) return undefined;
  const text = items.length === 0 ? "[]" : flowBracket(["[", "]"], items, layout, 0, tree.newline);
  return [{ start: node.start, end: node.end, text }];
}
