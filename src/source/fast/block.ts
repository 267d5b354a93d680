/** Block maps and sequences (YAML 1.2.2, section 8.2). */
import { readBlockScalar } from "./block-scalar.ts";
import { Code } from "./codes.ts";
import { closeCollection } from "./collection-end.ts";
import { Declined, decline } from "./decline.ts";
import { EntryOffsets } from "./entry-offsets.ts";
import type { ExpectedKey } from "./expected-key.ts";
import { readFlow } from "./flow.ts";
import type { KnownItems } from "./known-items.ts";
import { isItemAt, isSpaceOrEnd, nextLine, skipEmptyLines } from "./lines.ts";
import { checkLongText } from "./long-text.ts";
import { checkPlainStart, isNull, readBlockPlain, readSimplePlain } from "./plain.ts";
import { readQuoted, readQuotedText } from "./quoted.ts";
import { Kind, type Reading } from "./reading.ts";
import { boundsOfItem, type ItemBounds, type RescuedItem } from "./rescue.ts";

/** Told of the items of a sequence one by one; `take`, if present, gets them instead of the sequence's value. */
export interface ItemListener {
  /** Offset of the dash of each item so far. */
  readonly starts: number[];
  column: number;
  readonly take?: ((value: unknown) => void) | undefined;
  /** Reads the items that are declined, if somebody can, and notes them by their starts. */
  readonly readAlone?: ((bounds: ItemBounds) => RescuedItem | undefined) | undefined;
  readonly rescued?: Map<number, RescuedItem>;
  /** Passes over items that need not be read. */
  readonly known?: KnownItems | undefined;
  /** Where to stop although an item begins there: the rest of the text is read elsewhere. */
  readonly stop?: number | undefined;
}

/** The `yaml` package refuses a key whose colon stands 1024 characters behind its beginning. */
const maxKeyLength = 1000;

/** Reads the block collection whose first line stands at `at`, or the flow collection there, and goes on to the next line. */
export function readNested(reading: Reading, keys: ExpectedKey, parent: number): unknown {
  const column = reading.indent;
  const { text } = reading;
  if (isItemAt(text, reading.at)) return readSequence(reading, column, keys);
  const code = text.charCodeAt(reading.at);
  if (code === Code.openBrace || code === Code.openBracket) return readFlowValue(reading, parent, keys);
  const map = {};
  const first = readKey(reading, keys, map) ?? decline();
  return readMap(reading, column, first, map);
}

/** Reads the rest of a map of which the first key is read. */
function readMap(reading: Reading, column: number, first: ExpectedKey, map: Record<string, unknown>): unknown {
  reading.enter();
  const noted = reading.positions && new EntryOffsets();
  const { text, calm } = reading;
  let expected = first;
  let keyStart = reading.start;
  const start = keyStart;
  for (;;) {
    const keyEnd = reading.end;
    const valueStart = reading.at + 1;
    const valueEnd = calm && text.charCodeAt(valueStart - 1) === Code.space ? calm.plainEnd(valueStart) : -1;
    if (valueEnd < 0) {
      map[expected.key] = readEntryValue(reading, column, expected);
      noted?.addEntry(expected.key, keyStart, keyEnd, reading);
    } else {
      map[expected.key] = readSimplePlain(reading, valueStart, valueEnd);
      const next = expected.findBehind(text, valueEnd, column);
      if (next) {
        expected = next;
        reading.start = valueEnd + 1 + column;
        reading.end = reading.start + next.written.length;
        reading.at = reading.end + 1;
        continue;
      }
      reading.gapStart = valueEnd;
      skipEmptyLines(reading, valueEnd + 1);
    }
    if (reading.indent !== column) break;
    keyStart = reading.at;
    expected = readKey(reading, expected, map) ?? decline();
  }
  if (reading.indent > column) decline();
  if (noted) {
    reading.positions?.addMap(map, noted.keys, noted.offsets);
    closeCollection(reading, column, start);
  }
  reading.leave();
  return map;
}

