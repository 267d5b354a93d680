/** The options of every command that reads files, and what they mean for the check. */
import type { CheckSourcesOptions } from "../check/run-options.ts";
import { sha1Hex } from "../crypto/sha1-hex.ts";
import type { Ignored } from "../source/read.ts";
import type { KeyOptions } from "./key.ts";
import { CommandError, type Terminal } from "./terminal.ts";

/** The key opens sealed env files. */
export interface InputOptions extends KeyOptions {
  readonly varsFile: readonly string[];
  readonly customPlugin?: readonly string[];
  readonly target?: readonly Target[];
  /** From the project's settings. */
  readonly ignore?: Ignored;
  /** From the project's settings. */
  readonly allowedSecrets?: readonly string[];
  /** From the project's settings. */
  readonly severities?: CheckSourcesOptions["severities"];
}

export type Target = NonNullable<CheckSourcesOptions["targets"]>[number];

/** @throws CommandError if there is none */
export function requireInputs(inputs: readonly string[]): void {
  if (inputs.length === 0) {
    throw new CommandError("nothing to read: name files or folders, or list them as inputs in rollcall.config.yaml.");
  }
}

/** @throws CommandError if a file with variables cannot be read */
export async function checkOptionsOf(options: InputOptions, terminal: Terminal): Promise<CheckSourcesOptions> {
  const targets = options.target ?? [];
  return {
    environment: options.varsFile.length === 0 ? terminal.environment : await readVariables(options, terminal),
    sha1Hex,
    customPlugins: options.customPlugin ?? [],
    ...(options.allowedSecrets && { allowedSecrets: options.allowedSecrets }),
    targets,
    // What the embedded proxy runs is loaded only if it is asked for.
    ...(targets.includes("rollcall") && (await import("./engine-options.ts")).engineOptions),
    ...(options.severities && { severities: options.severities }),
  };
}

async function readVariables(
  { varsFile, ...key }: InputOptions,
  terminal: Terminal,
): Promise<CheckSourcesOptions["environment"]> {
  const { readEnvironment } = await import("./vars-file.ts");
  return readEnvironment(varsFile, key, terminal);
}
