/** Where everything stands in an artifact, format version 1 (docs/artifact-format.md). All numbers are little-endian. */
import type { AuthPlugin } from "../model/auth.ts";

/** Not text, and damaged by any change of line ends, as PNG's. */
export const magic = Uint8Array.of(0x89, 0x52, 0x43, 0x41, 0x0d, 0x0a, 0x1a, 0x0a);

export const formatVersion = 1;

/** Byte offsets in the header. `tag` is a MAC over `digest`, `digest` covers everything before it and after `tag` up to the sections. */
export const header = {
  magic: 0,
  version: 8,
  headerLength: 12,
  totalLength: 16,
  sectionCount: 24,
  reserved: 28,
  keyId: 32,
  digest: 40,
  tag: 72,
  size: 104,
} as const;

export const maximumHeaderLength = 4096;
export const maximumSectionCount = 1024;

/** Byte offsets in an entry of the section directory. */
export const directoryEntry = { id: 0, flags: 4, offset: 8, length: 16, digest: 24, size: 56 } as const;

export const requiredSection = 1;

export const sections = {
  meta: 1,
  stringOffsets: 2,
  stringBytes: 3,
  consumers: 4,
  credentials: 5,
  usernameIndex: 6,
  keyAuthIndex: 7,
  basicAuthIndex: 8,
  hmacAuthIndex: 9,
  jwtAuthIndex: 10,
  lookupReferences: 11,
  labelSets: 12,
  pluginConfigs: 13,
  pluginSets: 14,
  routes: 15,
  secrets: 16,
  sourceMap: 17,
  passwordDigests: 18,
  signature: 19,
  overlay: 20,
} as const;

export type SectionName = keyof typeof sections;

export const optionalSections: ReadonlySet<SectionName> = new Set(["sourceMap", "signature"]);

/** In an overlay, and nowhere else. */
export const overlaySection = "overlay";

/** Byte offsets in the overlay section; behind its head the numbers of the base's consumers that count no longer, rising. */
export const overlayHead = { base: 0, flags: 32, hidden: 36, size: 40 } as const;

/** keepsRoutes: routes and global rules are the base's. */
export const overlayFlags = { keepsRoutes: 1 } as const;
export const knownOverlayFlags = 1;

export const indexSection: Readonly<Record<AuthPlugin, SectionName>> = {
  "key-auth": "keyAuthIndex",
  "basic-auth": "basicAuthIndex",
  "hmac-auth": "hmacAuthIndex",
  "jwt-auth": "jwtAuthIndex",
};

/** Stands in a field that refers to nothing. */
export const none = 0xffffffff;

/** Byte offsets in a consumer record. */
export const consumerRecord = { username: 0, labels: 4, group: 8, plugins: 12, flags: 16, size: 20 } as const;

export const consumerFlags = { groupMissing: 1 } as const;
export const knownConsumerFlags = 1;

/** Byte offsets in a credential record; `plugin`, `secretKind`, `algorithm` and `flags` are single bytes. */
export const credentialRecord = {
  consumer: 0,
  plugin: 4,
  secretKind: 5,
  algorithm: 6,
  flags: 7,
  id: 8,
  secret: 12,
  secretLength: 16,
  gracePeriod: 20,
  size: 24,
} as const;

/** disabled and conflicting credentials are in no index; base64Reference: the value that the reference stands for is base64. */
export const credentialFlags = { disabled: 1, conflicting: 2, base64Reference: 4 } as const;
export const knownCredentialFlags = 7;

/** The byte that stands for an auth plugin, in records and in what is digested. */
export const pluginCode: Readonly<Record<AuthPlugin, number>> = {
  "key-auth": 1,
  "basic-auth": 2,
  "hmac-auth": 3,
  "jwt-auth": 4,
};

/** What `secret` of a credential record refers to: a password digest, a place in what the sealed secrets hold, or a string. */
export const secretKind = { none: 0, passwordDigest: 1, sealed: 2, reference: 3, publicKey: 4 } as const;

/** JWS algorithms by their byte; 0 stands for none. */
export const jwtAlgorithms = [
  "",
  "HS256",
  "HS384",
  "HS512",
  "RS256",
  "RS384",
  "RS512",
  "ES256",
  "ES384",
  "ES512",
  "PS256",
  "PS384",
  "PS512",
  "EdDSA",
] as const;

/** 128 bits of a keyed digest, and the credential counted from 1; 0 is an empty slot, `none` a value that nobody may answer to. */
export const credentialSlot = { digest: 0, credential: 16, size: 20 } as const;

/** The number of the consumer counted from 1; 0 is an empty slot. */
export const usernameSlotSize = 4;

/** Of Ed25519. */
export const signatureLength = 64;

export const passwordDigestLength = 16;
/** Secrets are sealed together, so many bytes at a time. */
export const sealedBlockLength = 4096;
export const nonceLength = 12;
export const sealTagLength = 16;

/** `offset` rounded up to where a section may start. */
export function aligned(offset: number): number {
  return Math.ceil(offset / 8) * 8;
}
