/** Files as a configuration that the engine can be asked about, for test and explain: warnings are left to lint. */
import { checkSources } from "../check/check-sources.ts";
import { unsupportedByProxy } from "../compile/unsupported.ts";
import { withoutPlugins } from "../compile/without-plugins.ts";
import { engineAbilities } from "../engine/abilities.ts";
import type { Config } from "../model/config.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { SourceText } from "../source/document.ts";
import { readSources } from "../source/read.ts";
import { checkOptionsOf, type InputOptions } from "./input-options.ts";
import type { Terminal } from "./terminal.ts";

export interface RunnableOptions extends InputOptions {
  /** Plugins to do without. */
  readonly ignorePlugin: readonly string[];
}

export interface RunnableConfig {
  /** Absent if a diagnostic is an error. */
  readonly config?: Config;
  /** Errors only. */
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly SourceText[];
  /** With the variables of env files. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** @param env goes before the environment. @throws InputError if a file cannot be read */
export async function readRunnable(
  inputs: readonly string[],
  env: Readonly<Record<string, string>>,
  options: RunnableOptions,
  terminal: Terminal,
): Promise<RunnableConfig> {
  const { cwd, readStdin } = terminal;
  const sources = await readSources(inputs, { cwd, readStdin, ...(options.ignore && { ignore: options.ignore }) });
  const checkOptions = await checkOptionsOf(options, terminal);
  const environment = { ...checkOptions.environment, ...env };
  const checked = checkSources(sources, { ...checkOptions, environment });
  const config = checked.config && withoutPlugins(checked.config, options.ignorePlugin);
  const unsupported = config ? unsupportedByProxy(config, engineAbilities) : [];
  const diagnostics = [...checked.diagnostics, ...unsupported].filter(({ severity }) => severity === "error");
  return { ...(config && diagnostics.length === 0 && { config }), diagnostics, sources, environment };
}
