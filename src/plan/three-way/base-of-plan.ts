/** A base that is a saved plan: it knows the resources that the plan touches, and no others. */
import type { Live } from "../../model/config.ts";
import { isMap, type JsonMap } from "../../model/json.ts";
import { isSameResource } from "../canonical.ts";
import type { Plan } from "../contract.ts";
import { identityOf } from "../dependencies.ts";
import { standingOf } from "../standing.ts";
import { contestedOf } from "./contested.ts";
import type { Agreed, AgreedCredential, Base, Contested } from "./contract.ts";

export interface PlanBase {
  readonly base: Base;
  /** Then what it leaves was agreed, else what it found. */
  readonly isCarriedOut: boolean;
}

/** The plan counts as carried out if any of its resources is as it leaves it, or none as it found it. */
export function baseOfPlan(saved: Plan, live: Live): PlanBase {
  const changes = saved.changes.filter(({ kind }) => live.declared.has(kind === "credentials" ? "consumers" : kind));
  const { left, done, moved } = standingOf({ ...saved, changes }, live, { fingerprint: () => "", resumed: new Set() });
  const astray = new Set(moved.map(({ change }) => identityOf(change)));
  const isCarriedOut = done.length > 0 || left.every((change) => astray.has(identityOf(change)));
  const touched = contestedOf(changes);
  return { isCarriedOut, base: (contested) => agreedOn(contested, touched, isCarriedOut) };
}

type Touched = ReadonlyMap<string, Contested>;

function agreedOn({ steps: [change], live, desired }: Contested, touched: Touched, isCarriedOut: boolean) {
  const { kind, consumer } = change;
  const way = touched.get(identityOf(change));
  if (!way) return consumer !== undefined && hasNoOther(consumer, touched, isCarriedOut) ? {} : undefined;
  const value = isCarriedOut ? way.desired : way.live;
  const isUndone = isCarriedOut && isSameResource(kind, way.live, live);
  const isDeleted = kind === "consumers" && live && !desired && value;
  const credentials = isDeleted ? movedCredentials(change.id, live, touched, isCarriedOut) : [];
  const agreed: Agreed = {
    ...(value && { value }),
    ...(isUndone && { cause: "as-before-plan" }),
    ...(credentials.length > 0 && { credentials }),
  };
  return agreed;
}

/** Of a consumer that the plan made or removed, it knows every credential. */
function hasNoOther(consumer: string, touched: Touched, isCarriedOut: boolean): boolean {
  const way = touched.get(identityOf({ kind: "consumers", id: consumer }));
  return way !== undefined && (isCarriedOut ? !(way.live && way.desired) : !way.live);
}

function movedCredentials(
  consumer: string,
  live: JsonMap,
  touched: Touched,
  isCarriedOut: boolean,
): readonly AgreedCredential[] {
  const held: readonly unknown[] = Array.isArray(live["credentials"]) ? live["credentials"] : [];
  return held.filter(isMap).flatMap((credential) => {
    const id = String(credential["id"]);
    const way = touched.get(identityOf({ kind: "credentials", id, consumer }));
    const value = way && (isCarriedOut ? way.desired : way.live);
    const isKnown = way !== undefined || hasNoOther(consumer, touched, isCarriedOut);
    if (!isKnown || isSameResource("credentials", value, credential)) return [];
    const name = typeof credential["name"] === "string" ? credential["name"] : id;
    return [{ name, live: credential, ...(value && { value }) }];
  });
}
