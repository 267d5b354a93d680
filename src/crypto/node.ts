/** The cryptography of the contract done with node:crypto. */
import {
  constants,
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPublicKey,
  hash,
  type KeyObject,
  timingSafeEqual,
  type VerifyKeyObjectInput,
  verify as verifySignature,
} from "node:crypto";
import { BoundedCache } from "./bounded-cache.ts";
import type { AsymmetricAlgorithm, Crypto, HmacHash } from "./contract.ts";
import { derSignature } from "./der-signature.ts";
import { isForKeyedSha256, isHmacSha256 } from "./keyed-sha256.ts";
import { isShort, shortEqual, shortEqualSum } from "./short-equal.ts";
import { isShortHmac, shortHmac } from "./short-hmac.ts";

/** What RFC 7518 section 3.1 and RFC 8037 section 3.1 ask of key and signature, an algorithm a row. */
interface SignatureRule {
  readonly keyTypes: readonly string[];
  /** OpenSSL's name of the only curve that the algorithm may be used with. */
  readonly curve?: string;
  /** null: the hash is part of the algorithm. */
  readonly hash: string | null;
  readonly pssSaltLength?: number;
  /** Bytes of a raw r‖s signature. */
  readonly signatureLength?: number;
}

const rsa = ["rsa"];
const elliptic = ["ec"];

const signatureRules: Readonly<Record<AsymmetricAlgorithm, SignatureRule>> = {
  RS256: { keyTypes: rsa, hash: "sha256" },
  RS384: { keyTypes: rsa, hash: "sha384" },
  RS512: { keyTypes: rsa, hash: "sha512" },
  PS256: { keyTypes: rsa, hash: "sha256", pssSaltLength: 32 },
  PS384: { keyTypes: rsa, hash: "sha384", pssSaltLength: 48 },
  PS512: { keyTypes: rsa, hash: "sha512", pssSaltLength: 64 },
  ES256: { keyTypes: elliptic, curve: "prime256v1", hash: "sha256", signatureLength: 64 },
  ES384: { keyTypes: elliptic, curve: "secp384r1", hash: "sha384", signatureLength: 96 },
  ES512: { keyTypes: elliptic, curve: "secp521r1", hash: "sha512", signatureLength: 132 },
  EdDSA: { keyTypes: ["ed25519", "ed448"], hash: null },
};

const tagLength = 16;

/** A digest mostly comes faster as a text of one character a byte than as a Buffer. */
function binaryBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
  return bytes;
}

/** What `verify` of node:crypto takes: without settings the key alone, which it reads sooner. undefined for a key that the algorithm may not be used with. */
type Verifier = VerifyKeyObjectInput | KeyObject | undefined;

interface ParsedKey {
  readonly key: KeyObject;
  readonly verifiers: Map<AsymmetricAlgorithm, Verifier>;
}

const parsedKeys = new BoundedCache<string, ParsedKey>(1024);

export const nodeCrypto: Crypto = {
  sha256(...parts) {
    const [only] = parts;
    // One-shot hashing costs half of a Hash object for the few bytes of a look-up.
    if (only !== undefined && parts.length === 1) return binaryBytes(hash("sha256", only, "binary"));
    const sum = createHash("sha256");
    for (const part of parts) sum.update(part);
    return sum.digest();
  },

  sha256Into(sum, bytes) {
    const text = hash("sha256", bytes, "binary");
    for (let index = 0; index < sum.length; index++) sum[index] = text.charCodeAt(index);
  },

  hmac(name, key, ...parts) {
    const [only] = parts;
    if (only !== undefined && parts.length === 1 && isShortHmac(name, key, only)) {
      return binaryBytes(shortHmac(name, key, only));
    }
    return longHmac(name, key, parts);
  },

  isHmac(name, key, text, sum) {
    if (name === "sha256" && isForKeyedSha256(key, text)) return isHmacSha256(key, text, sum);
    const whole = typeof text === "string" ? text : text.join("");
    if (isShortHmac(name, key, whole)) return shortEqualSum(shortHmac(name, key, whole), sum);
    return nodeCrypto.equal(longHmac(name, key, [Buffer.from(whole, "latin1")]), sum);
  },

  equal(left, right) {
    if (left.length !== right.length) return false;
    return isShort(left) ? shortEqual(left, right) : timingSafeEqual(left, right);
  },

  seal(key, nonce, plain, context) {
    const cipher = createCipheriv("aes-256-gcm", key, nonce, { authTagLength: tagLength });
    cipher.setAAD(context);
    const sealed = new Uint8Array(plain.length + tagLength);
    sealed.set(cipher.update(plain));
    // In this mode nothing is left to come.
    cipher.final();
    sealed.set(cipher.getAuthTag(), plain.length);
    return sealed;
  },

  unseal(key, nonce, sealed, context) {
    const textLength = sealed.length - tagLength;
    if (textLength < 0) return undefined;
    const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: tagLength });
    decipher.setAAD(context);
    decipher.setAuthTag(sealed.subarray(textLength));
    const start = decipher.update(sealed.subarray(0, textLength));
    try {
      return Buffer.concat([start, decipher.final()]);
    } catch {
      return undefined;
    }
  },

  verify(algorithm, publicKeyPem, data, signature) {
    const rule = signatureRules[algorithm];
    const verifier = rule && verifierOf(algorithm, rule, publicKeyPem);
    if (verifier === undefined) return false;
    if (rule.signatureLength !== undefined && signature.length !== rule.signatureLength) return false;
    try {
      const given = rule.signatureLength === undefined ? signature : derSignature(signature);
      return verifySignature(rule.hash, data, verifier, given);
    } catch {
      return false;
    }
  },
};

function longHmac(name: HmacHash, key: Uint8Array, parts: readonly Uint8Array[]): Uint8Array {
  const sum = createHmac(name, key);
  for (const part of parts) sum.update(part);
  return sum.digest();
}

/** Asked of a key once for each algorithm: what kind of key it is takes a tenth of the time of verifying. */
function verifierOf(algorithm: AsymmetricAlgorithm, rule: SignatureRule, pem: string): Verifier {
  const parsed = publicKey(pem);
  if (parsed === undefined) return undefined;
  const { key, verifiers } = parsed;
  if (!verifiers.has(algorithm)) {
    verifiers.set(algorithm, isKeyFor(rule, key) ? withSettings(rule, key) : undefined);
  }
  return verifiers.get(algorithm);
}

/** The parsed key, remembered because parsing costs more than verifying; undefined for what is no public key. */
function publicKey(pem: string): ParsedKey | undefined {
  const known = parsedKeys.get(pem);
  if (known !== undefined) return known;
  const key = parsePublicKey(pem);
  if (key === undefined) return undefined;
  const parsed = { key, verifiers: new Map<AsymmetricAlgorithm, Verifier>() };
  parsedKeys.set(pem, parsed);
  return parsed;
}

function parsePublicKey(pem: string): KeyObject | undefined {
  // createPublicKey would also derive the public half of a private key, which has no place in a configuration.
  if (pem.includes("PRIVATE KEY")) return undefined;
  try {
    return createPublicKey(pem);
  } catch {
    return undefined;
  }
}

function isKeyFor(rule: SignatureRule, key: KeyObject): boolean {
  if (!rule.keyTypes.includes(key.asymmetricKeyType ?? "")) return false;
  return rule.curve === undefined || key.asymmetricKeyDetails?.namedCurve === rule.curve;
}

function withSettings({ pssSaltLength }: SignatureRule, key: KeyObject): Verifier {
  if (pssSaltLength === undefined) return key;
  return { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: pssSaltLength };
}
