/** Carries out changes for sync: what is told before and after, progress while it runs, and an orderly stop on Ctrl-C or SIGTERM. */

import { type ApplyReport, applyPlan } from "../gateway/apply-plan.ts";
import type { Gateway } from "../gateway/contract.ts";
import type { Change, Plan } from "../plan/contract.ts";
import { type ApplyFormat, applyFormats } from "../report/applied.ts";
import { type PlanFormat, planFormats } from "../report/plans.ts";
import { type ProgressMode, progressOf } from "./apply-progress.ts";
import { CommandError, exitCodes, stopSignals, type Terminal } from "./terminal.ts";

export interface ApplyInput {
  readonly gateway: Gateway;
  readonly plan: Plan;
  /** Named where there are several gateway groups. */
  readonly group?: string;
  /** How the rest is done, if it ends half-way. */
  readonly advice?: string;
  readonly watcher?: Watcher;
  /** Stops it as Ctrl-C does. */
  readonly lost?: AbortSignal;
}

/** Keeps a record of a run. */
export interface Watcher {
  /** Before the first change. */
  begin(): Promise<void>;
  applied(change: Change): void;
  /** Everything is applied. */
  end(): Promise<void>;
}

export interface ApplyOptions {
  readonly format: PlanFormat;
  readonly concurrency: number;
  readonly progress: ProgressMode;
}

/** @throws CommandError for a format that only shows plans */
export function requireApplyFormat(format: PlanFormat): ApplyFormat {
  if (format !== "html") return format;
  throw new CommandError("--format html shows what is planned: add --dry-run, or give it to diff.");
}

/** @returns the exit code */
export async function carryOut(input: ApplyInput, options: ApplyOptions, terminal: Terminal): Promise<number> {
  const { plan, advice, watcher, group } = input;
  const style = terminal.outStyle;
  const format = requireApplyFormat(options.format);
  // A reader that goes away must neither stop it half-way nor make it end as if all went well.
  terminal.outlastOutput((code) => terminal.note(`standard output cannot be written (${code}); sync goes on`));
  if (format === "text") terminal.out(planFormats.text({ plan, style }));
  await watcher?.begin();
  const report = await applyWithSignals(input, options, terminal);
  const isComplete = report.failed.length + report.notTried.length === 0;
  if (isComplete) await watcher?.end();
  terminal.out(
    applyFormats[format]({
      plan,
      report,
      style,
      ...(advice !== undefined && { advice }),
      ...(group !== undefined && { group }),
    }),
  );
  return isComplete ? exitCodes.fine : exitCodes.failure;
}

/** A stop finishes the calls under way and reports the rest as not tried; a second one ends at once. */
async function applyWithSignals(
  { gateway, plan, watcher, lost }: ApplyInput,
  { concurrency, progress }: ApplyOptions,
  terminal: Terminal,
): Promise<ApplyReport> {
  const interruption = new AbortController();
  const interrupt = (): void => {
    if (interruption.signal.aborted) process.exit(exitCodes.failure);
    terminal.note("stopping: calls under way are finished first");
    interruption.abort();
  };
  for (const signal of stopSignals) process.on(signal, interrupt);
  lost?.addEventListener("abort", () => interruption.abort());
  if (lost?.aborted) interruption.abort();
  const show = progressOf(progress, terminal);
  try {
    return await applyPlan(gateway, plan, {
      concurrency,
      signal: interruption.signal,
      onEvent(event) {
        if (event.type === "applied") watcher?.applied(event.change);
        show(event);
      },
    });
  } finally {
    for (const signal of stopSignals) process.off(signal, interrupt);
  }
}
