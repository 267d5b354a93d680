/**
 * Regular expressions from the configuration, matched in time linear to the text whatever expression and text are:
 * by re2js, a port of RE2 (docs/decisions/0027-linear-patterns.md). What needs backtracking is not executed.
 */
import { RE2JS } from "re2js";
import { patternFault as pcreFault } from "../model/pcre.ts";

/** Whether the text matches; undefined if it is too long to be tried. */
export type Pattern = (text: string) => boolean | undefined;

/** Code units; a longer text is not matched at all and its caller refuses. */
export const longestPatternInput = 8192;

/** Instructions of a compiled expression: with the length of the text, what the work of a match is bounded by. */
const largestProgram = 10_000;

/** The pattern, or undefined if it cannot be executed. A leading `(?i)`, as PCRE has it, ignores case. */
export function compilePattern(source: string, ignoresCase = false): Pattern | undefined {
  const expression = linearExpression(source, ignoresCase);
  if (typeof expression === "string") return undefined;
  return (text) => (text.length > longestPatternInput ? undefined : expression.test(text));
}

/** Why the expression cannot be executed, as a part of a sentence; undefined if it can. */
export function patternFault(source: string): string | undefined {
  const expression = linearExpression(source, false);
  return typeof expression === "string" ? expression : undefined;
}

/** For callers that replace, too; who matches with it bounds the length of the text himself. */
export function linearExpression(source: string, ignoresCase: boolean): RE2JS | string {
  const fault = pcreFault(source);
  if (fault) return `a regular expression with ${fault.construct}, which takes backtracking`;
  try {
    const expression = RE2JS.compile(source, ignoresCase ? RE2JS.CASE_INSENSITIVE : 0);
    return expression.programSize() > largestProgram ? "a regular expression that is too large" : expression;
  } catch {
    return "a regular expression that is not understood";
  }
}

/** Looks for the pattern from `from` on; undefined: it is not there. Who calls bounds the length of the text. */
export type Search = (text: string, from: number) => Found | undefined;

export interface Found {
  readonly start: number;
  readonly end: number;
  /** The whole match, then its groups. */
  readonly groups: readonly (string | undefined)[];
}

/** For who replaces. The pattern, or why it cannot be executed, as a part of a sentence. */
export function compileSearch(source: string, ignoresCase = false): Search | string {
  const expression = linearExpression(source, ignoresCase);
  if (typeof expression === "string") return expression;
  return (text, from) => {
    const matcher = expression.matcher(text);
    if (from > text.length || !matcher.find(from)) return undefined;
    const groups = Array.from({ length: matcher.groupCount() + 1 }, (_, group) => matcher.group(group) ?? undefined);
    return { start: matcher.start(), end: matcher.end(), groups };
  };
}
