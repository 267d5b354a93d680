/** `rollcall diff`: what sync would change in a gateway; `--out` keeps it as a plan, and a plan is shown again. */
import type { Impact } from "../impact/contract.ts";
import type { Plan } from "../plan/contract.ts";
import { isEmptyConfig } from "../plan/empty.ts";
import type { ThreeWay } from "../plan/three-way/contract.ts";
import { summarisePlan } from "../report/plan-text.ts";
import type { PlanFormat } from "../report/plans.ts";
import { type BaseOptions, readBase, requireBaseUsage } from "./base.ts";
import { requireConfig } from "./config-inputs.ts";
import type { ConnectOptions } from "./connection-options.ts";
import { withEachGroup } from "./each-group.ts";
import type { InputOptions } from "./input-options.ts";
import { gatewayAddress, planFileOf, readPlanFile, requirePlanKeys, writePlanFile } from "./plan-file.ts";
import { type ImpactInputOptions, planImpact, remembering, savedImpact } from "./plan-impact.ts";
import { type PlanInputOptions, planAgainst } from "./plan-inputs.ts";
import { type PlanPrinter, planPrinter } from "./plan-printer.ts";
import { CommandError, exitCodes, type Terminal } from "./terminal.ts";
import { requireWritable } from "./write-file.ts";

export interface DiffOptions extends InputOptions, ConnectOptions, PlanInputOptions, ImpactInputOptions, BaseOptions {
  readonly format: PlanFormat;
  readonly summary?: boolean;
  readonly exitCode?: boolean;
  readonly failOnDrift?: boolean;
  readonly out?: string;
}

export async function runDiff(inputs: readonly string[], options: DiffOptions, terminal: Terminal): Promise<number> {
  const planFile = await planFileOf(inputs, terminal);
  if (planFile !== undefined) return showAgain(planFile, options, terminal);
  const { out } = options;
  requireBaseUsage(inputs, options);
  if (out) {
    if (new Set(options.gatewayGroup).size > 1) {
      throw new CommandError("a saved plan is for one gateway group: give --out with one --gateway-group.");
    }
    // Both are needed only at the end, but whoever lacks them should not wait for it.
    await requirePlanKeys(options, terminal);
    await requireWritable(out, terminal);
  }
  const declared = await requireConfig(inputs, options, terminal);
  if (!declared) return exitCodes.findings;
  const compareWithBase = await readBase(options, terminal);
  const printer = planPrinter(options.format, true, terminal);
  const groups = { ...options, stopsAtFailure: false };
  const code = await withEachGroup(declared, groups, terminal, async (opened, config, group) => {
    const gateway = remembering(opened);
    const plan = await planAgainst(gateway, config, options, terminal);
    const threeWay = gateway.lastRead && (await compareWithBase?.(plan, gateway.lastRead));
    const impact = options.summary && !out ? undefined : await planImpact(gateway, plan, options);
    if (out) {
      const isDesiredEmpty = isEmptyConfig(config, options.select);
      const saved = { server: gatewayAddress(options), isDesiredEmpty, plan, ...(impact && { impact: { ...impact } }) };
      await writePlanFile(out, saved, options, terminal);
    }
    const code = show({ plan, impact, threeWay, group }, printer, options, terminal);
    if (out) terminal.note(`wrote ${out}; it is carried out by: rollcall sync ${out}`);
    return code;
  });
  printer.end();
  return code;
}

/** The gateway is not asked: this is what the plan says. */
async function showAgain(file: string, options: DiffOptions, terminal: Terminal): Promise<number> {
  if (options.out) throw new CommandError(`${file} is a saved plan already: --out saves a new one of files.`);
  if (options.base.length > 0) throw new CommandError(`${file} is a saved plan: --base belongs to a diff of files.`);
  const { saved } = await readPlanFile(file, options, terminal);
  const printer = planPrinter(options.format, true, terminal);
  return show({ plan: saved.plan, impact: savedImpact(saved, options) }, printer, options, terminal);
}

interface Shown {
  readonly plan: Plan;
  readonly impact: Impact | undefined;
  readonly threeWay?: ThreeWay | undefined;
  readonly group?: string | undefined;
}

function show(shown: Shown, printer: PlanPrinter, options: DiffOptions, terminal: Terminal): number {
  const { plan, impact, threeWay, group } = shown;
  if (options.summary) terminal.out(summarisePlan(plan, terminal.outStyle, threeWay));
  else {
    printer.show({
      plan,
      ...(impact && { impact }),
      ...(threeWay && { threeWay }),
      ...(group !== undefined && { group }),
    });
  }
  const isDrifted = threeWay !== undefined && threeWay.counts.drifted + threeWay.counts.conflict > 0;
  const fails = (options.exitCode && plan.changes.length > 0) || (options.failOnDrift && isDrifted);
  return fails ? exitCodes.findings : exitCodes.fine;
}
