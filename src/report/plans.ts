/** The formats in which a plan can be shown; a new one is a file beside this and a line here. */
import type { Impact } from "../impact/contract.ts";
import type { Plan } from "../plan/contract.ts";
import { renderPlanJson } from "./plan-json.ts";
import { renderPlanMarkdown } from "./plan-markdown.ts";
import { renderPlanText } from "./plan-text.ts";
import type { Style } from "./style.ts";

export interface PlanInput {
  readonly plan: Plan;
  /** What it means to callers; absent where that was not asked. */
  readonly impact?: Impact;
  readonly style: Style;
}

export const planFormats = {
  text: renderPlanText,
  json: renderPlanJson,
  markdown: renderPlanMarkdown,
} as const satisfies Readonly<Record<string, (input: PlanInput) => string>>;

export type PlanFormat = keyof typeof planFormats;
