/** Renders the lines around a span, with the spot underlined and secrets hidden. */
import type { Span } from "../model/place.ts";
import { maskLine } from "./mask.ts";
import { printable, type Style } from "./style.ts";

export interface FrameMark {
  readonly span: Span;
  readonly label: string;
  readonly isPrimary: boolean;
}

const tabWidth = 2;

/**
 * One frame of one file: each marked line with its underline and label, in the order of the lines; `⋮` where lines are left out.
 * All marks must be of the file that `text` is the content of.
 */
export function renderFrame(text: string, marks: readonly FrameMark[], style: Style): string {
  const lines = text.split(/\r?\n/);
  const ordered = [...marks].sort((left, right) => left.span.start.offset - right.span.start.offset);
  const width = String(Math.max(...ordered.map(({ span }) => span.start.line))).length;
  const gutter = style.dim(`${" ".repeat(width)} │`);
  const output = [gutter];
  let previous: number | undefined;
  for (const mark of ordered) {
    const { line } = mark.span.start;
    if (previous !== undefined && line > previous + 1) output.push(style.dim(`${" ".repeat(width)} ⋮`));
    const { shown, underline } = renderLine(lines, mark);
    if (line !== previous) output.push(`${style.dim(`${String(line).padStart(width)} │`)} ${shown}`);
    const paint = mark.isPrimary ? style.red : style.blue;
    output.push(`${gutter} ${paint(`${underline}${mark.label && ` ${mark.label}`}`)}`.trimEnd());
    previous = line;
  }
  return output.join("\n");
}

function renderLine(lines: readonly string[], { span, isPrimary }: FrameMark): { shown: string; underline: string } {
  const masked = maskLine(lines, span.start.line - 1);
  const lineLength = (lines[span.start.line - 1] ?? "").length;
  const endColumn = span.end.line === span.start.line ? span.end.column - 1 : lineLength;
  const from = masked.column(span.start.column - 1);
  const to = Math.max(masked.column(Math.min(endColumn, lineLength)), from + 1);
  const expand = (part: string): string => printable(part.replaceAll("\t", " ".repeat(tabWidth)));
  const indent = expand(masked.text.slice(0, from)).length;
  const length = Math.max(1, expand(masked.text.slice(from, to)).length);
  return {
    shown: clip(expand(masked.text)),
    underline: `${" ".repeat(indent)}${(isPrimary ? "^" : "-").repeat(length)}`,
  };
}

/** Minified JSON has lines that no terminal can show. */
function clip(line: string): string {
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}
