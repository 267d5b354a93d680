/** Whether the files declare nothing at all: mostly a wrong folder or a template that rendered to nothing. */
import { type Config, kinds } from "../model/config.ts";
import type { Plan } from "./contract.ts";
import { type Labels, selectedPart } from "./scope.ts";

/** Of a selection only its own part counts: a label that no declared resource carries must not empty it. */
export function isEmptyConfig(config: Config, select: Labels = {}): boolean {
  const part = selectedPart(config, select);
  return kinds.every((kind) => kind === "credentials" || part[kind].length === 0);
}

/** Why the plan must not be applied; undefined if it may. Where nothing would be deleted, emptiness does no harm. */
export function emptyGuard(plan: Plan, isDesiredEmpty: boolean, isAllowed: boolean | undefined): string | undefined {
  const deletes = plan.changes.filter(({ action }) => action === "delete").length;
  if (!isDesiredEmpty || isAllowed || deletes === 0) return undefined;
  return "the files declare no resource at all in what is managed, and what the gateway holds there would go (--allow-empty)";
}
