/**
 * Finds which of many texts a path starts with, however many there are: one pass over the path hashes all of its starts, and each that can be one
 * of the texts is looked up in a table. With thousands of routes, time goes into waiting for memory that is not in the processor's cache. So a
 * slot of the table holds all that is asked of its text: the text itself, and the numbers that the caller keeps for it. And a start that is none
 * of the texts is mostly told by a bit, of which there are so few that they stay in the cache.
 */

/** A text to be found, and what is kept for it. */
export interface IndexedText {
  readonly text: string;
  /** Whether it is also found in paths that go on after it. */
  readonly isStart: boolean;
  /** Three numbers of 32 bits. */
  readonly notes: readonly number[];
}

const basis = 0x811c9dc5 | 0;
const prime = 0x01000193;
/** Characters that a path is made of lie below; of others only their lower bits count, which lets too much through to be compared. */
const characters = 128;

/**
 * Words of a slot: the hash; the length of the text and 1, or 0 for a free slot; where the text begins among the long ones, or `inSlot`; the notes;
 * then the text, if it fits and has no character above a byte. A line of a processor's cache.
 */
const slotWords = 16;
const [lengthWord, startWord, firstNote, textWord] = [1, 2, 3, 6];
const inSlot = -1;
const longestInSlot = (slotWords - textWord) * 4;
/** For each text there are so many bits, of which one is set. */
const bitsOfText = 16;

export class StartIndex {
  /** A third of the slots is free at least. */
  readonly #slots: Int32Array;
  /** The same memory. */
  readonly #bytes: Uint8Array;
  readonly #mask: number;
  readonly #bits: Uint8Array;
  readonly #bitMask: number;
  /** Those that do not fit into slots, one after the other, in UTF-16. */
  readonly #long: Uint16Array;
  /** Of those that are starts, the longest first, and for each the characters that a text of that length ends with. */
  readonly #lengths: Int32Array;
  readonly #ends: Uint8Array;
  /** Of the starts of the path that was given last, by their length. */
  readonly #hashes: Int32Array;
  #path = "";

  constructor(indexed: readonly IndexedText[]) {
    const longest = indexed.reduce((most, { text }) => Math.max(most, text.length), 0);
    const starts = indexed.filter(({ isStart }) => isStart);
    const lengths = [...new Set(starts.map(({ text }) => text.length))].sort((left, right) => right - left);
    const slots = 2 ** Math.ceil(Math.log2(Math.max(2, indexed.length * 1.5)));
    this.#slots = new Int32Array(slots * slotWords);
    this.#bytes = new Uint8Array(this.#slots.buffer);
    this.#mask = slots - 1;
    this.#bits = new Uint8Array((slots * bitsOfText) / 8);
    this.#bitMask = slots * bitsOfText - 1;
    this.#long = new Uint16Array(indexed.reduce((sum, { text }) => sum + (fitsSlot(text) ? 0 : text.length), 0));
    this.#lengths = Int32Array.from(lengths);
    this.#ends = new Uint8Array(lengths.length * characters);
    this.#hashes = new Int32Array(longest + 1);
    for (const { text } of starts)
      this.#ends[lengths.indexOf(text.length) * characters + lastOf(text, text.length)] = 1;
    let start = 0;
    for (const each of indexed) {
      this.#store(each, start);
      if (!fitsSlot(each.text)) start += each.text.length;
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

  /** The place of the text that is the whole path, or -1. */
  whole(): number {
    const { length } = this.#path;
    return length < this.#hashes.length ? this.#find(length) : -1;
  }

  /** The place of the text that the path starts with and that has the nth length of starts, from 0 for the longest; or -1. */
  at(nth: number): number {
    const length = this.#lengths[nth] ?? 0;
    if (length > this.#path.length) return -1;
    return this.#ends[nth * characters + lastOf(this.#path, length)] === 1 ? this.#find(length) : -1;
  }

  /** @param place of a text @param which from 0 */
  note(place: number, which: number): number {
    return this.#slots[place + firstNote + which] ?? 0;
  }

  /** Characters of the text at a place. */
  lengthAt(place: number): number {
    return (this.#slots[place + lengthWord] ?? 0) - 1;
  }

  #find(length: number): number {
    const hash = this.#hashes[length] ?? 0;
    const bit = (hash >>> 8) & this.#bitMask;
    if ((((this.#bits[bit >> 3] ?? 0) >> (bit & 7)) & 1) === 0) return -1;
    const slots = this.#slots;
    for (let slot = hash & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const at = slot * slotWords;
      if (slots[at + lengthWord] === 0) return -1;
      if (slots[at] === hash && slots[at + lengthWord] === length + 1 && this.#isText(at, length)) return at;
    }
  }

  #isText(place: number, length: number): boolean {
    const path = this.#path;
    const start = this.#slots[place + startWord] ?? 0;
    const texts = start === inSlot ? this.#bytes : this.#long;
    const from = start === inSlot ? (place + textWord) * 4 : start;
    for (let index = 0; index < length; index++) if (texts[from + index] !== path.charCodeAt(index)) return false;
    return true;
  }

  #store({ text, notes }: IndexedText, start: number): void {
    this.setPath(text);
    const hash = this.#hashes[text.length] ?? 0;
    const bit = (hash >>> 8) & this.#bitMask;
    this.#bits[bit >> 3] = (this.#bits[bit >> 3] ?? 0) | (1 << (bit & 7));
    let slot = hash & this.#mask;
    while (this.#slots[slot * slotWords + lengthWord] !== 0) slot = (slot + 1) & this.#mask;
    const isInSlot = fitsSlot(text);
    const at = slot * slotWords;
    this.#slots.set([hash, text.length + 1, isInSlot ? inSlot : start, ...notes], at);
    const texts = isInSlot ? this.#bytes : this.#long;
    const from = isInSlot ? (at + textWord) * 4 : start;
    for (let index = 0; index < text.length; index++) texts[from + index] = text.charCodeAt(index);
  }
}

function fitsSlot(text: string): boolean {
  return text.length <= longestInSlot && !/[^\0-\xff]/.test(text);
}

function lastOf(text: string, length: number): number {
  return length === 0 ? 0 : text.charCodeAt(length - 1) % characters;
}
