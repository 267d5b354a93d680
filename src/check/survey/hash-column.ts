/** A column of text hashes in typed arrays: 8 bytes a text instead of the text, and it can be handed to another thread as it is. */
import { hashed } from "./text-hash.ts";

export class HashColumn {
  /** Low and high half of each entry. */
  halves: Uint32Array;
  length: number;

  constructor(halves: Uint32Array = new Uint32Array(16), length = 0) {
    this.halves = halves;
    this.length = length;
  }

  /** Adds what `hashText` found last, told apart by a small number. */
  pushHashed(variant = 0): void {
    this.#push(hashed.low ^ Math.imul(variant, 0x9e3779b1), hashed.high);
  }

  pushNothing(): void {
    this.#push(0, 0);
  }

  /** Makes room for so many entries in all: to grow step by step copies them again and again. */
  reserve(length: number): void {
    if (length * 2 > this.halves.length) this.#resize(length * 2);
  }

  append(other: HashColumn): void {
    this.#grow(this.length + other.length);
    this.halves.set(other.halves.subarray(0, other.length * 2), this.length * 2);
    this.length += other.length;
  }

  /** Groups of two or more entries that have one hash, each in ascending order. */
  repeated(): readonly (readonly number[])[] {
    const groups = new Map<number, number[]>();
    this.#firsts((first, repeat) => {
      const group = groups.get(first);
      if (group) group.push(repeat);
      else groups.set(first, [first, repeat]);
    });
    return [...groups.values()];
  }

  /** Whether an entry has the hash that `hashText` found last. */
  includesHashed(): boolean {
    this.#table ??= this.#firsts(() => {});
    const mask = this.#table.length - 1;
    for (let slot = hashed.low & mask; ; slot = (slot + 1) & mask) {
      const entry = this.#table[slot] ?? 0;
      if (entry === 0) return false;
      if (this.#isAt(entry - 1, hashed.low, hashed.high)) return true;
    }
  }

  #table: Int32Array | undefined;

  /** Open addressing: the first entry of each hash plus one, 0 for a free slot. Entries of nothing are left out. */
  #firsts(onRepeat: (first: number, repeat: number) => void): Int32Array {
    const size = 2 ** Math.ceil(Math.log2(Math.max(8, this.length * 2)));
    const table = new Int32Array(size);
    const mask = size - 1;
    for (let entry = 0; entry < this.length; entry += 1) {
      const low = this.halves[entry * 2] ?? 0;
      const high = this.halves[entry * 2 + 1] ?? 0;
      if (high === 0) continue;
      let slot = low & mask;
      for (let other = table[slot] ?? 0; other !== 0; other = table[slot] ?? 0) {
        if (this.#isAt(other - 1, low, high)) {
          onRepeat(other - 1, entry);
          break;
        }
        slot = (slot + 1) & mask;
      }
      if (table[slot] === 0) table[slot] = entry + 1;
    }
    return table;
  }

  #isAt(entry: number, low: number, high: number): boolean {
    return this.halves[entry * 2] === low && this.halves[entry * 2 + 1] === high;
  }

  #push(low: number, high: number): void {
    this.#grow(this.length + 1);
    this.halves[this.length * 2] = low;
    this.halves[this.length * 2 + 1] = high;
    this.length += 1;
  }

  #grow(length: number): void {
    if (length * 2 > this.halves.length) this.#resize(Math.max(length * 2, this.halves.length * 4));
  }

  #resize(size: number): void {
    const larger = new Uint32Array(size);
    larger.set(this.halves.subarray(0, this.length * 2));
    this.halves = larger;
  }
}
