/**
 * Is that the HMAC-SHA-256 (RFC 2104, FIPS 180-4) of a text? Keys are used again and again: both blocks that are made of one are hashed once, which spares
 * half of the work of a short text. Of more than a block native code hashes the rest the sooner, of one block the way there costs more than the hash.
 */
import { hash } from "node:crypto";
import { PassingBytes } from "./passing-bytes.ts";
import { compress } from "./prefixed-sha256.ts";
import { bytes, digestBlocks, endBlock, place, writeState } from "./sha256-blocks.ts";
import { initialState } from "./sha256-constants.ts";

const [blockLength, sumLength] = [64, 32];
/** Behind a text there are a byte and its length in bits. */
const longestOfBlock = blockLength - 9;
const longestText = 2048;

interface KeyedStates {
  /** Whose states they are: an array can be written to. Of the same memory, four octets at a time, those that can be read so. */
  readonly key: Uint8Array;
  readonly words: Int32Array;
  readonly watched: Int32Array;
  /** Its octets, four at a time as they lie in memory. */
  readonly innerBlock: Int32Array;
  /** SHA-256 behind the block of the key that begins the inner message, and the outer one. */
  readonly inner: Int32Array;
  readonly outer: Int32Array;
}

/** Forgotten with the keys, which belong to the records of an artifact. */
const known = new WeakMap<Uint8Array, KeyedStates>();

const { inner: innerAt, outer: outerAt, outerMessage, sum: sumAt, message: messageAt } = place.hmac;
const long = new PassingBytes(blockLength + longestText);
const longWords = new Int32Array(long.room.buffer, 0, blockLength / 4);
const longText = Buffer.from(long.room.buffer, blockLength);

// The end of the outer message is always the same, and stays.
endBlock(outerMessage, sumLength, blockLength);

/** Whether `isHmacSha256` takes them: a longer key is hashed before it is used. */
export function isForKeyedSha256(key: Uint8Array, text: string | readonly string[]): boolean {
  return key.length <= blockLength && lengthOf(text) <= longestText;
}

function lengthOf(text: string | readonly string[]): number {
  if (typeof text === "string") return text.length;
  let length = 0;
  for (const piece of text) length += piece.length;
  return length;
}

/** Compared in constant time. @param text one octet a character */
export function isHmacSha256(key: Uint8Array, text: string | readonly string[], sum: Uint8Array): boolean {
  const states = statesOf(key);
  if (typeof text === "string" && text.length > longestOfBlock) hashLong(states, text);
  else if (lengthOf(text) <= longestOfBlock) hashShort(states, text);
  else hashLong(states, (text as readonly string[]).join(""));
  writeState(states.outer, outerAt);
  digestBlocks(outerAt, outerMessage, 1, sumAt);
  return sum.length === sumLength && isOurSum(sum);
}

const ourSum = new Int32Array(bytes.buffer, bytes.byteOffset + sumAt, sumLength / 4);
/** Mostly a sum is handed over in the same memory as the one before. */
let lastSum: Uint8Array | undefined;
let lastWords: Int32Array | undefined;

function isOurSum(sum: Uint8Array): boolean {
  if (sum !== lastSum) {
    lastSum = sum;
    lastWords = sum.byteOffset % 4 === 0 ? new Int32Array(sum.buffer, sum.byteOffset, sumLength / 4) : undefined;
  }
  const words = lastWords ?? new Int32Array(new Uint8Array(sum).buffer);
  let difference = 0;
  for (let index = 0; index < ourSum.length; index++) difference |= (ourSum[index] ?? 0) ^ (words[index] ?? 0);
  return difference === 0;
}

/** Writes the inner sum into the outer message, as does `hashLong`. */
function hashShort({ inner }: KeyedStates, text: string | readonly string[]): void {
  let at: number = messageAt;
  if (typeof text === "string") at = writePiece(text, at);
  else for (const piece of text) at = writePiece(piece, at);
  endBlock(messageAt, at - messageAt, blockLength);
  writeState(inner, innerAt);
  digestBlocks(innerAt, messageAt, 1, outerMessage);
}

/** @returns where the next one goes */
function writePiece(piece: string, at: number): number {
  const { length } = piece;
  for (let index = 0; index < length; index++) bytes[at + index] = piece.charCodeAt(index);
  return at + length;
}

function hashLong({ innerBlock }: KeyedStates, text: string): void {
  for (let word = 0; word < innerBlock.length; word++) longWords[word] = innerBlock[word] ?? 0;
  longText.write(text, "latin1");
  const sum = hash("sha256", long.first(blockLength + text.length), "binary");
  for (let index = 0; index < sumLength; index++) bytes[outerMessage + index] = sum.charCodeAt(index);
}

function statesOf(key: Uint8Array): KeyedStates {
  const found = known.get(key);
  if (found !== undefined && isSame(found, key)) return found;
  const [innerBlock, outerBlock] = [0x36, 0x5c].map((pad) => padded(key, pad)) as [Uint8Array, Uint8Array];
  // Of a Buffer, which secrets are, `slice` would be the same memory.
  const own = new Uint8Array(key);
  const words = key.byteOffset % 4 === 0 ? key.length >> 2 : 0;
  const states = {
    key: own,
    words: new Int32Array(own.buffer, 0, words),
    watched: new Int32Array(key.buffer, words === 0 ? 0 : key.byteOffset, words),
    innerBlock: new Int32Array(innerBlock.buffer),
    inner: behind(innerBlock),
    outer: behind(outerBlock),
  };
  known.set(key, states);
  return states;
}

function isSame({ key: own, words, watched }: KeyedStates, key: Uint8Array): boolean {
  let difference = own.length ^ key.length;
  for (let word = 0; word < words.length; word++) difference |= (words[word] ?? 0) ^ (watched[word] ?? 0);
  for (let index = words.length * 4; index < own.length; index++) difference |= (own[index] ?? 0) ^ (key[index] ?? 0);
  return difference === 0;
}

function padded(key: Uint8Array, pad: number): Uint8Array {
  const block = new Uint8Array(blockLength).fill(pad);
  for (let index = 0; index < key.length; index++) block[index] = (key[index] ?? 0) ^ pad;
  return block;
}

function behind(block: Uint8Array): Int32Array {
  const after = Int32Array.from(initialState);
  compress(after, new DataView(block.buffer), 0);
  return after;
}
