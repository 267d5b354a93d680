/** The fields of a change as lines of text: short values side by side, long texts as a diff. */
import type { FieldChange } from "../plan/contract.ts";
import { printable, type Style } from "./style.ts";
import { longText, type TextDiff, type TextLine, textDiffOf } from "./text-diff.ts";

export interface FieldLayout {
  readonly indent: string;
  readonly style: Style;
  /** Signs of lines stand first, where the language `diff` looks for them. */
  readonly signsFirst?: boolean;
  /** Behind the field. */
  readonly remark?: string;
}

export function renderField(field: FieldChange, layout: FieldLayout): string {
  const { indent, style, remark } = layout;
  const name = printable(field.path.join("."));
  const behind = remark === undefined ? "" : style.yellow(`  (${printable(remark)})`);
  const diff = textDiffOf(field);
  if (diff?.by === "lines") return [`${indent}${name}:${behind}`, ...lineDiff(diff.lines, layout)].join("\n");
  return `${indent}${name}: ${diff ? wordDiff(diff, style) : values(field, style)}${behind}`;
}

function values({ before, after }: FieldChange, style: Style): string {
  if (before === undefined) return style.green(clip(after ?? ""));
  if (after === undefined) return `${style.red(clip(before))} → ${style.dim("(removed)")}`;
  const from = firstShown(before, after);
  return `${style.red(clip(before, from))} → ${style.green(clip(after, from))}`;
}

/** Marked as git does it (`--word-diff`), so that it can be read without colours. */
function wordDiff({ parts }: Extract<TextDiff, { by: "words" }>, style: Style): string {
  return parts
    .map(({ sign, text }) => {
      if (sign === "-") return style.red(`[-${clip(text)}-]`);
      return sign === "+" ? style.green(`{+${clip(text)}+}`) : printable(text);
    })
    .join("");
}

/** The bar keeps a text from looking like a line of ours. */
function lineDiff(lines: readonly TextLine[], { indent, style, signsFirst }: FieldLayout): readonly string[] {
  return lines.map(({ sign, text }) => {
    const shown = clip(text.replace(/\r$/, ""), 0, 2 * longText);
    const shownSign = sign === "…" ? " " : sign;
    const line = signsFirst ? `${shownSign} ${indent}│ ` : `${indent}${shownSign} │ `;
    if (sign === "…") return style.dim(`${line}… ${shown}`);
    const paint = sign === "-" ? style.red : sign === "+" ? style.green : (same: string) => same;
    return paint(`${line}${shown}`.trimEnd());
  });
}

/** Long values that begin alike are shown from a little before the place where they part. */
function firstShown(before: string, after: string): number {
  if (Math.max(before.length, after.length) <= longText) return 0;
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  return same < longText / 2 ? 0 : same - longText / 4;
}

/** Longer values are cut in the middle of a review's line, not in the plan. */
export function clip(text: string, from = 0, length = longText): string {
  const part = text.slice(from, from + length);
  const isWholeEnd = from + length >= text.length;
  return `${from > 0 ? "…" : ""}${printable(part)}${isWholeEnd ? "" : "…"}`;
}
