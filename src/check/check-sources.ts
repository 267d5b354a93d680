/** Parse and check in one go: the texts of all files in, diagnostics and the typed configuration out. */
import type { SourceText } from "../source/document.ts";
import { parseDeclined } from "../source/parse.ts";
import { checkFiles } from "./check.ts";
import type { CheckResult } from "./conclude.ts";
import type { CheckSourcesOptions } from "./run-options.ts";

export type { CheckSourcesOptions } from "./run-options.ts";

/**
 * Files that do not parse are reported and left out; the configuration is given only when nothing is an error.
 * Findings that a `# rollcall-disable-…` comment silences are left out too.
 */
export function checkSources(sources: readonly SourceText[], options: CheckSourcesOptions): CheckResult {
  return checkFiles(options, (checker) =>
    sources.map(
      (source) => checker.check(source) ?? checker.checkParsed(source, parseDeclined(source, options.environment)),
    ),
  );
}
