/** Turns our diagnostics into those of LSP 3.17. */
import { DiagnosticSeverity, DiagnosticTag, type Diagnostic as LspDiagnostic } from "vscode-languageserver";
import type { Diagnostic, Severity } from "../model/diagnostic.ts";
import { rangeOf } from "./positions.ts";

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** Editors strike through what is deprecated, and fade what is not needed. */
const tags: Readonly<Record<string, DiagnosticTag>> = {
  "consumer/inline-auth": DiagnosticTag.Deprecated,
  "suppression/unused": DiagnosticTag.Unnecessary,
};

/** @param shownUri a file's URI as the editor writes it */
export function toLspDiagnostic(
  { rule, severity, message, help, span, related }: Diagnostic,
  shownUri: (file: string) => string,
): LspDiagnostic {
  const tag = tags[rule];
  return {
    range: span ? rangeOf(span) : { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    severity: severities[severity],
    code: rule,
    source: "rollcall",
    message: help ? `${message}\n${help}` : message,
    ...(tag && { tags: [tag] }),
    ...(related && {
      relatedInformation: related.map((other) => ({
        location: { uri: shownUri(other.span.file), range: rangeOf(other.span) },
        message: other.message,
      })),
    }),
  };
}
