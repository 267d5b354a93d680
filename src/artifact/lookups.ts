/** Which credential answers to a look-up value: the stored indexes, and over them what references resolve to. */
import { type AuthPlugin, authPlugins } from "../model/auth.ts";
import { ByteSink, viewOf } from "./bytes.ts";
import { refuse, type SectionBytes } from "./container.ts";
import { blocked, type IndexEntries, openCredentialIndex } from "./credential-index.ts";
import type { CredentialTable } from "./credential-table.ts";
import type { LookupDigest } from "./digest.ts";
import type { CredentialInput } from "./input.ts";
import { hex } from "./keys.ts";
import { credentialFlags, credentialSlot, indexSection } from "./layout.ts";
import type { StringHeap, StringHeapWriter } from "./string-heap.ts";

export interface PlannedLookups {
  readonly entries: Readonly<Record<AuthPlugin, IndexEntries>>;
  /** Credentials that share their look-up value; none of them answers to it. */
  readonly conflicting: ReadonlySet<number>;
}

export interface Lookups {
  find(plugin: AuthPlugin, value: string): number;
  /** Lets the credential answer to the value; false if another one does already, and then neither will. */
  add(credential: number, value: string): boolean;
  /** Credentials with a reference as look-up value, with the reference. */
  readonly references: readonly LookupReference[];
}

export interface LookupReference {
  readonly credential: number;
  readonly reference: string;
}

const referenceSize = 8;

export function planLookups(credentials: readonly CredentialInput[], digest: LookupDigest): PlannedLookups {
  const byPlugin = new Map(
    authPlugins.map((plugin) => {
      const owners: number[] = [];
      return [plugin, { holders: new Map<string, number>(), digests: new ByteSink(), owners }] as const;
    }),
  );
  const conflicting = new Set<number>();
  credentials.forEach(({ plugin, lookup, isDisabled }, credential) => {
    if (isDisabled || lookup === undefined || "reference" in lookup) return;
    const table = byPlugin.get(plugin);
    if (table === undefined) return;
    const holder = table.holders.get(lookup.value);
    if (holder === undefined) {
      table.holders.set(lookup.value, credential);
      table.digests.add(digest(plugin, lookup.value), credentialSlot.credential);
      table.owners.push(credential);
    } else {
      conflicting.add(holder).add(credential);
    }
  });
  const entriesOf = (plugin: AuthPlugin): IndexEntries => {
    const { digests, owners } = byPlugin.get(plugin) ?? { digests: new ByteSink(), owners: [] };
    const held = conflicting.size === 0 ? owners : owners.map((owner) => (conflicting.has(owner) ? blocked : owner));
    return { digests: digests.toBytes(), credentials: held };
  };
  const entries = {
    "key-auth": entriesOf("key-auth"),
    "basic-auth": entriesOf("basic-auth"),
    "hmac-auth": entriesOf("hmac-auth"),
    "jwt-auth": entriesOf("jwt-auth"),
  };
  return { entries, conflicting };
}

export function writeLookupReferences(credentials: readonly CredentialInput[], strings: StringHeapWriter): Uint8Array {
  const references = credentials.flatMap(({ lookup, isDisabled }, credential) =>
    lookup !== undefined && "reference" in lookup && !isDisabled
      ? [[credential, strings.add(lookup.reference)] as const]
      : [],
  );
  const bytes = new Uint8Array(references.length * referenceSize);
  const view = viewOf(bytes);
  references.forEach(([credential, reference], index) => {
    view.setUint32(index * referenceSize, credential, true);
    view.setUint32(index * referenceSize + 4, reference, true);
  });
  return bytes;
}

export function openLookups(
  sections: SectionBytes,
  credentials: CredentialTable,
  strings: StringHeap,
  digest: LookupDigest,
): Lookups {
  const isActive = (credential: number, plugin: AuthPlugin) =>
    credential < credentials.count &&
    credentials.plugin(credential) === plugin &&
    !credentials.hasFlag(credential, credentialFlags.disabled | credentialFlags.conflicting);
  const tables = authPlugins.map((plugin) => {
    const index = openCredentialIndex(sections[indexSection[plugin]], (credential) => isActive(credential, plugin));
    return [plugin, { index, overlay: new Map<string, number>() }] as const;
  });
  const tableOf = new Map(tables);
  const references = openLookupReferences(sections.lookupReferences, credentials, strings);

  const locate = (plugin: AuthPlugin, digested: Uint8Array): number => {
    const table = tableOf.get(plugin);
    if (table === undefined) return -1;
    const resolved =
      table.overlay.size === 0 ? undefined : table.overlay.get(hex(digested.subarray(0, credentialSlot.credential)));
    return resolved ?? table.index.find(digested);
  };
  return {
    references,
    find: (plugin, value) => Math.max(-1, locate(plugin, digest(plugin, value))),
    add(credential, value) {
      const plugin = credentials.plugin(credential);
      const digested = digest(plugin, value).slice(0, credentialSlot.credential);
      const isFree = locate(plugin, digested) === -1;
      tableOf.get(plugin)?.overlay.set(hex(digested), isFree ? credential : blocked);
      return isFree;
    },
  };
}

function openLookupReferences(
  bytes: Uint8Array,
  credentials: CredentialTable,
  strings: StringHeap,
): readonly LookupReference[] {
  const count = bytes.length / referenceSize;
  if (!Number.isInteger(count)) refuse("its look-up references have the wrong length");
  const view = viewOf(bytes);
  const references: LookupReference[] = [];
  let previous = -1;
  for (let index = 0; index < count; index++) {
    const credential = view.getUint32(index * referenceSize, true);
    const reference = view.getUint32(index * referenceSize + 4, true);
    if (credential <= previous || credential >= credentials.count || reference >= strings.count) {
      refuse("a look-up reference is malformed");
    }
    if (credentials.hasFlag(credential, credentialFlags.disabled))
      refuse("a disabled credential has a look-up reference");
    previous = credential;
    references.push({ credential, reference: strings.text(reference) });
  }
  return references;
}
