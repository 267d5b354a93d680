/** How passwords lie in an artifact: as keyed digests, bound to whose they are; why no slow hash: docs/security.md. */
import type { Crypto } from "../crypto/contract.ts";
import type { AuthPlugin } from "../model/auth.ts";
import { writeText } from "./bytes.ts";
import type { ArtifactKeys } from "./keys.ts";
import { passwordDigestLength } from "./layout.ts";

/** Whose a secret is. */
export interface Identity {
  readonly username: string;
  /** Absent for an auth plugin that stands in the consumer itself. */
  readonly id?: string | undefined;
  readonly plugin: AuthPlugin;
}

/** 16 bytes. */
export type PasswordDigest = (identity: Identity, password: Uint8Array) => Uint8Array;

const usualLength = 2048;
const opening = "credential";

/**
 * The first half of SHA-256 over (64-byte key block ‖ identity ‖ password), as a look-up digest is made, for the same
 * reasons. Each part of the identity is preceded by its length, so that no two meet.
 */
export function passwordDigest(crypto: Crypto, keys: ArtifactKeys): PasswordDigest {
  const usual = new Uint8Array(usualLength);
  usual.set(keys.password);
  return (identity, password) => {
    const message = messageOf(identity, password);
    return crypto.sha256(message).slice(0, passwordDigestLength);
  };

  function messageOf({ username, id = "", plugin }: Identity, password: Uint8Array): Uint8Array {
    const parts = [opening, username, id, plugin];
    const room = keys.password.length + password.length + parts.reduce((sum, part) => sum + 4 + part.length * 3, 0);
    const buffer = room <= usual.length ? usual : new Uint8Array(room);
    if (buffer !== usual) buffer.set(keys.password);
    const view = new DataView(buffer.buffer);
    let offset = keys.password.length;
    for (const part of parts) {
      const written = writeText(part, buffer, offset + 4);
      view.setUint32(offset, written, true);
      offset += 4 + written;
    }
    buffer.set(password, offset);
    return buffer.subarray(0, offset + password.length);
  }
}
