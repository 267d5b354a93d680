/** What diff, sync, compile and serve share: read the inputs, check them, and print what was found. */
import { checkSources } from "../check/check-sources.ts";
import type { Config } from "../model/config.ts";
import { readSources } from "../source/read.ts";
import { checkOptionsOf, type InputOptions, requireInputs } from "./input-options.ts";
import { type CheckedFiles, renderDiagnostics } from "./render-diagnostics.ts";
import type { Terminal } from "./terminal.ts";

export interface CheckedInputs extends CheckedFiles {
  /** Absent if a diagnostic is an error. */
  readonly config?: Config;
}

/** @throws InputError if an input cannot be read, CommandError without inputs */
export async function readInputs(
  inputs: readonly string[],
  options: InputOptions,
  terminal: Terminal,
): Promise<CheckedInputs> {
  requireInputs(inputs);
  const { cwd, readStdin } = terminal;
  const sources = await readSources(inputs, { cwd, readStdin, ...(options.ignore && { ignore: options.ignore }) });
  const result = checkSources(sources, await checkOptionsOf(options, terminal));
  const files = sources.map(({ file }) => file);
  return { ...result, files, sources: new Map(sources.map(({ file, text }) => [file, text])) };
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
