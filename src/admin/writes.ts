/** The writes of the Admin API: what PUT, POST, PATCH and DELETE do to a draft of the state, and what they answer. */

import { type Kind, kindNouns } from "../model/config.ts";
import { isMap } from "../model/json.ts";
import type { Answer } from "./commit-queue.ts";
import { noteLookupKeys } from "./lookup-keys.ts";
import { checkAgainst, checkValue, type RuleContext } from "./resource-rules.ts";
import { references } from "./resources.ts";
import { type Address, collectionOf, type Draft, find, type Json, keyOf, type Stored } from "./state.ts";

/** What a path names; `id` is absent for a collection. */
export interface Target {
  readonly kind: Kind;
  readonly consumer?: string;
  readonly id?: string;
  /** Of PATCH: the part below the resource. */
  readonly subPath: readonly string[];
}

export interface WriteContext extends RuleContext {
  /** Seconds since the epoch. */
  now(): number;
}

export const keyNotFound: Answer = { status: 404, body: { message: "Key not found" } };

export function envelope(address: Address, stored: Stored): Json {
  const { createdIndex, modifiedIndex, value } = stored;
  return { key: keyOf(address), value, createdIndex, modifiedIndex };
}

export function put(draft: Draft, target: Target, body: unknown, context: WriteContext): Answer {
  if (!isMap(body)) return noObject(body);
  if (target.kind === "credentials" && !hasConsumer(draft, target))
    return { status: 404, body: { error_msg: "consumer not found" } };
  const named = withIdentity(target, body);
  if (typeof named === "string") return bad(named);
  const before = find(draft, named.address);
  const fault = checkValue(target.kind, named.value, context) ?? checkAgainst(draft, named.address, named.value);
  if (fault !== undefined) return bad(fault);
  return store(draft, named.address, named.value, before, context);
}

export function post(draft: Draft, target: Target, body: unknown, context: WriteContext): Answer {
  if (!isMap(body)) return noObject(body);
  if (target.id !== undefined || body["id"] !== undefined)
    return bad(`wrong ${kindNouns[target.kind]} id, do not need it`);
  let revision = draft.index + 1;
  const idOf = (): string => String(revision).padStart(20, "0");
  while (find(draft, { kind: target.kind, id: idOf() }) !== undefined) revision++;
  return put(draft, { ...target, id: idOf() }, body, context);
}

/** A merge (RFC 7396), or with a sub-path a replacement of that part. */
export function patch(draft: Draft, target: Target, body: unknown, context: WriteContext): Answer {
  if (target.id === undefined) return bad(`missing ${kindNouns[target.kind]} id`);
  if (body === undefined) return bad("missing new configuration");
  if (target.subPath.length === 0 && !isMap(body)) return bad("invalid configuration");
  const before = find(draft, { kind: target.kind, id: target.id });
  if (before === undefined) return keyNotFound;
  const { create_time: _created, update_time: _updated, ...current } = before.value;
  const merged = target.subPath.length === 0 ? merge(current, body) : replaceAt(current, target.subPath, body);
  if (!isMap(merged)) return bad("invalid sub-path");
  return put(draft, target, merged, context);
}

export function remove(draft: Draft, target: Target, isForced: boolean): Answer {
  if (target.id === undefined)
    return bad(target.kind === "consumers" ? "missing consumer name" : `missing ${kindNouns[target.kind]} id`);
  const address: Address = addressOf(target, target.id);
  if (find(draft, address) === undefined) return keyNotFound;
  const holder = isForced ? undefined : findHolder(draft, address);
  if (holder !== undefined) return bad(holder);
  draft.remove(address);
  return { status: 200, body: { key: keyOf(address), deleted: "1" } };
}

function bad(error_msg: string): Answer {
  return { status: 400, body: { error_msg } };
}

function noObject(body: unknown): Answer {
  return bad(body === undefined ? "missing configurations" : "invalid request body: expected an object");
}

function hasConsumer(draft: Draft, { consumer }: Target): boolean {
  return consumer !== undefined && find(draft, { kind: "consumers", id: consumer }) !== undefined;
}

function addressOf({ kind, consumer }: Target, id: string): Address {
  return consumer === undefined ? { kind, id } : { kind, consumer, id };
}

/** Path and body must name the same resource; either may leave it to the other. */
function withIdentity(target: Target, body: Json): { readonly address: Address; readonly value: Json } | string {
  if (target.kind === "consumers") {
    const username = body["username"];
    if (target.id !== undefined && typeof username === "string" && username !== target.id) return "wrong username";
    return { address: { kind: "consumers", id: String(username) }, value: body };
  }
  const given = body["id"];
  if (typeof given === "number" && !(Number.isInteger(given) && given >= 1))
    return 'invalid configuration: property "id" validation failed: expected a string or an integer of at least 1';
  const id = target.id ?? (typeof given === "string" || typeof given === "number" ? String(given) : undefined);
  if (id === undefined) return `missing ${kindNouns[target.kind]} id`;
  if (given !== undefined && String(given) !== id) return `wrong ${kindNouns[target.kind]} id`;
  return { address: addressOf(target, id), value: { ...body, id } };
}

function store(draft: Draft, address: Address, value: Json, before: Stored | undefined, context: WriteContext): Answer {
  const now = context.now();
  const stored = draft.put(address, { ...value, create_time: before?.value["create_time"] ?? now, update_time: now });
  noteLookupKeys(draft, address, value);
  return { status: before === undefined ? 201 : 200, body: envelope(address, stored) };
}

const refusalBeginnings: Partial<Record<Kind, string>> = { services: "can not delete this service directly," };

function findHolder(draft: Draft, address: Address): string | undefined {
  for (const { from, field, to } of references) {
    if (to !== address.kind) continue;
    for (const [id, stored] of collectionOf(draft, from)) {
      const named = stored.value[field];
      if (named === undefined || String(named) !== address.id) continue;
      const beginning = refusalBeginnings[to] ?? `can not delete this ${kindNouns[to]},`;
      return `${beginning} ${kindNouns[from]} [${id}] is still using it now`;
    }
  }
  return undefined;
}

function merge(target: unknown, change: unknown): unknown {
  if (!isMap(change)) return change;
  const merged = new Map<string, unknown>(isMap(target) ? Object.entries(target) : []);
  for (const [key, value] of Object.entries(change)) {
    if (value === null) merged.delete(key);
    else merged.set(key, merge(merged.get(key), value));
  }
  return Object.fromEntries(merged);
}

function replaceAt(target: unknown, [step, ...rest]: readonly string[], part: unknown): unknown {
  if (step === undefined) return part;
  if (target !== undefined && !isMap(target)) return undefined;
  const entries = new Map<string, unknown>(Object.entries(target ?? {}));
  const replaced = replaceAt(entries.get(step), rest, part);
  if (replaced === null) entries.delete(step);
  else entries.set(step, replaced);
  return Object.fromEntries(entries);
}