/** Reads the value behind the colon at `at` of a key of a map at `column`. */
export function readEntryValue(
  reading: Reading,
  column: number,
  expected: ExpectedKey,
  listener?: ItemListener,
): unknown {
  const { text } = reading;
  let at = reading.at;
  let code = text.charCodeAt(at);
  while (code === Code.space) {
    at += 1;
    code = text.charCodeAt(at);
  }
  reading.at = at;
  if (!isLineEnd(code)) return readInline(reading, column, expected.inner);
  nextLineAfterIndicator(reading);
  if (reading.indent === column && isItemAt(text, reading.at)) {
    return readSequence(reading, column, expected.inner, listener);
  }
  if (reading.indent <= column) return readEmpty(reading, at);
  if (listener && isItemAt(text, reading.at)) return readSequence(reading, reading.indent, expected.inner, listener);
  return readNested(reading, expected.inner, column);
}

/** Reads a sequence whose first dash stands at `at`, and tells the listener of its items. */
export function readSequence(reading: Reading, column: number, keys: ExpectedKey, listener?: ItemListener): unknown[] {
  reading.enter();
  const { text } = reading;
  const noted = reading.positions && new EntryOffsets();
  const start = reading.at;
  let sequence: unknown[] | undefined;
  if (listener) listener.column = column;
  do {
    const dash = reading.at;
    listener?.starts.push(dash);
    if (listener?.known && passKnown(reading, column, listener.known)) continue;
    const item = listener?.readAlone
      ? readRescuableItem(reading, column, keys, listener)
      : readItem(reading, column, keys);
    noted?.addItem(reading);
    if (listener?.take) {
      listener.take(item);
      if (reading.kind === Kind.flow) listener.known?.learn(dash, column, reading.gapStart, item);
    }
    // An array that begins with an item has room for one; one that begins empty and grows has room for 17.
    else if (sequence) sequence.push(item);
    else sequence = [item];
  } while (reading.indent === column && isItemAt(text, reading.at) && reading.at !== listener?.stop);
  if (reading.indent > column) decline();
  sequence ??= [];
  if (noted) {
    reading.positions?.addSequence(sequence, noted.offsets);
    closeCollection(reading, column, start);
  }
  reading.leave();
  return sequence;
}

/** Goes on behind the item at `at`, if that is known; else nothing has changed. */
function passKnown(reading: Reading, column: number, known: KnownItems): boolean {
  const { text, at: dash, gapStart } = reading;
  const end = known.endOf(dash, column);
  if (end < 0 || text.charCodeAt(end) !== Code.lineFeed) return false;
  skipEmptyLines(reading, end + 1);
  if (reading.indent <= column && known.take()) {
    reading.gapStart = end;
    reading.kind = Kind.flow;
    return true;
  }
  reading.at = dash;
  reading.indent = column;
  reading.gapStart = gapStart;
  return false;
}

/** As `readItem`, but what is declined is read by another reader, if that can. */
function readRescuableItem(reading: Reading, column: number, keys: ExpectedKey, listener: ItemListener): unknown {
  const goBack = reading.mark();
  const dash = reading.at;
  try {
    return readItem(reading, column, keys);
  } catch (error) {
    if (!(error instanceof Declined)) throw error;
    goBack();
  }
  const bounds = boundsOfItem(reading.text, dash, column) ?? decline();
  const rescued = listener.readAlone?.(bounds) ?? decline();
  listener.rescued?.set(dash, rescued);
  reading.passOver(rescued, bounds);
  return rescued.value;
}

