/** The formats in which a plan can be shown; a new one is a file beside this and a line here. */
import type { Impact } from "../impact/contract.ts";
import type { Plan } from "../plan/contract.ts";
import type { ThreeWay } from "../plan/three-way/contract.ts";
import { renderPlanHtml, renderPlansHtml } from "./plan-html.ts";
import { renderPlanJson, renderPlansJson } from "./plan-json.ts";
import { renderPlanMarkdown, renderPlansMarkdown } from "./plan-markdown.ts";
import { renderPlanText } from "./plan-text.ts";
import type { Style } from "./style.ts";

export interface PlanInput {
  readonly plan: Plan;
  /** What it means to callers; absent where that was not asked. */
  readonly impact?: Impact;
  /** Whose the differences are; absent without a base. */
  readonly threeWay?: ThreeWay;
  /** Named where the report is of several gateway groups. */
  readonly group?: string;
  readonly style: Style;
}

export const planFormats = {
  text: renderPlanText,
  json: renderPlanJson,
  markdown: renderPlanMarkdown,
  html: renderPlanHtml,
} as const satisfies Readonly<Record<string, (input: PlanInput) => string>>;

/** Formats of which one document holds the plans of several gateway groups. */
export const planDocuments = {
  json: renderPlansJson,
  markdown: renderPlansMarkdown,
  html: renderPlansHtml,
} as const satisfies Partial<Record<PlanFormat, (inputs: readonly PlanInput[]) => string>>;

export type PlanFormat = keyof typeof planFormats;
