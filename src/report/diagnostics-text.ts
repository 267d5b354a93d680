/** Diagnostics for people: rule, message, place, a frame of the source with the spot underlined, and how to mend it. */
import type { Diagnostic, RelatedSpan, Severity } from "../model/diagnostic.ts";
import type { Span } from "../model/place.ts";
import { count } from "./count.ts";
import type { DiagnosticsInput } from "./diagnostics.ts";
import type { FileText } from "./file-text.ts";
import { type FrameMark, renderFrame } from "./frame.ts";
import { type Paint, printable, type Style } from "./style.ts";

export function renderDiagnosticsText({ diagnostics, files, sources, style }: DiagnosticsInput): string {
  const blocks = diagnostics.map((diagnostic) => renderDiagnosticText(diagnostic, sources, style));
  return [...blocks, summariseDiagnostics(diagnostics, files.length, style)].join("\n\n");
}

export function renderDiagnosticText(
  diagnostic: Diagnostic,
  sources: ReadonlyMap<string, FileText>,
  style: Style,
): string {
  const { rule, severity, message, span, related = [], help } = diagnostic;
  const lines = [`${paintFor(severity, style)(`${severity}[${rule}]`)}${style.bold(`: ${printable(message)}`)}`];
  if (span) lines.push(...renderPlaces(span, related, sources, style));
  if (help) lines.push(`  ${style.green("help:")} ${printable(help)}`);
  return lines.join("\n");
}

/** Spans of the same file share a frame; each other file gets its own. */
function renderPlaces(
  span: Span,
  related: readonly RelatedSpan[],
  sources: ReadonlyMap<string, FileText>,
  style: Style,
): readonly string[] {
  const marks: FrameMark[] = [
    { span, label: "", isPrimary: true },
    ...related.map(({ span: other, message }) => ({ span: other, label: message, isPrimary: false })),
  ];
  const files = [...new Set(marks.map((mark) => mark.span.file))];
  return files.flatMap((file) => {
    const inFile = marks.filter((mark) => mark.span.file === file);
    const head = inFile[0];
    if (!head) return [];
    const place = `  ${style.blue(head.isPrimary ? "-->" : ":::")} ${formatPosition(head.span)}`;
    const text = sources.get(file);
    return text === undefined ? [place] : [place, indent(renderFrame(text, inFile, style))];
  });
}

/** `file:line:column`, which terminals and editors turn into a link. */
export function formatPosition({ file, start }: Span): string {
  return `${printable(file)}:${start.line}:${start.column}`;
}

/** Such as `2 errors, 1 warning, 3 files checked`. */
export function summariseDiagnostics(diagnostics: readonly Diagnostic[], files: number, style: Style): string {
  const counted = `${count(files, "file")} checked`;
  if (diagnostics.length === 0) return `${style.green("no problems")}, ${counted}`;
  const found = (["error", "warning", "info"] as const).flatMap((severity) => {
    const number = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    return number === 0 ? [] : [paintFor(severity, style)(count(number, severity))];
  });
  return `${found.join(", ")}, ${counted}`;
}

function paintFor(severity: Severity, style: Style): Paint {
  return { error: style.red, warning: style.yellow, info: style.blue }[severity];
}

function indent(block: string): string {
  return block.replace(/^/gm, "  ");
}
