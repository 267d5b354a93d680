/** Diagnostics for programs, as one JSON object. */
import type { DiagnosticsInput } from "./diagnostics.ts";
import { safeJson } from "./safe-json.ts";

/** Columns and lines count from 1, offsets from 0 (UTF-16 code units). */
export function renderDiagnosticsJson({ diagnostics, files }: DiagnosticsInput): string {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) counts[severity] += 1;
  return safeJson({ version: 1, files: files.length, counts, diagnostics });
}
