/** Consumers with their group's plugins overlaid, and their credentials (gateway reference, sections 1.2, 1.3 and 2, step 3). */

import type { CompiledPlugin } from "../artifact/contract.ts";
import type { ConsumerInput, CredentialInput, SourceLine } from "../artifact/input.ts";
import { isAuthPlugin } from "../model/auth.ts";
import type { Config, ConsumerEntry } from "../model/config.ts";
import { compareText } from "../model/identity.ts";
import type { Path, Place } from "../model/place.ts";
import { compileCredential } from "./credential.ts";
import { type Fields, fieldsOf, idOf, pluginsOf, sortedById } from "./fields.ts";
import { mergePlugins } from "./plugins.ts";

export interface CompiledConsumers {
  readonly consumers: readonly ConsumerInput[];
  readonly credentials: readonly CredentialInput[];
}

export function compileConsumers(config: Config): CompiledConsumers {
  const groups = new Map(config.consumer_groups.map(({ id, value }) => [id, pluginsOf(value)]));
  const consumers: ConsumerInput[] = [];
  const credentials: CredentialInput[] = [];
  for (const entry of sortedById(config.consumers)) {
    credentials.push(...compileCredentials(entry, consumers.length));
    consumers.push(compileConsumer(entry, groups));
  }
  return { consumers, credentials };
}

function compileConsumer(
  { id, value, place }: ConsumerEntry,
  groups: ReadonlyMap<string, Readonly<Record<string, Fields>>>,
): ConsumerInput {
  const fields = fieldsOf(value) ?? {};
  const groupId = idOf(fields.group_id);
  const group = groupId === undefined ? undefined : groups.get(groupId);
  const labels = Object.entries(fieldsOf(fields.labels) ?? {}).map(([name, label]) => [name, String(label)] as const);
  const source = sourceLine(place);
  return {
    username: id,
    labels: Object.fromEntries(labels),
    ...(groupId !== undefined && { groupId }),
    isGroupMissing: groupId !== undefined && group === undefined,
    plugins: overlay(groupId, group, pluginsOf(value)),
    ...(source && { source }),
  };
}

/** Switched-off plugins stay: they are to hide the route's plugin of that name. Auth plugins never run from here. */
function overlay(
  groupId: string | undefined,
  group: Readonly<Record<string, Fields>> | undefined,
  own: Readonly<Record<string, Fields>>,
): readonly CompiledPlugin[] {
  const merged = mergePlugins([
    { owner: `consumer_groups/${groupId}`, plugins: group ?? {} },
    { owner: "", plugins: own },
  ]);
  return merged.filter(({ name }) => !isAuthPlugin(name) && name !== "multi-auth");
}

/** In the order of ids, then plugins; those without an id, which stand in the consumer itself, come first. */
function compileCredentials({ value, credentials, place }: ConsumerEntry, consumer: number): CredentialInput[] {
  const implicit = Object.entries(pluginsOf(value))
    .filter(([name]) => isAuthPlugin(name))
    .sort(([left], [right]) => compareText(left, right))
    .map(([name, config]) => ({
      plugins: { [name]: config },
      source: sourceLine(place, ["plugins", name]),
    }));
  const named = sortedById(credentials).map((entry) => ({
    id: entry.id,
    plugins: pluginsOf(entry.value),
    source: sourceLine(entry.place),
  }));
  return [...implicit, ...named].flatMap(({ plugins, source, ...identity }) => {
    const [only, ...others] = Object.entries(plugins);
    const [plugin, config] = only ?? [];
    // The checks ask for exactly one auth plugin; anything else admits nobody.
    if (plugin === undefined || config === undefined || others.length > 0 || !isAuthPlugin(plugin)) return [];
    return [{ consumer, plugin, ...identity, ...compileCredential(plugin, config), ...(source && { source }) }];
  });
}

function sourceLine(place: Place | undefined, path?: Path): SourceLine | undefined {
  if (place === undefined) return undefined;
  const { file, start } = place.span(path, path && "key");
  return { file, line: start.line };
}
