/** SipHash-2-4 with 128 bits of output (Aumasson and Bernstein, 2012): nobody who lacks the seed can choose texts that meet in a table. */

/** The state v0 to v3: low and high halves. */
const state = new Int32Array(8);

/** Writes the digest of the bytes into `out`: four words, little-endian. @param seed four words */
export function sipHash128(seed: Int32Array, bytes: Uint8Array, length: number, out: Int32Array): void {
  const [k0 = 0, k1 = 0, k2 = 0, k3 = 0] = seed;
  state[0] = k0 ^ 0x70736575;
  state[1] = k1 ^ 0x736f6d65;
  state[2] = k2 ^ 0x6e646f6d ^ 0xee;
  state[3] = k3 ^ 0x646f7261;
  state[4] = k0 ^ 0x6e657261;
  state[5] = k1 ^ 0x6c796765;
  state[6] = k2 ^ 0x79746573;
  state[7] = k3 ^ 0x74656462;
  const whole = length & ~7;
  for (let at = 0; at < whole; at += 8) compress(word(bytes, at, 4), word(bytes, at + 4, 4));
  const rest = length - whole;
  compress(word(bytes, whole, rest), word(bytes, whole + 4, rest - 4) | (length << 24));
  finish(0xee, 0, out);
  finish(0xdd, 2, out);
}

function finish(mark: number, at: number, out: Int32Array): void {
  // v2 for the first half, v1 for the second.
  const index = mark === 0xee ? 4 : 2;
  state[index] = (state[index] ?? 0) ^ mark;
  for (let round = 0; round < 4; round++) mix();
  out[at] = xorOf(0);
  out[at + 1] = xorOf(1);
}

function xorOf(half: number): number {
  return (state[half] ?? 0) ^ (state[half + 2] ?? 0) ^ (state[half + 4] ?? 0) ^ (state[half + 6] ?? 0);
}

function compress(low: number, high: number): void {
  state[6] = (state[6] ?? 0) ^ low;
  state[7] = (state[7] ?? 0) ^ high;
  mix();
  mix();
  state[0] = (state[0] ?? 0) ^ low;
  state[1] = (state[1] ?? 0) ^ high;
}

/** Up to four bytes from there, little-endian. */
function word(bytes: Uint8Array, at: number, count: number): number {
  let value = 0;
  for (let index = 0; index < count && index < 4; index++) value |= (bytes[at + index] ?? 0) << (8 * index);
  return value;
}

/** One SipRound. JavaScript has no quick 64-bit words: each is two halves. */
function mix(): void {
  let [l0 = 0, h0 = 0, l1 = 0, h1 = 0, l2 = 0, h2 = 0, l3 = 0, h3 = 0] = state;
  let sum = (l0 + l1) | 0;
  h0 = (h0 + h1 + carry(l0, l1, sum)) | 0;
  l0 = sum;
  let turned = (l1 << 13) | (h1 >>> 19);
  h1 = ((h1 << 13) | (l1 >>> 19)) ^ h0;
  l1 = turned ^ l0;
  [l0, h0] = [h0, l0];
  sum = (l2 + l3) | 0;
  h2 = (h2 + h3 + carry(l2, l3, sum)) | 0;
  l2 = sum;
  turned = (l3 << 16) | (h3 >>> 16);
  h3 = ((h3 << 16) | (l3 >>> 16)) ^ h2;
  l3 = turned ^ l2;
  sum = (l0 + l3) | 0;
  h0 = (h0 + h3 + carry(l0, l3, sum)) | 0;
  l0 = sum;
  turned = (l3 << 21) | (h3 >>> 11);
  h3 = ((h3 << 21) | (l3 >>> 11)) ^ h0;
  l3 = turned ^ l0;
  sum = (l2 + l1) | 0;
  h2 = (h2 + h1 + carry(l2, l1, sum)) | 0;
  l2 = sum;
  turned = (l1 << 17) | (h1 >>> 15);
  h1 = ((h1 << 17) | (l1 >>> 15)) ^ h2;
  l1 = turned ^ l2;
  [l2, h2] = [h2, l2];
  state[0] = l0;
  state[1] = h0;
  state[2] = l1;
  state[3] = h1;
  state[4] = l2;
  state[5] = h2;
  state[6] = l3;
  state[7] = h3;
}

function carry(left: number, right: number, sum: number): number {
  return ((left & right) | ((left | right) & ~sum)) >>> 31;
}
