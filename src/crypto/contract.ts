/** The cryptography that compile, artifact and engine need, handed to them so that they run where there is no node:crypto. */

export type HmacHash = "sha1" | "sha256" | "sha384" | "sha512";

/** JWS algorithms that need a public key (RFC 7518 section 3, RFC 8037). */
export const asymmetricAlgorithms = [
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

export type AsymmetricAlgorithm = (typeof asymmetricAlgorithms)[number];

/** All synchronous: a decision must not wait for a thread pool. Byte arrays are never retained or changed. */
export interface Crypto {
  /** 32 bytes. */
  sha256(...parts: readonly Uint8Array[]): Uint8Array;
  /** Writes the first bytes of the sum over `sum`, as many as it has: for look-ups, which need no array for each. */
  sha256Into(sum: Uint8Array, bytes: Uint8Array): void;
  hmac(hash: HmacHash, key: Uint8Array, ...parts: readonly Uint8Array[]): Uint8Array;
  /** Whether that is the HMAC of a text of one octet a character, maybe in pieces, compared in constant time. */
  isHmac(hash: HmacHash, key: Uint8Array, text: string | readonly string[], sum: Uint8Array): boolean;
  /** Compares in constant time; arrays of different length are unequal. */
  equal(left: Uint8Array, right: Uint8Array): boolean;
  /** AES-256-GCM. Returns ciphertext followed by the 16-byte tag. */
  seal(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array, context: Uint8Array): Uint8Array;
  /** The plain bytes, or undefined if the tag does not hold. */
  unseal(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array, context: Uint8Array): Uint8Array | undefined;
  /** Verifies a JWS signature with a PEM public key; false also for a key that does not parse or is of another kind. ES signatures are raw r‖s. */
  verify(algorithm: AsymmetricAlgorithm, publicKeyPem: string, data: Uint8Array, signature: Uint8Array): boolean;
}
