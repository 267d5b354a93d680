/** Parse and check in one go: the texts of all files in, diagnostics and the typed configuration out. */
import type { Diagnostic } from "../model/diagnostic.ts";
import type { SourceText } from "../source/document.ts";
import type { Environment } from "../source/environment.ts";
import { parse } from "../source/parse.ts";
import { type CheckOptions, type CheckResult, checkWith, inOrder } from "./check.ts";
import { readSuppressions } from "./suppressions.ts";

export interface CheckSourcesOptions extends CheckOptions {
  readonly environment: Environment;
  /** In place of reading each text again, for callers that keep what they have read. */
  readonly parse?: typeof parse;
}

/**
 * Files that do not parse are reported and left out; the configuration is given only when nothing is an error.
 * Findings that a `# rollcall-disable-…` comment silences are left out too.
 */
export function checkSources(sources: readonly SourceText[], options: CheckSourcesOptions): CheckResult {
  const parsed = sources.map((source) => (options.parse ?? parse)(source, options.environment));
  const found: readonly Diagnostic[] = parsed.flatMap(({ diagnostics }) => diagnostics);
  const isWrong = found.some(({ severity }) => severity === "error");
  const readable = sources.filter((_, index) => parsed[index]?.documents.length !== 0);
  const checked = checkWith(
    parsed.flatMap(({ documents }) => documents),
    options,
    // With a part of the files left out, nobody can say which comments silence nothing.
    readSuppressions(readable, { isComplete: !isWrong }),
  );
  const diagnostics = inOrder([...found, ...checked.diagnostics]);
  return isWrong || !checked.config ? { diagnostics } : { diagnostics, config: checked.config };
}
