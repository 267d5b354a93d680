/** Which consumers differ between two artifacts of one key, with their credentials: what an overlay has to hold. */
import { authPlugins } from "../model/auth.ts";
import { canonicalJson } from "../model/json.ts";
import { viewOf } from "./bytes.ts";
import type { Artifact, ConsumerRecord } from "./contract.ts";
import { credentialSlot, indexSection, none, secretKind } from "./layout.ts";
import { tableOf } from "./reader.ts";
import type { Table } from "./table.ts";

export interface ChangedConsumers {
  /** Usernames of those that are new or say something else. */
  readonly written: ReadonlySet<string>;
  /** Numbers, in the first artifact, of those that say something else or are gone; rising. */
  readonly hidden: readonly number[];
}

/** Lines do not count. @param before, after artifacts that stand alone, of one key */
export function changedConsumers(before: Artifact, after: Artifact): ChangedConsumers {
  const old = comparable(tableOf(before));
  const now = comparable(tableOf(after));
  const written = new Set<string>();
  const hidden: number[] = [];
  const seen = new Uint8Array(before.consumerCount);
  for (let consumer = 0; consumer < after.consumerCount; consumer++) {
    const record = after.consumer(consumer);
    const was = before.findConsumer(record.username);
    if (was >= 0) seen[was] = 1;
    if (was >= 0 && isSameConsumer(before.consumer(was), record) && isSameCredentials(old, was, now, consumer))
      continue;
    written.add(record.username);
    if (was >= 0) hidden.push(was);
  }
  for (let consumer = 0; consumer < before.consumerCount; consumer++) if (seen[consumer] === 0) hidden.push(consumer);
  return { written, hidden: hidden.sort((left, right) => left - right) };
}

interface Comparable {
  readonly table: Table;
  /** Of each credential, where its digest stands in the index of its plugin; `none` if it is in none. */
  readonly slots: Uint32Array;
  /** Of each credential: its reference as look-up value. */
  readonly references: ReadonlyMap<number, string>;
}

function comparable(table: Table): Comparable {
  const slots = new Uint32Array(table.credentials.count).fill(none);
  for (const plugin of authPlugins) {
    const bytes = table.sections[indexSection[plugin]];
    const view = viewOf(bytes);
    for (let at = 0; at < bytes.length; at += credentialSlot.size) {
      const credential = view.getUint32(at + credentialSlot.credential, true);
      if (credential !== 0 && credential !== none) slots[credential - 1] = at;
    }
  }
  const references = new Map(table.lookups.references.map(({ credential, reference }) => [credential, reference]));
  return { table, slots, references };
}

function isSameConsumer(left: ConsumerRecord, right: ConsumerRecord): boolean {
  return (
    left.groupId === right.groupId &&
    left.isGroupMissing === right.isGroupMissing &&
    isSameValue(left.labels, right.labels) &&
    isSameValue(left.plugins, right.plugins)
  );
}

function isSameValue(left: object, right: object): boolean {
  const size = Object.keys(left).length;
  return size === Object.keys(right).length && (size === 0 || canonicalJson(left) === canonicalJson(right));
}

function isSameCredentials(old: Comparable, was: number, now: Comparable, is: number): boolean {
  const first = old.table.credentials.firstOf(was);
  const count = old.table.credentials.firstOf(was + 1) - first;
  const start = now.table.credentials.firstOf(is);
  if (now.table.credentials.firstOf(is + 1) - start !== count) return false;
  for (let index = 0; index < count; index++) {
    if (!isSameCredential(old, first + index, now, start + index)) return false;
  }
  return true;
}

function isSameCredential(old: Comparable, was: number, now: Comparable, is: number): boolean {
  const left = old.table.credentials;
  const right = now.table.credentials;
  return (
    left.plugin(was) === right.plugin(is) &&
    left.id(was) === right.id(is) &&
    left.flags(was) === right.flags(is) &&
    left.algorithm(was) === right.algorithm(is) &&
    left.gracePeriod(was) === right.gracePeriod(is) &&
    old.references.get(was) === now.references.get(is) &&
    isSameLookup(old, was, now, is) &&
    isSameSecret(old.table, was, now.table, is)
  );
}

function isSameLookup(old: Comparable, was: number, now: Comparable, is: number): boolean {
  const left = old.slots[was] ?? none;
  const right = now.slots[is] ?? none;
  if (left === none || right === none) return left === right;
  const section = indexSection[old.table.credentials.plugin(was)];
  return isSameBytes(old.table.sections[section], left, now.table.sections[section], right, credentialSlot.credential);
}

function isSameSecret(old: Table, was: number, now: Table, is: number): boolean {
  const kind = old.credentials.secretKind(was);
  if (kind !== now.credentials.secretKind(is)) return false;
  switch (kind) {
    case secretKind.passwordDigest: {
      const digest = old.credentials.passwordDigest(was);
      return isSameBytes(digest, 0, now.credentials.passwordDigest(is), 0, digest.length);
    }
    case secretKind.sealed: {
      const left = old.unsealSecret(was);
      const right = now.unsealSecret(is);
      return left !== undefined && left.length === right?.length && isSameBytes(left, 0, right, 0, left.length);
    }
    case secretKind.reference:
    case secretKind.publicKey:
      return old.credentials.secretText(was) === now.credentials.secretText(is);
    default:
      return true;
  }
}

/** Both are in hand here: nobody is told anything by how long it takes. */
function isSameBytes(left: Uint8Array, from: number, right: Uint8Array, start: number, length: number): boolean {
  for (let index = 0; index < length; index++) if (left[from + index] !== right[start + index]) return false;
  return true;
}
