/** The digest under which a credential is found, so that no look-up value stands in the artifact. */
import type { Crypto } from "../crypto/contract.ts";
import { PrefixedSha256 } from "../crypto/prefixed-sha256.ts";
import { bytes, digestBlocks, endBlock, place, writeState } from "../crypto/sha256-blocks.ts";
import type { AuthPlugin } from "../model/auth.ts";
import { writeText } from "./bytes.ts";
import type { DigestTables } from "./digest-tables.ts";
import type { ArtifactKeys } from "./keys.ts";
import { credentialSlot, pluginCode } from "./layout.ts";

/** 16 bytes, which stay until the next call. */
export type LookupDigest = (plugin: AuthPlugin, value: string) => Uint8Array;

const lookupDigestLength = credentialSlot.credential;
const usualLength = 1024;
const blockLength = 64;
/** Bytes of a value that fill one block with what stands before and behind them. */
const longestShort = blockLength - 1 - 9;
/** Up to which they are copied here sooner than by native code. */
const fewCharacters = 32;
const encoder = new TextEncoder();

/**
 * SHA-256 over (64-byte key block ‖ plugin byte ‖ value), cut to 128 bits.
 *
 * A bare keyed prefix instead of HMAC halves the work of every request. Its known weakness, length extension, needs the
 * whole 256-bit state at the end of a message to go on from; we keep only half of it, so an attacker who reads an index
 * would have to guess the other 128 bits for each try. What is left are 2^128 work for a second value that answers to
 * a given slot, and a chance of n²/2^129 that two of n credentials meet by accident.
 */
export function lookupDigest(crypto: Crypto, keys: ArtifactKeys): LookupDigest {
  const sum = bytes.subarray(place.lookup.sum, place.lookup.sum + lookupDigestLength);
  const digestShort = shortDigest(keys);
  const digestLong = longDigest(crypto, keys, sum);
  return (plugin, value) => {
    // Whose users must not be told by the time: there native code is what was proven (`npm run proof:timing`).
    if (plugin === "basic-auth" || value.length > longestShort || !digestShort(plugin, value))
      digestLong(plugin, value);
    return sum;
  };
}

/**
 * Of values that fit one block, as keys mostly do: with the block before done once, a little code here takes less than the long way to native code,
 * which fills the processor's caches besides. false for a value that is too long.
 */
function shortDigest(keys: ArtifactKeys): (plugin: AuthPlugin, value: string) => boolean {
  const { start } = new PrefixedSha256(keys.lookup);
  const { message, sum } = place.lookup;
  const text = bytes.subarray(message + 1, message + blockLength);
  /** Bytes that were written; more than there may be if it does not fit. */
  const write = (value: string): number => {
    const { length } = value;
    if (length <= fewCharacters) {
      let seen = 0;
      for (let index = 0; index < length; index++) {
        const code = value.charCodeAt(index);
        bytes[message + 1 + index] = code;
        seen |= code;
      }
      if (seen < 0x80) return length;
    }
    const { read, written } = encoder.encodeInto(value, text);
    return read === length ? written : blockLength;
  };
  return (plugin, value) => {
    const written = write(value);
    if (written > longestShort) return false;
    bytes[message] = pluginCode[plugin];
    endBlock(message, 1 + written, keys.lookup.length);
    writeState(start, place.lookup.start);
    digestBlocks(place.lookup.start, message, 1, sum);
    return true;
  };
}

function longDigest(crypto: Crypto, keys: ArtifactKeys, sum: Uint8Array): (plugin: AuthPlugin, value: string) => void {
  const prefixLength = keys.lookup.length + 1;
  const usual = new Uint8Array(prefixLength + usualLength);
  usual.set(keys.lookup);
  // One view for each length, because making one costs a fifth of the hash.
  const usualViews: (Uint8Array | undefined)[] = [];
  const usualText = usual.subarray(prefixLength);
  return (plugin, value) => {
    // A UTF-16 code unit takes at most three bytes.
    const room = prefixLength + value.length * 3;
    const message = room <= usual.length ? usual : new Uint8Array(room);
    if (message !== usual) message.set(keys.lookup);
    message[prefixLength - 1] = pluginCode[plugin];
    const text = message === usual ? usualText : message.subarray(prefixLength);
    const length = prefixLength + encoder.encodeInto(value, text).written;
    if (message === usual) usualViews[length] ??= usual.subarray(0, length);
    const view = message === usual ? usualViews[length] : undefined;
    crypto.sha256Into(sum, view ?? message.subarray(0, length));
  };
}

/** Adds the digest of a look-up value to the tables. */
export function addLookupDigest(tables: DigestTables, plugin: AuthPlugin, value: string, credential: number): void {
  const message = tables.room(plugin, 1 + value.length * 3);
  const start = tables.roomStart;
  message[start] = pluginCode[plugin];
  tables.add(plugin, 1 + writeText(value, message, start + 1), credential);
}
