/** Diagnostics as workflow commands of GitHub Actions, which shows them at their lines in a pull request. */
import type { Diagnostic, Severity } from "../model/diagnostic.ts";
import type { DiagnosticsInput } from "./diagnostics.ts";
import { printable } from "./style.ts";

const commands: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

/** Source: GitHub Actions, "Workflow commands", setting an error, warning or notice message. */
export function renderDiagnosticsGithub({ diagnostics }: DiagnosticsInput): string {
  return diagnostics.map(renderCommand).join("\n");
}

function renderCommand({ rule, severity, message, span, help }: Diagnostic): string {
  const properties = [
    ...(span
      ? [
          `file=${escapeProperty(span.file)}`,
          `line=${span.start.line}`,
          `col=${span.start.column}`,
          `endLine=${span.end.line}`,
          // GitHub takes a column range only within one line.
          ...(span.end.line === span.start.line ? [`endColumn=${span.end.column}`] : []),
        ]
      : []),
    `title=${escapeProperty(rule)}`,
  ];
  const text = help ? `${message}\n${help}` : message;
  return `::${commands[severity]} ${properties.join(",")}::${escapeData(text)}`;
}

/** A message must not be able to begin a command of its own. */
function escapeData(text: string): string {
  return text
    .split("\n")
    .map(printable)
    .join("\n")
    .replaceAll("%", "%25")
    .replaceAll("\r", "%0D")
    .replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
