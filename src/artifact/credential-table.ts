/** Credential records: fixed size, in the order of consumers, then ids, then plugins; their secrets lie in a section of their own. */
import { type AuthPlugin, authPlugins } from "../model/auth.ts";
import { ByteSink, RecordSink, viewOf } from "./bytes.ts";
import { refuse } from "./container.ts";
import type { DigestTables } from "./digest-tables.ts";
import type { CredentialInput } from "./input.ts";
import {
  credentialFlags,
  credentialRecord as field,
  jwtAlgorithms,
  knownCredentialFlags,
  none,
  passwordDigestLength,
  pluginCode,
  secretKind,
} from "./layout.ts";
import { addPasswordDigest } from "./password-digest.ts";
import type { StringHeap, StringHeapWriter } from "./string-heap.ts";

export interface CredentialTable {
  readonly count: number;
  consumer(credential: number): number;
  /** The first credential of a consumer or of one after it; the count where there is none. */
  firstOf(consumer: number): number;
  plugin(credential: number): AuthPlugin;
  pluginCode(credential: number): number;
  hasFlag(credential: number, flag: number): boolean;
  flags(credential: number): number;
  id(credential: number): string | undefined;
  /** One of `secretKind`. */
  secretKind(credential: number): number;
  /** Stored, if its secret is a password. */
  passwordDigest(credential: number): Uint8Array;
  /** Where a sealed secret lies in what is sealed. */
  sealedAt(credential: number): { readonly at: number; readonly length: number };
  /** Of a reference or a public key. */
  secretText(credential: number): string;
  algorithm(credential: number): string;
  gracePeriod(credential: number): number;
}

/** Numbers of a consumer's credentials. */
export function credentialsOf({ firstOf }: CredentialTable, consumer: number): readonly number[] {
  const first = firstOf(consumer);
  return Array.from({ length: firstOf(consumer + 1) - first }, (_, index) => first + index);
}

/** By code: asked of each credential. */
const isKnownPlugin: readonly boolean[] = Array.from({ length: 256 }, (_, code) =>
  authPlugins.some((plugin) => pluginCode[plugin] === code),
);
const lookupPlugins = new Map(authPlugins.map((plugin) => [pluginCode[plugin], plugin]));

/** Bytes of a secret, of those credentials that have one in clear. */
const usualSecretLength = 64;

export class CredentialTableWriter {
  readonly #records: RecordSink;
  readonly #secrets: ByteSink;
  readonly #strings: StringHeapWriter;
  readonly #digests: DigestTables;
  #passwords = 0;
  #secretAt: number = none;
  #secretLength = 0;

  /** @param expected credentials that there will be, about */
  constructor(strings: StringHeapWriter, digests: DigestTables, expected = 0) {
    this.#records = new RecordSink(field.size, expected);
    this.#secrets = new ByteSink(expected * usualSecretLength);
    this.#strings = strings;
    this.#digests = digests;
  }

