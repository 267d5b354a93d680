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

/** With the comments in and below the item; those above it stay. */
export function removeItem(tree: Tree, list: TreeNode, index: number): TextEdit | undefined {
  const item = list.items[index];
  if (!item || list.items.length < 2) return undefined;
  if (list.isFlow) return removeFromBrackets(tree, list, index);
  const layout = layoutOfItem(tree, item);
  if (!layout) return undefined;
  const start = lineStart(tree.text, item.start);
  const end = behindEntry(tree.text, item.end, layout.dash, tree.text.length);
  return { start, end: behindGap(tree.text, start, end), text: "" };
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

function removeFromBrackets(tree: Tree, list: TreeNode, index: number): TextEdit | undefined {
  const item = list.items[index];
  const next = list.items[index + 1];
  const previous = list.items[index - 1];
  if (!item || !isPlainFlow(tree, list)) return undefined;
  if (next) return { start: item.start, end: next.start, text: "" };
  return previous && { start: previous.end, end: item.end, text: "" };
}

/** Of two blank lines that would meet, one goes. */
function behindGap(text: string, start: number, end: number): number {
  const above = start === 0 ? "" : text.slice(lineStart(text, start - 1), start);
  const below = text.slice(end, lineEnd(text, end));
  return above.trim() === "" && below !== "" && below.trim() === "" ? end + below.length : end;
}
