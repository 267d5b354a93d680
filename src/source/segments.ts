/** Cuts a large YAML file into segments at items of the list that it is made of, to be read one by one, by several threads. */
import { fstatSync } from "node:fs";
import { decode, readBytes, withFile } from "./file-bytes.ts";

/** A stretch of a file, in bytes; it really begins and ends with the first item at or behind these. */
export interface Segment {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  /** Of the dashes of the items. */
  readonly column: number;
}

export interface SegmentText {
  /** Goes on up to behind the dash of the next segment. */
  readonly text: string;
  /** Offset of that dash; undefined in the last segment. */
  readonly stop: number | undefined;
  /** Without what goes on behind `stop`'s line start: what the segment adds to the file. */
  readonly length: number;
  /** Where it begins in the file, in bytes. */
  readonly firstByte: number;
}

/** Large enough that the work on a segment outweighs handing it out, small enough that its memory is used again. */
export const segmentSize = 1 << 21;

/** The first segment is short: the other threads wait for it. */
export const beginningSize = 1 << 16;

/** Items are mostly shorter than this. */
const firstLookAhead = 1 << 16;

/** Column of the items that a file seems to be made of, by its beginning; undefined if it has none. */
export function guessColumn(beginning: string): number | undefined {
  let column: number | undefined;
  for (const [, spaces = ""] of beginning.matchAll(/^( *)- /gm)) {
    column = Math.min(column ?? spaces.length, spaces.length);
    if (column === 0) break;
  }
  return column;
}

/** Good for `guessColumn`. @throws an error of the file system */
export function readBeginning(path: string): string {
  return withFile(path, (file) => readBytes(file, 0, beginningSize).toString("latin1"));
}

/** Empty if no item begins in the segment. @throws an error of the file system */
export function readSegment(segment: Segment): SegmentText {
  const { start, end, column } = segment;
  return withFile(segment.path, (file) => {
    const { size } = fstatSync(file);
    const isFirst = start === 0;
    for (let lookAhead = firstLookAhead; ; lookAhead *= 8) {
      const bytes = readBytes(file, start, Math.min(size, end + lookAhead) - start);
      const isWhole = start + bytes.length >= size;
      const from = isFirst ? markLength(bytes) : findItem(bytes, 0, column);
      const to = end >= size ? -1 : findItem(bytes, end - start, column);
      if ((from < 0 || (to < 0 && end < size)) && !isWhole) continue;
      if (from < 0) return noText;
      return to < 0 ? lastOf(bytes, from, start) : cutAt(bytes, from, to, segment);
    }
  });
}

const noText: SegmentText = { text: "", stop: undefined, length: 0, firstByte: 0 };

function lastOf(bytes: Buffer, from: number, start: number): SegmentText {
  const text = decode(bytes.subarray(from));
  return { text, stop: undefined, length: text.length, firstByte: start + from };
}

function cutAt(bytes: Buffer, from: number, to: number, { start, column }: Segment): SegmentText {
  if (from === to) return noText;
  // Behind the dash stands a space.
  const text = decode(bytes.subarray(from, to + column + 2));
  return { text, stop: text.length - 2, length: text.length - column - 2, firstByte: start + from };
}

/** How many lines end between two bytes of a file. @throws an error of the file system */
export function countLines(path: string, from: number, to: number): number {
  return withFile(path, (file) => {
    let lines = 0;
    for (let start = from; start < to; start += segmentSize) {
      const bytes = readBytes(file, start, Math.min(segmentSize, to - start));
      for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) lines += 1;
    }
    return lines;
  });
}

const lineFeed = 0x0a;

/** Where the first line at or behind `at` begins that holds the dash of an item. */
function findItem(bytes: Buffer, at: number, column: number): number {
  const found = bytes.indexOf(`\n${" ".repeat(column)}- `, at, "latin1");
  return found < 0 ? -1 : found + 1;
}

/** Of a byte order mark. */
function markLength(bytes: Buffer): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}
