/** Finds comments as the lexer of the `yaml` package tells them from texts that hold a `#`. */
import { Lexer } from "yaml";

/** What the lexer adds to tell the parts of the text apart: it is not in the text. */
const documentMark = "\u0002";
const flowEndMark = "\u0018";
const scalarMark = "\u001f";

/** Offsets of the `#` of all comments. */
export function findComments(text: string): readonly number[] {
  const comments: number[] = [];
  let offset = 0;
  let isScalar = false;
  for (const token of new Lexer().lex(text)) {
    // What follows the mark of a scalar is its text, whatever it looks like.
    if (!isScalar && (token === documentMark || token === flowEndMark)) continue;
    if (!isScalar && token === scalarMark) {
      isScalar = true;
      continue;
    }
    if (!isScalar && token.startsWith("#")) comments.push(offset);
    isScalar = false;
    offset += token.length;
  }
  return comments;
}
