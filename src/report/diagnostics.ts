/** The formats in which diagnostics can be shown; a new one is a file beside this and a line here. */
import type { Diagnostic } from "../model/diagnostic.ts";
import { renderDiagnosticsCheckstyle } from "./diagnostics-checkstyle.ts";
import { renderDiagnosticsCompact } from "./diagnostics-compact.ts";
import { renderDiagnosticsGithub } from "./diagnostics-github.ts";
import { renderDiagnosticsGitlab } from "./diagnostics-gitlab.ts";
import { renderDiagnosticsJson } from "./diagnostics-json.ts";
import { renderDiagnosticsJunit } from "./diagnostics-junit.ts";
import { renderDiagnosticsMarkdown } from "./diagnostics-markdown.ts";
import { renderDiagnosticsSarif } from "./diagnostics-sarif.ts";
import { renderDiagnosticsText } from "./diagnostics-text.ts";
import type { FileText } from "./file-text.ts";
import type { Style } from "./style.ts";

export interface DiagnosticsInput {
  readonly diagnostics: readonly Diagnostic[];
  /** The names of all files that were read. */
  readonly files: readonly string[];
  /** File name to text, at least of every place in which something was found. */
  readonly sources: ReadonlyMap<string, FileText>;
  readonly style: Style;
  readonly toolVersion: string;
}

export const diagnosticFormats = {
  text: renderDiagnosticsText,
  compact: renderDiagnosticsCompact,
  json: renderDiagnosticsJson,
  sarif: renderDiagnosticsSarif,
  github: renderDiagnosticsGithub,
  gitlab: renderDiagnosticsGitlab,
  junit: renderDiagnosticsJunit,
  checkstyle: renderDiagnosticsCheckstyle,
  markdown: renderDiagnosticsMarkdown,
} as const satisfies Readonly<Record<string, (input: DiagnosticsInput) => string>>;

export type DiagnosticFormat = keyof typeof diagnosticFormats;
