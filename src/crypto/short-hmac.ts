/**
 * HMAC of short texts (RFC 2104) as two one-shot hashes over memory that stays: half the time of an Hmac object, most of which goes into making
 * and collecting it.
 */
import { hash } from "node:crypto";
import type { HmacHash } from "./contract.ts";

const blockLengths: Readonly<Record<HmacHash, number>> = { sha1: 64, sha256: 64, sha384: 128, sha512: 128 };
const longestBlock = 128;
const longestSum = 64;
/** Bytes of a message up to which copying it is the cheaper way. */
const longestMessage = 2048;

const inner = Buffer.alloc(longestBlock + longestMessage);
const outer = new Uint8Array(longestBlock + longestSum);
/** One view for each length: making one costs a tenth of the whole. */
const innerViews: (Uint8Array | undefined)[] = new Array(inner.length + 1);
const outerViews: (Uint8Array | undefined)[] = new Array(outer.length + 1);

/** Whether `shortHmac` takes them: the key no longer than a block of the hash, which leaves it as it is. */
export function isShortHmac(name: HmacHash, key: Uint8Array, message: Uint8Array | string): boolean {
  return key.length <= blockLengths[name] && message.length <= longestMessage;
}

/** The sum, a character a byte, as in a message that is a text. */
export function shortHmac(name: HmacHash, key: Uint8Array, message: Uint8Array | string): string {
  const block = blockLengths[name];
  for (let index = 0; index < block; index++) {
    const byte = index < key.length ? (key[index] ?? 0) : 0;
    inner[index] = byte ^ 0x36;
    outer[index] = byte ^ 0x5c;
  }
  if (typeof message === "string") inner.write(message, block, "latin1");
  else inner.set(message, block);
  const innerLength = block + message.length;
  innerViews[innerLength] ??= inner.subarray(0, innerLength);
  const sum = hash(name, innerViews[innerLength], "binary");
  for (let index = 0; index < sum.length; index++) outer[block + index] = sum.charCodeAt(index);
  const outerLength = block + sum.length;
  outerViews[outerLength] ??= outer.subarray(0, outerLength);
  return hash(name, outerViews[outerLength], "binary");
}
