/** The lines of a text with their offsets. */

export interface Line {
  /** Without its line end. */
  readonly text: string;
  /** Offset of its first character. */
  readonly start: number;
}

export function linesOf(text: string): readonly Line[] {
  return [...text.matchAll(/[^\r\n]+/g)].map((match) => ({ text: match[0], start: match.index }));
}
