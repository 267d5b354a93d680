/** Diagnostics as a SARIF log (OASIS, Static Analysis Results Interchange Format 2.1.0), which code scanning services read. */
import type { Diagnostic, RelatedSpan, Severity } from "../model/diagnostic.ts";
import type { Span } from "../model/place.ts";
import type { DiagnosticsInput } from "./diagnostics.ts";
import { identify } from "./identify.ts";
import { safeJson } from "./safe-json.ts";

const levels: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };

export function renderDiagnosticsSarif({ diagnostics, toolVersion }: DiagnosticsInput): string {
  const rules = [...new Set(diagnostics.map(({ rule }) => rule))].sort();
  const run = {
    tool: { driver: { name: "rollcall", version: toolVersion, rules: rules.map((id) => ({ id })) } },
    // The run itself went well, whatever it found.
    invocations: [{ executionSuccessful: true }],
    // Columns count UTF-16 code units, as our positions do.
    columnKind: "utf16CodeUnits",
    results: identify(diagnostics).map(({ diagnostic, fingerprint }) =>
      describeResult(diagnostic, fingerprint, rules.indexOf(diagnostic.rule)),
    ),
  };
  return safeJson({ $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] });
}

function describeResult(diagnostic: Diagnostic, fingerprint: string, ruleIndex: number): object {
  const { rule, severity, message, span, related = [], help } = diagnostic;
  return {
    ruleId: rule,
    ruleIndex,
    level: levels[severity],
    message: { text: help ? `${message}\n${help}` : message },
    locations: span ? [describeLocation(span)] : [],
    ...(related.length > 0 && { relatedLocations: related.map(describeRelated) }),
    partialFingerprints: { "rollcall/v1": fingerprint },
  };
}

function describeRelated({ span, message }: RelatedSpan, index: number): object {
  return { id: index + 1, ...describeLocation(span), message: { text: message } };
}

function describeLocation({ file, start, end }: Span): object {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file) },
      region: {
        startLine: start.line,
        startColumn: start.column,
        endLine: end.line,
        endColumn: end.column,
      },
    },
  };
}

/** A relative reference; every part is encoded, since `#`, `?` and brackets may stand in file names. */
function uriOf(file: string): string {
  return file.replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");
}
