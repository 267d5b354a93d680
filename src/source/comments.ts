/** Finds what is outside of the values of a YAML text: comments, and the texts that may hold something that looks like one. */
import { Lexer } from "yaml";

export interface Comment {
  /** From its `#`. */
  readonly text: string;
  readonly offset: number;
}

/** A stretch of text, `end` just behind it. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface Outline {
  readonly comments: readonly Comment[];
  /** Scalars that run over several lines. */
  readonly longTexts: readonly Stretch[];
}

/** What the lexer adds to tell the parts of the text apart: it is not in the text. */
const documentMark = "\u0002";
const flowEndMark = "\u0018";
const scalarMark = "\u001f";

/** As the lexer of the `yaml` package tells them; the text need not parse. */
export function outlineYaml(text: string): Outline {
  const comments: Comment[] = [];
  const longTexts: Stretch[] = [];
  let offset = 0;
  let isScalar = false;
  for (const token of new Lexer().lex(text)) {
    // What follows the mark of a scalar is its text, whatever it looks like.
    if (!isScalar && (token === documentMark || token === flowEndMark)) continue;
    if (!isScalar && token === scalarMark) {
      isScalar = true;
      continue;
    }
    const isQuoted = token.startsWith('"') || token.startsWith("'");
    if (!isScalar && token.startsWith("#")) comments.push({ text: token, offset });
    else if ((isScalar || isQuoted) && token.includes("\n")) {
      longTexts.push({ start: offset, end: offset + token.length });
    }
    isScalar = false;
    offset += token.length;
  }
  return { comments, longTexts };
}
