/** How secrets lie in an artifact: passwords as keyed digests, what is needed in clear as AES-256-GCM. */
import type { Crypto } from "../crypto/contract.ts";
import type { AuthPlugin } from "../model/auth.ts";
import type { ArtifactKeys } from "./keys.ts";
import { nonceLength, passwordDigestLength } from "./layout.ts";

const encoder = new TextEncoder();

/** What a sealed secret belongs to; it opens nowhere else. Each part is preceded by its length, so no two identities meet. */
export function credentialContext(username: string, id: string | undefined, plugin: AuthPlugin): Uint8Array {
  return sealContext("credential", username, id ?? "", plugin);
}

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

/** The first 16 bytes of HMAC-SHA256 over context and password; why no slow hash: docs/security.md. */
export function passwordDigest(
  crypto: Crypto,
  keys: ArtifactKeys,
  context: Uint8Array,
  password: Uint8Array,
): Uint8Array {
  return crypto.hmac("sha256", keys.password, context, password).slice(0, passwordDigestLength);
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
