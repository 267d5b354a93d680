/** A run of policy tests for people: what failed, in its place, and what was never exercised. */

import { type Coverage, type CoverageItem, coverageKinds, type TestReport } from "../testing/contract.ts";
import { count } from "./count.ts";
import { formatPosition, renderDiagnosticText } from "./diagnostics-text.ts";
import type { FileText } from "./file-text.ts";
import { printable, type Style } from "./style.ts";

export interface TestsInput {
  readonly report: TestReport;
  /** Whether coverage was asked for. */
  readonly withCoverage: boolean;
  /** File name to text of the test files. */
  readonly sources: ReadonlyMap<string, FileText>;
  readonly style: Style;
}

export function renderTestsText({ report, withCoverage, sources, style }: TestsInput): string {
  const { cases, coverage } = report;
  const failed = cases.filter(({ findings }) => findings.length > 0);
  const lines = [...new Set(cases.map(({ file }) => file))].flatMap((file) => [
    style.bold(printable(file)),
    ...cases
      .filter((each) => each.file === file)
      .map(({ name, findings }) => `  ${findings.length > 0 ? style.red("✗") : style.green("✓")} ${printable(name)}`),
  ]);
  const details = failed.flatMap(({ findings }) =>
    findings.map((finding) => renderDiagnosticText(finding, sources, style)),
  );
  const passed = style.green(`${cases.length - failed.length} passed`);
  const summary = failed.length > 0 ? `${style.red(`${failed.length} failed`)}, ${passed}` : passed;
  return [
    lines.join("\n"),
    ...details,
    ...(withCoverage ? [renderCoverage(coverage, style)] : []),
    `${count(cases.length, "case")}: ${summary}`,
  ].join("\n\n");
}

/** Rounded down, so that 100 means all. */
export function percentOf(items: readonly CoverageItem[]): number {
  if (items.length === 0) return 100;
  return Math.floor((items.filter(({ isExercised }) => isExercised).length * 100) / items.length);
}

function renderCoverage({ items }: Coverage, style: Style): string {
  const rows = coverageKinds.map((kind) => {
    const all = items.filter((item) => item.kind === kind);
    const exercised = all.filter(({ isExercised }) => isExercised).length;
    return `  ${kind.padEnd(12)}${`${exercised}/${all.length}`.padStart(9)}  ${String(percentOf(all)).padStart(3)}%`;
  });
  const missed = coverageKinds.flatMap((kind) => {
    const own = items.filter((item) => item.kind === kind && !item.isExercised);
    const lines = own.slice(0, listedAtMost).map((item) => missedLine(item, style));
    return own.length > listedAtMost
      ? [...lines, `  and ${count(own.length - listedAtMost, nouns[kind])} more`]
      : lines;
  });
  return [
    style.bold(`coverage ${percentOf(items)}%`),
    ...rows,
    ...(missed.length > 0 ? [style.bold("never exercised (--format json lists all)"), ...missed] : []),
  ].join("\n");
}

/** Of a kind. */
const listedAtMost = 10;

const nouns = { routes: "route", consumers: "consumer", credentials: "credential", plugins: "plugin" } as const;

function missedLine({ kind, name, source }: CoverageItem, style: Style): string {
  const place = source ? style.dim(`  ${formatPosition(source)}`) : "";
  return `  ${style.yellow(nouns[kind])} ${printable(name)}${place}`;
}
