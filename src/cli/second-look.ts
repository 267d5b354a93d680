/** Reads pieces of a lint again, for the few resources that must be seen a second time. */
import type { FileCheck } from "../check/check-file.ts";
import type { FetchConsumers } from "../check/conclude.ts";
import type { CheckSourcesOptions } from "../check/run-options.ts";
import { type FileVisitor, walkDocuments, walkFile, walkPart } from "../check/walk-file.ts";
import type { ConsumerEntry } from "../model/config.ts";
import { ReadingMemory } from "../source/fast/reading-memory.ts";
import { readSegment } from "../source/segments.ts";
import type { OriginOf, Piece } from "./lint-pieces.ts";
import type { Texts } from "./lint-texts.ts";

export interface SecondLook {
  readonly fetchConsumers: FetchConsumers;
  /** The piece's check with the resources that are not consumers. */
  withOthers(piece: Piece): FileCheck;
}

export async function createSecondLook(
  pieces: readonly Piece[],
  texts: Texts,
  originOf: OriginOf,
  options: CheckSourcesOptions,
): Promise<SecondLook> {
  const parser = pieces.some(({ check }) => check.isDeclined || check.isRescued)
    ? await import("../source/parse.ts")
    : undefined;
  const walk = (piece: Piece, visitor: FileVisitor): void => {
    const { index, check, part } = piece;
    const readAlone = check.isRescued ? parser?.readItemAlone : undefined;
    if (part) {
      const { segment, continuation, file } = part.unit;
      const { text, stop } = readSegment(segment);
      const source = { file, text, origin: originOf(part) };
      walkPart({ source, stop, memory: new ReadingMemory(), readAlone }, continuation, visitor, options);
    } else if (parser && check.isDeclined) {
      walkDocuments(parser.parseDeclined(texts.read(index), options.environment), visitor, options);
    } else {
      walkFile(texts.read(index), visitor, { ...options, readAlone });
    }
  };
  return {
    fetchConsumers: (rows) => fetchConsumers(rows, pieces, walk),
    withOthers(piece) {
      const others: FileCheck["others"][number][] = [];
      walk(piece, { other: (kind, entry) => others.push({ kind, entry }) });
      return { ...piece.check, others };
    },
  };
}

function fetchConsumers(
  rows: ReadonlySet<number>,
  pieces: readonly Piece[],
  walk: (piece: Piece, visitor: FileVisitor) => void,
): ReadonlyMap<number, ConsumerEntry> {
  const found = new Map<number, ConsumerEntry>();
  const wanted = [...rows].sort((left, right) => left - right);
  let at = 0;
  let start = 0;
  for (const piece of pieces) {
    const end = start + piece.check.facts.rows;
    const isWanted = (wanted[at] ?? Number.POSITIVE_INFINITY) < end;
    let row = start;
    // A file that was changed meanwhile has other rows: what is gone is not shown, and what is shown is compared again.
    const consumer = (entry: ConsumerEntry): void => {
      if (row < end && rows.has(row)) found.set(row, entry);
      row += 1;
    };
    if (isWanted) walk(piece, { consumer });
    while ((wanted[at] ?? Number.POSITIVE_INFINITY) < end) at += 1;
    start = end;
  }
  return found;
}
