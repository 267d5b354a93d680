/** `rollcall sync`: makes a gateway hold what the files declare, and says exactly what was and was not applied. */
import { type ApplyEvent, type ApplyReport, applyPlan } from "../gateway/apply-plan.ts";
import type { Gateway } from "../gateway/contract.ts";
import type { Plan } from "../plan/contract.ts";
import { type DeleteGuardOptions, deleteGuard } from "../plan/guard.ts";
import { applyFormats, describeChange } from "../report/applied.ts";
import { type PlanFormat, planFormats } from "../report/plans.ts";
import { requireConfig } from "./config-inputs.ts";
import { type ConnectOptions, withGateway } from "./connect.ts";
import type { InputOptions } from "./input-options.ts";
import { type ImpactInputOptions, planImpact, remembering } from "./plan-impact.ts";
import { type PlanInputOptions, planAgainst } from "./plan-inputs.ts";
import { exitCodes, type Terminal } from "./terminal.ts";

export interface SyncOptions
  extends InputOptions,
    ConnectOptions,
    PlanInputOptions,
    ImpactInputOptions,
    DeleteGuardOptions {
  readonly format: PlanFormat;
  readonly dryRun?: boolean;
}

export async function runSync(inputs: readonly string[], options: SyncOptions, terminal: Terminal): Promise<number> {
  const config = await requireConfig(inputs, options, terminal);
  if (!config) return exitCodes.findings;
  return withGateway(options, terminal, async (opened) => {
    const gateway = remembering(opened);
    const plan = await planAgainst(gateway, config, options, terminal);
    const style = terminal.outStyle;
    if (options.dryRun || plan.changes.length === 0) {
      const impact = await planImpact(gateway, plan, options);
      terminal.out(planFormats[options.format]({ plan, style, ...(impact && { impact }) }));
      return options.dryRun ? refuse(plan, options, terminal) : exitCodes.fine;
    }
    if (refuse(plan, options, terminal) !== exitCodes.fine) return exitCodes.findings;
    // A reader that goes away must neither stop it half-way nor make it end as if all went well.
    terminal.outlastOutput((code) => terminal.note(`standard output cannot be written (${code}); sync goes on`));
    if (options.format === "text") terminal.out(planFormats.text({ plan, style }));
    const report = await apply(gateway, plan, options, terminal);
    terminal.out(applyFormats[options.format]({ plan, report, style }));
    return report.failed.length + report.notTried.length > 0 ? exitCodes.failure : exitCodes.fine;
  });
}

function refuse(plan: Plan, options: DeleteGuardOptions, terminal: Terminal): number {
  const reason = deleteGuard(plan, options);
  if (reason === undefined) return exitCodes.fine;
  terminal.note(`${terminal.noteStyle.red("refused:")} ${reason}. Nothing was changed.`);
  return exitCodes.findings;
}

/** Ctrl-C finishes the calls under way and reports the rest as not tried; a second one ends at once. */
async function apply(gateway: Gateway, plan: Plan, options: SyncOptions, terminal: Terminal): Promise<ApplyReport> {
  const interruption = new AbortController();
  const interrupt = (): void => {
    if (interruption.signal.aborted) process.exit(exitCodes.failure);
    terminal.note("stopping: calls under way are finished first");
    interruption.abort();
  };
  process.on("SIGINT", interrupt);
  try {
    return await applyPlan(gateway, plan, {
      concurrency: options.concurrency,
      signal: interruption.signal,
      onEvent: (event) => noteEvent(event, terminal),
    });
  } finally {
    process.off("SIGINT", interrupt);
  }
}

/** On a terminal one line that is written over; else nothing, since the report follows. */
function noteEvent(event: ApplyEvent, terminal: Terminal): void {
  if (!terminal.isInteractive || event.type === "started") return;
  terminal.progress(`${event.done}/${event.total} ${describeChange(event.change)}`, event.done === event.total);
}
