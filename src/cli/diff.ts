/** `rollcall diff`: what sync would change in a gateway. */

import { summarisePlan } from "../report/plan-text.ts";
import { type PlanFormat, planFormats } from "../report/plans.ts";
import { requireConfig } from "./config-inputs.ts";
import { type ConnectOptions, withGateway } from "./connect.ts";
import type { InputOptions } from "./input-options.ts";
import { type ImpactInputOptions, planImpact, remembering } from "./plan-impact.ts";
import { type PlanInputOptions, planAgainst } from "./plan-inputs.ts";
import { exitCodes, type Terminal } from "./terminal.ts";

export interface DiffOptions extends InputOptions, ConnectOptions, PlanInputOptions, ImpactInputOptions {
  readonly format: PlanFormat;
  readonly summary?: boolean;
  readonly exitCode?: boolean;
}

export async function runDiff(inputs: readonly string[], options: DiffOptions, terminal: Terminal): Promise<number> {
  const config = await requireConfig(inputs, options, terminal);
  if (!config) return exitCodes.findings;
  const { plan, impact } = await withGateway(options, terminal, async (opened) => {
    const gateway = remembering(opened);
    const made = await planAgainst(gateway, config, options, terminal);
    return { plan: made, impact: options.summary ? undefined : await planImpact(gateway, made, options) };
  });
  const style = terminal.outStyle;
  const input = { plan, style, ...(impact && { impact }) };
  terminal.out(options.summary ? summarisePlan(plan, style) : planFormats[options.format](input));
  return options.exitCode && plan.changes.length > 0 ? exitCodes.findings : exitCodes.fine;
}
