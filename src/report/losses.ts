/** What a conversion could not hold, as text and as JSON. */
import type { Loss, Outcome } from "../convert/contract.ts";
import { count } from "./count.ts";
import { formatPosition } from "./diagnostics-text.ts";
import { safeJson } from "./safe-json.ts";
import { printable, type Style } from "./style.ts";

const outcomes: readonly Outcome[] = ["dropped", "approximated", "renamed", "noted"];

/** One entry a loss, and the counts behind them. */
export function lossesText(losses: readonly Loss[], style: Style): string {
  const entries = losses.map(({ span, found, outcome, became, instead }) => {
    const color = outcome === "noted" ? style.blue : style.yellow;
    const head = `${style.bold(formatPosition(span))} ${color(outcome)}: ${printable(found)}`;
    return `${head}\n  ${printable(became)}\n  ${style.dim("instead:")} ${printable(instead)}\n`;
  });
  return [...entries, `${summary(losses)}\n`].join("");
}

/** @param written the files that the result went to, if it did */
export function lossesJson(
  losses: readonly Loss[],
  written: { readonly out: string; readonly secrets?: string },
): string {
  const entries = losses.map(({ span: { file, start }, found, outcome, became, instead }) => ({
    file,
    line: start.line,
    column: start.column,
    found,
    outcome,
    became,
    instead,
  }));
  return safeJson({ ...written, counts: countsOf(losses), losses: entries });
}

function summary(losses: readonly Loss[]): string {
  const counts = countsOf(losses);
  const parts = outcomes.filter((outcome) => counts[outcome] > 0).map((outcome) => `${counts[outcome]} ${outcome}`);
  return parts.length === 0 ? "nothing was lost" : `${count(losses.length, "entry", "entries")}: ${parts.join(", ")}`;
}

function countsOf(losses: readonly Loss[]): Readonly<Record<Outcome, number>> {
  const counts = { dropped: 0, approximated: 0, renamed: 0, noted: 0 };
  for (const { outcome } of losses) counts[outcome] += 1;
  return counts;
}
