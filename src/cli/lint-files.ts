/** Reads and checks the files of a lint, keeping only what is needed to tell what was found. */
import { createFileChecker, type FileChecker } from "../check/check-file.ts";
import { conclude } from "../check/conclude.ts";
import { type CheckSourcesOptions, runOptionsOf } from "../check/run-options.ts";
import type { SourceFile } from "../source/read.ts";
import { checkSource } from "./check-unit.ts";
import { textsFor } from "./lint-excerpts.ts";
import { createOriginOf, type Piece, piecesOf, placed } from "./lint-pieces.ts";
import { createTexts, type Texts } from "./lint-texts.ts";
import { type PlannedUnit, planUnits } from "./plan-units.ts";
import type { CheckedFiles } from "./render-diagnostics.ts";
import { runUnits } from "./run-units.ts";
import { createSecondLook } from "./second-look.ts";
import type { Terminal } from "./terminal.ts";

export interface LintedFiles extends CheckedFiles {
  /** Names of the environment variables on which the findings depend. */
  readonly variables: ReadonlySet<string>;
}

/** @throws InputError if a file cannot be read */
export async function lintFiles(
  files: readonly SourceFile[],
  options: CheckSourcesOptions,
  terminal: Terminal,
): Promise<LintedFiles> {
  const texts = await createTexts(files, terminal);
  const checker = createFileChecker(runOptionsOf(options), { keepsConsumers: false });
  const originOf = createOriginOf();
  const pieces = placed(await checkAll(files, texts, checker, options), originOf);
  const secondLook = await createSecondLook(pieces, texts, originOf, options);
  const checks = pieces.map((piece) => (piece.lacksOthers ? secondLook.withOthers(piece) : piece.check));
  const { diagnostics } = conclude(checks, options, secondLook.fetchConsumers);
  return {
    diagnostics,
    files: files.map(({ file }) => file),
    sources: textsFor(diagnostics, pieces, texts, originOf),
    variables: new Set(checks.flatMap((check) => [...check.variables])),
  };
}

/** In the order of the files. */
async function checkAll(
  files: readonly SourceFile[],
  texts: Texts,
  checker: FileChecker,
  options: CheckSourcesOptions,
): Promise<readonly Piece[]> {
  const planned = await planUnits(files, checker, options);
  const toDo = planned.filter(({ result }) => result === undefined);
  const results = new Map((await runUnits(toDo, checker, options)).map((result, at) => [toDo[at], result]));
  const byFile = files.map((): PlannedUnit[] => []);
  for (const each of planned) byFile[each.index]?.push(each);
  const pieces: Piece[] = [];
  for (const [index, own] of byFile.entries()) {
    const inPieces = piecesOf(index, own, (each) => results.get(each));
    // Standard input, and a file that turned out not to be made of items alone.
    pieces.push(...(inPieces ?? [{ index, check: await checkSource(texts.read(index), checker, options) }]));
  }
  return pieces;
}
