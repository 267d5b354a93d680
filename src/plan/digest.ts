/** One digest of what a plan found in the gateway where it changes something: tells whether two plans were made from the same state. */
import { canonicalJson, isMap } from "../model/json.ts";
import { canonicalResource } from "./canonical.ts";
import type { Change } from "./contract.ts";
import { hex } from "./fingerprint.ts";

/** What is needed of `Crypto` (src/crypto/contract.ts). */
export interface DigestCrypto {
  sha256(...parts: readonly Uint8Array[]): Uint8Array;
}

/** Characters that are hashed at once, so that a large plan needs no large string. */
const chunkLength = 1 << 16;

/** Hex SHA-256 over the canonical form of what the changes replace: defaults and server times do not change it, nor does what is not touched. */
export function liveDigest(changes: readonly Change[], crypto: DigestCrypto): string {
  const encoder = new TextEncoder();
  let state: Uint8Array = new Uint8Array(32);
  let chunk = "";
  for (const change of changes) {
    chunk += lineOf(change);
    if (chunk.length < chunkLength) continue;
    state = crypto.sha256(state, encoder.encode(chunk));
    chunk = "";
  }
  state = crypto.sha256(state, encoder.encode(chunk));
  return hex(state);
}

function lineOf({ kind, consumer, id, before }: Change): string {
  const credentials: unknown = before?.["credentials"];
  const cascaded = Array.isArray(credentials) ? credentials.map(canonicalCredential) : [];
  const value = before ? canonicalResource(kind, before) : null;
  return `${canonicalJson([kind, consumer ?? null, id, value, ...cascaded])}\n`;
}

/** Of a consumer that is deleted: they go with it. */
function canonicalCredential(credential: unknown): readonly unknown[] {
  return [isMap(credential) ? credential["id"] : null, canonicalResource("credentials", credential)];
}
