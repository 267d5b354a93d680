/** Decides which declared resource is which of the gateway's (gateway reference, section 1.3). */
import type { Entry } from "../model/config.ts";
import { compareText } from "../model/identity.ts";

export interface Pair<T> {
  /** Identity in the gateway: the live id where there is one. */
  readonly id: string;
  readonly desired?: Entry<T>;
  readonly live?: Entry<T>;
}

/**
 * - `id`: only equal ids (consumers, by username)
 * - `derived-name`: by id, else by name for a declared resource without an id of its own
 * - `name`: by id, else by name in any case (credentials: ADC and APISIX derive ids differently)
 */
export type MatchBy = "id" | "derived-name" | "name";

/** Every declared resource in its order, then the gateway's others in theirs. No live resource is matched twice. */
export function matchEntries<T>(
  desired: readonly Entry<T>[],
  live: readonly Entry<T>[],
  by: MatchBy,
): readonly Pair<T>[] {
  const { matches, openDesired, openLive } = matchInOrder(desired, live);
  const taken = matchRest(openDesired, openLive, by, matches);
  const others = openLive.filter((entry) => !taken.has(entry));
  return [
    ...desired.map((entry, position) => pairOf(entry, matches[position])),
    ...others.map((entry) => ({ id: entry.id, live: entry })),
  ];
}

interface Open<T> {
  readonly entry: Entry<T>;
  readonly position: number;
}

interface InOrder<T> {
  /** By the position of the declared one. */
  readonly matches: (Entry<T> | undefined)[];
  readonly openDesired: readonly Open<T>[];
  readonly openLive: readonly Entry<T>[];
}

/** Both sides are mostly in the same order, so that walking along both finds nearly all; a wrong order only leaves more open. */
function matchInOrder<T>(desired: readonly Entry<T>[], live: readonly Entry<T>[]): InOrder<T> {
  const matches: (Entry<T> | undefined)[] = new Array(desired.length).fill(undefined);
  const openDesired: Open<T>[] = [];
  const openLive: Entry<T>[] = [];
  let position = 0;
  let livePosition = 0;
  for (;;) {
    const entry = desired[position];
    const other = live[livePosition];
    if (!entry || !other) break;
    const order = compareText(entry.id, other.id);
    if (order === 0) matches[position] = other;
    if (order < 0) openDesired.push({ entry, position });
    if (order > 0) openLive.push(other);
    if (order <= 0) position += 1;
    if (order >= 0) livePosition += 1;
  }
  for (; position < desired.length; position += 1) {
    const entry = desired[position];
    if (entry) openDesired.push({ entry, position });
  }
  for (; livePosition < live.length; livePosition += 1) {
    const other = live[livePosition];
    if (other) openLive.push(other);
  }
  return { matches, openDesired, openLive };
}

/** Returns the live ones that it matched. */
function matchRest<T>(
  desired: readonly Open<T>[],
  live: readonly Entry<T>[],
  by: MatchBy,
  matches: (Entry<T> | undefined)[],
): ReadonlySet<Entry<T>> {
  const liveById = new Map(live.map((entry) => [entry.id, entry]));
  const taken = new Set<Entry<T>>();
  const match = ({ position }: Open<T>, found: Entry<T> | undefined): void => {
    if (!found || taken.has(found)) return;
    taken.add(found);
    matches[position] = found;
  };
  for (const open of desired) match(open, liveById.get(open.entry.id));
  if (by === "id") return taken;
  const freeByName = firstByName(live, taken);
  for (const open of desired) {
    if (matches[open.position] || (by === "derived-name" && open.entry.hasOwnId !== false)) continue;
    match(open, freeByName.get(nameOf(open.entry) ?? ""));
  }
  return taken;
}

/** The name that people know a resource by; undefined if it has none. */
export function nameOf(entry: Entry<unknown>): string | undefined {
  const { value } = entry;
  if (typeof value !== "object" || value === null || !("name" in value)) return undefined;
  return typeof value.name === "string" && value.name !== "" ? value.name : undefined;
}

/** Orders credentials as a `Config` has them: by name, those of one name by id. */
export function compareNames(left: Entry<unknown>, right: Entry<unknown>): number {
  return compareText(nameOf(left) ?? "", nameOf(right) ?? "") || compareText(left.id, right.id);
}

function pairOf<T>(desired: Entry<T>, live: Entry<T> | undefined): Pair<T> {
  return live ? { id: live.id, desired, live } : { id: desired.id, desired };
}

function firstByName<T>(live: readonly Entry<T>[], taken: ReadonlySet<Entry<T>>): ReadonlyMap<string, Entry<T>> {
  const byName = new Map<string, Entry<T>>();
  for (const entry of live) {
    const name = nameOf(entry);
    if (name !== undefined && !taken.has(entry) && !byName.has(name)) byName.set(name, entry);
  }
  return byName;
}
