/** Cuts the bytes of a file, or of a segment of one, at items of the list that they are made of, into texts so short that V8 keeps them among its young objects. */
import { isAscii } from "node:buffer";

/** Longer texts get memory of their own, and fresh memory costs several times what it takes to fill it. */
export const windowSize = 48 * 1024;

/** The text of a part of a list. */
export interface Window {
  /** Goes on up to behind the dash of the next window or segment. */
  readonly text: string;
  /** The same, one a character, until the bytes are read anew; undefined if it is not all ASCII. */
  readonly bytes: Uint8Array | undefined;
  /** Offset of that dash; undefined at the end of the file. */
  readonly stop: number | undefined;
  /** UTF-16 code units up to where the next window begins. */
  readonly length: number;
  /** Where it begins in the bytes. */
  readonly firstByte: number;
}

export interface ListBytes {
  /** Unless they end with the file, up to behind the dash of the next segment. */
  readonly bytes: Buffer;
  readonly isLast: boolean;
  /** Of the dashes of the items. */
  readonly column: number;
}

/** Nothing but the bytes is cut: what is read in the windows decides whether they are parts of one list. */
export function* cutWindows({ bytes, isLast, column }: ListBytes): Generator<Window> {
  const end = isLast ? bytes.length : bytes.length - dashLength(column);
  let start = 0;
  while (start < end) {
    const found = start + windowSize < end ? findItem(bytes, start + windowSize, column) : -1;
    const next = found < 0 || found >= end ? end : found;
    yield windowBetween(bytes, start, next, next === end && isLast ? 0 : dashLength(column));
    start = next;
  }
}

function windowBetween(bytes: Buffer, start: number, end: number, ahead: number): Window {
  const own = bytes.subarray(start, end + ahead);
  const bytesIfAscii = isAscii(own) ? own : undefined;
  const text = bytesIfAscii ? own.toString("latin1") : own.toString("utf8");
  const length = text.length - ahead;
  // Behind the dash stands a space.
  return {
    text,
    bytes: bytesIfAscii,
    stop: ahead === 0 ? undefined : text.length - 2,
    length,
    firstByte: start,
  };
}

/** Where the first line at or behind `at` begins that holds the dash of an item; -1 if there is none. */
export function findItem(bytes: Buffer, at: number, column: number): number {
  const found = bytes.indexOf(`\n${" ".repeat(column)}- `, at, "latin1");
  return found < 0 ? -1 : found + 1;
}

/** How many bytes the indentation, the dash and the space of an item take. */
export function dashLength(column: number): number {
  return column + 2;
}
