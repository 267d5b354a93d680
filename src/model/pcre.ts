/**
 * Reads regular expressions as gateways have them (PCRE) and finds what only a backtracking engine can execute: the
 * embedded engine matches in linear time (docs/decisions/0027-linear-patterns.md).
 */

/** The first construct that is not executed, and where it starts. */
export interface PatternFault {
  /** As it goes into a sentence: `a lookahead`. */
  readonly construct: string;
  /** In UTF-16 code units. */
  readonly at: number;
}

/** Most repetitions that `{n}` may ask for. */
const mostRepetitions = 1000;

const groupFaults: readonly (readonly [start: RegExp, construct: string])[] = [
  [/\(\?[=!]/y, "a lookahead"],
  [/\(\?<[=!]/y, "a lookbehind"],
  [/\(\?>/y, "an atomic group"],
  [/\(\?\|/y, "a branch reset"],
  [/\(\?\(/y, "a conditional group"],
  [/\(\?#/y, "a comment"],
  [/\(\?(?:R|[+-]?\d|&|P>)/y, "a recursion"],
  [/\(\?P=/y, "a backreference"],
  [/\(\?(?:'|C)/y, "a group of a kind that is not known"],
  [/\(\*/y, "a verb"],
  [/\(\?[a-zA-Z-]*[^a-zA-Z\-:)<P]/y, "a group of a kind that is not known"],
  [/\(\?[a-zA-Z-]*[^imsU\-:)<P][a-zA-Z-]*[:)]/y, "an option other than i, m, s and U"],
];

const escapeFaults: Readonly<Record<string, string>> = {
  g: "a backreference",
  k: "a backreference",
  G: "the anchor \\G",
  K: "a reset of the match (\\K)",
  Z: "the anchor \\Z",
};

/** Letters that mean the same to PCRE and to the engine after a backslash. */
const knownEscapes = new Set("AzbBdDsSwWpPQEnrtfax");
const possessive = /(?:[*+?]|\{\d+(?:,\d*)?\})\+/y;
const repetition = /\{(\d+)(?:,(\d*))?\}/y;

/** Undefined if nothing is there that needs backtracking; whether the expression is well-formed is not judged. */
export function patternFault(source: string): PatternFault | undefined {
  let at = 0;
  while (at < source.length) {
    const character = source[at];
    if (character === "\\") {
      const fault = escapeFault(source[at + 1] ?? "", false);
      if (fault !== undefined) return { construct: fault, at };
      at = source[at + 1] === "Q" ? quotedEnd(source, at) : at + 2;
    } else if (character === "[") {
      const end = classEnd(source, at);
      if (typeof end !== "number") return end;
      at = end;
    } else {
      const construct = constructFault(source, at);
      if (construct !== undefined) return { construct, at };
      at++;
    }
  }
  return undefined;
}

function constructFault(source: string, at: number): string | undefined {
  if (source[at] === "(") return groupFaults.find(([start]) => matchesAt(start, source, at))?.[1];
  if (matchesAt(possessive, source, at)) return "a possessive quantifier";
  const counts = matchesAt(repetition, source, at)?.slice(1) ?? [];
  return counts.some((count) => Number(count) > mostRepetitions)
    ? `a repetition of more than ${mostRepetitions}`
    : undefined;
}

function escapeFault(letter: string, isInClass: boolean): string | undefined {
  if (/[1-9]/.test(letter) && !isInClass) return "a backreference";
  if (!/[A-Za-z]/.test(letter) || knownEscapes.has(letter)) return undefined;
  return (Object.hasOwn(escapeFaults, letter) ? escapeFaults[letter] : undefined) ?? `the escape \\${letter}`;
}

function quotedEnd(source: string, at: number): number {
  const end = source.indexOf("\\E", at + 2);
  return end < 0 ? source.length : end + 2;
}

/** Behind the `]` of the class that starts here; a `]` in first place belongs to it. */
function classEnd(source: string, start: number): number | PatternFault {
  let at = source[start + 1] === "^" ? start + 2 : start + 1;
  const first = at;
  for (; at < source.length; at++) {
    if (source[at] === "\\") {
      const construct = escapeFault(source[at + 1] ?? "", true);
      if (construct !== undefined) return { construct, at };
      at++;
    } else if (source[at] === "[" && source[at + 1] === ":") {
      const end = source.indexOf(":]", at + 2);
      if (end > 0) at = end + 1;
    } else if (source[at] === "]" && at > first) return at + 1;
  }
  return at;
}

function matchesAt(form: RegExp, source: string, at: number): RegExpExecArray | null {
  form.lastIndex = at;
  return form.exec(source);
}
