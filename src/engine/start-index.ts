/**
 * Finds which of many texts a path starts with, however many there are: one pass over the path hashes all of its starts, and each that can be one
 * of the texts is looked up in a table of numbers. No text is cut out or hashed anew, and all that is read for one that is not the path's, and
 * nearly all for one that is, lies in two arrays: with thousands of routes, time goes into waiting for memory.
 */

const basis = 0x811c9dc5 | 0;
const prime = 0x01000193;
/** Characters that a path is made of lie below; of others only their lower bits count, which lets too much through to be compared. */
const characters = 128;

/** Words of a slot: the hash, where the text begins among the texts, its length, and the number of its value from 1; 0 for a free slot. */
const slotWords = 4;

export class StartIndex<T> {
  readonly #values: readonly T[];
  /** Half of the slots are free at least. */
  readonly #slots: Int32Array;
  readonly #mask: number;
  /** One after the other, in UTF-16. */
  readonly #texts: Uint16Array;
  /** The longest first, and for each the characters that a text of that length ends with. */
  readonly #lengths: Int32Array;
  readonly #ends: Uint8Array;
  /** Of the starts of the path that was given last, by their length. */
  readonly #hashes: Int32Array;
  #path = "";

  constructor(values: ReadonlyMap<string, T>) {
    const texts = [...values.keys()];
    const lengths = [...new Set(texts.map((text) => text.length))].sort((left, right) => right - left);
    const slots = 2 ** Math.ceil(Math.log2(Math.max(2, texts.length) * 2));
    this.#values = [...values.values()];
    this.#slots = new Int32Array(slots * slotWords);
    this.#mask = slots - 1;
    this.#texts = new Uint16Array(texts.reduce((sum, text) => sum + text.length, 0));
    this.#lengths = Int32Array.from(lengths);
    this.#ends = new Uint8Array(lengths.length * characters);
    this.#hashes = new Int32Array((lengths[0] ?? 0) + 1);
    let start = 0;
    for (const [index, text] of texts.entries()) {
      this.setPath(text);
      this.#ends[lengths.indexOf(text.length) * characters + lastOf(text, text.length)] = 1;
      this.#store(text, start, index + 1);
      start += text.length;
    }
  }

  /** How many lengths there are to ask `at` for. */
  get count(): number {
    return this.#lengths.length;
  }

  /** The path that `at` and `whole` speak of. */
  setPath(path: string): void {
    this.#path = path;
    const hashes = this.#hashes;
    const end = Math.min(path.length, hashes.length - 1);
    let hash = basis;
    hashes[0] = hash;
    for (let index = 0; index < end; index++) {
      hash = Math.imul(hash ^ path.charCodeAt(index), prime);
      hashes[index + 1] = hash;
    }
  }

  /** Of the text that is the whole path. */
  whole(): T | undefined {
    const { length } = this.#path;
    return length < this.#hashes.length ? this.#find(length) : undefined;
  }

  /** Of the text that the path starts with and that has the nth length, from 0 for the longest. */
  at(nth: number): T | undefined {
    const length = this.#lengths[nth] ?? 0;
    if (length > this.#path.length) return undefined;
    return this.#ends[nth * characters + lastOf(this.#path, length)] === 1 ? this.#find(length) : undefined;
  }

  #find(length: number): T | undefined {
    const hash = this.#hashes[length] ?? 0;
    const slots = this.#slots;
    for (let slot = hash & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const at = slot * slotWords;
      const number = slots[at + 3] ?? 0;
      if (number === 0) return undefined;
      if (slots[at] !== hash || slots[at + 2] !== length || !this.#isText(slots[at + 1] ?? 0, length)) continue;
      return this.#values[number - 1];
    }
  }

  #isText(start: number, length: number): boolean {
    const path = this.#path;
    const texts = this.#texts;
    for (let index = 0; index < length; index++) if (texts[start + index] !== path.charCodeAt(index)) return false;
    return true;
  }

  /** The path that was given last. */
  #store(text: string, start: number, number: number): void {
    const hash = this.#hashes[text.length] ?? 0;
    let slot = hash & this.#mask;
    while (this.#slots[slot * slotWords + 3] !== 0) slot = (slot + 1) & this.#mask;
    this.#slots.set([hash, start, text.length, number], slot * slotWords);
    for (let index = 0; index < text.length; index++) this.#texts[start + index] = text.charCodeAt(index);
  }
}

function lastOf(text: string, length: number): number {
  return length === 0 ? 0 : text.charCodeAt(length - 1) % characters;
}
