/**
 * `timingSafeEqual` of short arrays over memory that stays. A short array lies in the heap of the engine until native code looks at it: then
 * memory of its own is made for it and must be collected, which costs three times the comparison.
 */
import { timingSafeEqual } from "node:crypto";

/** The longest sum of a hash. */
const longest = 64;

const ours = new Uint8Array(longest);
const theirs = new Uint8Array(longest);
/** A pair of views for each length. */
const views: (readonly [Uint8Array, Uint8Array] | undefined)[] = new Array(longest + 1);

export function isShort(bytes: Uint8Array): boolean {
  return bytes.length <= longest;
}

/** @param left and right: of one length, and short */
export function shortEqual(left: Uint8Array, right: Uint8Array): boolean {
  const { length } = left;
  for (let index = 0; index < length; index++) {
    ours[index] = left[index] ?? 0;
    theirs[index] = right[index] ?? 0;
  }
  views[length] ??= [ours.subarray(0, length), theirs.subarray(0, length)];
  return timingSafeEqual(views[length][0], views[length][1]);
}
