/** Cuts a large YAML file into segments at items of the list that it is made of, to be read one by one, by several threads. */
import { fstatSync } from "node:fs";
import { decode, readBytes, withFile } from "./file-bytes.ts";
import { dashLength, findItem, type ListBytes, windowSize } from "./windows.ts";

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
}

export interface SegmentBytes extends ListBytes {
  /** Where they begin in the file. */
  readonly firstByte: number;
}

/** Large enough that the work on a segment outweighs handing it out, small enough that its memory is used again. */
export const segmentSize = 1 << 20;

/** The first segment is short: the other threads wait for it. */
export const beginningSize = windowSize;

/** Items are mostly shorter than this. */
const firstLookAhead = 1 << 14;

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
  const { bytes, isLast, column } = readSegmentBytes(segment);
  const text = decode(bytes);
  if (isLast) return { text, stop: undefined, length: text.length };
  // Behind the dash stands a space.
  return { text, stop: text.length - 2, length: text.length - dashLength(column) };
}

/** They stand until the next reading; none if no item begins in the segment. @throws an error of the file system */
export function readSegmentBytes({ path, start, end, column }: Segment): SegmentBytes {
  return withFile(path, (file) => {
    const { size } = fstatSync(file);
    const isFirst = start === 0;
    for (let lookAhead = firstLookAhead; ; lookAhead *= 8) {
      const bytes = readBytes(file, start, Math.min(size, end + lookAhead) - start);
      const isWhole = start + bytes.length >= size;
      const from = isFirst ? markLength(bytes) : findItem(bytes, 0, column);
      const to = end >= size ? -1 : findItem(bytes, end - start, column);
      if ((from < 0 || (to < 0 && end < size)) && !isWhole) continue;
      if (from < 0 || from === to) return { bytes: bytes.subarray(0, 0), isLast: true, column, firstByte: start };
      const stop = to < 0 ? bytes.length : to + dashLength(column);
      return { bytes: bytes.subarray(from, stop), isLast: to < 0, column, firstByte: start + from };
    }
  });
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

/** Of a byte order mark. */
function markLength(bytes: Buffer): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}
