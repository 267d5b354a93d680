/** Consumers with their group's plugins overlaid, and their credentials (gateway reference, sections 1.2, 1.3 and 2, step 3). */

import type { CompiledPlugin } from "../artifact/contract.ts";
import type { ConsumerInput, CredentialInput, HolderInput, SourceLine } from "../artifact/input.ts";
import { type AuthPlugin, isAuthPlugin } from "../model/auth.ts";
import type { Config, ConsumerEntry } from "../model/config.ts";
import { compareText } from "../model/identity.ts";
import type { Path, Place } from "../model/place.ts";
import { compileCredential } from "./credential.ts";
import { type Fields, fieldsOf, idOf, noPlugins, pluginsOf, sortedById } from "./fields.ts";
import { type FillDefaults, mergePlugins, rememberingFill } from "./plugins.ts";
import { createReadAhead, readAtOnce } from "./read-ahead.ts";

/** In the order of usernames, one at a time. @param wanted whether a consumer is; all by default */
export function* compileConsumers(config: Config, wanted?: (username: string) => boolean): Generator<HolderInput> {
  const groups = new Map(config.consumer_groups.map(({ id, value }) => [id, pluginsOf(value)]));
  const fill = rememberingFill();
  const sorted = sortedById(config.consumers);
  // Of the others nothing is read.
  const entries = wanted ? sorted.filter(({ id }) => wanted(id)) : sorted;
  const readAhead = createReadAhead(entries);
  let number = 0;
  for (const entry of entries) {
    if (number % readAtOnce === 0 && readAhead(number) < 0) return;
    yield { consumer: compileConsumer(entry, groups, fill), credentials: compileCredentials(entry, number) };
    number += 1;
  }
}

function compileConsumer(
  { id, value, place }: ConsumerEntry,
  groups: ReadonlyMap<string, Readonly<Record<string, Fields>>>,
  fill: FillDefaults,
): ConsumerInput {
  const fields = fieldsOf(value) ?? {};
  const groupId = idOf(fields.group_id);
  const group = groupId === undefined ? undefined : groups.get(groupId);
  return {
    username: id,
    labels: textsOfLabels(fieldsOf(fields.labels)),
    groupId,
    isGroupMissing: groupId !== undefined && group === undefined,
    plugins: overlay(groupId, group, pluginsOf(value), fill),
    source: sourceLine(place),
  };
}

/** Switched-off plugins stay: they are to hide the route's plugin of that name. Auth plugins never run from here. */
function overlay(
  groupId: string | undefined,
  group: Readonly<Record<string, Fields>> | undefined,
  own: Readonly<Record<string, Fields>>,
  fill: FillDefaults,
): readonly CompiledPlugin[] {
  if (own === noPlugins && group === undefined) return noCompiledPlugins;
  const layers = [
    { owner: `consumer_groups/${groupId}`, plugins: group ?? {} },
    { owner: "", plugins: own },
  ];
  const merged = mergePlugins(layers, fill);
  return merged.filter(({ name }) => !isAuthPlugin(name) && name !== "multi-auth");
}

const noCompiledPlugins: readonly CompiledPlugin[] = [];
const noLabels: Readonly<Record<string, string>> = {};

function textsOfLabels(labels: Fields | undefined): Readonly<Record<string, string>> {
  if (labels === undefined) return noLabels;
  for (const name in labels) {
    if (typeof labels[name] === "string") continue;
    return Object.fromEntries(Object.entries(labels).map(([each, label]) => [each, String(label)]));
  }
  return labels as Readonly<Record<string, string>>;
}

/** In the order of ids, then plugins; those without an id, which stand in the consumer itself, come first. */
function compileCredentials(
  { value, credentials, place }: ConsumerEntry,
  consumer: number,
): readonly CredentialInput[] {
  let compiled: CredentialInput[] | undefined;
  const own = pluginsOf(value);
  const names = own === noPlugins ? [] : Object.keys(own).filter(isAuthPlugin).sort(compareText);
  for (const name of names) {
    const source = sourceLine(place, ["plugins", name]);
    compiled = added(compiled, credentialOf(consumer, undefined, name, own[name] ?? {}, source));
  }
  for (const { id, value: credential, place: at } of sortedById(credentials)) {
    const plugins = fieldsOf(fieldsOf(credential)?.plugins) ?? {};
    const plugin = soleName(plugins);
    // The checks ask for exactly one auth plugin; anything else admits nobody.
    if (plugin === undefined || !isAuthPlugin(plugin)) continue;
    compiled = added(compiled, credentialOf(consumer, id, plugin, fieldsOf(plugins[plugin]) ?? {}, sourceLine(at)));
  }
  return compiled ?? noCredentials;
}

/** Mostly there is one, and an array that has grown has room for seventeen. */
function added(compiled: CredentialInput[] | undefined, credential: CredentialInput): CredentialInput[] {
  if (compiled === undefined) return [credential];
  compiled.push(credential);
  return compiled;
}

const noCredentials: readonly CredentialInput[] = [];

/** Undefined if there are none or several. */
function soleName(fields: Fields): string | undefined {
  let sole: string | undefined;
  for (const name in fields) {
    if (sole !== undefined) return undefined;
    sole = name;
  }
  return sole;
}

function credentialOf(
  consumer: number,
  id: string | undefined,
  plugin: AuthPlugin,
  config: Fields,
  source: SourceLine | undefined,
): CredentialInput {
  const { isDisabled, lookup, secret, jwt } = compileCredential(plugin, config);
  return { consumer, plugin, id, isDisabled, lookup, secret, jwt, source };
}

function sourceLine(place: Place | undefined, path?: Path): SourceLine | undefined {
  if (place === undefined) return undefined;
  const { file, start } = place.span(path, path && "key");
  return { file, line: start.line };
}
