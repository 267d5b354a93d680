/** Parse and check in one go: the texts of all files in, diagnostics and the typed configuration out. */
import type { Diagnostic } from "../model/diagnostic.ts";
import type { SourceText } from "../source/document.ts";
import type { Environment } from "../source/environment.ts";
import { parse } from "../source/parse.ts";
import { type CheckOptions, type CheckResult, check, inOrder } from "./check.ts";

export interface CheckSourcesOptions extends CheckOptions {
  readonly environment: Environment;
}

/** Files that do not parse are reported and left out; the configuration is given only when nothing is an error. */
export function checkSources(sources: readonly SourceText[], options: CheckSourcesOptions): CheckResult {
  const parsed = sources.map((source) => parse(source, options.environment));
  const found: readonly Diagnostic[] = parsed.flatMap(({ diagnostics }) => diagnostics);
  const checked = check(
    parsed.flatMap(({ documents }) => documents),
    options,
  );
  const diagnostics = inOrder([...found, ...checked.diagnostics]);
  const isWrong = found.some(({ severity }) => severity === "error");
  return isWrong || !checked.config ? { diagnostics } : { diagnostics, config: checked.config };
}
