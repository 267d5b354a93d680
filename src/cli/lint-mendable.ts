/** Tells somebody at a terminal how much of what a lint has found `--fix` would mend. */
import type { Fix } from "../fix/contract.ts";
import { type FixOptions, findFixes } from "../fix/index.ts";
import { mendedRules } from "../fix/mended-rules.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { CheckedFiles } from "./render-diagnostics.ts";

/** Such as `2 of these can be mended: …`; undefined if nothing can. Files too large to be shown whole are left out. */
export function describeMendable({ diagnostics, sources }: CheckedFiles, options: FixOptions): string | undefined {
  const found = diagnostics.filter(({ rule }) => mendedRules.has(rule));
  let mended = 0;
  for (const file of new Set(found.map(({ span }) => span?.file ?? ""))) {
    const text = sources.get(file);
    if (typeof text !== "string") continue;
    const fixes = findFixes({ file, text }, options);
    mended += found.filter((diagnostic) => fixes.some((fix) => mends(fix, diagnostic, file))).length;
  }
  if (mended === 0) return undefined;
  return `${mended} of these can be mended by --fix; --fix --dry-run shows how`;
}

function mends(fix: Fix, { rule, span }: Diagnostic, file: string): boolean {
  return (
    span?.file === file &&
    fix.rule === rule &&
    span.start.offset >= fix.span.start.offset &&
    span.end.offset <= fix.span.end.offset
  );
}
