/** Refuses plans that would delete more than anybody means to: the usual cause is an empty or half-read input. */
import type { Change, Plan } from "./contract.ts";
import { identityOf } from "./dependencies.ts";

export interface DeleteGuardOptions {
  /** The most resources that may go: a number, or a share of the managed ones such as `"30%"`. */
  readonly maxDeletes?: number | `${number}%`;
}

const defaultLimit = { count: 10, share: 0.2 };

/** Why the plan must not be applied; undefined if it may. Credentials that go with their consumer count too. */
export function deleteGuard(plan: Plan, options: DeleteGuardOptions = {}): string | undefined {
  const deletes = countDeletes(plan);
  const limit = limitOf(plan, options.maxDeletes);
  if (deletes <= limit) return undefined;
  return `the plan deletes ${deletes} of ${plan.managed} managed resources, and at most ${limit} may go (--max-deletes)`;
}

/** What is deleted only to be made again does not count. */
function countDeletes({ changes }: Plan): number {
  const created = new Set(changes.filter(({ action }) => action === "create").map(identityOf));
  return changes
    .filter((change) => change.action === "delete" && !created.has(identityOf(change)))
    .reduce((sum, change) => sum + 1 + cascaded(change), 0);
}

function cascaded({ kind, before }: Change): number {
  const credentials = kind === "consumers" ? before?.["credentials"] : undefined;
  return Array.isArray(credentials) ? credentials.length : 0;
}

function limitOf({ managed }: Plan, maxDeletes: DeleteGuardOptions["maxDeletes"]): number {
  if (maxDeletes === undefined) return Math.max(defaultLimit.count, Math.floor(managed * defaultLimit.share));
  if (typeof maxDeletes === "number") return maxDeletes;
  const share = Number.parseFloat(maxDeletes) / 100;
  // A share that is no number must refuse, not allow.
  return Number.isFinite(share) ? Math.floor(managed * share) : 0;
}
