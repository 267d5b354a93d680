/** Which whole lines belong to an entry of a block map, comments included, and how lines are moved to another indentation. */
import type { TreeNode } from "./tree.ts";

/** Whole lines: `start` at the start of one, `end` behind the line end of another. */
export interface Lines {
  readonly start: number;
  readonly end: number;
}

/** The lines of an entry: the comments directly above it, its key, its value, and comments below that stand deeper. */
export interface EntryLines extends Lines {
  /** Behind a `- `, on whose line nothing can stand above the key; `start` is that of the key then. */
  readonly isBehindDash: boolean;
  readonly keyLine: number;
}

/** Undefined where the key does not begin its line, as behind `? `. */
export function entryLines(text: string, map: TreeNode, index: number): EntryLines | undefined {
  const entry = map.entries[index];
  if (!entry) return undefined;
  const keyStart = entry.key.start;
  const keyLine = lineStart(text, keyStart);
  const before = text.slice(keyLine, keyStart);
  const isBehindDash = before.includes("-");
  if (!/^ *(?:- +)*$/.test(before)) return undefined;
  const previous = map.entries[index - 1];
  const floor = previous ? behindEntry(text, previous.value.end, before.length, keyLine) : 0;
  const start = isBehindDash ? keyStart : aboveComments(text, keyLine, floor);
  const nextKey = map.entries[index + 1]?.key.start ?? text.length;
  return { start, end: behindEntry(text, entry.value.end, before.length, nextKey), isBehindDash, keyLine };
}

export function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

/** Behind the line end. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end + 1;
}

export function column(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** The comment behind `offset` on its line, or nothing; undefined if something else stands there. */
export function trailingComment(text: string, offset: number): string | undefined {
  const rest = text.slice(offset, lineEnd(text, offset)).trim();
  if (rest === "") return "";
  return rest.startsWith("#") && /\s/.test(text[offset] ?? "") ? rest : undefined;
}

export function beginsLine(text: string, offset: number): boolean {
  return text.slice(lineStart(text, offset), offset).trim() === "";
}

/** White space at the start of the line of `offset`. */
export function indentationAt(text: string, offset: number): string {
  return /[ \t]*/y.exec(text.slice(lineStart(text, offset), offset))?.[0] ?? "";
}

/** Moves every line that holds something to the right. White space alone is moved too: in a block scalar it is text. */
export function shiftLines(text: string, by: number): string {
  // Not by the flag m, for which a carriage return or U+2028 ends a line too.
  return text.replaceAll(/(^|\n)(?=[^\r\n])/g, `$1${" ".repeat(by)}`);
}

/** The comment lines directly above, but not above `floor`. */
function aboveComments(text: string, from: number, floor: number): number {
  let start = from;
  while (start > floor) {
    const above = lineStart(text, start - 1);
    if (above < floor || !isComment(text.slice(above, start))) break;
    start = above;
  }
  return start;
}

/** Behind the lines of a value that ends at `end`, and behind comments that stand deeper than its key, up to `limit`. */
export function behindEntry(text: string, end: number, keyColumn: number, limit: number): number {
  let behind = lineEnd(text, end);
  while (behind < limit) {
    const line = text.slice(behind, lineEnd(text, behind));
    if (!isComment(line) || line.indexOf("#") <= keyColumn) break;
    behind += line.length;
  }
  return behind;
}

function isComment(line: string): boolean {
  return /^[ \t]*#/.test(line);
}
