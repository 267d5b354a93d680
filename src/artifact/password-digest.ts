/** How passwords lie in an artifact: as keyed digests, bound to whose they are; why no slow hash: docs/security.md. */
import type { Crypto } from "../crypto/contract.ts";
import type { AuthPlugin } from "../model/auth.ts";
import { writeText } from "./bytes.ts";
import type { DigestTables } from "./digest-tables.ts";
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

  function messageOf(identity: Identity, password: Uint8Array): Uint8Array {
    const room = keys.password.length + roomOf(identity) + password.length;
    const buffer = room <= usual.length ? usual : new Uint8Array(room);
    if (buffer !== usual) buffer.set(keys.password);
    const offset = writeIdentity(identity, buffer, keys.password.length);
    buffer.set(password, offset);
    return buffer.subarray(0, offset + password.length);
  }
}

/** Adds the digest of a password that is text to the tables. */
export function addPasswordDigest(
  tables: DigestTables,
  identity: Identity,
  password: string,
  credential: number,
): void {
  const message = tables.room("password", roomOf(identity) + password.length * 3);
  const start = tables.roomStart;
  const end = writeIdentity(identity, message, start);
  tables.add("password", end + writeText(password, message, end) - start, credential);
}

/** Bytes that it takes at most. */
function roomOf({ username, id = "", plugin }: Identity): number {
  return 4 * 4 + (opening.length + username.length + id.length + plugin.length) * 3;
}

/** Returns where it ends. */
function writeIdentity({ username, id = "", plugin }: Identity, bytes: Uint8Array, at: number): number {
  let end = writePart(opening, bytes, at);
  end = writePart(username, bytes, end);
  end = writePart(id, bytes, end);
  return writePart(plugin, bytes, end);
}

function writePart(part: string, bytes: Uint8Array, at: number): number {
  const length = writeText(part, bytes, at + 4);
  bytes[at] = length;
  bytes[at + 1] = length >>> 8;
  bytes[at + 2] = length >>> 16;
  bytes[at + 3] = length >>> 24;
  return at + 4 + length;
}
