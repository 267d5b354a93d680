/**
 * HMAC of short texts (RFC 2104) as two one-shot hashes over memory that stays: half the time of an Hmac object, most of which goes into making
 * and collecting it.
 */
import { hash } from "node:crypto";
import type { HmacHash } from "./contract.ts";
import { PassingBytes } from "./passing-bytes.ts";

const blockLengths: Readonly<Record<HmacHash, number>> = { sha1: 64, sha256: 64, sha384: 128, sha512: 128 };
const longestBlock = 128;
const longestSum = 64;
/** Bytes of a message up to which copying it is the cheaper way. */
const longestMessage = 2048;

const inner = new PassingBytes(longestBlock + longestMessage);
const innerText = Buffer.from(inner.room.buffer);
const outer = new PassingBytes(longestBlock + longestSum);

/** Whether `shortHmac` takes them: the key no longer than a block of the hash, which leaves it as it is. */
export function isShortHmac(name: HmacHash, key: Uint8Array, message: Uint8Array | string): boolean {
  return key.length <= blockLengths[name] && message.length <= longestMessage;
}

/** The sum, a character a byte, as in a message that is a text. */
export function shortHmac(name: HmacHash, key: Uint8Array, message: Uint8Array | string): string {
  const block = blockLengths[name];
  const innerRoom = inner.room;
  const outerRoom = outer.room;
  const { length } = key;
  for (let index = 0; index < length; index++) {
    const byte = key[index] ?? 0;
    innerRoom[index] = byte ^ 0x36;
    outerRoom[index] = byte ^ 0x5c;
  }
  for (let index = length; index < block; index++) {
    innerRoom[index] = 0x36;
    outerRoom[index] = 0x5c;
  }
  if (typeof message === "string") innerText.write(message, block, "latin1");
  else innerRoom.set(message, block);
  const sum = hash(name, inner.first(block + message.length), "binary");
  for (let index = 0; index < sum.length; index++) outerRoom[block + index] = sum.charCodeAt(index);
  return hash(name, outer.first(block + sum.length), "binary");
}
