/** Diagnostics as JUnit XML (the schema of Jenkins, junit-10.xsd): a suite for each file, a failed test for each finding, one passed test for a clean file. */
import type { Diagnostic } from "../model/diagnostic.ts";
import type { DiagnosticsInput } from "./diagnostics.ts";
import { formatPosition } from "./diagnostics-text.ts";
import { element, xmlDocument } from "./xml.ts";

export function renderDiagnosticsJunit({ diagnostics, files: read }: DiagnosticsInput): string {
  const files = new Set([...read, ...diagnostics.map(({ span }) => span?.file ?? "")]);
  const suites = [...files].map((file) =>
    suite(
      file,
      diagnostics.filter(({ span }) => (span?.file ?? "") === file),
    ),
  );
  const totals = { tests: suites.reduce((sum, { tests }) => sum + tests, 0), failures: diagnostics.length, errors: 0 };
  const rendered = suites.map(({ xml }) => xml);
  return xmlDocument(element("testsuites", { name: "rollcall lint", ...totals }, rendered));
}

function suite(file: string, diagnostics: readonly Diagnostic[]): { readonly tests: number; readonly xml: string } {
  const cases =
    diagnostics.length > 0 ? diagnostics.map(failedTest) : [element("testcase", { classname: file, name: "lint" })];
  const attributes = { name: file, tests: cases.length, failures: diagnostics.length, errors: 0, skipped: 0 };
  return { tests: cases.length, xml: element("testsuite", attributes, cases) };
}

function failedTest({ rule, severity, message, span, help }: Diagnostic): string {
  const place = span ? formatPosition(span) : "";
  const details = [`${severity}: ${message}`, place, help ?? ""].filter((line) => line !== "").join("\n");
  const failure = element("failure", { type: severity, message }, [], details);
  const name = span ? `${rule} (${span.start.line}:${span.start.column})` : rule;
  return element("testcase", { classname: span?.file ?? "", name }, [failure]);
}
