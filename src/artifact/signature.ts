/**
 * Who made an artifact: an Ed25519 signature (RFC 8032) over what its sections are, inside the artifact or beside it.
 * The key of the secrets is on every gateway; the private key of a signature need not be.
 */
import type { Crypto } from "../crypto/contract.ts";
import { ArtifactError } from "./contract.ts";
import { hex } from "./keys.ts";
import { formatVersion, signatureLength } from "./layout.ts";

/** A section as the directory describes it, wherever it lies. */
export interface DescribedSection {
  readonly id: number;
  readonly flags: number;
  readonly length: number;
  /** SHA-256. */
  readonly digest: Uint8Array;
}

/** Makes an Ed25519 signature of a message. */
export type Sign = (message: Uint8Array) => Uint8Array;

const encoder = new TextEncoder();
const describedLength = 48;

/** Hex. The same with and without a signature. @param described all sections but the signature, in their order */
export function contentDigest(described: readonly DescribedSection[], keyId: Uint8Array, crypto: Crypto): string {
  const opening = encoder.encode("rollcall artifact content");
  const numbers = new Uint8Array(4 + keyId.length + described.length * describedLength);
  const view = new DataView(numbers.buffer);
  view.setUint32(0, formatVersion, true);
  numbers.set(keyId, 4);
  described.forEach(({ id, flags, length, digest }, index) => {
    const at = 4 + keyId.length + index * describedLength;
    view.setUint32(at, id, true);
    view.setUint32(at + 4, flags, true);
    view.setBigUint64(at + 8, BigInt(length), true);
    numbers.set(digest, at + 16);
  });
  return hex(crypto.sha256(opening, numbers));
}

/** What is signed: ASCII, so that other tools can check it too. */
export function signedMessage(content: string): Uint8Array {
  return encoder.encode(`rollcall artifact v1 signature ${content}`);
}

/** @throws ArtifactError unless `signature` was made by one of the keys that are trusted (PEM) */
export function requireSignature(
  content: string,
  signature: Uint8Array | undefined,
  trusted: readonly string[],
  crypto: Crypto,
): void {
  if (signature === undefined || signature.length === 0) {
    throw new ArtifactError("The artifact is not signed, and only signed ones are trusted here.");
  }
  const message = signedMessage(content);
  const isTrusted =
    signature.length === signatureLength && trusted.some((pem) => crypto.verify("EdDSA", pem, message, signature));
  if (!isTrusted) throw new ArtifactError("The signature of the artifact is by none of the keys that are trusted.");
}
