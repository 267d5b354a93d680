/**
 * SHA-256 (FIPS 180-4) of many short messages that begin with the same block, whose work is done once. Of a message of one
 * more block that takes a third of a call of node:crypto, most of which is the way there and the object that comes back.
 */
import { constants, initialState } from "./sha256-constants.ts";

const blockLength = 64;
const words = 16;
const rounds = 64;
const stateWords = 8;

const schedule = new Int32Array(rounds);

export class PrefixedSha256 {
  readonly prefixLength: number;
  /** The state behind the prefix. */
  readonly start: Int32Array;
  readonly #state = new Int32Array(stateWords);
  #message = new Uint8Array(blockLength * 32);
  #view = new DataView(this.#message.buffer);

  /** @param prefix one block, or several */
  constructor(prefix: Uint8Array) {
    if (prefix.length === 0 || prefix.length % blockLength !== 0)
      throw new RangeError("the prefix must be whole blocks");
    this.start = Int32Array.from(initialState);
    const view = new DataView(prefix.buffer, prefix.byteOffset, prefix.byteLength);
    for (let at = 0; at < prefix.length; at += blockLength) compress(this.start, view, at);
    this.prefixLength = prefix.length;
  }

  /** Where the rest of the message goes, from 0 on. @param length bytes that it may take */
  room(length: number): Uint8Array {
    // Behind it there may be one byte, up to a block of zeros, and the length.
    const needed = length + 2 * blockLength;
    if (needed > this.#message.length) {
      const larger = new Uint8Array(needed * 2);
      larger.set(this.#message);
      this.#message = larger;
      this.#view = new DataView(larger.buffer);
    }
    return this.#message;
  }

  /** Writes the first 16 bytes of the digest. @param length of what was written into the room */
  writeHalf(length: number, into: Uint8Array, at: number): void {
    const message = this.#message;
    const end = Math.ceil((length + 9) / blockLength) * blockLength;
    message[length] = 0x80;
    // Mostly a few, for which native code is a long way.
    for (let index = length + 1; index < end - 8; index++) message[index] = 0;
    const bits = (this.prefixLength + length) * 8;
    this.#view.setUint32(end - 8, Math.floor(bits / 0x1_0000_0000));
    this.#view.setUint32(end - 4, bits >>> 0);
    const state = this.#state;
    for (let word = 0; word < stateWords; word++) state[word] = this.start[word] ?? 0;
    for (let block = 0; block < end; block += blockLength) compress(state, this.#view, block);
    for (let word = 0; word < 4; word++) {
      const value = state[word] ?? 0;
      const position = at + word * 4;
      into[position] = value >>> 24;
      into[position + 1] = value >>> 16;
      into[position + 2] = value >>> 8;
      into[position + 3] = value;
    }
  }
}

/** Section 6.2.2. The same instructions whatever the message holds. @param block where in the view it begins */
export function compress(state: Int32Array, view: DataView, block: number): void {
  for (let word = 0; word < words; word++) schedule[word] = view.getInt32(block + word * 4);
  for (let word = words; word < rounds; word++) {
    const x = schedule[word - 15] ?? 0;
    const y = schedule[word - 2] ?? 0;
    const small0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const small1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    schedule[word] = ((schedule[word - 16] ?? 0) + (schedule[word - 7] ?? 0) + small0 + small1) | 0;
  }
  let a = state[0] ?? 0;
  let b = state[1] ?? 0;
  let c = state[2] ?? 0;
  let d = state[3] ?? 0;
  let e = state[4] ?? 0;
  let f = state[5] ?? 0;
  let g = state[6] ?? 0;
  let h = state[7] ?? 0;
  for (let round = 0; round < rounds; round++) {
    const large1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const choice = g ^ (e & (f ^ g));
    const first = (h + large1 + choice + (constants[round] ?? 0) + (schedule[round] ?? 0)) | 0;
    const large0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const majority = (a & b) | (c & (a | b));
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + large0 + majority) | 0;
  }
  state[0] = ((state[0] ?? 0) + a) | 0;
  state[1] = ((state[1] ?? 0) + b) | 0;
  state[2] = ((state[2] ?? 0) + c) | 0;
  state[3] = ((state[3] ?? 0) + d) | 0;
  state[4] = ((state[4] ?? 0) + e) | 0;
  state[5] = ((state[5] ?? 0) + f) | 0;
  state[6] = ((state[6] ?? 0) + g) | 0;
  state[7] = ((state[7] ?? 0) + h) | 0;
}
