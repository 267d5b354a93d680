/** A plan for programs, as one JSON object; secrets only as fingerprints, so `before` and `after` stay out. */
import type { Action, Change } from "../plan/contract.ts";
import type { ThreeWay } from "../plan/three-way/contract.ts";
import type { PlanInput } from "./plans.ts";
import { safeJson } from "./safe-json.ts";

export function renderPlanJson(input: PlanInput): string {
  return safeJson({ version: 1, ...describePlan(input) });
}

/** Of several gateway groups, in their order, as one object. */
export function renderPlansJson(inputs: readonly PlanInput[]): string {
  return safeJson({ version: 1, groups: inputs.map(describePlan) });
}

function describePlan({ plan, impact, threeWay, group }: PlanInput): object {
  const { changes, incomparable, unchanged, managed, liveDigest } = plan;
  const counts: Record<Action, number> = { create: 0, update: 0, delete: 0 };
  for (const { action } of changes) counts[action] += 1;
  return {
    ...(group !== undefined && { group }),
    counts: { ...counts, unchanged, incomparable: incomparable.length },
    ...(threeWay && { sinceBase: threeWay.counts }),
    managed,
    liveDigest,
    changes: changes.map((change) => ({ ...describePlanChange(change), ...describeOrigin(change, threeWay) })),
    incomparable: incomparable.map(describePlanChange),
    ...(impact && { impact }),
  };
}

/** Of an update with the fields that it changes; else the fields that one side changed are apart, as `sinceBase`. */
function describeOrigin(change: Change, threeWay: ThreeWay | undefined): object {
  const told = threeWay?.origins.get(change);
  if (!told) return {};
  const { origin, cause, fields } = told;
  const shown = fields.length > 0 && { [change.action === "update" ? "fields" : "sinceBase"]: fields };
  return { origin, ...(cause && { cause }), ...shown };
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
