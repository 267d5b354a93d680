/** Which changes must have succeeded before another may be tried. */
import type { Kind } from "../model/config.ts";
import type { Change } from "./contract.ts";
import { lookupsOf } from "./lookups.ts";
import { referencesOf } from "./references.ts";

/** Why a change waits for another one. */
export type DependencyReason = "consumer" | "reference" | "still-referenced" | "lookup-key" | "same-resource";

export interface Dependency {
  readonly on: Change;
  readonly reason: DependencyReason;
}

/**
 * For each change (by its position) what it waits for:
 * a credential for its consumer, a resource for those that it names, a delete for whoever named the deleted one,
 * a credential for the change that frees its lookup key, the second change of one resource for the first.
 */
export function dependenciesOf(changes: readonly Change[]): readonly (readonly Dependency[])[] {
  const writers = indexed(changes, (change) => (change.action === "delete" ? [] : [identityOf(change)]));
  const formerReferrers = indexed(changes, (change) =>
    referencesOf(change.kind, change.before).map(({ target, id }) => identity(target, id)),
  );
  const freeing = indexed(changes, (change) => difference(lookupsOf(change.before), lookupsOf(change.after)));
  const sameResource = indexed(changes, (change) => [identityOf(change)]);
  const positions = new Map(changes.map((change, position) => [change, position]));
  return changes.map((change, position) => {
    const found = new Map<Change, DependencyReason>();
    const add = (reason: DependencyReason, on: readonly Change[] | undefined): void => {
      for (const other of on ?? []) if (other !== change && !found.has(other)) found.set(other, reason);
    };
    if (change.consumer !== undefined && change.action !== "delete")
      add("consumer", writers.get(identity("consumers", change.consumer)));
    for (const { target, id } of referencesOf(change.kind, change.after))
      add("reference", writers.get(identity(target, id)));
    if (change.action === "delete") add("still-referenced", formerReferrers.get(identityOf(change)));
    for (const lookup of difference(lookupsOf(change.after), lookupsOf(change.before))) {
      add("lookup-key", freeing.get(lookup));
    }
    add(
      "same-resource",
      sameResource.get(identityOf(change))?.filter((other) => (positions.get(other) ?? 0) < position),
    );
    return [...found].map(([on, reason]) => ({ on, reason }));
  });
}

/** One text for one resource of the gateway. */
export function identityOf({ kind, id, consumer }: Pick<Change, "kind" | "id" | "consumer">): string {
  return identity(kind, id, consumer);
}

function identity(kind: Kind, id: string, consumer = ""): string {
  return `${kind}\n${consumer}\n${id}`;
}

function indexed(changes: readonly Change[], keysOf: (change: Change) => readonly string[]): Map<string, Change[]> {
  const index = new Map<string, Change[]>();
  for (const change of changes) {
    for (const key of keysOf(change)) {
      const holders = index.get(key);
      if (holders) holders.push(change);
      else index.set(key, [change]);
    }
  }
  return index;
}

function difference(left: readonly string[], right: readonly string[]): readonly string[] {
  return left.filter((item) => !right.includes(item));
}
