/** The text that frames are made of: a whole file, or, of one too large to be looked through, the parts in which something was found, in their order. */

export type FileText = string | readonly Excerpt[];

/** Whole lines of a file. */
export interface Excerpt {
  /** Number of the first one in the file. */
  readonly firstLine: number;
  readonly text: string;
  /** The line that must be read before these to tell what they mean: the key of the list that they are an item of. */
  readonly context: string;
}

/** A line among others that tell what it means. */
export interface LineInText {
  readonly lines: readonly string[];
  readonly index: number;
}

/** @param line counts from 1 */
export function findLine(text: FileText, line: number): LineInText {
  if (typeof text === "string") return { lines: linesOf(text), index: line - 1 };
  const excerpt = lastUpTo(text, line);
  if (!excerpt) return { lines: [], index: 0 };
  const context = excerpt.context === "" ? 0 : 1;
  return { lines: linesOfExcerpt(excerpt), index: context + line - excerpt.firstLine };
}

/** The text that was split last: many frames are made of one, which is then masked once. */
let latest: { readonly text: string; readonly lines: readonly string[] } | undefined;

function linesOf(text: string): readonly string[] {
  if (latest?.text !== text) latest = { text, lines: split(text) };
  return latest.lines;
}

function split(text: string): readonly string[] {
  return text.replace(/^\uFEFF/, "").split(/\r?\n/);
}

/** Excerpts are in the order of their lines. */
function lastUpTo(excerpts: readonly Excerpt[], line: number): Excerpt | undefined {
  let low = 0;
  let high = excerpts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((excerpts[middle]?.firstLine ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  return excerpts[low - 1];
}

const linesByExcerpt = new WeakMap<Excerpt, readonly string[]>();

function linesOfExcerpt(excerpt: Excerpt): readonly string[] {
  const known = linesByExcerpt.get(excerpt);
  if (known) return known;
  const lines = split(excerpt.text);
  const all = excerpt.context === "" ? lines : [excerpt.context, ...lines];
  linesByExcerpt.set(excerpt, all);
  return all;
}
