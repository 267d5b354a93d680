/** `rollcall lint`: checks files and prints what is wrong with them. */
import type { DiagnosticFormat } from "../report/diagnostics.ts";
import { type InputOptions, readInputs, renderDiagnostics } from "./config-inputs.ts";
import { exitCodes, type Terminal } from "./terminal.ts";

export interface LintOptions extends InputOptions {
  readonly format: DiagnosticFormat;
}

export async function runLint(inputs: readonly string[], options: LintOptions, terminal: Terminal): Promise<number> {
  const checked = await readInputs(inputs, options, terminal);
  terminal.out(renderDiagnostics(checked, options.format, terminal.outStyle));
  const hasErrors = checked.diagnostics.some(({ severity }) => severity === "error");
  return hasErrors ? exitCodes.findings : exitCodes.fine;
}
