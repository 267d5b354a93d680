/** Joins what was found in each file: runs the comparing rules, applies severities and suppressions, and decides whether there is a configuration. */
import type { Config, ConsumerEntry } from "../model/config.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { orderOthers } from "./build-config.ts";
import type { FileCheck } from "./check-file.ts";
import { diagnosticOf } from "./findings.ts";
import { rules } from "./rules/index.ts";
import { type CheckSourcesOptions, runOptionsOf, severityOf, withSeverity } from "./run-options.ts";
import { joinSuppressions, type Suppressions } from "./suppressions.ts";
import { joinFacts, type Others, type Survey } from "./survey/survey.ts";

export interface CheckResult {
  /** Ordered by file, then line. */
  readonly diagnostics: readonly Diagnostic[];
  /** Absent when a diagnostic is an error: what is not right is not used. */
  readonly config?: Config;
}

export interface Conclusion {
  readonly diagnostics: readonly Diagnostic[];
  /** Present when nothing is an error. */
  readonly others?: Others;
}

/** The consumers of some rows of the survey, which was made of all files in their order. One that is gone is missing. */
export type FetchConsumers = (rows: ReadonlySet<number>) => ReadonlyMap<number, ConsumerEntry>;

export function conclude(
  files: readonly FileCheck[],
  options: CheckSourcesOptions,
  fetchConsumers: FetchConsumers,
): Conclusion {
  const { severities } = options;
  const survey = surveyOf(files);
  const parsed = files.flatMap((file) => file.parsed);
  // Never spread into arguments: there may be a million findings.
  const found = files
    .flatMap((file) => file.found)
    .flatMap((diagnostic) => withSeverity(diagnostic, severities))
    .concat(files.flatMap((file) => file.byRules))
    .concat(compare(survey, options, fetchConsumers));
  const suppressions = joinSuppressions(
    files.flatMap((file) => file.suppressions ?? []),
    // With a part of the files left out, nobody can say which comments silence nothing.
    { isComplete: !hasErrors(parsed) },
  );
  const heard = suppressions ? suppress(found, suppressions, options) : found;
  // Happens only where the schema's finding was switched off or lowered: to go on would delete the resource from the gateway.
  const leftOut = hasErrors(heard) ? [] : files.flatMap((file) => file.leftOut);
  const diagnostics = inOrder([...parsed, ...heard, ...leftOut]);
  return hasErrors(diagnostics) ? { diagnostics } : { diagnostics, others: survey.others };
}

function surveyOf(files: readonly FileCheck[]): Survey {
  return {
    others: orderOthers(
      files.flatMap((file) => file.others),
      new Set(files.flatMap((file) => [...file.declared])),
    ),
    consumers: joinFacts(files.map((file) => file.facts)),
  };
}

interface SecondLook {
  readonly rows: readonly number[];
  see(consumers: readonly ConsumerEntry[]): void;
}

function compare(survey: Survey, options: CheckSourcesOptions, fetchConsumers: FetchConsumers): readonly Diagnostic[] {
  const { rules: active, facilities } = runOptionsOf(options);
  const found: Diagnostic[] = [];
  let looks: SecondLook[] = [];
  for (const each of active) {
    each.rule.conclude?.(survey, {
      ...facilities,
      // Comparing rules look at values; the text of a file that was read is gone.
      writtenText: () => undefined,
      report: (finding) => found.push(diagnosticOf(finding, each)),
      lookAgain(rows, see) {
        if (rows.length > 0) looks.push({ rows, see });
      },
    });
  }
  // To be shown one thing may make a rule ask for another.
  while (looks.length > 0) {
    const asked = looks;
    looks = [];
    const consumers = fetchConsumers(new Set(asked.flatMap(({ rows }) => rows)));
    for (const { rows, see } of asked) see(rows.flatMap((row) => consumers.get(row) ?? []));
  }
  return found;
}

function suppress(
  diagnostics: readonly Diagnostic[],
  suppressions: Suppressions,
  { severities, targets = [] }: CheckSourcesOptions,
): Diagnostic[] {
  const heard = suppressions.apply(diagnostics);
  const isOff = (id: string): boolean => {
    const own = rules.find((rule) => rule.id === id)?.severity ?? "error";
    return severityOf(id, own, severities ?? {}) === "off" || (id.startsWith("target/") && targets.length === 0);
  };
  const own = [...suppressions.diagnostics, ...suppressions.unused(isOff)];
  return [...heard, ...own.flatMap((diagnostic) => withSeverity(diagnostic, severities))];
}

function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}

/** By file, then place, then rule; what has no place goes last. */
export function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort(byPosition);
}

function byPosition(left: Diagnostic, right: Diagnostic): number {
  const a = left.span;
  const b = right.span;
  if (!a || !b) return Number(b === undefined) - Number(a === undefined);
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.start.offset - b.start.offset || rankOf(left) - rankOf(right);
}

const groups = ["source", "document", "schema", "resource"];
const rankByRule: ReadonlyMap<string, number> = new Map(rules.map(({ id }, index) => [id, groups.length + index]));

/** What reads a file comes before what looks at the result. */
function rankOf({ rule }: Diagnostic): number {
  return rankByRule.get(rule) ?? (groups.indexOf(rule.slice(0, rule.indexOf("/"))) + 1 || groups.length + rules.length);
}
