/** Where a block collection ends, as the `yaml` package counts: with the last line's comment, and comments that are indented like it. */
import { Code } from "./codes.ts";
import { Kind, type Reading } from "./reading.ts";

interface Comment {
  readonly column: number;
  /** Behind its line feed. */
  readonly end: number;
}

/**
 * Closes a collection at `column` that begins at `start`, when its last value is read and the text stands at the
 * next content. Sets `start` and `end`, and what the collection around needs to find its own end.
 */
export function closeCollection(reading: Reading, column: number, start: number): void {
  const { text, at } = reading;
  let { end, leftover } = endOfLastValue(reading, column);
  reading.start = start;
  reading.end = end;
  if (leftover >= 0 && leftover < at) {
    const isForOuter = column === 0 || commentsBetween(text, leftover, at).every((comment) => comment.column < column);
    if (!isForOuter) {
      end = at;
      leftover = -1;
    }
  } else {
    leftover = -1;
  }
  reading.fullEnd = end;
  reading.leftover = leftover;
  reading.kind = Kind.collection;
}

function endOfLastValue(reading: Reading, column: number): { end: number; leftover: number } {
  const { text, at, gapStart } = reading;
  switch (reading.kind) {
    case Kind.collection:
      return { end: reading.fullEnd, leftover: reading.leftover };
    case Kind.blockScalar:
      return { end: reading.end, leftover: reading.end };
    case Kind.empty:
      // All that stands between here and the next content belongs to an empty value, if there is a comment in it.
      return { end: text.slice(gapStart, at).includes("#") ? at : reading.end, leftover: -1 };
    default: {
      const end = endOfIndentedComments(text, gapStart, at, column);
      return { end, leftover: end };
    }
  }
}

/** Behind the value's own line and the comments below it, as far as they are indented more than the collection. */
function endOfIndentedComments(text: string, gapStart: number, gapEnd: number, column: number): number {
  let end = lineEnd(text, gapStart, gapEnd);
  for (const comment of commentsBetween(text, end, gapEnd)) {
    if (comment.column <= column) break;
    end = comment.end;
  }
  return end;
}

function commentsBetween(text: string, start: number, end: number): readonly Comment[] {
  const comments: Comment[] = [];
  let line = start;
  while (line < end) {
    const next = lineEnd(text, line, end);
    let at = line;
    while (text.charCodeAt(at) === Code.space) at += 1;
    if (at < end && text.charCodeAt(at) === Code.hash) comments.push({ column: at - line, end: next });
    line = next;
  }
  return comments;
}

function lineEnd(text: string, start: number, limit: number): number {
  const found = text.indexOf("\n", start);
  return found < 0 || found >= limit ? limit : found + 1;
}
