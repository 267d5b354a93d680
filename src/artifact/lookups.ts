/** Which credential answers to a look-up value: the stored indexes, and over them what references resolve to. */
import { BoundedCache } from "../crypto/bounded-cache.ts";
import { type AuthPlugin, authPlugins } from "../model/auth.ts";
import { RecordSink, viewOf } from "./bytes.ts";
import { refuse, type SectionBytes } from "./container.ts";
import { blocked, type CredentialIndex, openCredentialIndex } from "./credential-index.ts";
import type { CredentialTable } from "./credential-table.ts";
import { addLookupDigest, type LookupDigest } from "./digest.ts";
import type { DigestTables } from "./digest-tables.ts";
import type { CredentialInput } from "./input.ts";
import { hex } from "./keys.ts";
import { credentialFlags, credentialSlot, indexSection, pluginCode } from "./layout.ts";
import { RecentDigests } from "./recent-digests.ts";
import type { StringHeap, StringHeapWriter } from "./string-heap.ts";
import { uncountedBytes } from "./uncounted-memory.ts";

export interface Lookups {
  /** The credential that answers to the value, or -1. */
  find(plugin: AuthPlugin, value: string): number;
  /** A credential that answers to something; -1 if none is stored. The same one for the same seed. */
  any(plugin: AuthPlugin, seed: number): number;
  /** Of which the first 16 bytes count. */
  digest(plugin: AuthPlugin, value: string): Uint8Array;
  /** The credential that the stored index has for a digest, `blocked`, or -1. */
  stored(plugin: AuthPlugin, digest: Uint8Array): number;
  /** Credentials whose reference resolved to what has this digest. */
  resolved(plugin: AuthPlugin, digest: Uint8Array): readonly number[];
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

/** For an overlay: what only the whole of it and its base can tell. */
export interface ConflictsElsewhere {
  /** Whether the credential, by its number, shares its look-up value. */
  isConflicting(credential: number): boolean;
  /** Digests, 16 bytes each, of all values that several credentials share. */
  blocked(plugin: AuthPlugin): Uint8Array;
}

export class LookupWriter {
  readonly #references = new RecordSink(referenceSize);
  readonly #conflicting: number[] = [];
  readonly #digests: DigestTables;
  readonly #strings: StringHeapWriter;
  readonly #elsewhere: ConflictsElsewhere | undefined;

  constructor(digests: DigestTables, strings: StringHeapWriter, elsewhere?: ConflictsElsewhere) {
    this.#digests = digests;
    this.#strings = strings;
    this.#elsewhere = elsewhere;
  }

