/** Which credential answers to a look-up value: the stored indexes, and over them what references resolve to. */
import { type AuthPlugin, authPlugins } from "../model/auth.ts";
import { ByteSink, RecordSink, viewOf } from "./bytes.ts";
import { refuse, type SectionBytes } from "./container.ts";
import { blocked, type IndexEntries, openCredentialIndex } from "./credential-index.ts";
import type { CredentialTable } from "./credential-table.ts";
import type { LookupDigest } from "./digest.ts";
import type { CredentialInput } from "./input.ts";
import { hex } from "./keys.ts";
import { credentialFlags, credentialSlot, indexSection } from "./layout.ts";
import type { StringHeap, StringHeapWriter } from "./string-heap.ts";

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

/**
 * A user of basic-auth who does not exist is answered as one with a wrong password, so the walk through the index must
 * not tell either; misses are longer. Of the others, who is not found learns it from the answer.
 */
const leastSteps: Readonly<Record<AuthPlugin, number>> = {
  "key-auth": 1,
  "basic-auth": 64,
  "hmac-auth": 1,
  "jwt-auth": 1,
};

/** What an index is made of. */
interface Held {
  readonly holders: Map<string, number>;
  readonly digests: ByteSink;
  readonly owners: number[];
}

export class LookupWriter {
  readonly #held: Readonly<Record<AuthPlugin, Held>>;
  readonly #references = new RecordSink(referenceSize);
  readonly #conflicting = new Set<number>();
  readonly #digest: LookupDigest;
  readonly #strings: StringHeapWriter;

  constructor(digest: LookupDigest, strings: StringHeapWriter) {
    const nothing = (): Held => ({ holders: new Map(), digests: new ByteSink(), owners: [] });
    this.#held = { "key-auth": nothing(), "basic-auth": nothing(), "hmac-auth": nothing(), "jwt-auth": nothing() };
    this.#digest = digest;
    this.#strings = strings;
  }

  /** In the order of the credentials. @param credential its number */
  add({ plugin, lookup, isDisabled }: CredentialInput, credential: number): void {
    if (isDisabled || lookup === undefined) return;
    if ("reference" in lookup) {
      const reference = this.#strings.add(lookup.reference);
      const at = this.#references.next();
      this.#references.view.setUint32(at, credential, true);
      this.#references.view.setUint32(at + 4, reference, true);
      return;
    }
    const { holders, digests, owners } = this.#held[plugin];
    const holder = holders.get(lookup.value);
    if (holder !== undefined) {
      this.#conflicting.add(holder).add(credential);
      return;
    }
    holders.set(lookup.value, credential);
    digests.add(this.#digest(plugin, lookup.value), credentialSlot.credential);
    owners.push(credential);
  }

  /** Credentials that share their look-up value; none of them answers to it. */
  get conflicting(): ReadonlySet<number> {
    return this.#conflicting;
  }

  entries(plugin: AuthPlugin): IndexEntries {
    const { digests, owners } = this.#held[plugin];
    const isShared = (owner: number) => this.#conflicting.has(owner);
    const credentials = this.#conflicting.size === 0 ? owners : owners.map((own) => (isShared(own) ? blocked : own));
    return { digests: digests.toBytes(), credentials };
  }

  references(): Uint8Array {
    return this.#references.toBytes();
  }
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
    const isIndexed = (credential: number) => isActive(credential, plugin);
    const index = openCredentialIndex(sections[indexSection[plugin]], isIndexed, leastSteps[plugin]);
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
