/** What a gateway holds once a plan is carried out. */
import { type Config, type ConsumerEntry, type Entry, type Kind, kinds, type Live } from "../model/config.ts";
import type { Change } from "../plan/contract.ts";

type Entries = Map<string, Entry<unknown>>;

interface Holder {
  readonly entry: Entry<unknown>;
  readonly credentials: Entries;
}

/** In the order of the plan: a key that is freed may be taken by a later change. What the plan does not name stays. */
export function applyChanges(live: Live, changes: readonly Change[]): Config {
  const consumers = new Map<string, Holder>(
    live.consumers.map((entry) => [entry.id, { entry, credentials: byId(entry.credentials) }]),
  );
  const others = new Map<Kind, Entries>(
    kinds.flatMap((kind) => (kind === "consumers" || kind === "credentials" ? [] : [[kind, byId(live[kind])]])),
  );
  for (const change of changes) {
    if (change.kind === "consumers") applyToConsumers(consumers, change);
    else {
      const isCredential = change.kind === "credentials";
      const entries = isCredential ? consumers.get(change.consumer ?? "")?.credentials : others.get(change.kind);
      if (change.action === "delete") entries?.delete(change.id);
      else entries?.set(change.id, { id: change.id, value: change.after });
    }
  }
  const resources = Object.fromEntries([...others].map(([kind, entries]) => [kind, [...entries.values()]]));
  return {
    ...(resources as unknown as Config),
    consumers: [...consumers.values()].map(
      ({ entry, credentials }) => ({ ...entry, credentials: [...credentials.values()] }) as ConsumerEntry,
    ),
    declared: live.declared,
  };
}

/** A new consumer begins without credentials; one that is written again keeps them. */
function applyToConsumers(consumers: Map<string, Holder>, { action, id, after }: Change): void {
  if (action === "delete") consumers.delete(id);
  else consumers.set(id, { entry: { id, value: after }, credentials: consumers.get(id)?.credentials ?? new Map() });
}

function byId(entries: readonly Entry<unknown>[]): Entries {
  return new Map(entries.map((entry) => [entry.id, entry]));
}
