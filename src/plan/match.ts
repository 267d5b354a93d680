/** Decides which declared resource is which of the gateway's (gateway reference, section 1.3). */
import type { Entry } from "../model/config.ts";

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
  const liveById = new Map(live.map((entry) => [entry.id, entry]));
  const taken = new Set<Entry<T>>();
  const matches = new Map<Entry<T>, Entry<T>>();
  const match = (entry: Entry<T>, found: Entry<T> | undefined): void => {
    if (!found || taken.has(found)) return;
    taken.add(found);
    matches.set(entry, found);
  };
  for (const entry of desired) match(entry, liveById.get(entry.id));
  if (by !== "id") {
    const freeByName = firstByName(live, taken);
    for (const entry of desired) {
      if (matches.has(entry) || (by === "derived-name" && entry.hasOwnId !== false)) continue;
      match(entry, freeByName.get(nameOf(entry) ?? ""));
    }
  }
  return [
    ...desired.map((entry) => pairOf(entry, matches.get(entry))),
    ...live.filter((entry) => !taken.has(entry)).map((entry) => ({ id: entry.id, live: entry })),
  ];
}

/** The name that people know a resource by; undefined if it has none. */
export function nameOf(entry: Entry<unknown>): string | undefined {
  const { value } = entry;
  if (typeof value !== "object" || value === null || !("name" in value)) return undefined;
  return typeof value.name === "string" && value.name !== "" ? value.name : undefined;
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
