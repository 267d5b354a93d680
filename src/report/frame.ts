/** Renders the lines around a span, with the spot underlined and secrets hidden. */
import type { Span } from "../model/place.ts";
import { type FileText, findLine } from "./file-text.ts";
import { maskLine } from "./mask.ts";
import { printable, type Style } from "./style.ts";

export interface FrameMark {
  readonly span: Span;
  readonly label: string;
  readonly isPrimary: boolean;
}

const tabWidth = 2;
const maxWidth = 200;
const widthBefore = 80;
const widthBehind = 60;

/**
 * One frame of one file: each marked line with its underline and label, in the order of the lines; `⋮` where lines are left out.
 * All marks must be of the file that `text` is the content of.
 */
export function renderFrame(text: FileText, marks: readonly FrameMark[], style: Style): string {
  const ordered = [...marks].sort((left, right) => left.span.start.offset - right.span.start.offset);
  const width = String(Math.max(...ordered.map(({ span }) => span.start.line))).length;
  const gutter = style.dim(`${" ".repeat(width)} │`);
  const output = [gutter];
  let previous: { readonly line: number; readonly shown: string } | undefined;
  for (const mark of ordered) {
    const { line } = mark.span.start;
    if (previous && line > previous.line + 1) output.push(style.dim(`${" ".repeat(width)} ⋮`));
    const { shown, underline } = renderLine(text, mark);
    const isRepeated = previous?.line === line && previous.shown === shown;
    if (!isRepeated) output.push(`${style.dim(`${String(line).padStart(width)} │`)} ${shown}`.trimEnd());
    const paint = mark.isPrimary ? style.red : style.blue;
    output.push(`${gutter} ${paint(`${underline}${mark.label && ` ${printable(mark.label)}`}`)}`);
    previous = { line, shown };
  }
  return output.join("\n");
}

function renderLine(text: FileText, { span, isPrimary }: FrameMark): { shown: string; underline: string } {
  const { lines, index } = findLine(text, span.start.line);
  const masked = maskLine(lines, index);
  const lineLength = (lines[index] ?? "").length;
  const endColumn = span.end.line === span.start.line ? span.end.column - 1 : lineLength;
  const from = masked.column(Math.min(span.start.column - 1, lineLength), "start");
  const to = Math.max(masked.column(Math.min(endColumn, lineLength), "end"), from);
  const expand = (part: string): string => printable(part.replaceAll("\t", " ".repeat(tabWidth)));
  const spotStart = expand(masked.text.slice(0, from)).length;
  const spotEnd = spotStart + Math.max(1, expand(masked.text.slice(from, to)).length);
  const { text: shown, shift, end } = clip(expand(masked.text), spotStart);
  const length = Math.max(1, Math.min(spotEnd + shift, end) - (spotStart + shift));
  return { shown, underline: `${" ".repeat(spotStart + shift)}${(isPrimary ? "^" : "-").repeat(length)}` };
}

/** Minified JSON has lines that no terminal can show: then only the part around the spot. */
function clip(line: string, spot: number): { readonly text: string; readonly shift: number; readonly end: number } {
  if (line.length <= maxWidth) return { text: line, shift: 0, end: Number.POSITIVE_INFINITY };
  const start = spot < maxWidth - widthBehind ? 0 : spot - widthBefore;
  const head = start > 0 ? "…" : "";
  const kept = line.slice(start, start + maxWidth);
  const tail = start + maxWidth < line.length ? "…" : "";
  return { text: `${head}${kept}${tail}`, shift: head.length - start, end: head.length + kept.length };
}
