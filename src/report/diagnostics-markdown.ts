/** Diagnostics as a Markdown summary for a pull request or a job's page. */
import type { Diagnostic, Severity } from "../model/diagnostic.ts";
import type { DiagnosticsInput } from "./diagnostics.ts";
import { formatPosition, summariseDiagnostics } from "./diagnostics-text.ts";
import { escapeMarkdown } from "./markdown.ts";
import { createStyle } from "./style.ts";

/** A comment has a limit; the rest is in the job's log. */
const maxRows = 200;

const signs: Readonly<Record<Severity, string>> = { error: "❌", warning: "⚠️", info: "ℹ️" };

export function renderDiagnosticsMarkdown({ diagnostics, files }: DiagnosticsInput): string {
  const summary = `### rollcall lint: ${summariseDiagnostics(diagnostics, files.length, createStyle(false))}`;
  if (diagnostics.length === 0) return summary;
  const rows = diagnostics.slice(0, maxRows).map(renderRow);
  const rest = diagnostics.length > maxRows ? ["", `… and ${diagnostics.length - maxRows} more.`] : [];
  return [summary, "", "| | where | what | rule |", "| --- | --- | --- | --- |", ...rows, ...rest].join("\n");
}

function renderRow({ rule, severity, message, span, help }: Diagnostic): string {
  const where = span ? `\`${escapeCode(formatPosition(span))}\`` : "";
  const what = [message, ...(help ? [help] : [])].map(escapeMarkdown).join("<br>");
  return `| ${signs[severity]} | ${where} | ${what} | \`${rule}\` |`;
}

function escapeCode(text: string): string {
  return text.replaceAll("`", "'").replaceAll("|", "\\|");
}
