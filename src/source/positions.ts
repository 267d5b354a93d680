/** Remembers where the entries of each map and sequence stand, beside the plain values instead of inside them. */
import type { Part, Path, Place, Position, Span } from "../model/place.ts";
import type { Origin, SourceText } from "./document.ts";

/** Offsets of one entry: key start, key end, value start, value end. A sequence's entries have no key (both -1). */
const offsetsPerEntry = 4;

interface Entries {
  /** Absent for a sequence, whose entries are found by index. */
  readonly keys?: string[];
  readonly offsets: number[];
}

export class Positions {
  /** Not weak: it lives as long as the values do, and a weak map of many entries is a burden for the garbage collector. */
  readonly #entries = new Map<object, Entries>();

  addMap(map: object, keys: string[], offsets: number[]): void {
    this.#entries.set(map, { keys, offsets });
  }

  addSequence(sequence: object, offsets: number[]): void {
    this.#entries.set(sequence, { offsets });
  }

  /** Start and end offset of `part` of the entry `key` of `container`, if it has such an entry. */
  find(container: object, key: string | number, part: Part): readonly [number, number] | undefined {
    const entries = this.#entries.get(container);
    if (!entries) return undefined;
    const index = entries.keys ? entries.keys.indexOf(String(key)) : Number(key);
    const base = index * offsetsPerEntry + (part === "key" && entries.keys ? 0 : 2);
    const start = entries.offsets[base];
    const end = entries.offsets[base + 1];
    return index < 0 || start === undefined || end === undefined ? undefined : [start, end];
  }
}

/** A place whose root is `value`, standing at the offsets `[start, end)` of `source`. */
export function placeOf(
  source: SourceText,
  value: unknown,
  root: readonly [number, number],
  positions: Positions,
): Place {
  return {
    span(path: Path = [], part: Part = "value"): Span {
      const [start, end] = findOffsets(value, root, positions, path, part);
      return spanBetween(source, start, end);
    },
  };
}

/** The span of `source.text` from offset `start` to `end`. */
export function spanBetween(source: SourceText, start: number, end: number): Span {
  return { file: source.file, start: positionAt(source, start), end: positionAt(source, Math.max(start, end)) };
}

function findOffsets(
  value: unknown,
  root: readonly [number, number],
  positions: Positions,
  path: Path,
  part: Part,
): readonly [number, number] {
  let found = root;
  let container = value;
  for (const [depth, key] of path.entries()) {
    if (typeof container !== "object" || container === null) return found;
    const next = positions.find(container, key, depth === path.length - 1 ? part : "value");
    if (!next) return found;
    found = next;
    container = (container as Record<string | number, unknown>)[key];
  }
  return found;
}

const wholeFile: Origin = { lines: 0, offset: 0 };

const lineStartsBySource = new WeakMap<SourceText, Uint32Array>();

function positionAt(source: SourceText, offset: number): Position {
  const starts = lineStarts(source);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const { lines, offset: before } = source.origin ?? wholeFile;
  return { line: lines + low + 1, column: offset - (starts[low] ?? 0) + 1, offset: before + offset };
}

function lineStarts(source: SourceText): Uint32Array {
  const known = lineStartsBySource.get(source);
  if (known) return known;
  const starts = [0];
  for (let at = source.text.indexOf("\n"); at >= 0; at = source.text.indexOf("\n", at + 1)) starts.push(at + 1);
  const table = Uint32Array.from(starts);
  lineStartsBySource.set(source, table);
  return table;
}
