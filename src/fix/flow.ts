/** Maps in brackets, as in JSON: whether their layout is plain enough to be changed, and how entries are taken out of them. */
import type { TextEdit } from "./contract.ts";
import { beginsLine, indentationAt } from "./lines.ts";
import type { Tree, TreeEntry, TreeNode } from "./tree.ts";

/** How new text is laid out so that it looks like the text around it. */
export interface FlowLayout {
  /** White space before the line on which the new text begins; its lines are placed from there. */
  readonly indentation: string;
  /** One step deeper; undefined to stay on one line. */
  readonly step: string | undefined;
  /** Behind a key, such as `: `. */
  readonly colon: string;
  /** Just inside of braces. */
  readonly padding: string;
}

/** Nothing but keys, values, commas, colons and white space: no comment that could be lost, no `? `. */
export function isPlainFlow({ text }: Tree, node: TreeNode): boolean {
  if (node.kind === "scalar" || node.kind === "alias") return true;
  if (!node.isFlow) return false;
  const parts =
    node.kind === "map"
      ? node.entries.map(({ key, value }) => ({ start: key.start, end: value.end }))
      : node.items.map(({ start, end }) => ({ start, end }));
  let at = node.start + 1;
  for (const [index, { start, end }] of parts.entries()) {
    if (!(index === 0 ? /^\s*$/ : /^\s*,\s*$/).test(text.slice(at, start))) return false;
    at = end;
  }
  if (!/^\s*,?\s*$/.test(text.slice(at, node.end - 1))) return false;
  const hasColons = node.entries.every(({ key, value }) => /^\s*:\s*$/.test(text.slice(key.end, value.start)));
  const inner = [...node.items, ...node.entries.map(({ value }) => value)];
  return hasColons && inner.every((child) => isPlainFlow({ text, newline: "", roots: [] }, child));
}

/** Whether a bracket's first part stands on a line of its own. */
export function isSpread({ text }: Tree, node: TreeNode): boolean {
  const first = node.entries[0]?.key.start ?? node.items[0]?.start ?? node.end;
  return text.slice(node.start, first).includes("\n");
}

/** Takes some, but not all, entries out of a plain flow map, with their commas. */
export function withoutEntries(map: TreeNode, isTaken: (entry: TreeEntry) => boolean): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let lastKept: TreeEntry | undefined;
  for (const [index, entry] of map.entries.entries()) {
    if (!isTaken(entry)) {
      lastKept = entry;
      continue;
    }
    const next = map.entries[index + 1];
    if (next) edits.push({ start: entry.key.start, end: next.key.start, text: "" });
  }
  const last = map.entries.at(-1);
  if (!last || last === lastKept || !lastKept) return edits;
  const behind = lastKept.value.end;
  return [...edits.filter(({ end }) => end <= behind), { start: behind, end: last.value.end, text: "" }];
}

/** The layout of what takes the place of, or stands beside, the flow map `value` of `key`. */
export function layoutOf(tree: Tree, key: TreeNode, value: TreeNode): FlowLayout {
  const { text } = tree;
  const closing = value.end - 1;
  const indentation = indentationAt(text, beginsLine(text, closing) ? closing : key.start);
  const first = value.entries[0]?.key.start;
  const inner = first === undefined ? "" : indentationAt(text, first);
  const step = inner.startsWith(indentation) ? inner.slice(indentation.length) : "";
  const gap = text.slice(key.end, value.start);
  // `{ "a":b }` is a map, `{ a:b }` holds the text `a:b`.
  const mayStandAlone = gap.endsWith(" ") || /["']/.test(text[key.start] ?? "");
  return {
    indentation,
    step: isSpread(tree, value) ? step || "  " : undefined,
    colon: mayStandAlone && !gap.includes("\n") ? gap : ": ",
    padding: /^[{[] /.test(text.slice(value.start, value.start + 2)) ? " " : "",
  };
}

/** A bracket around parts, `depth` steps below the layout's indentation. */
export function flowBracket(
  [open, close]: readonly [string, string],
  parts: readonly string[],
  { indentation, step, padding, colon }: FlowLayout,
  depth: number,
  newline: string,
): string {
  if (step === undefined) {
    const inside = open === "{" ? padding : "";
    return `${open}${inside}${parts.join(colon.endsWith(" ") ? ", " : ",")}${inside}${close}`;
  }
  const line = (part: string): string => `${newline}${indentation}${step.repeat(depth + 1)}${part}`;
  return `${open}${parts.map(line).join(",")}${newline}${indentation}${step.repeat(depth)}${close}`;
}

/** The lines below the first of a value, from one indentation to another. Undefined if one of them stands further out. */
export function reindent(text: string, from: string, to: string): string | undefined {
  const [head = "", ...rest] = text.split("\n");
  if (rest.some((line) => line.trim() !== "" && !line.startsWith(from))) return undefined;
  return [head, ...rest.map((line) => (line.trim() === "" ? line : to + line.slice(from.length)))].join("\n");
}

/** A new key or name in the quotes of one that stands there. */
export function quotedLike(example: string, name: string): string {
  const quote = /^["']/.exec(example)?.[0] ?? "";
  return `${quote}${name}${quote}`;
}
