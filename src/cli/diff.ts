/** `rollcall diff`: what sync would change in a gateway. */

import { summarisePlan } from "../report/plan-text.ts";
import { type PlanFormat, planFormats } from "../report/plans.ts";
import { requireConfig } from "./config-inputs.ts";
import type { ConnectOptions } from "./connection-options.ts";
import { withEachGroup } from "./each-group.ts";
import type { InputOptions } from "./input-options.ts";
import { type PlanInputOptions, planAgainst } from "./plan-inputs.ts";
import { exitCodes, type Terminal } from "./terminal.ts";

export interface DiffOptions extends InputOptions, ConnectOptions, PlanInputOptions {
  readonly format: PlanFormat;
  readonly summary?: boolean;
  readonly exitCode?: boolean;
}

export async function runDiff(inputs: readonly string[], options: DiffOptions, terminal: Terminal): Promise<number> {
  const declared = await requireConfig(inputs, options, terminal);
  if (!declared) return exitCodes.findings;
  const groups = { ...options, stopsAtFailure: false };
  return withEachGroup(declared, groups, terminal, async (gateway, config) => {
    const plan = await planAgainst(gateway, config, options, terminal);
    const style = terminal.outStyle;
    terminal.out(options.summary ? summarisePlan(plan, style) : planFormats[options.format]({ plan, style }));
    return options.exitCode && plan.changes.length > 0 ? exitCodes.findings : exitCodes.fine;
  });
}
