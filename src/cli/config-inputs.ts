/** What lint, diff, sync, compile and serve share: read the inputs, check them, and print what was found. */
import { checkSources } from "../check/check-sources.ts";
import { sha1Hex } from "../crypto/sha1-hex.ts";
import type { Config } from "../model/config.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { type DiagnosticFormat, diagnosticFormats } from "../report/diagnostics.ts";
import type { Style } from "../report/style.ts";
import { readSources } from "../source/read.ts";
import { version } from "../version.ts";
import { readEnvironment } from "./environment.ts";
import type { Terminal } from "./terminal.ts";

export interface InputOptions {
  readonly envFile: readonly string[];
  readonly customPlugin?: readonly string[];
}

export interface CheckedInputs {
  readonly diagnostics: readonly Diagnostic[];
  /** File name to text. */
  readonly sources: ReadonlyMap<string, string>;
  /** Absent if a diagnostic is an error. */
  readonly config?: Config;
}

/** @throws InputError if an input cannot be read */
export async function readInputs(
  inputs: readonly string[],
  options: InputOptions,
  terminal: Terminal,
): Promise<CheckedInputs> {
  const environment = await readEnvironment(options.envFile, terminal);
  const sources = await readSources(inputs, terminal);
  const result = checkSources(sources, { environment, sha1Hex, customPlugins: options.customPlugin ?? [] });
  return { ...result, sources: new Map(sources.map(({ file, text }) => [file, text])) };
}

/** For commands that need a right configuration: notes what was found, if anything, and returns it only if nothing is an error. */
export async function requireConfig(
  inputs: readonly string[],
  options: InputOptions,
  terminal: Terminal,
): Promise<Config | undefined> {
  const checked = await readInputs(inputs, options, terminal);
  if (checked.diagnostics.length > 0) {
    terminal.note(renderDiagnostics(checked, "text", terminal.noteStyle));
  }
  return checked.config;
}

export function renderDiagnostics(
  { diagnostics, sources }: CheckedInputs,
  format: DiagnosticFormat,
  style: Style,
): string {
  return diagnosticFormats[format]({ diagnostics, sources, style, toolVersion: version });
}
