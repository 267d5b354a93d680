/** Tells of each change of a plan whose difference it is: that of the files, of somebody at the gateway, or of both. */
import type { Kind } from "../../model/config.ts";
import { isMap, type JsonMap } from "../../model/json.ts";
import type { Path } from "../../model/place.ts";
import { canonicalResource } from "../canonical.ts";
import type { Change, FieldChange, Fingerprint, Plan } from "../contract.ts";
import { fieldChanges, shown } from "../fields.ts";
import { isEqualJson } from "../json.ts";
import { contestedOf } from "./contested.ts";
import type {
  Agreed,
  Base,
  ChangeOrigin,
  Contested,
  FieldOrigin,
  MissingVariables,
  Origin,
  ThreeWay,
} from "./contract.ts";

export interface ThreeWayOptions {
  /** The plan's own, so that equal secrets look equal. */
  readonly fingerprint: Fingerprint;
  readonly missing?: MissingVariables;
}

/** Only what the plan changes is looked at: the same change on both sides is no difference, and no change. */
export function threeWay(plan: Plan, base: Base, options: ThreeWayOptions): ThreeWay {
  const origins = new Map<Change, ChangeOrigin>();
  const counts: Record<Origin, number> = { intended: 0, drifted: 0, conflict: 0, unknown: 0 };
  for (const contested of contestedOf(plan.changes).values()) {
    const origin = originOf(contested, base(contested), options);
    for (const step of contested.steps) origins.set(step, origin);
    counts[origin.origin] += 1;
  }
  return { origins, counts };
}

function originOf(contested: Contested, agreed: Agreed | undefined, options: ThreeWayOptions): ChangeOrigin {
  const { live, desired } = contested;
  if (!agreed) return { origin: "unknown", cause: "not-in-base", fields: [] };
  if (live && desired) return updateOrigin(contested, live, desired, agreed, options);
  return live
    ? deleteOrigin(contested, live, agreed, options)
    : createOrigin(contested, desired ?? {}, agreed, options);
}

function createOrigin({ steps }: Contested, desired: JsonMap, agreed: Agreed, options: ThreeWayOptions): ChangeOrigin {
  if (!agreed.value) return { origin: "intended", fields: [] };
  const fields = changedSince(agreed.value, desired, steps[0].kind, options);
  if (hasConflict(fields)) return { origin: "conflict", cause: "removed-by-hand-and-changed", fields };
  return { origin: "drifted", cause: agreed.cause ?? "removed-by-hand", fields };
}

function deleteOrigin({ steps }: Contested, live: JsonMap, agreed: Agreed, options: ThreeWayOptions): ChangeOrigin {
  const { value, credentials = [], cause } = agreed;
  if (!value) return { origin: "drifted", cause: cause ?? "added-by-hand", fields: [] };
  const ofCredentials = credentials.flatMap(({ name, value: agreedOn, live: held }) =>
    changedSince(agreedOn, held, "credentials", options).map((field) => ({
      ...field,
      path: ["credentials", name, ...field.path],
    })),
  );
  const fields = [...changedSince(value, live, steps[0].kind, options), ...ofCredentials];
  if (!hasConflict(fields)) return { origin: loudest(fields), fields };
  return { origin: "conflict", cause: cause ?? "changed-by-hand-and-removed", fields };
}

/** From the base to one side, where the other side has no such resource. */
function changedSince(
  base: JsonMap | undefined,
  side: JsonMap | undefined,
  kind: Kind,
  { fingerprint, missing }: ThreeWayOptions,
): readonly FieldOrigin[] {
  if (base === side) return [];
  const agreed = base && canonicalResource(kind, base);
  return fieldChanges(agreed, side && canonicalResource(kind, side), fingerprint).map(({ before, ...field }) => {
    const names = missing?.in(valueAt(agreed, field.path)) ?? [];
    if (names.length > 0) return { ...field, origin: "unknown", missing: names };
    return { ...field, origin: "conflict", ...(before !== undefined && { base: before }) };
  });
}

function hasConflict(fields: readonly FieldOrigin[]): boolean {
  return fields.some(({ origin }) => origin === "conflict");
}

function updateOrigin(
  { steps }: Contested,
  live: JsonMap,
  desired: JsonMap,
  agreed: Agreed,
  options: ThreeWayOptions,
): ChangeOrigin {
  const { kind, fields: shownFields } = steps[0];
  const sides = { live: canonicalResource(kind, live), desired: canonicalResource(kind, desired) };
  // The fields of a resource that is written in two steps tell of one step each.
  const differing = steps.length === 1 ? shownFields : fieldChanges(sides.live, sides.desired, options.fingerprint);
  if (!agreed.value) {
    return {
      origin: "conflict",
      cause: "added-twice",
      fields: differing.map((field) => ({ ...field, origin: "conflict" })),
    };
  }
  const base = agreed.value === live ? sides.live : canonicalResource(kind, agreed.value);
  const fields = differing.map((field) => fieldOrigin(field, { ...sides, base }, options));
  const origin = loudest(fields);
  const { cause } = agreed;
  return { origin, fields, ...(cause && origin !== "intended" && { cause }) };
}

interface Sides {
  readonly base: JsonMap;
  readonly live: JsonMap;
  readonly desired: JsonMap;
}

function fieldOrigin(field: FieldChange, sides: Sides, { fingerprint, missing }: ThreeWayOptions): FieldOrigin {
  // Whether the gateway holds what the base has, it does not show.
  if (field.isConcealed) return { ...field, origin: "unknown" };
  const [base, live, desired] = [sides.base, sides.live, sides.desired].map((side) => valueAt(side, field.path));
  const names = missing?.in(base) ?? [];
  if (names.length > 0) return { ...field, origin: "unknown", missing: names };
  const origin: Origin = isEqualJson(base, live) ? "intended" : isEqualJson(base, desired) ? "drifted" : "conflict";
  if (base === undefined) return { ...field, origin };
  const { text, isSecret } = shown(base, field.path, fingerprint);
  return { ...field, origin, base: text, isSecret: field.isSecret || isSecret };
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (part, step) => (isMap(part) && Object.hasOwn(part, step) ? part[String(step)] : undefined),
    value,
  );
}

const loudness: readonly Origin[] = ["conflict", "drifted", "unknown"];

function loudest(fields: readonly FieldOrigin[]): Origin {
  return loudness.find((origin) => fields.some((field) => field.origin === origin)) ?? "intended";
}