  /** In the order of the credentials. @param credential its number */
  add({ plugin, lookup, isDisabled }: CredentialInput, credential: number): void {
    if (isDisabled || lookup === undefined) return;
    if (lookup.isReference) {
      const reference = this.#strings.add(lookup.text);
      const at = this.#references.next();
      this.#references.view.setUint32(at, credential, true);
      this.#references.view.setUint32(at + 4, reference, true);
      return;
    }
    if (this.#elsewhere?.isConflicting(credential)) {
      this.#conflicting.push(credential);
      return;
    }
    addLookupDigest(this.#digests, plugin, lookup.text, credential);
  }

  /** Nothing may be added afterwards. */
  end(): void {
    if (this.#elsewhere) for (const plugin of authPlugins) this.#digests.block(plugin, this.#elsewhere.blocked(plugin));
    this.#digests.end();
  }

  references(): Uint8Array {
    return this.#references.toBytes();
  }

  /** Credentials that share their look-up value with others that are not written here. */
  get conflicting(): readonly number[] {
    return this.#conflicting;
  }
}

/**
 * What a token names its key by is no secret, and who names none that exists is told so: it may be remembered where it led. Keys of key-auth are
 * secrets, so of them digests are remembered; of basic-auth and hmac-auth nobody shall know who was here.
 */
const cachedIssuers = 4096;
const longestIssuer = 256;

export function openLookups(
  sections: SectionBytes,
  credentials: CredentialTable,
  strings: StringHeap,
  digest: LookupDigest,
  isTaken: (plugin: AuthPlugin, digest: Uint8Array) => boolean = () => false,
): Lookups {
  const indexes = openIndexes(sections, credentials);
  const claimsOf = () => new Map<string, readonly number[]>();
  const tables = {
    "key-auth": { index: indexes["key-auth"], claims: claimsOf() },
    "basic-auth": { index: indexes["basic-auth"], claims: claimsOf() },
    "hmac-auth": { index: indexes["hmac-auth"], claims: claimsOf() },
    "jwt-auth": { index: indexes["jwt-auth"], claims: claimsOf() },
  };
  let issuers = new BoundedCache<string, number>(cachedIssuers);
  let recent = new RecentDigests(credentials.count);
  const references = openLookupReferences(sections.lookupReferences, credentials, strings);

  const stored = (plugin: AuthPlugin, digested: Uint8Array): number => tables[plugin].index.find(digested);
  const resolved = (plugin: AuthPlugin, digested: Uint8Array): readonly number[] => {
    const { claims } = tables[plugin];
    if (claims.size === 0) return nobody;
    return claims.get(hex(digested.subarray(0, credentialSlot.credential))) ?? nobody;
  };
  return {
    references,
    digest,
    stored,
    resolved,
    any: (plugin, seed) => tables[plugin].index.any(seed),
    find(plugin, value) {
      const known = plugin === "jwt-auth" ? issuers.get(value) : undefined;
      if (known !== undefined) return known;
      const digested = digest(plugin, value);
      const latest = plugin === "key-auth" ? recent.find(digested) : -1;
      if (latest >= 0) return latest;
      const found = soleClaimant(stored(plugin, digested), resolved(plugin, digested));
      if (plugin === "key-auth" && found >= 0) recent.offer(digested, found);
      if (plugin === "jwt-auth" && found >= 0 && value.length <= longestIssuer) issuers.set(value, found);
      return found;
    },
    add(credential, value) {
      issuers = new BoundedCache(cachedIssuers);
      recent = new RecentDigests(credentials.count);
      const plugin = credentials.plugin(credential);
      const digested = digest(plugin, value).slice(0, credentialSlot.credential);
      const others = resolved(plugin, digested);
      const isFree = others.length === 0 && stored(plugin, digested) === -1 && !isTaken(plugin, digested);
      tables[plugin].claims.set(hex(digested), [...others, credential]);
      return isFree;
    },
  };
}

/** A function of its own, so that nothing that stays holds the codes: in each thread a byte a credential. */
function openIndexes(
  sections: SectionBytes,
  credentials: CredentialTable,
): Readonly<Record<AuthPlugin, CredentialIndex>> {
  const active = activePlugins(credentials);
  const open = (plugin: AuthPlugin) => {
    const code = pluginCode[plugin];
    const isIndexed = (credential: number) => active[credential] === code;
    return openCredentialIndex(sections[indexSection[plugin]], isIndexed, leastSteps[plugin]);
  };
  return {
    "key-auth": open("key-auth"),
    "basic-auth": open("basic-auth"),
    "hmac-auth": open("hmac-auth"),
    "jwt-auth": open("jwt-auth"),
  };
}

/**
 * The code of each credential's plugin, 0 for one that is in no index. Indexes name credentials in no order: a byte of each
 * stays in the processor's cache where the records would not.
 */
function activePlugins(credentials: CredentialTable): Uint8Array {
  const inactive = credentialFlags.disabled | credentialFlags.conflicting;
  const codes = uncountedBytes(credentials.count);
  for (let credential = 0; credential < codes.length; credential++) {
    if (!credentials.hasFlag(credential, inactive)) codes[credential] = credentials.pluginCode(credential);
  }
  return codes;
}

const nobody: readonly number[] = [];

/** Who answers to a value that several claim? Nobody. @param stored a credential, `blocked`, or -1 */
function soleClaimant(stored: number, resolved: readonly number[]): number {
  if (resolved.length === 0) return stored === blocked ? -1 : stored;
  return stored === -1 && resolved.length === 1 ? (resolved[0] ?? -1) : -1;
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
