/** The formats in which diagnostics can be shown; a new one is a file beside this and a line here. */
import type { Diagnostic } from "../model/diagnostic.ts";
import { renderDiagnosticsJson } from "./diagnostics-json.ts";
import { renderDiagnosticsText } from "./diagnostics-text.ts";
import type { Style } from "./style.ts";

export interface DiagnosticsInput {
  readonly diagnostics: readonly Diagnostic[];
  /** File name to text, of every file that was read. */
  readonly sources: ReadonlyMap<string, string>;
  readonly style: Style;
}

export const diagnosticFormats = {
  text: renderDiagnosticsText,
  json: renderDiagnosticsJson,
} as const satisfies Readonly<Record<string, (input: DiagnosticsInput) => string>>;

export type DiagnosticFormat = keyof typeof diagnosticFormats;
