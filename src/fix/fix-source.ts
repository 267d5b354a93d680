/** Mends one file: finds and applies fixes until there are none, and proves that the result means the same. */
import type { SourceText } from "../source/document.ts";
import { applyFixes } from "./apply-fixes.ts";
import type { Fix } from "./contract.ts";
import { type FixOptions, findFixes } from "./index.ts";
import { hasSameMeaning } from "./meaning.ts";

export interface FixedSource {
  readonly source: SourceText;
  /** The mended text, or the same as before. */
  readonly text: string;
  readonly applied: readonly Fix[];
  /** The result was not the same in meaning, and was given up. This is a bug in a fix. */
  readonly isGivenUp: boolean;
}

/** Each round applies all but fixes that overlap; no kind of fix makes room for more than one of another kind. */
const maxRounds = 20;

export function fixSource(source: SourceText, options: FixOptions): FixedSource {
  const applied: Fix[] = [];
  let { text } = source;
  for (let round = 0; round < maxRounds; round += 1) {
    const result = applyFixes(text, findFixes({ ...source, text }, options));
    if (result.applied.length === 0) break;
    applied.push(...result.applied);
    text = result.text;
  }
  if (text === source.text) return { source, text, applied: [], isGivenUp: false };
  const isSame = hasSameMeaning(source, { ...source, text }, options.environment);
  return isSame
    ? { source, text, applied, isGivenUp: false }
    : { source, text: source.text, applied: [], isGivenUp: true };
}
