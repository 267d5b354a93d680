/** Which line of which file each consumer and each credential came from, in as few bytes a record as the input allows. */
import { ByteSink, NumberSink, viewOf } from "./bytes.ts";
import { refuse } from "./container.ts";
import type { SourceLine } from "./input.ts";
import { uncountedBytes } from "./uncounted-memory.ts";

/** Bytes of a file number, bytes of a line number, number of files; then where their names end, the names, and the records. */
const countsSize = 12;
const maximumWidth = 4;
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** `file:line`, empty if unknown. */
export type SourceMap = (record: number) => string;

/** Places of records, in as little memory as they take. */
export class SourceList {
  readonly #fileNumbers: Map<string, number>;
  readonly files: NumberSink;
  readonly lines: NumberSink;

  /**
   * @param fileNumbers files in the order in which they come up; shared by the lists of one map
   * @param expected records that there will be, about
   */
  constructor(fileNumbers: Map<string, number>, expected = 0) {
    this.#fileNumbers = fileNumbers;
    this.files = new NumberSink(expected);
    this.lines = new NumberSink(expected);
  }

  add(source: SourceLine | undefined): void {
    let file = 0;
    if (source !== undefined) {
      file = this.#fileNumbers.get(source.file) ?? this.#fileNumbers.size;
      this.#fileNumbers.set(source.file, file);
    }
    this.files.push(file);
    this.lines.push(source?.line ?? 0);
  }
}

/** @param lists of the consumers, then of the credentials */
export function writeSourceMap(lists: readonly SourceList[], fileNumbers: ReadonlyMap<string, number>): Uint8Array {
  // By name, whatever the order in which they came up.
  const sorted = [...fileNumbers.keys()].sort();
  const ranks = new Array<number>(sorted.length);
  for (const [rank, file] of sorted.entries()) ranks[fileNumbers.get(file) ?? 0] = rank;
  const recordCount = lists.reduce((sum, { lines }) => sum + lines.length, 0);
  let longest = 0;
  for (const { lines } of lists) {
    for (let index = 0; index < lines.length; index++) longest = Math.max(longest, lines.at(index));
  }
  const fileWidth = widthOf(sorted.length - 1);
  const lineWidth = widthOf(longest);
  const names = new ByteSink();
  const ends = sorted.map((file) => {
    names.addText(file);
    return names.length;
  });
  const namesStart = countsSize + sorted.length * 4;
  const body = namesStart + names.length;
  const bytes = uncountedBytes(body + recordCount * (fileWidth + lineWidth));
  const view = viewOf(bytes);
  [fileWidth, lineWidth, sorted.length, ...ends].forEach((value, index) => {
    view.setUint32(index * 4, value, true);
  });
  bytes.set(names.toBytes(), namesStart);
  let at = body;
  for (const { files, lines } of lists) {
    for (let index = 0; index < lines.length; index++) {
      const line = lines.at(index);
      if (line !== 0) {
        writeNumber(bytes, at, fileWidth, ranks[files.at(index)] ?? 0);
        writeNumber(bytes, at + fileWidth, lineWidth, line);
      }
      at += fileWidth + lineWidth;
    }
  }
  return bytes;
}

export function openSourceMap(bytes: Uint8Array, recordCount: number): SourceMap {
  if (bytes.length === 0) return () => "";
  if (bytes.length < countsSize) refuse("its source map is cut off");
  const view = viewOf(bytes);
  const fileWidth = view.getUint32(0, true);
  const lineWidth = view.getUint32(4, true);
  const fileCount = view.getUint32(8, true);
  const namesStart = countsSize + fileCount * 4;
  if (namesStart > bytes.length) refuse("its source map is cut off");
  const nameEnd = (file: number) => view.getUint32(countsSize + file * 4, true);
  for (let file = 1; file < fileCount; file++) {
    if (nameEnd(file) < nameEnd(file - 1)) refuse("its source map has names that overlap");
  }
  const body = namesStart + (fileCount === 0 ? 0 : nameEnd(fileCount - 1));
  if (fileWidth > maximumWidth || lineWidth > maximumWidth) refuse("its source map has an unknown width");
  const recordSize = fileWidth + lineWidth;
  if (bytes.length !== body + recordCount * recordSize) refuse("its source map has the wrong length");
  const names: string[] = [];
  const fileName = (file: number): string => {
    names[file] ??= decoder.decode(
      bytes.slice(namesStart + (file === 0 ? 0 : nameEnd(file - 1)), namesStart + nameEnd(file)),
    );
    return names[file];
  };
  // Without a byte for them, no line is known.
  for (let record = 0; lineWidth > 0 && record < recordCount; record++) {
    const at = body + record * recordSize;
    const isKnown = readNumber(bytes, at + fileWidth, lineWidth) !== 0;
    if (isKnown && readNumber(bytes, at, fileWidth) >= fileCount)
      refuse("its source map refers to a file that is not there");
  }
  return (record) => {
    const at = body + record * recordSize;
    const line = readNumber(bytes, at + fileWidth, lineWidth);
    return line === 0 ? "" : `${fileName(readNumber(bytes, at, fileWidth))}:${line}`;
  };
}

/** Bytes that the number needs; 0 needs none. */
function widthOf(largest: number): number {
  let width = 0;
  for (let rest = largest; rest > 0; rest = Math.floor(rest / 256)) width++;
  return width;
}

function writeNumber(bytes: Uint8Array, at: number, width: number, value: number): void {
  let rest = value;
  for (let index = 0; index < width; index++) {
    bytes[at + index] = rest % 256;
    rest = Math.floor(rest / 256);
  }
}

function readNumber(bytes: Uint8Array, at: number, width: number): number {
  let value = 0;
  for (let index = width - 1; index >= 0; index--) value = value * 256 + (bytes[at + index] ?? 0);
  return value;
}
