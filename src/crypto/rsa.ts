/** Verifies RSA signatures: RSASSA-PKCS1-v1_5 and RSASSA-PSS (RFC 8017 section 8). Public operations only, so time tells nothing. */
import { bigIntOf } from "./der.ts";

/** A hash function, and the DER that stands before its digest in a PKCS1 signature. */
export interface RsaHash {
  readonly length: number;
  digest(...parts: readonly Uint8Array[]): Uint8Array;
  readonly prefix: Uint8Array;
}

export interface RsaKey {
  readonly modulus: bigint;
  readonly exponent: bigint;
}

/** As OpenSSL: what is larger only costs time. */
const maxModulusBits = 16_384;
const maxExponentBits = 64;
const smallModulusBits = 3072;

export function verifyPkcs1(key: RsaKey, hash: RsaHash, data: Uint8Array, signature: Uint8Array): boolean {
  const opened = openSignature(key, signature);
  if (opened === undefined) return false;
  const digest = hash.digest(data);
  const padding = opened.length - 3 - hash.prefix.length - digest.length;
  if (padding < 8) return false;
  const expected = new Uint8Array(opened.length).fill(0xff);
  expected.set([0, 1]);
  expected[2 + padding] = 0;
  expected.set(hash.prefix, 3 + padding);
  expected.set(digest, 3 + padding + hash.prefix.length);
  return isSame(opened, expected);
}

/** With MGF1 of the same hash and a salt as long as the digest (RFC 7518 section 3.5). */
export function verifyPss(key: RsaKey, hash: RsaHash, data: Uint8Array, signature: Uint8Array): boolean {
  const opened = openSignature(key, signature);
  if (opened === undefined) return false;
  const encodedBits = bitLength(key.modulus) - 1;
  const encodedLength = Math.ceil(encodedBits / 8);
  // Where the modulus is one bit longer than whole bytes, the first byte holds nothing.
  if (opened.length > encodedLength && opened[0] !== 0) return false;
  const encoded = opened.subarray(opened.length - encodedLength);
  const maskedLength = encodedLength - hash.length - 1;
  const saltLength = hash.length;
  if (maskedLength < saltLength + 1 || encoded[encodedLength - 1] !== 0xbc) return false;
  const check = encoded.subarray(maskedLength, maskedLength + hash.length);
  const unusedBits = 8 * encodedLength - encodedBits;
  const firstMask = 0xff >> unusedBits;
  if (((encoded[0] ?? 0) & ~firstMask & 0xff) !== 0) return false;
  const block = mask(hash, check, maskedLength).map((byte, index) => byte ^ (encoded[index] ?? 0));
  block[0] = (block[0] ?? 0) & firstMask;
  const zeros = maskedLength - saltLength - 1;
  if (block.subarray(0, zeros).some((byte) => byte !== 0) || block[zeros] !== 1) return false;
  return isSame(hash.digest(new Uint8Array(8), hash.digest(data), block.subarray(zeros + 1)), check);
}

/** The signature to the power of the exponent, as long as the modulus; undefined for what cannot be one of this key. */
function openSignature({ modulus, exponent }: RsaKey, signature: Uint8Array): Uint8Array | undefined {
  const bits = bitLength(modulus);
  if (bits < 512 || bits > maxModulusBits || modulus % 2n === 0n) return undefined;
  if (exponent < 3n || exponent % 2n === 0n || exponent >= modulus) return undefined;
  if (bits > smallModulusBits && bitLength(exponent) > maxExponentBits) return undefined;
  const length = Math.ceil(bits / 8);
  const value = bigIntOf(signature);
  if (signature.length !== length || value >= modulus) return undefined;
  return bytesOf(power(value, exponent, modulus), length);
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (const bit of exponent.toString(2)) {
    result = (result * result) % modulus;
    if (bit === "1") result = (result * base) % modulus;
  }
  return result;
}

/** MGF1 (RFC 8017 appendix B.2.1). */
function mask(hash: RsaHash, seed: Uint8Array, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let counter = 0; counter * hash.length < length; counter++) {
    const block = hash.digest(seed, new Uint8Array([0, 0, counter >> 8, counter & 0xff]));
    bytes.set(block.subarray(0, length - counter * hash.length), counter * hash.length);
  }
  return bytes;
}

function bitLength(value: bigint): number {
  return value.toString(2).length;
}

function bytesOf(value: bigint, length: number): Uint8Array {
  const hex = value.toString(16).padStart(length * 2, "0");
  return Uint8Array.from({ length }, (_, index) => Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16));
}

function isSame(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}
