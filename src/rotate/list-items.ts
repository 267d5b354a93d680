/** Puts an item behind another one of a list, and takes one out. */
import type { TextEdit } from "../fix/contract.ts";
import { isPlainFlow, isSpread } from "../fix/flow.ts";
import { behindEntry, column, indentationAt, lineEnd, lineStart } from "../fix/lines.ts";
import { layoutOfItem } from "../fix/plugin-item.ts";
import type { Tree, TreeNode } from "../fix/tree.ts";
import { type BracketLayout, blockText, bracketText } from "./write-value.ts";

/** Undefined where the list is laid out in a way that makes it unsafe. */
export function insertBehind(tree: Tree, list: TreeNode, index: number, value: unknown): TextEdit | undefined {
  const item = list.items[index];
  if (!item) return undefined;
  if (list.isFlow) return insertInBrackets(tree, list, item, value);
  const layout = layoutOfItem(tree, item);
  if (!layout) return undefined;
  const at = behindEntry(tree.text, item.end, layout.dash, tree.text.length);
  const content = layout.dash + 1 + layout.gap;
  const text = blockText(value, content, stepOf(tree, item), tree.newline);
  return { start: at, end: at, text: `${" ".repeat(layout.dash)}-${" ".repeat(layout.gap)}${text}` };
}

/** Some, but not all, with the comments in and below them; those above them stay. */
export function removeItems(tree: Tree, list: TreeNode, taken: ReadonlySet<number>): readonly TextEdit[] | undefined {
  if (taken.size >= list.items.length) return undefined;
  if (list.isFlow) return isPlainFlow(tree, list) ? removeFromBrackets(list, taken) : undefined;
  const edits = [...taken].flatMap((index) => {
    const item = list.items[index];
    const layout = item && layoutOfItem(tree, item);
    if (!item || !layout) return [];
    const start = lineStart(tree.text, item.start);
    const end = behindEntry(tree.text, item.end, layout.dash, tree.text.length);
    return [{ start, end: behindGap(tree.text, start, end), text: "" }];
  });
  return edits.length === taken.size ? edits : undefined;
}

/** Of the layout of what stands in brackets. */
export function bracketLayout(tree: Tree, node: TreeNode): BracketLayout {
  const { text, newline } = tree;
  const first = node.entries[0]?.key;
  const indentation = indentationAt(text, node.start);
  const inner = first ? indentationAt(text, first.start) : indentation;
  const step = inner.startsWith(indentation) ? inner.slice(indentation.length) : "";
  const quotesKeys = first !== undefined && text[first.start] === '"';
  return { indentation, step: isSpread(tree, node) ? step || "  " : undefined, newline, quotesKeys };
}

/** By how much a map in the node stands deeper than its key. */
export function stepOf({ text }: Tree, node: TreeNode): number {
  const steps = node.entries.flatMap(({ key, value }) => {
    const first = value.kind === "map" && !value.isFlow ? value.entries[0] : undefined;
    return first ? [column(text, first.key.start) - column(text, key.start)] : [];
  });
  return steps.find((step) => step > 0) ?? 2;
}

function insertInBrackets(tree: Tree, list: TreeNode, item: TreeNode, value: unknown): TextEdit | undefined {
  if (!isPlainFlow(tree, list)) return undefined;
  const indentation = indentationAt(tree.text, item.start);
  const separator = isSpread(tree, list) ? `,${tree.newline}${indentation}` : ", ";
  const text = bracketText(value, bracketLayout(tree, item));
  return { start: item.end, end: item.end, text: `${separator}${text}` };
}

/** With the comma behind it, or, at the end of the list, the one in front. */
function removeFromBrackets({ items }: TreeNode, taken: ReadonlySet<number>): readonly TextEdit[] {
  const lastKept = items.findLastIndex((_, index) => !taken.has(index));
  const edits = items.slice(0, lastKept).flatMap((item, index) => {
    const next = items[index + 1];
    return next && taken.has(index) ? [{ start: item.start, end: next.start, text: "" }] : [];
  });
  const behind = items[lastKept]?.end ?? 0;
  const end = items.at(-1)?.end ?? behind;
  return end > behind ? [...edits, { start: behind, end, text: "" }] : edits;
}

/** Of two blank lines that would meet, one goes. */
function behindGap(text: string, start: number, end: number): number {
  const above = start === 0 ? "" : text.slice(lineStart(text, start - 1), start);
  const below = text.slice(end, lineEnd(text, end));
  return above.trim() === "" && below !== "" && below.trim() === "" ? end + below.length : end;
}
