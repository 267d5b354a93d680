/** Divides the files of a lint into units of work: most files are one, a large one is cut into segments. */
import { statSync } from "node:fs";
import type { FileChecker } from "../check/check-file.ts";
import type { CheckSourcesOptions } from "../check/run-options.ts";
import { fileProblem } from "../source/file-problem.ts";
import { InputError, isReadOnce, type SourceFile } from "../source/read.ts";
import { beginningSize, guessColumn, readBeginning, segmentSize } from "../source/segments.ts";
import { checkUnit, type Unit, type UnitCheck } from "./check-unit.ts";

/** A unit of one of the files, with what was found in it if that is known already. */
export interface PlannedUnit {
  readonly unit: Unit;
  /** Index of its file. */
  readonly index: number;
  /** Bytes, about. */
  readonly size: number;
  readonly result?: UnitCheck;
}

/** Smaller files are not worth the cut. */
export const smallestToCut = 1.5 * segmentSize;

/**
 * In the order of the files; what can be read only once has no units. The first segment of a cut file is checked at once: how it ends tells what the others are.
 * @throws InputError if a file cannot be read
 */
export async function planUnits(
  files: readonly SourceFile[],
  checker: FileChecker,
  options: CheckSourcesOptions,
): Promise<readonly PlannedUnit[]> {
  const planned: PlannedUnit[] = [];
  for (const [index, { file, path }] of files.entries()) {
    if (path === undefined || isReadOnce({ file, path })) continue;
    const size = sizeOf(path, file);
    const isJson = file.toLowerCase().endsWith(".json");
    const segments = size < smallestToCut || isJson ? [] : await cut(file, path, size, checker, options);
    if (segments.length === 0) planned.push({ unit: { file, path }, index, size });
    for (const segment of segments) planned.push({ ...segment, index });
  }
  return planned;
}

/** Nothing for a file that does not begin as one that can be cut. */
async function cut(
  file: string,
  path: string,
  size: number,
  checker: FileChecker,
  options: CheckSourcesOptions,
): Promise<readonly Omit<PlannedUnit, "index">[]> {
  const column = guessColumn(readBeginning(path));
  if (column === undefined) return [];
  const first: Unit = { file, segment: { path, start: 0, end: beginningSize, column } };
  const result = await checkUnit(first, checker, options);
  const { continuation } = result;
  if (continuation?.column !== column) return [];
  const planned: Omit<PlannedUnit, "index">[] = [{ unit: first, size: 0, result }];
  for (let start = beginningSize; start < size; start += segmentSize) {
    const segment = { path, start, end: start + segmentSize, column };
    planned.push({ unit: { file, segment, continuation }, size: segmentSize });
  }
  return planned;
}

function sizeOf(path: string, file: string): number {
  try {
    return statSync(path).size;
  } catch (error) {
    throw new InputError(`${file}: cannot be read: ${fileProblem(error)}.`);
  }
}
