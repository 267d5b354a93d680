/** What was found in each unit of a lint, joined by file: places count from the beginning of the file. */
import type { FileCheck } from "../check/check-file.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Position, Span } from "../model/place.ts";
import type { Origin } from "../source/document.ts";
import { countLines } from "../source/segments.ts";
import type { SegmentUnit, Unit, UnitCheck } from "./check-unit.ts";
import type { PlannedUnit } from "./plan-units.ts";
import type { UnitResult } from "./run-units.ts";

/** A file, or a segment of one. */
export interface Piece {
  /** Index of its file. */
  readonly index: number;
  readonly check: FileCheck;
  readonly lacksOthers?: boolean;
  /** Absent for a whole file. */
  readonly part?: PiecePart;
}

export interface PiecePart {
  readonly unit: SegmentUnit;
  /** UTF-16 code units of the file before it. */
  readonly offset: number;
  /** Its own UTF-16 code units. */
  readonly length: number;
  /** Bytes of the file before it. */
  readonly firstByte: number;
}

/** Says how much of its file stands before a part. */
export type OriginOf = (part: PiecePart) => Origin;

/** undefined if the file must be read as a whole. */
export function piecesOf(
  index: number,
  planned: readonly PlannedUnit[],
  resultOf: (unit: PlannedUnit) => UnitResult | undefined,
): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  let offset = 0;
  for (const each of planned) {
    const result: (UnitCheck & Partial<UnitResult>) | undefined = each.result ?? resultOf(each);
    if (!result || result.check === "unfit") return undefined;
    if (result.check !== "empty") {
      const { check, lacksOthers = false } = result;
      pieces.push({ index, check, lacksOthers, ...partOf(each.unit, offset, result) });
    }
    offset += result.length;
  }
  return pieces.length === 0 ? undefined : pieces;
}

function partOf(unit: Unit, offset: number, { length, firstByte = 0 }: UnitCheck): Pick<Piece, "part"> {
  if (!("segment" in unit)) return {};
  return { part: { unit, offset, length, firstByte } };
}

/** Counts the lines of a file from where it counted last, for parts are mostly asked for in order. */
export function createOriginOf(): OriginOf {
  const counted = new Map<string, { byte: number; lines: number }>();
  return ({ unit, offset, firstByte }) => {
    const { path } = unit.segment;
    const known = counted.get(path);
    const from = known && known.byte <= firstByte ? known : { byte: 0, lines: 0 };
    const lines = from.lines + countLines(path, from.byte, firstByte);
    counted.set(path, { byte: firstByte, lines });
    return { lines, offset };
  };
}

/**
 * Moves all places of parts to where they stand in the file. Lines are counted only where something was found.
 * The places of resources cannot be moved: those are read again.
 */
export function placed(pieces: readonly Piece[], originOf: OriginOf): readonly Piece[] {
  return pieces.map((piece) => {
    const { check, part } = piece;
    const isSilent = [check.parsed, check.found, check.byRules, check.leftOut].every((list) => list.length === 0);
    if (!part || part.offset === 0) return piece;
    const lacksOthers = piece.lacksOthers || check.others.length > 0;
    if (isSilent && !check.suppressions) return { ...piece, lacksOthers };
    return { ...piece, lacksOthers, check: moved(check, originOf(part)) };
  });
}

function moved(check: FileCheck, origin: Origin): FileCheck {
  const move = (diagnostic: Diagnostic): Diagnostic => movedDiagnostic(diagnostic, origin);
  const { suppressions } = check;
  return {
    ...check,
    parsed: check.parsed.map(move),
    found: check.found.map(move),
    byRules: check.byRules.map(move),
    leftOut: check.leftOut.map(move),
    suppressions: suppressions && {
      diagnostics: suppressions.diagnostics.map(move),
      suppressions: suppressions.suppressions.map((each) => ({
        ...each,
        span: movedSpan(each.span, origin),
        line: each.line === undefined ? undefined : each.line + origin.lines,
      })),
    },
  };
}

function movedDiagnostic(diagnostic: Diagnostic, origin: Origin): Diagnostic {
  const { span, related } = diagnostic;
  return {
    ...diagnostic,
    ...(span && { span: movedSpan(span, origin) }),
    ...(related && { related: related.map((other) => ({ ...other, span: movedSpan(other.span, origin) })) }),
  };
}

function movedSpan({ file, start, end }: Span, origin: Origin): Span {
  return { file, start: movedPosition(start, origin), end: movedPosition(end, origin) };
}

function movedPosition({ line, column, offset }: Position, origin: Origin): Position {
  return { line: line + origin.lines, column, offset: offset + origin.offset };
}
