/**
 * Where a gateway stands on the way that a saved plan goes: which changes are still to be made, and which resources are
 * neither as the plan found them nor as it leaves them.
 */
import type { Kind, Live } from "../model/config.ts";
import { isMap, type JsonMap } from "../model/json.ts";
import { canonicalResource, isSameResource } from "./canonical.ts";
import { concealedPaths, withDeclared } from "./concealed.ts";
import type { Change, FieldChange, Fingerprint, Moved, Plan } from "./contract.ts";
import { identityOf } from "./dependencies.ts";
import { fieldChanges } from "./fields.ts";
import { markOf } from "./secret-mark.ts";

export interface Standing {
  /** Still to be made, in the plan's order. */
  readonly left: readonly Change[];
  /** Made already: their resources are as wanted. */
  readonly done: readonly Change[];
  readonly moved: readonly Moved[];
}

export interface StandingOptions {
  readonly fingerprint: Fingerprint;
  /** The plan was begun: a resource may stand anywhere on its way, but not before a change that was noted as applied. */
  readonly resumed?: ReadonlySet<number>;
}

interface State {
  readonly value: JsonMap | undefined;
  /** A consumer that is deleted takes these along. */
  readonly credentials?: ReadonlyMap<string, JsonMap>;
}

/** Only resources that the plan touches are looked at. `live` must hold the kinds of its changes. */
export function standingOf({ changes }: Plan, live: Live, options: StandingOptions): Standing {
  const ways = new Map<string, { readonly change: Change; readonly index: number }[]>();
  for (const [index, change] of changes.entries()) {
    const way = ways.get(identityOf(change));
    if (way) way.push({ change, index });
    else ways.set(identityOf(change), [{ change, index }]);
  }
  const stateOf = liveStates(live);
  const done = new Set<Change>();
  const moved: Moved[] = [];
  for (const way of ways.values()) {
    const steps = way.map(({ change }) => change);
    const [first] = steps;
    if (!first) continue;
    const noted = way.findLastIndex(({ index }) => options.resumed?.has(index)) + 1;
    const found = stateOf(first);
    const at = options.resumed
      ? lastMatch(steps, found, noted)
      : matchesAt(steps, 0, found, { mayHaveBegun: false, isNoted: false })
        ? 0
        : undefined;
    if (at === undefined) moved.push(describeMove(steps, found, noted, options.fingerprint));
    else for (const step of steps.slice(0, at)) done.add(step);
  }
  moved.push(...withoutConsumer(changes, live));
  return { left: changes.filter((change) => !done.has(change)), done: [...done], moved };
}

/** Whether everything that the plan touches is as the plan leaves it. */
export function isReached(plan: Plan, live: Live, fingerprint: Fingerprint): boolean {
  const { left, moved } = standingOf(plan, live, { fingerprint, resumed: new Set() });
  return left.length === 0 && moved.length === 0;
}

/** The furthest point of the way, from `noted` on, at which the gateway can be. */
function lastMatch(steps: readonly Change[], found: State, noted: number): number | undefined {
  for (let at = steps.length; at >= noted; at -= 1) {
    if (matchesAt(steps, at, found, { mayHaveBegun: true, isNoted: at === noted })) return at;
  }
  return undefined;
}

interface MatchOptions {
  /** The step after this point may be under way. */
  readonly mayHaveBegun: boolean;
  /** That this point was reached is known. */
  readonly isNoted: boolean;
}

/** Whether `found` is the resource after `at` steps. */
function matchesAt(steps: readonly Change[], at: number, found: State, options: MatchOptions): boolean {
  const change = steps[at] ?? steps.at(-1);
  if (!change) return false;
  const isEnd = at === steps.length;
  const isSame = isSameResource(change.kind, isEnd ? change.after : change.before, found.value);
  if (!isSame && !(isEnd && isWrittenUnseen(change, found.value, options.isNoted))) return false;
  return !found.credentials || isEnd || hasCredentials(change, found.credentials, options.mayHaveBegun);
}

/** Whether a gateway that does not show the secrets holds what was written: its mark tells, else what else is known. */
function isWrittenUnseen({ kind, action, after }: Change, found: JsonMap | undefined, isNoted: boolean): boolean {
  if (!after || !found) return false;
  const concealed = concealedPaths(kind, found, after);
  if (concealed.length === 0 || !isSameResource(kind, withDeclared(found, after, concealed), after)) return false;
  const mark = markOf(after);
  return mark === undefined ? isNoted || action === "create" : markOf(found) === mark;
}

