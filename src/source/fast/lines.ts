/** Moves from one line of content to the next over blanks, comments and line ends. */
import { Code } from "./codes.ts";
import { decline } from "./decline.ts";
import { checkLongText } from "./long-text.ts";
import { documentEnd, type Reading } from "./reading.ts";

/** From behind a value: the rest of its line may hold a comment only. Stops at the next content, or at the document's end. */
export function nextLine(reading: Reading): void {
  const { text } = reading;
  const start = reading.at;
  reading.gapStart = start;
  let at = start;
  let code = text.charCodeAt(at);
  if (code === Code.space) {
    do {
      at += 1;
      code = text.charCodeAt(at);
    } while (code === Code.space);
    if (code === Code.hash) {
      at = commentEnd(reading, at);
      code = text.charCodeAt(at);
    }
  }
  if (code === Code.carriageReturn) {
    at += 1;
    code = text.charCodeAt(at);
    if (code !== Code.lineFeed) decline();
  }
  if (code === Code.lineFeed) skipEmptyLines(reading, at + 1);
  else if (at < text.length) decline();
  else endDocument(reading, at);
}

/** From the beginning of a line to the first line that holds more than a comment. */
export function skipEmptyLines(reading: Reading, lineStart: number): void {
  const { text } = reading;
  let start = lineStart;
  for (;;) {
    let at = start;
    let code = text.charCodeAt(at);
    while (code === Code.space) {
      at += 1;
      code = text.charCodeAt(at);
    }
    if (code === Code.lineFeed) {
      start = at + 1;
    } else if (code === Code.hash) {
      start = commentEnd(reading, at) + 1;
      if (start > text.length) start = text.length;
    } else if (code === Code.carriageReturn) {
      if (text.charCodeAt(at + 1) !== Code.lineFeed) decline();
      start = at + 2;
    } else if (at >= text.length || (at === start && isMarkerAt(text, at, code))) {
      endDocument(reading, at);
      return;
    } else {
      reading.at = at;
      reading.indent = at - start;
      return;
    }
  }
}

/** `---` or `...` with nothing but white space behind it, at the beginning of a line. */
function isMarkerAt(text: string, at: number, code: number): boolean {
  if (code !== Code.dash && code !== Code.dot) return false;
  return text.charCodeAt(at + 1) === code && text.charCodeAt(at + 2) === code && isSpaceOrEnd(text.charCodeAt(at + 3));
}

export function isSpaceOrEnd(code: number): boolean {
  return (
    code === Code.space ||
    code === Code.lineFeed ||
    code === Code.carriageReturn ||
    code === Code.tab ||
    Number.isNaN(code)
  );
}

/** A dash with a space or the line's end behind it. */
export function isItemAt(text: string, at: number): boolean {
  return text.charCodeAt(at) === Code.dash && isSpaceOrEnd(text.charCodeAt(at + 1));
}

function endDocument(reading: Reading, at: number): void {
  reading.at = at;
  reading.indent = documentEnd;
}

/** The offset of the line feed that ends a comment, or of the text's end. */
function commentEnd(reading: Reading, at: number): number {
  const { text } = reading;
  reading.noteComment(at);
  const found = text.indexOf("\n", at);
  const end = found < 0 ? text.length : found;
  checkLongText(text, at, end);
  return end;
}
