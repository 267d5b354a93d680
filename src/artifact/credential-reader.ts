/** Hands out the credentials of an artifact; what is looked up in one again and again is kept with it. */
import type { AuthPlugin } from "../model/auth.ts";
import type { CredentialRecord } from "./contract.ts";
import type { CredentialTable } from "./credential-table.ts";
import { passwordDigestLength, secretKind } from "./layout.ts";
import { NumberedCache } from "./numbered-cache.ts";
import type { ResolvedSecrets } from "./references.ts";
import type { SourceMap } from "./source-map.ts";

export interface CredentialParts {
  readonly credentials: CredentialTable;
  readonly resolved: ResolvedSecrets;
  readonly source: SourceMap;
  digestPassword(credential: number, password: Uint8Array): Uint8Array;
  unsealSecret(credential: number): Uint8Array | undefined;
  equal(left: Uint8Array, right: Uint8Array): boolean;
}

const noDigest = new Uint8Array(passwordDigestLength);

export function credentialReader(parts: CredentialParts) {
  const { credentials } = parts;
  const records = new NumberedCache<CredentialRecord>(credentials.count);
  return (index: number): CredentialRecord => {
    const known = records.get(index);
    if (known !== undefined) return known;
    verifyIndex(index, credentials.count);
    const record = new StoredCredential(parts, index);
    // A password must not be told wrong sooner for a user who was here lately: those are read anew each time.
    if (record.plugin !== "basic-auth") records.set(index, record);
    return record;
  };
}

class StoredCredential implements CredentialRecord {
  readonly consumer: number;
  readonly plugin: AuthPlugin;
  declare readonly id?: string;
  declare readonly jwt?: NonNullable<CredentialRecord["jwt"]>;
  readonly #index: number;
  readonly #parts: CredentialParts;
  #secret: Uint8Array | undefined;

  constructor(parts: CredentialParts, index: number) {
    const { credentials } = parts;
    this.consumer = credentials.consumer(index);
    this.plugin = credentials.plugin(index);
    const id = credentials.id(index);
    if (id !== undefined) this.id = id;
    if (this.plugin === "jwt-auth") this.jwt = jwtRules(parts, index);
    this.#index = index;
    this.#parts = parts;
  }

  get source(): string {
    return this.#parts.source(this.#index);
  }

  passwordEquals(password: Uint8Array): boolean {
    const { credentials, resolved, equal, digestPassword } = this.#parts;
    const index = this.#index;
    const isStored = credentials.secretKind(index) === secretKind.passwordDigest;
    const expected = isStored ? credentials.passwordDigest(index) : resolved.passwordDigests.get(index);
    // The same work where there is no password, so that the time does not tell.
    const isEqual = equal(expected ?? noDigest, digestPassword(index, password));
    return expected !== undefined && isEqual;
  }

  secret(): Uint8Array | undefined {
    const { credentials, resolved, unsealSecret } = this.#parts;
    if (this.#secret !== undefined) return this.#secret;
    const isSealed = credentials.secretKind(this.#index) === secretKind.sealed;
    this.#secret = isSealed ? unsealSecret(this.#index) : resolved.secrets.get(this.#index);
    return this.#secret;
  }
}

function jwtRules({ credentials, resolved }: CredentialParts, index: number) {
  const isStored = credentials.secretKind(index) === secretKind.publicKey;
  const publicKey = isStored ? credentials.secretText(index) : resolved.publicKeys.get(index);
  return {
    algorithm: credentials.algorithm(index),
    ...(publicKey !== undefined && { publicKey }),
    lifetimeGracePeriod: credentials.gracePeriod(index),
  };
}

/** @throws RangeError */
export function verifyIndex(index: number, count: number): void {
  if (!Number.isInteger(index) || index < 0 || index >= count) throw new RangeError(`no record ${index} of ${count}`);
}
