/** What a sync did: applied, failed and not tried, each change by name. */
import { kindNouns } from "../model/config.ts";
import type { Change, Plan } from "../plan/contract.ts";
import { formatPosition } from "./diagnostics-text.ts";
import { escapeMarkdown, fenced } from "./markdown.ts";
import { describePlanChange } from "./plan-json.ts";
import type { PlanFormat } from "./plans.ts";
import { safeJson } from "./safe-json.ts";
import { createStyle, printable, type Style } from "./style.ts";

/** The outcome of applying a plan, as `src/gateway` reports it. */
export interface Outcome {
  readonly applied: readonly Change[];
  readonly failed: readonly { readonly change: Change; readonly message: string; readonly status: number }[];
  readonly notTried: readonly { readonly change: Change; readonly reason: string }[];
}

export interface AppliedInput {
  readonly plan: Plan;
  readonly report: Outcome;
  readonly style: Style;
  /** Named where there are several gateway groups. */
  readonly group?: string;
  /** How the rest is done. */
  readonly advice?: string;
}

/** A page shows what is planned. */
export type ApplyFormat = Exclude<PlanFormat, "html">;

export const applyFormats = {
  text: renderText,
  json: renderJson,
  markdown: renderMarkdown,
} as const satisfies Readonly<Record<ApplyFormat, (input: AppliedInput) => string>>;

/** Such as `create credential acme/main`. */
export function describeChange({ action, kind, name, consumer }: Change): string {
  return printable(`${action} ${kindNouns[kind]} ${consumer === undefined ? name : `${consumer}/${name}`}`);
}

const syncAgain = "Run sync again: it does only what is still missing.";

function renderText({ report, style, advice = syncAgain }: AppliedInput): string {
  const { applied, failed, notTried } = report;
  const lines = [
    ...failed.map(({ change, message }) => `${style.red("failed")}     ${line(change)}: ${printable(message)}`),
    ...notTried.map(({ change, reason }) => `${style.yellow("not tried")}  ${line(change)}: ${printable(reason)}`),
  ];
  const counts = [
    style.green(`${applied.length} applied`),
    ...(failed.length > 0 ? [style.red(`${failed.length} failed`)] : []),
    ...(notTried.length > 0 ? [style.yellow(`${notTried.length} not tried`)] : []),
  ];
  const isPartial = lines.length > 0;
  return [...lines, counts.join(", "), ...(isPartial ? [`What was applied stays. ${advice}`] : [])].join("\n");
}

function renderMarkdown(input: AppliedInput): string {
  const { applied, failed, notTried } = input.report;
  const counts = `${applied.length} applied, ${failed.length} failed, ${notTried.length} not tried`;
  const isPartial = failed.length + notTried.length > 0;
  const details = isPartial ? ["", fenced(renderText({ ...input, style: createStyle(false) }), "text")] : [];
  const where = input.group === undefined ? "" : ` (gateway group ${escapeMarkdown(input.group)})`;
  return [`### rollcall sync${where}: ${counts}`, ...details].join("\n");
}

function line(change: Change): string {
  const where = change.place ? ` (${formatPosition(change.place.span())})` : "";
  return `${describeChange(change)}${where}`;
}

function renderJson({ plan, report, group }: AppliedInput): string {
  return safeJson({
    version: 1,
    ...(group !== undefined && { group }),
    counts: {
      applied: report.applied.length,
      failed: report.failed.length,
      notTried: report.notTried.length,
      unchanged: plan.unchanged,
    },
    applied: report.applied.map(describePlanChange),
    failed: report.failed.map(({ change, message, status }) => ({ ...describePlanChange(change), message, status })),
    notTried: report.notTried.map(({ change, reason }) => ({ ...describePlanChange(change), reason })),
  });
}