  /** Returns the number of the credential. */
  add(credential: CredentialInput, username: string): number {
    const kind = this.#storeSecret(credential, username);
    const id = this.#strings.addOptional(credential.id);
    const at = this.#records.next();
    const { view, count } = this.#records;
    view.setUint32(at + field.consumer, credential.consumer, true);
    view.setUint8(at + field.plugin, pluginCode[credential.plugin]);
    view.setUint8(at + field.secretKind, kind);
    view.setUint8(at + field.algorithm, credential.jwt === undefined ? 0 : algorithmCode(credential.jwt.algorithm));
    view.setUint8(at + field.flags, flagsOf(credential));
    view.setUint32(at + field.id, id, true);
    view.setUint32(at + field.secret, this.#secretAt, true);
    view.setUint32(at + field.secretLength, this.#secretLength, true);
    view.setUint32(at + field.gracePeriod, credential.jwt?.lifetimeGracePeriod ?? 0, true);
    return count - 1;
  }

  /** In clear, yet to be sealed: nothing may be added afterwards. */
  secrets(): Uint8Array {
    return this.#secrets.toBytes();
  }

  /** @param conflicting credentials whose look-up value another one has too */
  records(conflicting: Iterable<number>): Uint8Array {
    const { view } = this.#records;
    for (const credential of conflicting) {
      const at = credential * field.size + field.flags;
      view.setUint8(at, view.getUint8(at) | credentialFlags.conflicting);
    }
    return this.#records.toBytes();
  }

  /** Returns its kind; where it is, and how long, is kept until the next. */
  #storeSecret({ secret, isDisabled, id, plugin }: CredentialInput, username: string): number {
    this.#secretLength = 0;
    if (secret === undefined || isDisabled) {
      this.#secretAt = none;
      return secretKind.none;
    }
    switch (secret.kind) {
      case "password":
        this.#secretAt = this.#passwords * passwordDigestLength;
        this.#secretLength = passwordDigestLength;
        this.#passwords += 1;
        addPasswordDigest(this.#digests, { username, id, plugin }, secret.password, this.#records.count);
        return secretKind.passwordDigest;
      case "text":
        this.#secretAt = this.#secrets.addText(secret.text);
        this.#secretLength = this.#secrets.length - this.#secretAt;
        return secretKind.sealed;
      case "bytes":
        this.#secretAt = this.#secrets.add(secret.bytes);
        this.#secretLength = secret.bytes.length;
        return secretKind.sealed;
      case "publicKey":
        this.#secretAt = this.#strings.add(secret.pem);
        return secretKind.publicKey;
      case "reference":
        this.#secretAt = this.#strings.add(secret.reference);
        return secretKind.reference;
    }
  }
}

/** What credential records refer to. */
export interface CredentialParts {
  readonly records: Uint8Array;
  readonly passwordDigests: Uint8Array;
  /** Bytes of secrets before they were sealed. */
  readonly sealedLength: number;
  readonly consumerCount: number;
  readonly strings: StringHeap;
}

export function openCredentials(parts: CredentialParts): CredentialTable {
  const { records, passwordDigests, consumerCount, strings } = parts;
  const count = records.length / field.size;
  if (!Number.isInteger(count)) refuse("its credential records have the wrong length");
  const view = viewOf(records);
  const word = (credential: number, offset: number) => view.getUint32(credential * field.size + offset, true);
  const byte = (credential: number, offset: number) => view.getUint8(credential * field.size + offset);
  let previous = 0;
  for (let credential = 0; credential < count; credential++) {
    const id = word(credential, field.id);
    const consumer = word(credential, field.consumer);
    if (consumer < previous) refuse("its credential records are not in the order of consumers");
    previous = consumer;
    if (
      consumer >= consumerCount ||
      !isKnownPlugin[byte(credential, field.plugin)] ||
      byte(credential, field.algorithm) >= jwtAlgorithms.length ||
      (byte(credential, field.flags) & ~knownCredentialFlags) !== 0 ||
      (id !== none && id >= strings.count) ||
      !isSecret(
        byte(credential, field.secretKind),
        word(credential, field.secret),
        word(credential, field.secretLength),
        parts,
      )
    ) {
      refuse(`credential record ${credential} is malformed`);
    }
  }
  return {
    count,
    consumer: (credential) => word(credential, field.consumer),
    firstOf(consumer) {
      let low = 0;
      let high = count;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (word(middle, field.consumer) < consumer) low = middle + 1;
        else high = middle;
      }
      return low;
    },
    plugin: (credential) => lookupPlugins.get(byte(credential, field.plugin)) ?? "key-auth",
    pluginCode: (credential) => byte(credential, field.plugin),
    hasFlag: (credential, flag) => (byte(credential, field.flags) & flag) !== 0,
    flags: (credential) => byte(credential, field.flags),
    id: (credential) => strings.optionalText(word(credential, field.id)),
    secretKind: (credential) => byte(credential, field.secretKind),
    passwordDigest(credential) {
      const start = word(credential, field.secret);
      return passwordDigests.subarray(start, start + passwordDigestLength);
    },
    sealedAt: (credential) => ({ at: word(credential, field.secret), length: word(credential, field.secretLength) }),
    secretText: (credential) => strings.text(word(credential, field.secret)),
    algorithm: (credential) => jwtAlgorithms[byte(credential, field.algorithm)] ?? "",
    gracePeriod: (credential) => word(credential, field.gracePeriod),
  };
}

function isSecret(kind: number, at: number, length: number, parts: CredentialParts): boolean {
  switch (kind) {
    case secretKind.none:
      return at === none && length === 0;
    case secretKind.passwordDigest:
      return length === passwordDigestLength && at + length <= parts.passwordDigests.length;
    case secretKind.sealed:
      return length > 0 && at + length <= parts.sealedLength;
    case secretKind.reference:
    case secretKind.publicKey:
      return at < parts.strings.count && length === 0;
    default:
      return false;
  }
}

/** 0 for an algorithm that is not known: no token is signed with that, so it admits nobody. */
function algorithmCode(algorithm: string): number {
  return Math.max(0, (jwtAlgorithms as readonly string[]).indexOf(algorithm));
}

function flagsOf({ isDisabled, secret }: CredentialInput): number {
  const isBase64Reference = secret?.kind === "reference" && secret.isBase64;
  return (isDisabled ? credentialFlags.disabled : 0) | (isBase64Reference ? credentialFlags.base64Reference : 0);
}
