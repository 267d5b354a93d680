/** Short keyed fingerprints by which people recognise a secret without seeing it (HMAC-SHA256, RFC 2104). */
import type { Fingerprint } from "./contract.ts";

/** What is needed of `Crypto` (src/crypto/contract.ts). */
export interface FingerprintCrypto {
  hmac(hash: "sha256", key: Uint8Array, ...parts: readonly Uint8Array[]): Uint8Array;
}

/** Four bytes tell secrets apart for a reader, and leave too little to check a guess against. */
const shownBytes = 4;

/** `sha256:` and 8 hex digits. Equal secrets have equal fingerprints under one key only. */
export function createFingerprint(crypto: FingerprintCrypto, key: Uint8Array): Fingerprint {
  const encoder = new TextEncoder();
  return (secret) => `sha256:${hex(crypto.hmac("sha256", key, encoder.encode(secret)).subarray(0, shownBytes))}`;
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
