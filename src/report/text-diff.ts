/** What changes inside a long text: by lines if it has several, else by words. */
import { diffWordsWithSpace, structuredPatch } from "diff";
import type { FieldChange } from "../plan/contract.ts";

export interface WordPart {
  readonly sign: " " | "-" | "+";
  readonly text: string;
}

export interface TextLine {
  /** `…` stands for lines that are the same, or are too many to be shown. */
  readonly sign: " " | "-" | "+" | "…";
  readonly text: string;
}

export type TextDiff =
  | { readonly by: "words"; readonly parts: readonly WordPart[] }
  | { readonly by: "lines"; readonly lines: readonly TextLine[] };

/** Shorter values are shown whole. */
export const longText = 80;

/** The cost grows with the length and with the square of the edits: beyond these a diff tells a reader nothing anyway. */
const maxLength = 400_000;
const maxEdits = 300;

const contextLines = 2;
const maxLines = 60;
/** Characters that are shown of equal text on either side of a change. */
const contextLength = 32;

/** undefined where it would tell less than both values, and for secrets, whose fingerprints have no words. */
export function textDiffOf({ before, after, isSecret }: FieldChange): TextDiff | undefined {
  if (isSecret || before === undefined || after === undefined) return undefined;
  if (before.length + after.length > maxLength) return undefined;
  if (/\n/.test(before) || /\n/.test(after)) return byLines(before, after);
  return Math.max(before.length, after.length) > longText ? byWords(before, after) : undefined;
}

function byLines(before: string, after: string): TextDiff | undefined {
  // That neither text ends with a line end is no news.
  const end = before.endsWith("\n") || after.endsWith("\n") ? "" : "\n";
  const patch = structuredPatch("", "", before + end, after + end, undefined, undefined, {
    context: contextLines,
    maxEditLength: maxEdits,
  });
  if (!patch) return undefined;
  const lines: TextLine[] = [];
  let shown = 0;
  for (const { oldStart, oldLines, lines: told } of patch.hunks) {
    if (oldStart > shown + 1) lines.push(leftOut(oldStart - 1 - shown, "unchanged"));
    lines.push(...told.map(lineOf));
    shown = oldStart + oldLines - 1;
  }
  if (lines.length <= maxLines) return { by: "lines", lines };
  return { by: "lines", lines: [...lines.slice(0, maxLines), leftOut(lines.length - maxLines, "more")] };
}

/** As the package writes them: the sign, then the text; a backslash begins the remark on a missing line end. */
function lineOf(line: string): TextLine {
  const sign = line[0];
  if (sign === "-" || sign === "+") return { sign, text: line.slice(1) };
  return sign === "\\" ? { sign: "…", text: "no line end" } : { sign: " ", text: line.slice(1) };
}

function leftOut(number: number, what: string): TextLine {
  return { sign: "…", text: `${number} ${what} ${number === 1 ? "line" : "lines"}` };
}

function byWords(before: string, after: string): TextDiff | undefined {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: maxEdits });
  const shared = changes?.filter(({ added, removed, value }) => !added && !removed && /\S/.test(value)) ?? [];
  const same = shared.reduce((sum, { value }) => sum + value.length, 0);
  // Of two texts with little in common nobody can read a mixture.
  if (!changes || same < Math.max(before.length, after.length) / 3) return undefined;
  const parts = changes.map(({ added, removed, value }, index): WordPart => {
    if (removed) return { sign: "-", text: value };
    if (added) return { sign: "+", text: value };
    return { sign: " ", text: shortened(value, index === 0, index === changes.length - 1) };
  });
  return { by: "words", parts };
}

/** Equal text keeps what stands beside a change. */
function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  const [head, tail] = [isFirst ? 0 : contextLength, isLast ? 0 : contextLength];
  if (text.length <= head + tail + 1) return text;
  return `${text.slice(0, head)}…${tail === 0 ? "" : text.slice(-tail)}`;
}