/** Reads the item whose dash stands at `at`, in a sequence at `column`. */
export function readItem(reading: Reading, column: number, keys: ExpectedKey): unknown {
  const { text } = reading;
  const dash = reading.at;
  let at = dash + 1;
  let code = text.charCodeAt(at);
  while (code === Code.space) {
    at += 1;
    code = text.charCodeAt(at);
  }
  reading.at = at;
  if (isLineEnd(code)) {
    const gapBefore = reading.gapStart;
    nextLineAfterIndicator(reading);
    if (reading.indent > column) return readNested(reading, keys, column);
    // For the `yaml` package some comments before the dash change where the collections around this item end.
    if (!reading.positions && text.slice(gapBefore, dash).includes("#")) decline();
    return readEmpty(reading, at);
  }
  const inner = column + at - dash;
  if (isItemAt(text, at)) return readSequence(reading, inner, keys);
  if (code === Code.openBrace || code === Code.openBracket || code === Code.bar || code === Code.greater) {
    return readInline(reading, column, keys);
  }
  const map = {};
  const first = readKey(reading, keys, map);
  return first ? readMap(reading, inner, first, map) : readInline(reading, column, keys);
}

/** Reads a value that stands on the line of its key or dash. */
function readInline(reading: Reading, parent: number, keys: ExpectedKey): unknown {
  const code = reading.text.charCodeAt(reading.at);
  if (code === Code.openBrace || code === Code.openBracket) return readFlowValue(reading, parent, keys);
  let value: unknown;
  if (code === Code.bar || code === Code.greater) {
    value = readBlockScalar(reading, parent);
  } else {
    value = code === Code.doubleQuote || code === Code.singleQuote ? readQuoted(reading) : readBlockPlain(reading);
    nextLine(reading);
  }
  // Deeper lines would go on with the scalar.
  if (reading.indent > parent) decline();
  return value;
}

function readFlowValue(reading: Reading, parent: number, keys: ExpectedKey): unknown {
  const value = readFlow(reading, parent + 1, keys);
  nextLine(reading);
  if (reading.indent > parent) decline();
  return value;
}

function readEmpty(reading: Reading, at: number): null {
  reading.start = at;
  reading.end = at;
  reading.kind = Kind.empty;
  return null;
}

/** Reads a key and its colon; `start` and `end` are then the key's. Undefined, and nothing read, if there is no colon on this line. */
export function readKey(reading: Reading, expected: ExpectedKey, map: object): ExpectedKey | undefined {
  const { text } = reading;
  const start = reading.at;
  reading.start = start;
  const found = expected.find(text, start);
  if (found) {
    reading.end = start + found.written.length;
    reading.at = reading.end + 1;
    return found;
  }
  const first = text.charCodeAt(start);
  const isQuoted = first === Code.doubleQuote || first === Code.singleQuote;
  const quoted = isQuoted ? readQuotedText(reading) : undefined;
  let end = isQuoted ? reading.at : findPlainKeyEnd(text, start);
  let colon = end;
  while (text.charCodeAt(colon) === Code.space) colon += 1;
  while (text.charCodeAt(end - 1) === Code.space) end -= 1;
  reading.at = start;
  if (text.charCodeAt(colon) !== Code.colon || !isSpaceOrEnd(text.charCodeAt(colon + 1))) return undefined;
  const written = text.slice(start, end);
  checkLongText(text, start, end);
  if (colon - start > maxKeyLength || (!isQuoted && isNull(written))) decline();
  reading.end = end;
  reading.at = colon + 1;
  return expected.follow(written, quoted ?? written, map);
}

/** The colon that ends a plain key, or where the line, or what may be a key on it, ends. */
function findPlainKeyEnd(text: string, start: number): number {
  checkPlainStart(text, start, false);
  for (let at = start; ; at += 1) {
    const code = text.charCodeAt(at);
    if (code === Code.colon && isSpaceOrEnd(text.charCodeAt(at + 1))) return at;
    if (code === Code.hash && text.charCodeAt(at - 1) === Code.space) return at;
    if (!(code >= Code.space)) return at;
  }
}

function isLineEnd(code: number): boolean {
  return code === Code.lineFeed || code === Code.carriageReturn || code === Code.hash || Number.isNaN(code);
}

/** Like `nextLine`, where the spaces in front of a comment are passed over already. */
function nextLineAfterIndicator(reading: Reading): void {
  const gapStart = reading.at;
  if (reading.text.charCodeAt(gapStart) === Code.hash) reading.at -= 1;
  nextLine(reading);
  reading.gapStart = gapStart;
}
