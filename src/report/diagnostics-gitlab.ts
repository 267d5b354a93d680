/** Diagnostics as GitLab's code quality report. */
import type { Severity } from "../model/diagnostic.ts";
import type { DiagnosticsInput } from "./diagnostics.ts";
import { identify } from "./identify.ts";
import { safeJson } from "./safe-json.ts";

const severities: Readonly<Record<Severity, string>> = { error: "critical", warning: "minor", info: "info" };

/** Source: GitLab documentation, "Code Quality", report format. */
export function renderDiagnosticsGitlab(input: DiagnosticsInput): string {
  const issues = identify(input.diagnostics).map(({ diagnostic, fingerprint }) => ({
    description: diagnostic.message,
    check_name: diagnostic.rule,
    fingerprint,
    severity: severities[diagnostic.severity],
    location: { path: diagnostic.span?.file ?? ".", lines: { begin: diagnostic.span?.start.line ?? 1 } },
  }));
  return safeJson(issues);
}
