/** Checks one unit of a lint, a file or a segment of one, in whatever thread. */
import type { FileCheck, FileChecker } from "../check/check-file.ts";
import type { CheckSourcesOptions } from "../check/run-options.ts";
import type { SourceText } from "../source/document.ts";
import type { Continuation } from "../source/fast/read-fast.ts";
import { readSourceFile } from "../source/read.ts";
import { readSegment, type Segment } from "../source/segments.ts";

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

/** @throws InputError if the file cannot be read */
export async function checkUnit(unit: Unit, checker: FileChecker, options: CheckSourcesOptions): Promise<UnitCheck> {
  if ("segment" in unit) return checkSegment(unit, checker);
  const source = { file: unit.file, text: readSourceFile(unit.path, unit.file) };
  return { check: await checkSource(source, checker, options), length: source.text.length };
}

async function checkSegment({ file, segment, continuation }: SegmentUnit, checker: FileChecker): Promise<UnitCheck> {
  const { text, stop, length, firstByte } = readSegment(segment);
  if (text === "") return { check: "empty", length };
  const part = checker.checkPart({ source: { file, text }, stop, ...(continuation && { continuation }) });
  if (!part) return { check: "unfit", length };
  return { check: await explained(part.check), length, firstByte, continuation: part.continuation };
}

export async function checkSource(
  source: SourceText,
  checker: FileChecker,
  { environment }: CheckSourcesOptions,
): Promise<FileCheck> {
  // What nearly no file needs is loaded only then.
  return explained(
    checker.check(source) ??
      checker.checkParsed(source, (await import("../source/parse.ts")).parseDeclined(source, environment)),
  );
}

async function explained(check: FileCheck): Promise<FileCheck> {
  if (check.unexplained.length === 0) return check;
  const { explainSchema } = await import("../check/schema.ts");
  return { ...check, found: [...check.found, ...check.unexplained.flatMap(explainSchema)], unexplained: [] };
}
