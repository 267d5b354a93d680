/** Parse and check in one go: the texts of all files in, diagnostics and the typed configuration out. */
import type { SourceText } from "../source/document.ts";
import { type parse, parseDeclined } from "../source/parse.ts";
import { checkFiles } from "./check.ts";
import type { CheckResult } from "./conclude.ts";
import type { CheckSourcesOptions as RunSourcesOptions } from "./run-options.ts";

export interface CheckSourcesOptions extends RunSourcesOptions {
  /** In place of reading each text again, for callers that keep what they have read. */
  readonly parse?: typeof parse;
}

/**
 * Files that do not parse are reported and left out; the configuration is given only when nothing is an error.
 * Findings that a `# rollcall-disable-…` comment silences are left out too.
 */
export function checkSources(sources: readonly SourceText[], options: CheckSourcesOptions): CheckResult {
  return checkFiles(options, (checker) =>
    sources.map((source) => {
      const known = options.parse?.(source, options.environment);
      if (known) return checker.checkParsed(source, known);
      return checker.check(source) ?? checker.checkParsed(source, parseDeclined(source, options.environment));
    }),
  );
}
