/** Diagnostics as Checkstyle XML, which many review tools read. */
import type { Diagnostic } from "../model/diagnostic.ts";
import type { DiagnosticsInput } from "./diagnostics.ts";
import { element, xmlDocument } from "./xml.ts";

export function renderDiagnosticsCheckstyle({ diagnostics }: DiagnosticsInput): string {
  const files = [...new Set(diagnostics.map(({ span }) => span?.file ?? ""))];
  const elements = files.map((name) => {
    const found = diagnostics.filter(({ span }) => (span?.file ?? "") === name);
    return element("file", { name }, found.map(renderError));
  });
  return xmlDocument(element("checkstyle", { version: "4.3" }, elements));
}

function renderError({ rule, severity, message, span }: Diagnostic): string {
  const place = span ? { line: span.start.line, column: span.start.column } : {};
  return element("error", { ...place, severity, message, source: `rollcall.${rule.replace("/", ".")}` });
}
