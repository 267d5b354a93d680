/** Turns the stored resources into the model's Config: everything declared, server-set fields left out. */
import { type Config, type ConsumerEntry, type Entry, type Kind, kinds, type ResourceTypes } from "../model/config.ts";
import { compareText } from "../model/identity.ts";
import { collectionOf, type State } from "./state.ts";

export function configOf(state: State): Config {
  return {
    consumer_groups: entriesOf(state, "consumer_groups"),
    consumers: consumersOf(state),
    upstreams: entriesOf(state, "upstreams"),
    services: entriesOf(state, "services"),
    plugin_configs: entriesOf(state, "plugin_configs"),
    routes: entriesOf(state, "routes"),
    global_rules: entriesOf(state, "global_rules"),
    declared: new Set(kinds),
  };
}

function consumersOf(state: State): ConsumerEntry[] {
  return entriesOf(state, "consumers").map((consumer) => ({
    ...consumer,
    credentials: entriesOf(state, "credentials", consumer.id)
      // Old credentials may lack a name: the id stands in for it (reference, section 1.3).
      .map((entry) =>
        entry.value.name === undefined ? { ...entry, value: { ...entry.value, name: entry.id } } : entry,
      )
      .sort((left, right) => compareText(left.value.name, right.value.name)),
  }));
}

/** Values were checked against the schema of their kind when they were written. */
function entriesOf<K extends Kind>(state: State, kind: K, consumer?: string): Entry<ResourceTypes[K]>[] {
  const entries: Entry<ResourceTypes[K]>[] = [];
  for (const [id, stored] of collectionOf(state, kind, consumer)) {
    const { create_time: _created, update_time: _updated, ...value } = stored.value;
    entries.push({ id, value: value as unknown as ResourceTypes[K], hasOwnId: true });
  }
  return entries.sort((left, right) => compareText(left.id, right.id));
}
