/** Diagnostics for programs, as one JSON object. */
import type { DiagnosticsInput } from "./diagnostics.ts";

/** Columns and lines count from 1, offsets from 0 (UTF-16 code units). */
export function renderDiagnosticsJson({ diagnostics, sources }: DiagnosticsInput): string {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) counts[severity] += 1;
  const text = JSON.stringify({ version: 1, files: sources.size, counts, diagnostics }, null, 2);
  return text.replace(unescapedControls, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** What JSON may hold as it is, but a terminal might obey. */
const unescapedControls = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
