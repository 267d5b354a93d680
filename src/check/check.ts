/** The check stage: documents in, diagnostics and, if nothing is wrong, the typed configuration out. */
import type { ConsumerEntry } from "../model/config.ts";
import type { Document } from "../source/document.ts";
import { buildConfig } from "./build-config.ts";
import { createFileChecker, type FileCheck, type FileChecker } from "./check-file.ts";
import { type CheckResult, conclude } from "./conclude.ts";
import { type CheckOptions, type CheckSourcesOptions, runOptionsOf } from "./run-options.ts";
import { explainSchema } from "./schema.ts";

export type { CheckResult } from "./conclude.ts";
export type { CheckOptions } from "./run-options.ts";

/**
 * Checks documents against the schemas and the semantic rules.
 * Never throws on bad input.
 */
export function check(documents: readonly Document[], options: CheckOptions): CheckResult {
  return checkFiles({ environment: {}, ...options }, (checker) =>
    documents.map((document) =>
      checker.checkParsed(document.source, { documents: [document], diagnostics: [], variables: new Set() }),
    ),
  );
}

/** Checks the files that `read` makes of a checker, and keeps their consumers for the configuration. */
export function checkFiles(
  options: CheckSourcesOptions,
  read: (checker: FileChecker) => readonly FileCheck[],
): CheckResult {
  const checked = read(createFileChecker(runOptionsOf(options), { keepsConsumers: true }));
  const files = checked.map((file) => ({
    ...file,
    found: [...file.found, ...file.unexplained.flatMap(explainSchema)],
  }));
  const consumers = files.flatMap((file) => file.consumers);
  const { diagnostics, others } = conclude(files, options, (rows) => pick(consumers, rows));
  return others ? { diagnostics, config: buildConfig(consumers, others) } : { diagnostics };
}

function pick(consumers: readonly ConsumerEntry[], rows: ReadonlySet<number>): ReadonlyMap<number, ConsumerEntry> {
  const picked = new Map<number, ConsumerEntry>();
  for (const row of rows) {
    const consumer = consumers[row];
    if (consumer) picked.set(row, consumer);
  }
  return picked;
}
