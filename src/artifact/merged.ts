/** A base and its overlay as one artifact. Nothing of the base is copied. */
import type { AuthPlugin } from "../model/auth.ts";
import type { Artifact, CredentialRecord } from "./contract.ts";
import { blocked } from "./credential-index.ts";
import { credentialsOf } from "./credential-table.ts";
import { mergeNumbers } from "./merged-numbers.ts";
import { mergedNamesFrom } from "./ordered-names.ts";
import type { OverlayHead } from "./overlay-section.ts";
import { RecentDigests } from "./recent-digests.ts";
import type { Table } from "./table.ts";

/** Credentials of the base, those of hidden consumers left out, that answer to what has this digest. */
export function mergedClaims(base: Table, hidden: ReadonlySet<number>) {
  return (plugin: AuthPlugin, digest: Uint8Array): readonly number[] => {
    const { lookups, credentials } = base;
    const resolved = lookups.resolved(plugin, digest);
    const stored = lookups.stored(plugin, digest);
    // What several share according to the base need not be shared any more; the overlay lists all that is.
    const claimants = stored === -1 || stored === blocked ? resolved : [stored, ...resolved];
    return claimants.filter((credential) => !hidden.has(credentials.consumer(credential)));
  };
}

export function mergeTables(base: Table, over: Table, { hidden, keepsRoutes, base: digest }: OverlayHead): Artifact {
  const hiddenSet = new Set(hidden);
  const under = base.artifact;
  const upper = over.artifact;
  const consumers = mergeNumbers(under.consumerCount, hidden, upper.consumerCount);
  const credentials = mergeNumbers(
    under.credentialCount,
    hidden.flatMap((consumer) => credentialsOf(base.credentials, consumer)),
    upper.credentialCount,
  );
  const claimsOfBase = mergedClaims(base, hiddenSet);
  const recent = new RecentDigests(credentials.count);

  const credential = (index: number): CredentialRecord => {
    const at = credentials.where(index);
    const record = at < 0 ? upper.credential(-1 - at) : under.credential(verified(at, under.credentialCount));
    const { consumer } = record;
    return new MergedCredential(record, at < 0 ? consumers.ofOverlay(consumer) : consumers.ofBase(consumer));
  };
  return {
    meta: {
      ...upper.meta,
      overlay: { base: digest, changedConsumers: upper.consumerCount, hiddenConsumers: hidden.length, keepsRoutes },
    },
    warnings: upper.warnings,
    byteLength: under.byteLength + upper.byteLength,
    consumerCount: consumers.count,
    credentialCount: credentials.count,
    routes: keepsRoutes ? under.routes : upper.routes,
    globalRules: keepsRoutes ? under.globalRules : upper.globalRules,
    findConsumer(username) {
      const changed = upper.findConsumer(username);
      if (changed >= 0) return consumers.ofOverlay(changed);
      const found = under.findConsumer(username);
      return found < 0 || hiddenSet.has(found) ? -1 : consumers.ofBase(found);
    },
    consumer(index) {
      const at = consumers.where(index);
      return at < 0 ? upper.consumer(-1 - at) : under.consumer(verified(at, under.consumerCount));
    },
    usernamesFrom: (start) => mergedNamesFrom(base.usernames, hiddenSet, over.usernames, start),
    findCredential(plugin, value) {
      const digested = over.lookups.digest(plugin, value);
      const known = plugin === "key-auth" ? recent.find(digested) : -1;
      if (known >= 0) return known;
      const stored = over.lookups.stored(plugin, digested);
      const resolved = over.lookups.resolved(plugin, digested);
      const ofBase = claimsOfBase(plugin, digested);
      if (stored === blocked) return -1;
      const claimants = (stored < 0 ? 0 : 1) + resolved.length + ofBase.length;
      if (claimants !== 1) return -1;
      const [below] = ofBase;
      const found =
        below === undefined
          ? credentials.ofOverlay(stored < 0 ? (resolved[0] ?? -1) : stored)
          : credentials.ofBase(below);
      if (plugin === "key-auth") recent.offer(digested, found);
      return found;
    },
    decoy(plugin, seed) {
      const ofBase = base.lookups.any(plugin, seed);
      if (ofBase >= 0 && !hiddenSet.has(base.credentials.consumer(ofBase))) return credentials.ofBase(ofBase);
      const ofOverlay = over.lookups.any(plugin, seed);
      return ofOverlay < 0 ? -1 : credentials.ofOverlay(ofOverlay);
    },
    credential,
    holder(index) {
      const at = credentials.where(index);
      const holder = at < 0 ? upper.holder(-1 - at) : under.holder(verified(at, under.credentialCount));
      const { consumer } = holder;
      return { ...holder, consumer: at < 0 ? consumers.ofOverlay(consumer) : consumers.ofBase(consumer) };
    },
    credentialsOf(consumer) {
      const at = consumers.where(consumer);
      if (at < 0) return credentialsOf(over.credentials, -1 - at).map(credentials.ofOverlay);
      return credentialsOf(base.credentials, verified(at, under.consumerCount)).map(credentials.ofBase);
    },
    credentialMarks(index) {
      const at = credentials.where(index);
      return at < 0 ? upper.credentialMarks(-1 - at) : under.credentialMarks(at);
    },
  };
}

/** A credential of one of the two under the number that its consumer has in both together. */
class MergedCredential implements CredentialRecord {
  readonly consumer: number;
  readonly plugin: AuthPlugin;
  declare readonly id?: string;
  declare readonly jwt?: NonNullable<CredentialRecord["jwt"]>;
  readonly #own: CredentialRecord;

  constructor(own: CredentialRecord, consumer: number) {
    this.consumer = consumer;
    this.plugin = own.plugin;
    if (own.id !== undefined) this.id = own.id;
    if (own.jwt !== undefined) this.jwt = own.jwt;
    this.#own = own;
  }

  get source(): string {
    return this.#own.source;
  }

  passwordEquals(password: Uint8Array): boolean {
    return this.#own.passwordEquals(password);
  }

  secret(): Uint8Array | undefined {
    return this.#own.secret();
  }
}

/** A number above the merged count is above the base's too, unless the base has lost some. */
function verified(number: number, count: number): number {
  if (number >= count) throw new RangeError(`no record ${number} of ${count}`);
  return number;
}
