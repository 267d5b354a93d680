/** Finds the credential that already answers to a lookup key: two of them would let one consumer pass as another. */
import { type AuthPlugin, authPlugins, isSecretReference, lookupField } from "../model/auth.ts";
import { type Address, collectionOf, find, type Json, type State } from "./state.ts";

/** Of a consumer or credential: the keys that its auth plugins answer to. */
export function lookupKeysOf(value: Readonly<Json>): readonly LookupKey[] {
  const plugins = value["plugins"];
  if (typeof plugins !== "object" || plugins === null) return [];
  const keys: LookupKey[] = [];
  for (const plugin of authPlugins) {
    const config = (plugins as Readonly<Json>)[plugin];
    if (typeof config !== "object" || config === null) continue;
    const key = (config as Readonly<Json>)[lookupField[plugin]];
    // What a reference stands for is known only where it is resolved.
    if (typeof key === "string" && !isSecretReference(key)) keys.push({ plugin, key });
  }
  return keys;
}

export interface LookupKey {
  readonly plugin: AuthPlugin;
  readonly key: string;
}

/** Why `value` cannot be stored at `address`. */
export function findDuplicate(state: State, address: Address, value: Readonly<Json>): string | undefined {
  const index = indexOf(state);
  for (const lookup of lookupKeysOf(value)) {
    const holder = index.get(nameOf(lookup));
    if (holder === undefined || isSame(holder, address) || !stillHolds(state, holder, lookup)) continue;
    return duplicateText(lookup.plugin, holder);
  }
  return undefined;
}

export function duplicateText(plugin: AuthPlugin, holder: Address): string {
  const place =
    holder.kind === "credentials"
      ? `credential: ${holder.id} of consumer: ${holder.consumer}`
      : `consumer: ${holder.id}`;
  return `duplicate key of plugin ${plugin} found with ${place}`;
}

/** To be told of every write to a draft that `findDuplicate` was asked about. */
export function noteLookupKeys(state: State, address: Address, value: Readonly<Json>): void {
  const index = indexes.get(state);
  if (index !== undefined) addKeys(index, address, value);
}

type LookupIndex = Map<string, Address>;

const indexes = new WeakMap<State, LookupIndex>();

/** Entries may be out of date (`stillHolds` tells), but none is missing. */
function indexOf(state: State): LookupIndex {
  let index = indexes.get(state);
  if (index === undefined) {
    index = new Map();
    for (const [username, consumer] of collectionOf(state, "consumers")) {
      addKeys(index, { kind: "consumers", id: username }, consumer.value);
      for (const [id, credential] of collectionOf(state, "credentials", username)) {
        addKeys(index, { kind: "credentials", consumer: username, id }, credential.value);
      }
    }
    indexes.set(state, index);
  }
  return index;
}

function addKeys(index: LookupIndex, address: Address, value: Readonly<Json>): void {
  for (const lookup of lookupKeysOf(value)) index.set(nameOf(lookup), address);
}

function nameOf({ plugin, key }: LookupKey): string {
  return `${plugin} ${key}`;
}

function isSame(left: Address, right: Address): boolean {
  return left.kind === right.kind && left.consumer === right.consumer && left.id === right.id;
}

function stillHolds(state: State, holder: Address, lookup: LookupKey): boolean {
  const stored = find(state, holder);
  return stored !== undefined && lookupKeysOf(stored.value).some((each) => nameOf(each) === nameOf(lookup));
}
