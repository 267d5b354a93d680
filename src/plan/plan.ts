/** Compares what is declared with what the gateway holds, and lists the changes in the order of writing. */

import { type Config, type ConsumerEntry, type Entry, type Kind, kinds, type Live } from "../model/config.ts";
import { isMap, type JsonMap } from "../model/json.ts";
import { canonicalResource, isSameResource } from "./canonical.ts";
import type { Action, Change, Fingerprint, Plan } from "./contract.ts";
import { type DigestCrypto, liveDigest } from "./digest.ts";
import { fieldChanges } from "./fields.ts";
import { type MatchBy, matchEntries, nameOf, type Pair } from "./match.ts";
import { orderChanges } from "./order.ts";
import { withReferences } from "./references.ts";
import { type Scope, withinScope } from "./scope.ts";
import { type Marks, withoutMark } from "./secret-mark.ts";
import { markConcealed, settleConcealed, shownBefore } from "./settle-concealed.ts";

export interface PlanOptions {
  readonly fingerprint: Fingerprint;
  /** For the digest of the live state; `src/crypto` has one. */
  readonly crypto: DigestCrypto;
  /** Leaves what is not declared in place. */
  readonly noDelete?: boolean;
  /** The part that is managed; everything by default. */
  readonly scope?: Scope;
  /** Tells whether secrets that the gateway does not show are the declared ones; without it nobody can. */
  readonly marks?: Marks;
  /** Writes secrets also where nobody can tell whether they are the gateway's already. */
  readonly forceSecrets?: boolean;
}

/** A resource on both sides, with the consumer that holds it. */
interface Subject {
  readonly kind: Kind;
  readonly pair: Pair<unknown>;
  readonly consumer?: string;
  /** Of a consumer that is deleted: they go with it. */
  readonly cascade?: readonly Entry<unknown>[];
}

const matchedBy: Readonly<Record<Kind, MatchBy>> = {
  consumer_groups: "derived-name",
  consumers: "id",
  credentials: "name",
  upstreams: "derived-name",
  services: "derived-name",
  plugin_configs: "derived-name",
  routes: "derived-name",
  global_rules: "derived-name",
};

/**
 * Manages the kinds that `desired` declares and leaves the others alone.
 * @throws Error if `live` was read without one of these kinds: absence must not pass for emptiness
 */
export function plan(desired: Config, live: Live, options: PlanOptions): Plan {
  const managedKinds = managedKindsOf(desired);
  for (const kind of managedKinds) {
    if (kind !== "credentials" && !live.declared.has(kind)) throw new Error(`the live state was read without ${kind}`);
  }
  const all = kinds.flatMap((kind) => (managedKinds.has(kind) ? subjectsOf(kind, desired, live) : []));
  // What is outside may still be referred to.
  const liveIds = movedIds(all);
  const subjects = options.scope ? withinScope(all, options.scope) : all;
  const found: Change[] = [];
  let unchanged = 0;
  for (const subject of subjects) {
    const change = changeOf(subject, liveIds);
    if (change === "none") unchanged += 1;
    else if (change.action !== "delete" || !options.noDelete) found.push(change);
  }
  const { changes, incomparable, same } = settleConcealed(found, options);
  const ordered = orderChanges(changes);
  return {
    changes: ordered.map((change) => withFields(change, options.fingerprint)),
    incomparable: incomparable.map((change) => withFields(change, options.fingerprint)),
    unchanged: unchanged + same,
    managed: subjects.reduce((sum, { pair, cascade }) => sum + (pair.live ? 1 : 0) + (cascade?.length ?? 0), 0),
    liveDigest: liveDigest(ordered, options.crypto),
  };
}

/** Credentials go with consumers. */
function managedKindsOf({ declared }: Config): ReadonlySet<Kind> {
  const managed = new Set(declared);
  managed.delete("credentials");
  if (managed.has("consumers")) managed.add("credentials");
  return managed;
}

function subjectsOf(kind: Kind, desired: Config, live: Live): readonly Subject[] {
  if (kind === "credentials") return credentialSubjects(desired, live);
  const pairs = matchEntries<unknown>(desired[kind], live[kind], matchedBy[kind]);
  if (kind !== "consumers") return pairs.map((pair) => ({ kind, pair }));
  return pairs.map((pair) => {
    const deleted = pair.desired ? undefined : (pair.live as ConsumerEntry | undefined);
    return { kind, pair, ...(deleted ? { cascade: deleted.credentials } : {}) };
  });
}

function credentialSubjects(desired: Config, live: Live): readonly Subject[] {
  const liveConsumers = new Map(live.consumers.map((consumer) => [consumer.id, consumer]));
  return desired.consumers.flatMap(({ id: consumer, credentials }) =>
    matchEntries<unknown>(credentials, liveConsumers.get(consumer)?.credentials ?? [], matchedBy.credentials).map(
      (pair): Subject => ({ kind: "credentials", pair, consumer }),
    ),
  );
}

/** Declared ids that the gateway knows under another one, because the resource was found by its name. */
function movedIds(subjects: readonly Subject[]): ReadonlyMap<string, string> {
  const moved = new Map<string, string>();
  for (const { kind, pair } of subjects) {
    if (pair.desired && pair.desired.id !== pair.id) moved.set(`${kind}/${pair.desired.id}`, pair.id);
  }
  return moved;
}

/** A change without its fields, or `none`. */
function changeOf(subject: Subject, liveIds: ReadonlyMap<string, string>): Change | "none" {
  const { kind, pair, consumer, cascade } = subject;
  const before = pair.live && valueBefore(pair.live, cascade);
  const declared = pair.desired && declaredValue(kind, pair.desired, liveIds);
  const action: Action = !pair.desired ? "delete" : pair.live ? "update" : "create";
  if (action === "update" && isSameResource(kind, before, declared)) return "none";
  const after = kind === "consumers" ? declared : declared && { ...declared, id: pair.id };
  const entry = pair.desired ?? pair.live;
  return {
    action,
    kind,
    id: pair.id,
    name: (entry && nameOf(entry)) ?? pair.id,
    ...(consumer === undefined ? {} : { consumer }),
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
    fields: [],
    ...(pair.desired?.place ? { place: pair.desired.place } : {}),
  };
}

function valueBefore({ value }: Entry<unknown>, cascade: readonly Entry<unknown>[] | undefined): JsonMap {
  const before = isMap(value) ? value : {};
  if (!cascade || cascade.length === 0) return before;
  return { ...before, credentials: cascade.map(({ id, value: credential }) => ({ ...(credential as JsonMap), id })) };
}

/**
 * As declared, without defaults; what it names has the ids that the gateway uses. A mark in a file is not believed: copied
 * from the gateway, it would pass another secret off as the one that is there.
 */
function declaredValue(kind: Kind, desired: Entry<unknown>, liveIds: ReadonlyMap<string, string>): JsonMap {
  const value = isMap(desired.value) ? withoutMark(desired.value) : {};
  if (liveIds.size === 0) return value;
  return withReferences(kind, value, (target, named) => liveIds.get(`${target}/${named}`) ?? named);
}

/** An update is shown with the defaults that it falls back to; what is created or deleted as it was written. */
function withFields(change: Change, fingerprint: Fingerprint): Change {
  const { action, kind, after } = change;
  const defaults = action === "update" ? "filled" : "as-written";
  const { before, concealed } = shownBefore(change);
  const left = before && canonicalResource(kind, before, defaults);
  const right = after && canonicalResource(kind, after, defaults);
  return { ...change, fields: markConcealed(fieldChanges(left, right, fingerprint), concealed) };
}
