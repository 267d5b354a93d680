/** Carries out changes for sync: progress while it runs, and an orderly stop on Ctrl-C or SIGTERM. */
import { type ApplyEvent, type ApplyReport, applyPlan } from "../gateway/apply-plan.ts";
import type { Gateway } from "../gateway/contract.ts";
import type { Plan } from "../plan/contract.ts";
import { describeChange } from "../report/applied.ts";
import { exitCodes, type Terminal } from "./terminal.ts";

export interface ApplyInput {
  readonly gateway: Gateway;
  readonly plan: Plan;
  readonly concurrency: number;
  readonly onEvent?: (event: ApplyEvent) => void;
}

const stopSignals = ["SIGINT", "SIGTERM"] as const;

/** A stop finishes the calls under way and reports the rest as not tried; a second one ends at once. */
export async function applyWithSignals(input: ApplyInput, terminal: Terminal): Promise<ApplyReport> {
  const interruption = new AbortController();
  const interrupt = (): void => {
    if (interruption.signal.aborted) process.exit(exitCodes.failure);
    terminal.note("stopping: calls under way are finished first");
    interruption.abort();
  };
  for (const signal of stopSignals) process.on(signal, interrupt);
  const show = progressOf(terminal);
  try {
    return await applyPlan(input.gateway, input.plan, {
      concurrency: input.concurrency,
      signal: interruption.signal,
      onEvent(event) {
        input.onEvent?.(event);
        show(event);
      },
    });
  } finally {
    for (const signal of stopSignals) process.off(signal, interrupt);
  }
}

/** Below this many changes a log says enough at the end. */
const longRun = 1_000;

const barLength = 24;

/** On a terminal a bar that is written over; else, for long runs, a line each tenth. */
function progressOf(terminal: Terminal): (event: ApplyEvent) => void {
  let tenths = 0;
  return (event) => {
    const { type, change, done, total } = event;
    if (type === "started") return;
    if (terminal.isInteractive) {
      terminal.progress(`${bar(done / total)} ${done}/${total} ${describeChange(change)}`, done === total);
      return;
    }
    const reached = Math.floor((done / total) * 10);
    if (total < longRun || reached <= tenths) return;
    tenths = reached;
    terminal.note(`${done} of ${total} changes`);
  };
}

function bar(share: number): string {
  const filled = Math.floor(share * barLength);
  return `[${"=".repeat(filled)}${" ".repeat(barLength - filled)}]`;
}
