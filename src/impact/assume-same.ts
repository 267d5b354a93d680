/** A gateway that does not show its secrets, as it is if those that are to be written are its own already. */
import { type ConsumerEntry, type Kind, kinds, type Live } from "../model/config.ts";
import { concealedPaths, withDeclared } from "../plan/concealed.ts";
import type { Change } from "../plan/contract.ts";
import { identityOf } from "../plan/dependencies.ts";

export interface Assumed {
  readonly live: Live;
  /** What is not judged because of it. */
  readonly notJudged: readonly string[];
}

export function assumeSame(live: Live, changes: readonly Change[]): Assumed {
  const assumed = changes.filter(({ mayBeSame }) => mayBeSame);
  if (assumed.length === 0) return { live, notJudged: [] };
  const values = new Map(assumed.map((change) => [identityOf(change), change]));
  const settle = <E extends { readonly id: string; readonly value: object }>(
    kind: Kind,
    entry: E,
    consumer?: string,
  ): E => {
    const { before, after } =
      values.get(identityOf({ kind, id: entry.id, ...(consumer !== undefined && { consumer }) })) ?? {};
    if (!before || !after) return entry;
    return { ...entry, value: withDeclared({ ...entry.value }, after, concealedPaths(kind, before, after)) };
  };
  const parts = kinds.flatMap((kind) => {
    if (kind === "credentials" || kind === "consumers") return [];
    const entries: readonly { readonly id: string; readonly value: object }[] = live[kind];
    return [[kind, entries.map((entry) => settle(kind, entry))] as const];
  });
  return {
    live: {
      ...live,
      ...Object.fromEntries(parts),
      consumers: live.consumers.map(
        (entry): ConsumerEntry => ({
          ...settle("consumers", entry),
          credentials: entry.credentials.map((credential) => settle("credentials", credential, entry.id)),
        }),
      ),
    },
    notJudged: [describe(assumed.length)],
  };
}

function describe(count: number): string {
  const what = count === 1 ? "The secrets of 1 resource are" : `The secrets of ${count} resources are`;
  return `${what} not shown by the gateway: whether those who use them lose access is not judged.`;
}
