/** Bytes that grow as they are written. */

import { uncountedBytes, uncountedNumbers } from "./uncounted-memory.ts";

const encoder = new TextEncoder();

export class ByteSink {
  #bytes: Uint8Array;
  #length = 0;

  /**
   * @param expected bytes that there will be, about: memory that is taken again and again, for more each time, makes the
   * collector go through all that there is
   */
  constructor(expected = 0) {
    this.#bytes = uncountedBytes(Math.max(1024, expected));
  }

  get length(): number {
    return this.#length;
  }

  /** Appends, and tells where the bytes begin. @param count of them; all by default */
  add(bytes: Uint8Array, count = bytes.length): number {
    const start = this.#length;
    this.reserve(count);
    for (let index = 0; index < count; index++) this.#bytes[start + index] = bytes[index] ?? 0;
    this.#length += count;
    return start;
  }

  addText(text: string): number {
    const start = this.#length;
    this.reserve(text.length * 3);
    this.#length += writeText(text, this.#bytes, start);
    return start;
  }

  /** For what writes into them itself, and then says so by `advance`; to be asked for anew after anything is added. */
  reserve(count: number): Uint8Array {
    const needed = this.#length + count;
    if (needed > this.#bytes.length) {
      const larger = uncountedBytes(Math.max(needed, this.#bytes.length * 2));
      larger.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = larger;
    }
    return this.#bytes;
  }

  advance(count: number): void {
    this.#length += count;
  }

  /** No copy: nothing may be added afterwards. */
  toBytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }
}

/** Numbers below 2^32 that grow in count, in four bytes each. */
export class NumberSink {
  #numbers: Uint32Array;
  #length = 0;

  /** @param expected numbers that there will be, about */
  constructor(expected = 0) {
    this.#numbers = uncountedNumbers(Math.max(256, expected));
  }

  get length(): number {
    return this.#length;
  }

  push(number: number): void {
    if (this.#length === this.#numbers.length) {
      const larger = uncountedNumbers(this.#numbers.length * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.#length] = number;
    this.#length += 1;
  }

  at(index: number): number {
    return this.#numbers[index] ?? 0;
  }

  /** Forgets what came behind. */
  truncate(length: number): void {
    this.#length = length;
  }

  /** No copy: nothing may be added afterwards. */
  toNumbers(): Uint32Array {
    return this.#numbers.subarray(0, this.#length);
  }
}

/** Records of one size that are written one after the other. */
export class RecordSink {
  readonly #size: number;
  #bytes: Uint8Array;
  #view: DataView;
  #count = 0;

  /** @param size of one, in bytes. @param expected records that there will be, about */
  constructor(size: number, expected = 0) {
    this.#size = size;
    this.#bytes = uncountedBytes(size * Math.max(64, expected));
    this.#view = viewOf(this.#bytes);
  }

  get count(): number {
    return this.#count;
  }

  /** Of the records so far; to be asked for anew after `next`. */
  get view(): DataView {
    return this.#view;
  }

  /** Where the next record begins; it is all zero. */
  next(): number {
    const at = this.#count * this.#size;
    if (at + this.#size > this.#bytes.length) {
      const larger = uncountedBytes(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
      this.#view = viewOf(larger);
    }
    this.#count += 1;
    return at;
  }

  /** No copy: nothing may be added afterwards. */
  toBytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#count * this.#size);
  }
}

const shortLength = 64;

/** Writes the UTF-8 of a text and returns how many bytes that are. Most texts are short and ASCII: here they take a fraction of a call of the encoder. */
export function writeText(text: string, bytes: Uint8Array, at: number): number {
  const { length } = text;
  if (length > shortLength) return encoder.encodeInto(text, bytes.subarray(at)).written;
  for (let index = 0; index < length; index++) {
    const code = text.charCodeAt(index);
    if (code >= 0x80) return encoder.encodeInto(text, bytes.subarray(at)).written;
    bytes[at + index] = code;
  }
  return length;
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
