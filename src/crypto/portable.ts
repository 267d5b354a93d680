/** The cryptography of the contract without Node, for browsers, edge runtimes and bare engines: docs/decisions/0024-noble.md. */
import { gcm } from "@noble/ciphers/aes.js";
import { ed448 } from "@noble/curves/ed448.js";
import { ed25519 } from "@noble/curves/ed25519.js";
import { p256, p384, p521 } from "@noble/curves/nist.js";
import { hmac } from "@noble/hashes/hmac.js";
import { sha1 } from "@noble/hashes/legacy.js";
import { sha256, sha384, sha512 } from "@noble/hashes/sha2.js";
import { BoundedCache } from "./bounded-cache.ts";
import type { AsymmetricAlgorithm, Crypto, HmacHash } from "./contract.ts";
import { type EllipticKind, type PublicKey, readPublicKey } from "./public-key.ts";
import { type RsaHash, verifyPkcs1, verifyPss } from "./rsa.ts";

const hashes = { sha1, sha256, sha384, sha512 };
const parsedKeys = new BoundedCache<string, PublicKey>(1024);
const tagLength = 16;

export const portableCrypto: Crypto = {
  sha256: (...parts) => digest("sha256", parts),

  sha256Into(sum, bytes) {
    sum.set(digest("sha256", [bytes]).subarray(0, sum.length));
  },

  hmac(name, key, ...parts) {
    const sum = hmac.create(hashes[name], key);
    for (const part of parts) sum.update(part);
    return sum.digest();
  },

  isHmac(name, key, text, sum) {
    const whole = typeof text === "string" ? text : text.join("");
    const octets = Uint8Array.from(whole, (octet) => octet.charCodeAt(0));
    return portableCrypto.equal(hmac(hashes[name], key, octets), sum);
  },

  equal(left, right) {
    if (left.length !== right.length) return false;
    let difference = 0;
    for (let index = 0; index < left.length; index++) difference |= (left[index] ?? 0) ^ (right[index] ?? 0);
    return difference === 0;
  },

  seal: (key, nonce, plain, context) => gcm(key, nonce, context).encrypt(plain),

  unseal(key, nonce, sealed, context) {
    if (sealed.length < tagLength) return undefined;
    try {
      return gcm(key, nonce, context).decrypt(sealed);
    } catch {
      return undefined;
    }
  },

  verify(algorithm, publicKeyPem, data, signature) {
    const key = publicKey(publicKeyPem);
    if (key === undefined || !Object.hasOwn(verifiers, algorithm)) return false;
    try {
      return verifiers[algorithm](key, data, signature);
    } catch {
      // A point that is none of the curve, numbers out of range.
      return false;
    }
  },
};

type Verifier = (key: PublicKey, data: Uint8Array, signature: Uint8Array) => boolean;

/** DigestInfo up to the digest (RFC 8017 section 9.2, note 1): the last byte but four names the hash. */
const digestInfo = (hash: number, length: number): Uint8Array =>
  new Uint8Array([
    ...[0x30, 17 + length, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, hash],
    ...[0x05, 0x00, 0x04, length],
  ]);

function rsaHash(name: HmacHash, identifier: number): RsaHash {
  const length = hashes[name].outputLen;
  return { length, digest: (...parts) => digest(name, parts), prefix: digestInfo(identifier, length) };
}

const rsa256 = rsaHash("sha256", 1);
const rsa384 = rsaHash("sha384", 2);
const rsa512 = rsaHash("sha512", 3);

const pkcs1 =
  (hash: RsaHash): Verifier =>
  (key, data, signature) =>
    key.kind === "rsa" && verifyPkcs1(key, hash, data, signature);

const pss =
  (hash: RsaHash): Verifier =>
  (key, data, signature) =>
    key.kind === "rsa" && verifyPss(key, hash, data, signature);

const ecdsa =
  (kind: EllipticKind, curve: typeof p256, length: number): Verifier =>
  (key, data, signature) =>
    key.kind === kind &&
    signature.length === length &&
    // JWS has no rule against a high s, nor has OpenSSL.
    curve.verify(signature, data, key.point, { lowS: false, prehash: true, format: "compact" });

const verifiers: Readonly<Record<AsymmetricAlgorithm, Verifier>> = {
  RS256: pkcs1(rsa256),
  RS384: pkcs1(rsa384),
  RS512: pkcs1(rsa512),
  PS256: pss(rsa256),
  PS384: pss(rsa384),
  PS512: pss(rsa512),
  ES256: ecdsa("p256", p256, 64),
  ES384: ecdsa("p384", p384, 96),
  ES512: ecdsa("p521", p521, 132),
  EdDSA(key, data, signature) {
    if (key.kind === "ed25519") return ed25519.verify(signature, data, key.point, { zip215: false });
    return key.kind === "ed448" && ed448.verify(signature, data, key.point, { zip215: false });
  },
};

function digest(name: HmacHash, parts: readonly Uint8Array[]): Uint8Array {
  const sum = hashes[name].create();
  for (const part of parts) sum.update(part);
  return sum.digest();
}

/** Remembered, as in node.ts. */
function publicKey(pem: string): PublicKey | undefined {
  const known = parsedKeys.get(pem);
  if (known !== undefined) return known;
  const key = readPublicKey(pem);
  if (key !== undefined) parsedKeys.set(pem, key);
  return key;
}
