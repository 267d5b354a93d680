/** Checks many or large files without keeping what they hold: each is read, checked and forgotten; a second look reads it again. */
import { createFileChecker, type FileCheck, type FileChecker } from "../check/check-file.ts";
import { type Conclusion, conclude, type FetchConsumers } from "../check/conclude.ts";
import { type CheckSourcesOptions, runOptionsOf } from "../check/run-options.ts";
import { type FileVisitor, walkDocuments, walkFile } from "../check/walk-file.ts";
import type { ConsumerEntry } from "../model/config.ts";
import type { SourceText } from "../source/document.ts";

/** Reads a file's text, the same each time. @throws InputError */
export type ReadText = (index: number) => SourceText;

/** The checks of all files, in their order. */
export async function checkOneByOne(
  count: number,
  read: ReadText,
  options: CheckSourcesOptions,
): Promise<readonly FileCheck[]> {
  const checker = createFileChecker(runOptionsOf(options), { keepsConsumers: false });
  const checks: FileCheck[] = [];
  for (let index = 0; index < count; index += 1) checks.push(await checkFile(read(index), checker, options));
  return checks;
}

export async function checkFile(
  source: SourceText,
  checker: FileChecker,
  { environment }: CheckSourcesOptions,
): Promise<FileCheck> {
  const quick = checker.check(source);
  // What nearly no file needs is loaded only then.
  const check = quick ?? checker.checkParsed(source, (await loadParser()).parseDeclined(source, environment));
  if (check.unexplained.length === 0) return check;
  const { explainSchema } = await import("../check/schema.ts");
  return { ...check, found: [...check.found, ...check.unexplained.flatMap(explainSchema)], unexplained: [] };
}

/** What all files together come to. A file is read again if a consumer of it must be looked at once more. */
export async function concludeChecks(
  checks: readonly FileCheck[],
  read: ReadText,
  options: CheckSourcesOptions,
): Promise<Conclusion> {
  const runOptions = runOptionsOf(options);
  const parser = checks.some(({ isDeclined }) => isDeclined) ? await loadParser() : undefined;
  const walkAgain = (index: number, visitor: FileVisitor): void => {
    const source = read(index);
    if (!checks[index]?.isDeclined) walkFile(source, visitor, runOptions);
    else if (parser) walkDocuments(parser.parseDeclined(source, options.environment), visitor, runOptions);
  };
  return conclude(checks, options, createFetch(checks, walkAgain));
}

function createFetch(
  checks: readonly FileCheck[],
  walkAgain: (index: number, visitor: FileVisitor) => void,
): FetchConsumers {
  return (rows) => {
    const found = new Map<number, ConsumerEntry>();
    let row = 0;
    for (const [index, { facts }] of checks.entries()) {
      const end = row + facts.rows;
      if (!hasRowBetween(rows, row, end)) {
        row = end;
        continue;
      }
      walkAgain(index, {
        consumer(consumer) {
          if (rows.has(row) && row < end) found.set(row, consumer);
          row += 1;
        },
      });
      row = end;
    }
    return found;
  };
}

function hasRowBetween(rows: ReadonlySet<number>, start: number, end: number): boolean {
  if (rows.size > end - start) {
    for (let row = start; row < end; row += 1) if (rows.has(row)) return true;
    return false;
  }
  for (const row of rows) if (row >= start && row < end) return true;
  return false;
}

function loadParser(): Promise<typeof import("../source/parse.ts")> {
  return import("../source/parse.ts");
}
