/** Checks one unit of a lint, a file or a segment of one, in whatever thread. */
import { statSync } from "node:fs";
import type { FileCheck, FileChecker, PartsCheck } from "../check/check-file.ts";
import type { CheckSourcesOptions } from "../check/run-options.ts";
import type { SourceText } from "../source/document.ts";
import type { Continuation } from "../source/fast/read-fast.ts";
import type { ReadItemAlone } from "../source/fast/rescue.ts";
import { readSourceFile } from "../source/read.ts";
import { guessColumn, readBeginning, readSegmentBytes, type Segment, type SegmentBytes } from "../source/segments.ts";
import { windowSize } from "../source/windows.ts";
import { SegmentParts } from "./segment-parts.ts";

export interface WholeUnit {
  readonly file: string;
  readonly path: string;
}

export interface SegmentUnit {
  readonly file: string;
  readonly segment: Segment;
  /** Absent for the first segment of a file. */
  readonly continuation?: Continuation;
}

export type Unit = WholeUnit | SegmentUnit;

export interface UnitCheck {
  /** "empty" for a segment in which nothing begins, "unfit" for one of a file that must be read as a whole. */
  readonly check: FileCheck | "empty" | "unfit";
  /** UTF-16 code units. */
  readonly length: number;
  /** Of a segment: where it begins in the file, in bytes. */
  readonly firstByte?: number;
  /** Of the first segment of a file: how the next one goes on. */
  readonly continuation?: Continuation;
}

/** Smaller files are one window, more or less. */
const smallestInParts = 2 * windowSize;

/** @throws InputError if the file cannot be read */
export async function checkUnit(unit: Unit, checker: FileChecker, options: CheckSourcesOptions): Promise<UnitCheck> {
  if ("segment" in unit) return checkSegment(unit, checker);
  const segment = asSegment(unit);
  if (segment) await checker.prepareParts();
  const inParts = segment && checkParts(segment, readSegmentBytes(segment.segment), checker);
  if (inParts) return { check: await explained(inParts.check), length: inParts.length };
  const source = { file: unit.file, text: readSourceFile(unit.path, unit.file) };
  return { check: await checkSource(source, checker, options), length: source.text.length };
}

/** All of a file as one segment; undefined for a small one, and for one that is no list by its looks. */
function asSegment({ file, path }: WholeUnit): SegmentUnit | undefined {
  if (file.toLowerCase().endsWith(".json")) return undefined;
  try {
    const { size } = statSync(path);
    const column = size < smallestInParts ? undefined : guessColumn(readBeginning(path));
    return column === undefined ? undefined : { file, segment: { path, start: 0, end: size, column } };
  } catch {
    // What is wrong with the file is told when it is read.
    return undefined;
  }
}

async function checkSegment(unit: SegmentUnit, checker: FileChecker): Promise<UnitCheck> {
  await checker.prepareParts();
  const list = readSegmentBytes(unit.segment);
  if (list.bytes.length === 0) return { check: "empty", length: 0 };
  const checked =
    checkParts(unit, list, checker) ??
    checkParts(unit, list, checker, (await import("../source/parse.ts")).readItemAlone);
  if (!checked) return { check: "unfit", length: 0 };
  return { ...checked, check: await explained(checked.check), firstByte: list.firstByte };
}

function checkParts(
  { file, segment, continuation }: SegmentUnit,
  list: SegmentBytes,
  checker: FileChecker,
  readAlone?: ReadItemAlone,
): (PartsCheck & { readonly length: number }) | undefined {
  const parts = new SegmentParts(file, segment.path, list, readAlone);
  const checked = checker.checkParts(file, parts, continuation);
  return checked && { ...checked, length: parts.length };
}

export async function checkSource(
  source: SourceText,
  checker: FileChecker,
  { environment }: CheckSourcesOptions,
): Promise<FileCheck> {
  const check = checker.check(source);
  if (check) return explained(check);
  // What nearly no file needs is loaded only then.
  const { parseDeclined, readItemAlone } = await import("../source/parse.ts");
  return explained(
    checker.check(source, readItemAlone) ?? checker.checkParsed(source, parseDeclined(source, environment)),
  );
}

async function explained(check: FileCheck): Promise<FileCheck> {
  if (check.unexplained.length === 0) return check;
  const { explainSchema } = await import("../check/schema.ts");
  return { ...check, found: [...check.found, ...check.unexplained.flatMap(explainSchema)], unexplained: [] };
}
