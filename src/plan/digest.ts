/** One digest of what a gateway holds, by which a saved plan is bound to the state that it was made from. */

import { type Kind, kinds, type Live } from "../model/config.ts";
import { canonicalJson } from "../model/json.ts";
import { canonicalResource } from "./canonical.ts";

/** What is needed of `Crypto` (src/crypto/contract.ts). */
export interface DigestCrypto {
  sha256(...parts: readonly Uint8Array[]): Uint8Array;
}

/** Characters that are hashed at once, so that a large state needs no large string. */
const chunkLength = 1 << 16;

/** Hex SHA-256 over the canonical form of the resources of these kinds: defaults and server times do not change it. */
export function liveDigest(live: Live, managed: ReadonlySet<Kind>, crypto: DigestCrypto): string {
  const encoder = new TextEncoder();
  let state: Uint8Array = new Uint8Array(32);
  let chunk = "";
  for (const line of lines(live, managed)) {
    chunk += line;
    if (chunk.length < chunkLength) continue;
    state = crypto.sha256(state, encoder.encode(chunk));
    chunk = "";
  }
  state = crypto.sha256(state, encoder.encode(chunk));
  return Array.from(state, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function* lines(live: Live, managed: ReadonlySet<Kind>): Generator<string> {
  for (const kind of kinds) {
    if (kind === "credentials" || !managed.has(kind)) continue;
    for (const entry of live[kind]) {
      yield line([kind, entry.id], canonicalResource(kind, entry.value));
      if (!("credentials" in entry)) continue;
      for (const credential of entry.credentials) {
        yield line(["credentials", entry.id, credential.id], canonicalResource("credentials", credential.value));
      }
    }
  }
}

function line(identity: readonly string[], value: unknown): string {
  return `${canonicalJson([...identity, value])}\n`;
}
