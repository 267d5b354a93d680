/** Memory through which `compile` gives messages to the thread that digests them: pieces that are filled in turn, and words that tell how far both are. */

import type { DigestTable } from "../artifact/digest-tables.ts";
import { authPlugins } from "../model/auth.ts";

/** By number. */
export const tables: readonly DigestTable[] = [...authPlugins, "password"];

/** Where in a record of a piece its numbers are; its message, of so many bytes, follows. `code` is the number of a table and flags. */
export const record = { code: 0, credential: 4, length: 8, size: 12 } as const;

export const flags = {
  /** What comes are digests to which nobody may answer. */
  blocked: 0x100,
  /** It comes by the port: it is too long for a piece. */
  apart: 0x200,
  table: 0xff,
} as const;

/** Bytes. */
export const pieceLength = 1 << 18;
/** As much as is written while the thread starts. */
export const pieces = 16;
/** Stands for the length of a piece behind the last one. */
export const noPiece = -1;

/** Places of the words. `filled` and `taken` count pieces, `state` is one of `states`, lengths are of the pieces. */
export const word = { filled: 0, taken: 1, state: 2, lengths: 3 } as const;

export const states = { running: 0, done: 1, failed: 2 } as const;

export interface DigestRing {
  readonly words: Int32Array;
  readonly bytes: Uint8Array;
}

export function createDigestRing(): DigestRing {
  return {
    words: new Int32Array(new SharedArrayBuffer((word.lengths + pieces) * Int32Array.BYTES_PER_ELEMENT)),
    bytes: new Uint8Array(new SharedArrayBuffer(pieces * pieceLength)),
  };
}
