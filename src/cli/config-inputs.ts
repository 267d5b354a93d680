/** What diff, sync, compile and serve share: read the inputs, check them, and print what was found. */
import path from "node:path";
import { checkSources } from "../check/check-sources.ts";
import type { Config } from "../model/config.ts";
import { readSources } from "../source/read.ts";
import { checkOptionsOf, type InputOptions, requireInputs } from "./input-options.ts";
import { type CheckedFiles, renderDiagnostics } from "./render-diagnostics.ts";
import { CommandError, type Terminal } from "./terminal.ts";

export interface CheckedInputs extends CheckedFiles {
  /** Absent if a diagnostic is an error. */
  readonly config?: Config;
}

export interface ReadOptions extends InputOptions {
  /** What the command will write. */
  readonly out?: string;
}

/** @throws InputError if an input cannot be read, CommandError without inputs, or if one would be written over */
export async function readInputs(
  inputs: readonly string[],
  options: ReadOptions,
  terminal: Terminal,
): Promise<CheckedInputs> {
  requireInputs(inputs);
  const { cwd, readStdin } = terminal;
  const sources = await readSources(inputs, { cwd, readStdin, ...(options.ignore && { ignore: options.ignore }) });
  requireApart(sources, options.out, cwd);
  const result = checkSources(sources, await checkOptionsOf(options, terminal));
  const files = sources.map(({ file }) => file);
  return { ...result, files, sources: new Map(sources.map(({ file, text }) => [file, text])) };
}

/** For commands that need a right configuration: notes what was found, if anything, and returns it only if nothing is an error. */
export async function requireConfig(
  inputs: readonly string[],
  options: ReadOptions,
  terminal: Terminal,
): Promise<Config | undefined> {
  const checked = await readInputs(inputs, options, terminal);
  if (checked.diagnostics.length > 0) {
    terminal.note(renderDiagnostics(checked, "text", terminal.noteStyle));
  }
  return checked.config;
}

function requireApart(sources: readonly { readonly file: string }[], out: string | undefined, cwd: string): void {
  const overwritten = sources.find(({ file }) => out && path.resolve(cwd, file) === path.resolve(cwd, out));
  if (overwritten) throw new CommandError(`${overwritten.file} would be written over: choose another file for --out.`);
}
