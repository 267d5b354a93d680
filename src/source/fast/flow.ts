/** Flow collections, `{ }` and `[ ]`, on one line or several (YAML 1.2.2, section 7.4); JSON is mostly made of them. */
import { Code } from "./codes.ts";
import { decline } from "./decline.ts";
import { EntryOffsets } from "./entry-offsets.ts";
import type { ExpectedKey } from "./expected-key.ts";
import { checkLongText } from "./long-text.ts";
import { findFlowPlainEnd, isNull, readFlowPlain } from "./plain.ts";
import { readQuoted, readQuotedText } from "./quoted.ts";
import { Kind, type Reading } from "./reading.ts";

/** Reads the collection at `at`. Its lines must be indented by `indent` at least; `level` counts the collections around. */
export function readFlow(reading: Reading, indent: number, keys: ExpectedKey, level = 1): unknown {
  reading.enter();
  const start = reading.at;
  const isMap = reading.text.charCodeAt(start) === Code.openBrace;
  const value = isMap ? readMap(reading, indent, keys, level) : readSequence(reading, indent, keys, level);
  reading.start = start;
  reading.end = reading.at;
  reading.kind = Kind.flow;
  reading.leave();
  return value;
}

function readMap(reading: Reading, indent: number, keys: ExpectedKey, level: number): Record<string, unknown> {
  const { text, positions } = reading;
  const map: Record<string, unknown> = {};
  const noted = positions && new EntryOffsets();
  let expected = keys;
  reading.at += 1;
  skipSpace(reading, indent, level);
  while (text.charCodeAt(reading.at) !== Code.closeBrace) {
    const keyStart = reading.at;
    expected = readKey(reading, expected, map);
    const keyEnd = reading.end;
    skipSpace(reading, indent, level);
    const value = readValue(reading, indent, expected.inner, level);
    map[expected.key] = value;
    noted?.addEntry(expected.key, keyStart, keyEnd, reading);
    skipSeparator(reading, indent, level, Code.closeBrace);
  }
  reading.at += 1;
  if (noted) positions?.addMap(map, noted.keys, noted.offsets);
  return map;
}

function readSequence(reading: Reading, indent: number, keys: ExpectedKey, level: number): unknown[] {
  const { text, positions } = reading;
  const sequence: unknown[] = [];
  const noted = positions && new EntryOffsets();
  reading.at += 1;
  skipSpace(reading, indent, level);
  while (text.charCodeAt(reading.at) !== Code.closeBracket) {
    sequence.push(readValue(reading, indent, keys, level));
    noted?.addItem(reading);
    skipSeparator(reading, indent, level, Code.closeBracket);
  }
  reading.at += 1;
  if (noted) positions?.addSequence(sequence, noted.offsets);
  return sequence;
}

/** Reads a key and its colon; `end` is then the key's end. */
function readKey(reading: Reading, expected: ExpectedKey, map: object): ExpectedKey {
  const { text } = reading;
  const start = reading.at;
  const found = expected.findInFlow(text, start);
  if (found) {
    reading.end = start + found.written.length;
    reading.at = reading.end + 1;
    return found;
  }
  const first = text.charCodeAt(start);
  const isQuoted = first === Code.doubleQuote || first === Code.singleQuote;
  const quoted = isQuoted ? readQuotedText(reading) : undefined;
  let end = isQuoted ? reading.at : findFlowPlainEnd(text, start);
  let colon = end;
  while (text.charCodeAt(colon) === Code.space) colon += 1;
  while (text.charCodeAt(end - 1) === Code.space) end -= 1;
  if (text.charCodeAt(colon) !== Code.colon) decline();
  const written = text.slice(start, end);
  checkLongText(text, start, end);
  if (!isQuoted && (isNull(written) || !isLineSpace(text.charCodeAt(colon + 1)))) decline();
  reading.end = end;
  reading.at = colon + 1;
  return expected.follow(written, quoted ?? written, map);
}

function readValue(reading: Reading, indent: number, keys: ExpectedKey, level: number): unknown {
  const code = reading.text.charCodeAt(reading.at);
  if (code === Code.doubleQuote || code === Code.singleQuote) return readQuoted(reading);
  if (code === Code.openBrace || code === Code.openBracket) return readFlow(reading, indent, keys, level + 1);
  return readFlowPlain(reading);
}

/** A comma, or the end that is not passed over. */
function skipSeparator(reading: Reading, indent: number, level: number, close: number): void {
  skipSpace(reading, indent, level);
  const code = reading.text.charCodeAt(reading.at);
  if (code === close) return;
  if (code !== Code.comma) decline();
  reading.at += 1;
  skipSpace(reading, indent, level);
}

function skipSpace(reading: Reading, indent: number, level: number): void {
  const { text } = reading;
  let at = reading.at;
  let lineStart = -1;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === Code.lineFeed) {
      lineStart = at + 1;
    } else if (code === Code.hash) {
      // The `yaml` package wants a space before it, even at the beginning of a line.
      if (text.charCodeAt(at - 1) !== Code.space) decline();
      const end = text.indexOf("\n", at);
      if (end < 0) decline();
      checkLongText(text, at, end);
      reading.noteComment(at);
      at = end;
      lineStart = end + 1;
    } else if (code === Code.carriageReturn) {
      if (text.charCodeAt(at + 1) !== Code.lineFeed) decline();
    } else if (code !== Code.space) {
      break;
    }
    at += 1;
  }
  reading.at = at;
  if (lineStart >= 0) checkIndent(text, at, at - lineStart, indent, level);
}

/** A closing bracket of the outermost collection may stand one column further left, as the `yaml` package allows. */
function checkIndent(text: string, at: number, column: number, indent: number, level: number): void {
  const code = text.charCodeAt(at);
  const isClosing = code === Code.closeBrace || code === Code.closeBracket;
  if (column < indent && !(isClosing && level === 1 && column === indent - 1)) decline();
  if (column === 0 && (code === Code.dash || code === Code.dot)) decline();
}

function isLineSpace(code: number): boolean {
  return code === Code.space || code === Code.lineFeed || code === Code.carriageReturn;
}
