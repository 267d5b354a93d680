/** Tells what came out, for people or as JSON. */
import type { Outcome, RowResult } from "./contract.ts";

interface Summary {
  readonly requests: number;
  readonly same: number;
  readonly different: number;
  readonly skipped: number;
  /** How many requests, by reason. */
  readonly reasons: Readonly<Record<string, number>>;
}

function summaryOf(results: readonly RowResult[]): Summary {
  const count = (kind: Outcome["kind"]) => results.filter(({ outcome }) => outcome.kind === kind).length;
  const reasons: Record<string, number> = {};
  for (const { outcome } of results) {
    if (outcome.kind === "skipped") reasons[outcome.reason] = (reasons[outcome.reason] ?? 0) + 1;
  }
  return {
    requests: results.length,
    same: count("same"),
    different: count("different"),
    skipped: count("skipped"),
    reasons,
  };
}

export function textReport(results: readonly RowResult[]): string {
  const { requests, same, different, skipped, reasons } = summaryOf(results);
  const blocks = results.flatMap(({ file, line, case: name, request, outcome }) => {
    if (outcome.kind !== "different") return [];
    const lines = outcome.differences.map(
      ({ what, expected, found }) => `  ${what}: expected ${visible(expected)}, found ${visible(found)}`,
    );
    return [[`${file}:${line}: ${name}: ${visible(request)}`, ...lines, ""].join("\n")];
  });
  const whys = Object.entries(reasons).map(([reason, count]) => `  ${count} skipped: ${reason}`);
  const total = `${requests} requests: ${same} as in the tables, ${different} otherwise, ${skipped} skipped`;
  return `${[...blocks, total, ...whys].join("\n")}\n`;
}

export function jsonReport(results: readonly RowResult[]): string {
  const listed = results
    .filter(({ outcome }) => outcome.kind !== "same")
    .map(({ outcome, ...place }) => ({ ...place, ...outcome }));
  return `${JSON.stringify({ summary: summaryOf(results), results: listed }, undefined, 2)}\n`;
}

/** The tables have control characters, and gateways may answer with some: none of them gets to the terminal. */
function visible(text: string): string {
  const cut = text.length > 300 ? `${text.slice(0, 300)}…` : text;
  return cut.replace(/[\p{Cc}\p{Cf}]/gu, (character) =>
    JSON.stringify(character).slice(1, -1).replace("\x7f", "\\x7f"),
  );
}
