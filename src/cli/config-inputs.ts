/** What lint, diff, sync, compile and serve share: read the inputs, check them, and print what was found. */
import { type CheckSourcesOptions, checkSources } from "../check/check-sources.ts";
import { sha1Hex } from "../crypto/sha1-hex.ts";
import type { Config } from "../model/config.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { type DiagnosticFormat, diagnosticFormats } from "../report/diagnostics.ts";
import type { Style } from "../report/style.ts";
import { type Ignored, readSources } from "../source/read.ts";
import { version } from "../version.ts";
import { readEnvironment } from "./environment.ts";
import { CommandError, type Terminal } from "./terminal.ts";

export interface InputOptions {
  readonly varsFile: readonly string[];
  readonly customPlugin?: readonly string[];
  readonly target?: readonly Target[];
  /** From the project's settings. */
  readonly ignore?: Ignored;
  /** From the project's settings. */
  readonly severities?: CheckSourcesOptions["severities"];
}

export type Target = NonNullable<CheckSourcesOptions["targets"]>[number];

export interface CheckedInputs {
  readonly diagnostics: readonly Diagnostic[];
  /** File name to text. */
  readonly sources: ReadonlyMap<string, string>;
  /** Absent if a diagnostic is an error. */
  readonly config?: Config;
}

/** @throws InputError if an input cannot be read, CommandError without inputs */
export async function readInputs(
  inputs: readonly string[],
  options: InputOptions,
  terminal: Terminal,
): Promise<CheckedInputs> {
  if (inputs.length === 0) {
    throw new CommandError("nothing to read: name files or folders, or list them as inputs in rollcall.config.yaml.");
  }
  const environment = await readEnvironment(options.varsFile, terminal);
  const { cwd, readStdin } = terminal;
  const sources = await readSources(inputs, { cwd, readStdin, ...(options.ignore && { ignore: options.ignore }) });
  const result = checkSources(sources, {
    environment,
    sha1Hex,
    customPlugins: options.customPlugin ?? [],
    ...(await targetOptions(options.target ?? [])),
    ...(options.severities && { severities: options.severities }),
  });
  return { ...result, sources: new Map(sources.map(({ file, text }) => [file, text])) };
}

/** What the embedded proxy runs is loaded only if it is asked for. */
async function targetOptions(
  targets: readonly Target[],
): Promise<Pick<CheckSourcesOptions, "targets" | "executablePlugins">> {
  if (!targets.includes("rollcall")) return { targets };
  const { executablePlugins } = await import("../engine/abilities.ts");
  return { targets, executablePlugins };
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
