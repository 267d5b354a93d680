/** `rollcall sync`: makes a gateway hold what the files declare, and says exactly what was and was not applied. */

import type { Config } from "../model/config.ts";
import type { Plan } from "../plan/contract.ts";
import { emptyGuard, isEmptyConfig } from "../plan/empty.ts";
import { type DeleteGuardOptions, deleteGuard } from "../plan/guard.ts";
import type { PlanFormat } from "../report/plans.ts";
import { carryOut, requireApplyFormat } from "./apply.ts";
import type { ProgressMode } from "./apply-progress.ts";
import { requireConfig } from "./config-inputs.ts";
import type { ConnectOptions } from "./connection-options.ts";
import { withEachGroup } from "./each-group.ts";
import type { InputOptions } from "./input-options.ts";
import { type LockOptions, withLock } from "./lock.ts";
import { planFileOf } from "./plan-file.ts";
import { type ImpactInputOptions, planImpact, remembering } from "./plan-impact.ts";
import { type PlanInputOptions, planAgainst } from "./plan-inputs.ts";
import { planPrinter } from "./plan-printer.ts";
import { CommandError, exitCodes, type Terminal } from "./terminal.ts";

export interface SyncOptions
  extends InputOptions,
    ConnectOptions,
    PlanInputOptions,
    ImpactInputOptions,
    DeleteGuardOptions,
    LockOptions {
  readonly format: PlanFormat;
  readonly dryRun?: boolean;
  readonly allowEmpty?: boolean;
  readonly resume?: boolean;
  readonly progress: ProgressMode;
}

export async function runSync(inputs: readonly string[], options: SyncOptions, terminal: Terminal): Promise<number> {
  if (!options.dryRun) requireApplyFormat(options.format);
  const planFile = await planFileOf(inputs, terminal);
  if (planFile !== undefined) {
    const { runSavedSync } = await import("./sync-saved.ts");
    return runSavedSync(planFile, options, terminal);
  }
  if (options.resume) {
    throw new CommandError("--resume goes on with a saved plan. A sync of files goes on by itself: run it again.");
  }
  const declared = await requireConfig(inputs, options, terminal);
  if (!declared) return exitCodes.findings;
  const groups = { ...options, stopsAtFailure: !options.dryRun };
  const locking = options.dryRun ? {} : options;
  const printer = planPrinter(options.format, options.dryRun === true, terminal);
  const code = await withEachGroup(declared, groups, terminal, (opened, config, group) =>
    withLock(opened, locking, terminal, async (lost) => {
      const gateway = remembering(opened);
      const plan = await planAgainst(gateway, config, options, terminal);
      if (options.dryRun || plan.changes.length === 0) {
        const impact = await planImpact(gateway, plan, options);
        printer.show({ plan, ...(impact && { impact }), ...(group !== undefined && { group }) });
        return options.dryRun ? refuse(plan, config, options, terminal) : exitCodes.fine;
      }
      if (refuse(plan, config, options, terminal) !== exitCodes.fine) return exitCodes.findings;
      return carryOut(
        { gateway, plan, ...(lost && { lost }), ...(group !== undefined && { group }) },
        options,
        terminal,
      );
    }),
  );
  printer.end();
  return code;
}

function refuse(plan: Plan, config: Config, options: SyncOptions, terminal: Terminal): number {
  const reason =
    deleteGuard(plan, options) ?? emptyGuard(plan, isEmptyConfig(config, options.select), options.allowEmpty);
  if (reason === undefined) return exitCodes.fine;
  terminal.note(`${terminal.noteStyle.red("refused:")} ${reason}. Nothing was changed.`);
  return exitCodes.findings;
}
