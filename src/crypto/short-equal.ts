/**
 * `timingSafeEqual` of short arrays over memory that stays. A short array lies in the heap of the engine until native code looks at it: then
 * memory of its own is made for it and must be collected, which costs three times the comparison.
 */
import { timingSafeEqual } from "node:crypto";
import { PassingBytes } from "./passing-bytes.ts";

/** The longest sum of a hash. */
const longest = 64;

const ours = new PassingBytes(longest);
const theirs = new PassingBytes(longest);

export function isShort(bytes: Uint8Array): boolean {
  return bytes.length <= longest;
}

/** @param left and right: of one length, and short */
export function shortEqual(left: Uint8Array, right: Uint8Array): boolean {
  const { length } = left;
  for (let index = 0; index < length; index++) {
    ours.room[index] = left[index] ?? 0;
    theirs.room[index] = right[index] ?? 0;
  }
  return timingSafeEqual(ours.first(length), theirs.first(length));
}

/** The same of the sum of a hash as a text of one character a byte. */
export function shortEqualSum(sum: string, bytes: Uint8Array): boolean {
  const { length } = sum;
  if (bytes.length !== length) return false;
  for (let index = 0; index < length; index++) {
    ours.room[index] = sum.charCodeAt(index);
    theirs.room[index] = bytes[index] ?? 0;
  }
  return timingSafeEqual(ours.first(length), theirs.first(length));
}