/** A gateway that was stopped while it deleted a consumer may have lost some of the credentials, which go first. */
function hasCredentials({ before }: Change, found: ReadonlyMap<string, JsonMap>, mayHaveBegun: boolean): boolean {
  const expected = cascadeOf(before);
  if (found.size > expected.size || (found.size < expected.size && !mayHaveBegun)) return false;
  return [...found].every(([id, value]) => {
    const known = expected.get(id);
    return known !== undefined && isSameResource("credentials", known, value);
  });
}

function cascadeOf(before: JsonMap | undefined): ReadonlyMap<string, JsonMap> {
  const credentials = before?.["credentials"];
  if (!Array.isArray(credentials)) return new Map();
  return new Map(credentials.filter(isMap).map((credential) => [String(credential["id"]), credential]));
}

function describeMove(steps: readonly Change[], found: State, noted: number, fingerprint: Fingerprint): Moved {
  const change = steps[Math.min(noted, steps.length - 1)] as Change;
  const expected = noted < steps.length ? change.before : change.after;
  if (!expected) return { change, reason: "appeared", fields: [] };
  if (!found.value) return { change, reason: "gone", fields: [] };
  const { kind } = change;
  const canonical = (value: JsonMap) => canonicalResource(kind, value);
  const isCascade = found.credentials !== undefined && kind === "consumers" && change.action === "delete";
  const fields = [
    ...fieldChanges(canonical(expected), canonical(found.value), fingerprint),
    ...(isCascade ? credentialMoves(cascadeOf(expected), found.credentials, fingerprint) : []),
  ];
  const isReverted = noted > 0 && isSameResource(kind, steps[0]?.before, found.value);
  return { change, reason: isReverted ? "reverted" : "changed", fields };
}

function credentialMoves(
  expected: ReadonlyMap<string, JsonMap>,
  found: ReadonlyMap<string, JsonMap>,
  fingerprint: Fingerprint,
): readonly FieldChange[] {
  const ids = [...new Set([...expected.keys(), ...found.keys()])].sort();
  const canonical = (value: JsonMap | undefined) => value && canonicalResource("credentials", value);
  return ids.flatMap((id) =>
    fieldChanges(canonical(expected.get(id)), canonical(found.get(id)), fingerprint).map((field) => ({
      ...field,
      path: ["credentials", id, ...field.path],
    })),
  );
}

/** A credential cannot be written for a consumer that somebody has deleted, though the plan does not touch the consumer itself. */
function withoutConsumer(changes: readonly Change[], live: Live): readonly Moved[] {
  const written = new Set(changes.filter(({ kind, action }) => kind === "consumers" && action !== "delete").map(idOf));
  const held = new Set(live.consumers.map(({ id }) => id));
  return changes
    .filter(({ kind, action }) => kind === "credentials" && action === "create")
    .filter(({ consumer = "" }) => !written.has(consumer) && !held.has(consumer))
    .map((change) => ({ change, reason: "consumer-gone", fields: [] }));
}

function idOf({ id }: Change): string {
  return id;
}

/** Looks a resource up by the identity of a change. */
function liveStates(live: Live): (change: Change) => State {
  const indexes = new Map<Kind, ReadonlyMap<string, State>>();
  const consumers = new Map(live.consumers.map((consumer) => [consumer.id, consumer]));
  const indexOf = (kind: Exclude<Kind, "credentials" | "consumers">): ReadonlyMap<string, State> => {
    const known = indexes.get(kind);
    if (known) return known;
    const entries: readonly { readonly id: string; readonly value: object }[] = live[kind];
    const index = new Map(entries.map(({ id, value }) => [id, { value: value as JsonMap }]));
    indexes.set(kind, index);
    return index;
  };
  return ({ kind, id, consumer = "", action }) => {
    if (kind === "credentials") {
      const found = consumers.get(consumer)?.credentials.find((credential) => credential.id === id);
      return { value: found?.value as JsonMap | undefined };
    }
    if (kind !== "consumers") return indexOf(kind).get(id) ?? { value: undefined };
    const found = consumers.get(id);
    if (!found || action !== "delete") return { value: found?.value as JsonMap | undefined };
    const credentials = found.credentials.map((credential) => [credential.id, credential.value as JsonMap] as const);
    return { value: found.value as JsonMap, credentials: new Map(credentials) };
  };
}
