/** The keys for single purposes that are derived from the one master key of an artifact. */
import type { Crypto } from "../crypto/contract.ts";
import { ArtifactError } from "./contract.ts";

export interface ArtifactKeys {
  /** 8 bytes, public: tells a wrong key from a damaged file. */
  readonly keyId: Uint8Array;
  /** 64 bytes: one block of SHA-256. */
  readonly lookup: Uint8Array;
  /** 64 bytes: one block of SHA-256. */
  readonly password: Uint8Array;
  readonly seal: Uint8Array;
  readonly nonce: Uint8Array;
  readonly authenticity: Uint8Array;
  readonly input: Uint8Array;
}

const masterKeyLength = 32;
const encoder = new TextEncoder();

/** @throws ArtifactError if the key is not 32 bytes long */
export function deriveKeys(crypto: Crypto, masterKey: Uint8Array): ArtifactKeys {
  if (masterKey.length !== masterKeyLength) {
    throw new ArtifactError(`The artifact key must be ${masterKeyLength} bytes long, not ${masterKey.length}.`);
  }
  const derive = (purpose: string) =>
    crypto.hmac("sha256", masterKey, encoder.encode(`rollcall artifact v1 ${purpose}`));
  const deriveBlock = (purpose: string) =>
    crypto.hmac("sha512", masterKey, encoder.encode(`rollcall artifact v1 ${purpose}`));
  return {
    keyId: derive("key id").slice(0, 8),
    lookup: deriveBlock("lookup"),
    password: deriveBlock("password"),
    seal: derive("seal"),
    nonce: derive("nonce"),
    authenticity: derive("authenticity"),
    input: derive("input"),
  };
}

export function hex(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += byte.toString(16).padStart(2, "0");
  return text;
}
