/** A plan for programs, as one JSON object; secrets only as fingerprints, so `before` and `after` stay out. */
import type { Action, Change } from "../plan/contract.ts";
import type { PlanInput } from "./plans.ts";
import { safeJson } from "./safe-json.ts";

export function renderPlanJson({ plan, impact }: PlanInput): string {
  const { changes, incomparable, unchanged, managed, liveDigest } = plan;
  const counts: Record<Action, number> = { create: 0, update: 0, delete: 0 };
  for (const { action } of changes) counts[action] += 1;
  return safeJson({
    version: 1,
    counts: { ...counts, unchanged, incomparable: incomparable.length },
    managed,
    liveDigest,
    changes: changes.map(describePlanChange),
    incomparable: incomparable.map(describePlanChange),
    ...(impact && { impact }),
  });
}

/** A change without the values themselves, some of which are secret. */
export function describePlanChange({ action, kind, id, name, consumer, fields, place, mayBeSame }: Change): object {
  return {
    action,
    kind,
    id,
    name,
    ...(consumer !== undefined && { consumer }),
    fields,
    ...(mayBeSame && { mayBeSame }),
    ...(place && { span: place.span() }),
  };
}
