/**
 * Regular expressions from the configuration.
 * They run on JavaScript's backtracking engine, so the text that they see is bounded; issue 6 asks for linear time.
 */

/** Characters; a longer text is not matched at all and its caller refuses. */
export const longestPatternInput = 1024;

/** Whether the text matches; undefined if it is too long to be tried. */
export type Pattern = (text: string) => boolean | undefined;

/**
 * What PCRE, for which these patterns are written, understands and JavaScript silently takes for something else: escapes
 * such as `\A`, `\z`, `\h`, `\v`, `\Q`, `\x{…}` and `\p{…}`, POSIX classes such as `[:alpha:]`, and `]` first in a class.
 */
const otherInJavaScript = /^(?:[^\\]|\\[\s\S])*?(?:\\(?:[^\W_dDwWsSbBnrtf0-9cxk]|x\{|k[^<])|\[:\^?[a-z]+:\]|\[\^?\])/;

/** The pattern, or undefined if JavaScript does not understand it as PCRE does. A leading `(?i)`, as PCRE has it, ignores case. */
export function compilePattern(source: string, ignoresCase = false): Pattern | undefined {
  const expression = compileExpression(source, ignoresCase);
  return expression && ((text) => (text.length > longestPatternInput ? undefined : expression.test(text)));
}

/** Looks for the pattern from `from` on; undefined: it is not there. The text is at most `longestPatternInput` long. */
export type Search = (text: string, from: number) => Found | undefined;

export interface Found {
  readonly start: number;
  readonly end: number;
  /** The whole match, then its groups. */
  readonly groups: readonly (string | undefined)[];
}

/** For who replaces. The pattern, or undefined as with `compilePattern`. */
export function compileSearch(source: string, ignoresCase = false): Search | undefined {
  const expression = compileExpression(source, ignoresCase);
  if (!expression) return undefined;
  const searching = new RegExp(expression.source, `${expression.flags}g`);
  return (text, from) => {
    searching.lastIndex = from;
    const match = searching.exec(text);
    return match ? { start: match.index, end: match.index + match[0].length, groups: [...match] } : undefined;
  };
}

function compileExpression(source: string, ignoresCase: boolean): RegExp | undefined {
  if (otherInJavaScript.test(source)) return undefined;
  const hasInlineFlag = source.startsWith("(?i)");
  try {
    return new RegExp(hasInlineFlag ? source.slice(4) : source, hasInlineFlag || ignoresCase ? "i" : "");
  } catch {
    return undefined;
  }
}
