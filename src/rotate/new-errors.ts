/** Which errors lint would find after a change that it did not find before: a rotation that makes one is not carried out. */
import { checkSources } from "../check/check-sources.ts";
import type { CheckSourcesOptions } from "../check/run-options.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { SourceText } from "../source/document.ts";

export function newErrors(
  before: readonly Diagnostic[],
  after: readonly SourceText[],
  options: CheckSourcesOptions,
): readonly Diagnostic[] {
  const known = new Map<string, number>();
  for (const diagnostic of errorsOf(before)) known.set(wordsOf(diagnostic), (known.get(wordsOf(diagnostic)) ?? 0) + 1);
  return errorsOf(checkSources(after, options).diagnostics).filter((diagnostic) => {
    const left = known.get(wordsOf(diagnostic)) ?? 0;
    known.set(wordsOf(diagnostic), left - 1);
    return left <= 0;
  });
}

function errorsOf(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === "error");
}

/** Without the place, which a change moves. */
function wordsOf({ rule, message, span }: Diagnostic): string {
  return JSON.stringify([rule, message, span?.file]);
}
