/** How what is needed in clear lies in an artifact: as AES-256-GCM. */
import type { Crypto } from "../crypto/contract.ts";
import type { ArtifactKeys } from "./keys.ts";
import { nonceLength } from "./layout.ts";

const encoder = new TextEncoder();

/** Each part is preceded by its length, so that no two meet. */
export function sealContext(...parts: readonly string[]): Uint8Array {
  const encoded = parts.map((part) => encoder.encode(part));
  const context = new Uint8Array(encoded.reduce((sum, part) => sum + 4 + part.length, 0));
  const view = new DataView(context.buffer);
  let offset = 0;
  for (const part of encoded) {
    view.setUint32(offset, part.length, true);
    context.set(part, offset + 4);
    offset += 4 + part.length;
  }
  return context;
}

/**
 * Nonce, ciphertext, tag. The nonce is made from what is sealed: the same input gives the same bytes, and one nonce
 * serves two different messages only if 96 bits of HMAC meet.
 */
export function seal(crypto: Crypto, keys: ArtifactKeys, context: Uint8Array, plain: Uint8Array): Uint8Array {
  const nonce = crypto.hmac("sha256", keys.nonce, context, plain).slice(0, nonceLength);
  const text = crypto.seal(keys.seal, nonce, plain, context);
  const sealed = new Uint8Array(nonce.length + text.length);
  sealed.set(nonce);
  sealed.set(text, nonce.length);
  return sealed;
}

/** The plain bytes, or undefined if key, context or bytes are not those of the sealing. */
export function unseal(
  crypto: Crypto,
  keys: ArtifactKeys,
  context: Uint8Array,
  sealed: Uint8Array,
): Uint8Array | undefined {
  if (sealed.length < nonceLength) return undefined;
  return crypto.unseal(keys.seal, sealed.subarray(0, nonceLength), sealed.subarray(nonceLength), context);
}
