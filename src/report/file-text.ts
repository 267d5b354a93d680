/** The text that frames are made of: a whole file, or, of one too large to be looked through, the parts in which something was found. */

export type FileText = string | readonly Excerpt[];

/** Whole lines of a file. */
export interface Excerpt {
  /** Number of the first one in the file. */
  readonly firstLine: number;
  readonly text: string;
  /** What must be read before these lines to tell what they mean, such as the key of the list they are an item of. */
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
  const excerpt = text.find(
    ({ firstLine, text: part }) => line >= firstLine && line < firstLine + linesOf(part).length,
  );
  if (!excerpt) return { lines: [], index: 0 };
  const context = linesOf(excerpt.context);
  return { lines: withContext(excerpt), index: context.length + line - excerpt.firstLine };
}

/** What was split last: many frames are made of one text, which is then masked once. */
const latest = new Map<string, readonly string[]>();
const mostKept = 4;

function linesOf(text: string): readonly string[] {
  const known = latest.get(text);
  if (known) return known;
  const lines = text === "" ? [] : text.replace(/^\uFEFF/, "").split(/\r?\n/);
  if (latest.size >= mostKept) latest.clear();
  latest.set(text, lines);
  return lines;
}

const withContextByExcerpt = new WeakMap<Excerpt, readonly string[]>();

function withContext(excerpt: Excerpt): readonly string[] {
  const known = withContextByExcerpt.get(excerpt) ?? [...linesOf(excerpt.context), ...linesOf(excerpt.text)];
  withContextByExcerpt.set(excerpt, known);
  return known;
}
