/** A 64-bit hash of a text as two 32-bit halves, to tell cheaply which texts may be equal. Not for security: equal hashes are looked at again. */

/** The halves of the text hashed last: two numbers cannot be returned without an object, and there are millions of texts. */
export const hashed = { low: 0, high: 0 };

/** As `hashText` of the text that these bytes, all ASCII, stand for. */
export function hashBytes(bytes: Uint8Array, start: number, end: number): void {
  let low = seedLow ^ (end - start);
  let high = seedHigh;
  for (let at = start; at < end; at += 1) {
    const code = bytes[at] ?? 0;
    low = Math.imul(low ^ code, 0x5bd1e995);
    low ^= low >>> 15;
    high = Math.imul(high ^ code, 0x1b873593);
    high = (high << 13) | (high >>> 19);
  }
  finish(low, high);
}

const seedLow = 0x9747b28c;
const seedHigh = 0x85ebca6b;

/** Murmur-like mixing of UTF-16 code units; sets `hashed`, never to 0 and 0. */
export function hashText(text: string): void {
  let low = seedLow ^ text.length;
  let high = seedHigh;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, 0x5bd1e995);
    low ^= low >>> 15;
    high = Math.imul(high ^ code, 0x1b873593);
    high = (high << 13) | (high >>> 19);
  }
  finish(low, high);
}

function finish(lowState: number, highState: number): void {
  const low = Math.imul(lowState ^ (lowState >>> 13), 0xc2b2ae35);
  const high = Math.imul(highState ^ (highState >>> 16), 0x85ebca6b);
  hashed.low = (low ^ (low >>> 16)) >>> 0;
  // 0 and 0 stand for "no text".
  hashed.high = ((high ^ (high >>> 13)) | 1) >>> 0;
}
