/** Writes a plugin of a map as an item of a list, `- name: key-auth` with the plugin below `plugins`: credentials and global rules are such lists. */
import { type FlowLayout, flowBracket, quotedLike, reindent } from "./flow.ts";
import { column, entryLines, indentationAt, lineStart, shiftLines } from "./lines.ts";
import type { Tree, TreeEntry, TreeNode } from "./tree.ts";

export interface PluginItem {
  /** The field that tells the items of the list apart, and its text. */
  readonly field: "name" | "id";
  readonly fieldText: string;
  /** The map in which the plugin stands, and the plugin's place in it. */
  readonly plugins: TreeNode;
  readonly index: number;
}

/** Columns of the items of a block list. */
export interface ListLayout {
  readonly dash: number;
  /** Spaces behind the dash. */
  readonly gap: number;
  /** By how much a value stands deeper than its key. */
  readonly step: number;
}

/** The item as lines of a block list, with the comments of the plugin. Undefined where its lines cannot be moved. */
export function blockItem(tree: Tree, item: PluginItem, { dash, gap, step }: ListLayout): string | undefined {
  const content = dash + 1 + gap;
  const lines = pluginLines(tree, item, content + step);
  if (lines === undefined) return undefined;
  const head = `${" ".repeat(dash)}-${" ".repeat(gap)}${item.field}: ${item.fieldText}`;
  return [head, `${" ".repeat(content)}plugins:`, lines].join(tree.newline);
}

/** The item in brackets, `depth` steps below the layout's indentation. */
export function flowItem(tree: Tree, item: PluginItem, layout: FlowLayout, depth: number): string | undefined {
  const entry = item.plugins.entries[item.index];
  if (!entry) return undefined;
  const keyText = textOf(tree, entry.key);
  const from = indentationAt(tree.text, entry.key.start);
  const to = layout.step === undefined ? from : layout.indentation + layout.step.repeat(depth + 2);
  const value = reindent(textOf(tree, entry.value), from, to);
  if (value === undefined) return undefined;
  const pair = (name: string, text: string): string => `${quotedLike(keyText, name)}${layout.colon}${text}`;
  const plugins = flowBracket(["{", "}"], [`${keyText}${layout.colon}${value}`], layout, depth + 1, tree.newline);
  return flowBracket(
    ["{", "}"],
    [pair(item.field, item.fieldText), pair("plugins", plugins)],
    layout,
    depth,
    tree.newline,
  );
}

/** The layout of the list that a node is an item of, if that is a block list with its items behind their dashes. */
export function layoutOfItem(tree: Tree, item: TreeNode): Omit<ListLayout, "step"> | undefined {
  const before = tree.text.slice(lineStart(tree.text, item.start), item.start);
  const [, outer, gap] = /^( *)-( +)$/.exec(before) ?? [];
  return outer === undefined || gap === undefined ? undefined : { dash: outer.length, gap: gap.length };
}

/** The plugin's lines with its key at `target`. */
function pluginLines(tree: Tree, { plugins, index }: PluginItem, target: number): string | undefined {
  const entry = plugins.entries[index];
  if (!entry) return undefined;
  if (plugins.isFlow) return linesOfFlow(tree, entry, target);
  const lines = entryLines(tree.text, plugins, index);
  const shift = target - column(tree.text, entry.key.start);
  if (!lines || lines.isBehindDash || shift < 0) return undefined;
  return shiftLines(tree.text.slice(lines.start, lines.end), shift);
}

function linesOfFlow(tree: Tree, { key, value }: TreeEntry, target: number): string | undefined {
  const indentation = " ".repeat(target);
  const text = reindent(textOf(tree, value), indentationAt(tree.text, key.start), indentation);
  return text === undefined ? undefined : `${indentation}${textOf(tree, key)}: ${text}${tree.newline}`;
}

function textOf({ text }: Tree, { start, end }: TreeNode): string {
  return text.slice(start, end);
}
