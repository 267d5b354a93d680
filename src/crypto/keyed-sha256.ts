/**
 * Is that the HMAC-SHA-256 (RFC 2104, FIPS 180-4) of a text? Keys are used again and again: both blocks that are made of one are hashed once, which spares
 * half of the work of a short text. Of more than a block native code hashes the rest the sooner, of one block the way there costs more than the hash.
 */
import { hash } from "node:crypto";
import { PassingBytes } from "./passing-bytes.ts";
import { compress } from "./prefixed-sha256.ts";
import { initialState } from "./sha256-constants.ts";

const [blockLength, sumWords, sumLength] = [64, 8, 32];
/** Behind a text there are a byte and its length in bits. */
const longestOfBlock = blockLength - 9;
const longestText = 2048;

interface KeyedStates {
  /** Whose states they are: an array can be written to. */
  readonly key: Uint8Array;
  /** Its octets, four at a time as they lie in memory. */
  readonly innerBlock: Int32Array;
  /** SHA-256 behind the block of the key that begins the inner message, and the outer one. */
  readonly inner: Int32Array;
  readonly outer: Int32Array;
}

/** Forgotten with the keys, which belong to the records of an artifact. */
const known = new WeakMap<Uint8Array, KeyedStates>();

const state = new Int32Array(sumWords);
const short = new Uint8Array(blockLength);
const shortView = new DataView(short.buffer);
const long = new PassingBytes(blockLength + longestText);
const longWords = new Int32Array(long.room.buffer, 0, blockLength / 4);
const longText = Buffer.from(long.room.buffer, blockLength);
/** The inner sum and what ends a message of one block before it and itself. */
const outer = new Uint8Array(blockLength);
const outerView = new DataView(outer.buffer);
outer[sumLength] = 0x80;
outerView.setUint32(blockLength - 4, (blockLength + sumLength) * 8);

/** Whether `isHmacSha256` takes them: a longer key is hashed before it is used. */
export function isForKeyedSha256(key: Uint8Array, text: string): boolean {
  return key.length <= blockLength && text.length <= longestText;
}

/** Compared in constant time. @param text one octet a character */
export function isHmacSha256(key: Uint8Array, text: string, sum: Uint8Array): boolean {
  const states = statesOf(key);
  if (text.length <= longestOfBlock) hashShort(states, text);
  else hashLong(states, text);
  restart(states.outer);
  compress(state, outerView, 0);
  if (sum.length !== sumLength) return false;
  let difference = 0;
  for (let word = 0; word < sumWords; word++) difference |= (state[word] ?? 0) ^ wordOf(sum, word * 4);
  return difference === 0;
}

/** Writes the inner sum into the outer message, as does `hashLong`. */
function hashShort({ inner }: KeyedStates, text: string): void {
  const { length } = text;
  for (let index = 0; index < length; index++) short[index] = text.charCodeAt(index);
  short[length] = 0x80;
  for (let index = length + 1; index < blockLength - 2; index++) short[index] = 0;
  const bits = (blockLength + length) * 8;
  short[blockLength - 2] = bits >>> 8;
  short[blockLength - 1] = bits;
  restart(inner);
  compress(state, shortView, 0);
  for (let word = 0; word < sumWords; word++) outerView.setInt32(word * 4, state[word] ?? 0);
}

function hashLong({ innerBlock }: KeyedStates, text: string): void {
  for (let word = 0; word < innerBlock.length; word++) longWords[word] = innerBlock[word] ?? 0;
  longText.write(text, "latin1");
  const sum = hash("sha256", long.first(blockLength + text.length), "binary");
  for (let index = 0; index < sumLength; index++) outer[index] = sum.charCodeAt(index);
}

function restart(from: Int32Array): void {
  for (let word = 0; word < sumWords; word++) state[word] = from[word] ?? 0;
}

function wordOf(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
}

function statesOf(key: Uint8Array): KeyedStates {
  const found = known.get(key);
  if (found !== undefined && isSame(found.key, key)) return found;
  const [innerBlock, outerBlock] = [0x36, 0x5c].map((pad) => padded(key, pad)) as [Uint8Array, Uint8Array];
  const states = {
    key: key.slice(),
    innerBlock: new Int32Array(innerBlock.buffer),
    inner: behind(innerBlock),
    outer: behind(outerBlock),
  };
  known.set(key, states);
  return states;
}

function isSame(left: Uint8Array, right: Uint8Array): boolean {
  let difference = left.length ^ right.length;
  for (let index = 0; index < left.length; index++) difference |= (left[index] ?? 0) ^ (right[index] ?? 0);
  return difference === 0;
}

function padded(key: Uint8Array, pad: number): Uint8Array {
  return Uint8Array.from({ length: blockLength }, (_, index) => (key[index] ?? 0) ^ pad);
}

function behind(block: Uint8Array): Int32Array {
  const after = Int32Array.from(initialState);
  compress(after, new DataView(block.buffer), 0);
  return after;
}
