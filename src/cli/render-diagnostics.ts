/** Shows what was found in files. */
import type { Diagnostic } from "../model/diagnostic.ts";
import { type DiagnosticFormat, diagnosticFormats } from "../report/diagnostics.ts";
import type { FileText } from "../report/file-text.ts";
import type { Style } from "../report/style.ts";
import { version } from "../version.ts";

/** What was found, and what is needed to show it. */
export interface CheckedFiles {
  readonly diagnostics: readonly Diagnostic[];
  /** The names of all files that were read. */
  readonly files: readonly string[];
  /** File name to text, at least of every place in which something was found. */
  readonly sources: ReadonlyMap<string, FileText>;
}

export function renderDiagnostics(
  { diagnostics, files, sources }: CheckedFiles,
  format: DiagnosticFormat,
  style: Style,
): string {
  return diagnosticFormats[format]({ diagnostics, files, sources, style, toolVersion: version });
}
