/**
 * Regular expressions from the configuration.
 * They run on JavaScript's backtracking engine, so the text that they see is bounded; issue 6 asks for linear time.
 */

/** Characters; a longer text is not matched at all and its caller refuses. */
const longestPatternInput = 1024;

/** Whether the text matches; undefined if it is too long to be tried. */
export type Pattern = (text: string) => boolean | undefined;

/** The pattern, or undefined if JavaScript does not understand it. A leading `(?i)`, as PCRE has it, ignores case. */
export function compilePattern(source: string, ignoresCase = false): Pattern | undefined {
  const expression = compileExpression(source, ignoresCase);
  return expression && ((text) => (text.length > longestPatternInput ? undefined : expression.test(text)));
}

function compileExpression(source: string, ignoresCase: boolean): RegExp | undefined {
  const hasInlineFlag = source.startsWith("(?i)");
  try {
    return new RegExp(hasInlineFlag ? source.slice(4) : source, hasInlineFlag || ignoresCase ? "i" : "");
  } catch {
    return undefined;
  }
}
