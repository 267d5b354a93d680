/** Numbers of distinct things that lie elsewhere, found by what they are: a table of integers, which the collector need not walk through. */
import { NumberSink } from "./bytes.ts";
import { uncountedNumbers } from "./uncounted-memory.ts";

const firstSlots = 256;

export class Interned {
  readonly #hashes: NumberSink;
  readonly #isSame: (number: number) => boolean;
  #slots: Uint32Array;

  /**
   * @param isSame whether what is looked for at the moment is the thing of this number
   * @param expected things that there will be, about
   */
  constructor(isSame: (number: number) => boolean, expected = 0) {
    this.#isSame = isSame;
    this.#hashes = new NumberSink(expected);
    let slots = firstSlots;
    while (slots < expected * 2) slots *= 2;
    this.#slots = uncountedNumbers(slots);
  }

  get count(): number {
    return this.#hashes.length;
  }

  hash(number: number): number {
    return this.#hashes.at(number);
  }

  /** The number of what is looked for; `count` as it was before if it is new, and that is its number from now on. */
  number(hash: number): number {
    const slot = this.#find(hash);
    const known = this.#slots[slot] ?? 0;
    if (known !== 0) return known - 1;
    const number = this.#hashes.length;
    this.#slots[slot] = number + 1;
    this.#hashes.push(hash);
    if (this.#hashes.length * 2 > this.#slots.length) this.#grow();
    return number;
  }

  #find(hash: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const taken = this.#slots[slot] ?? 0;
      if (taken === 0 || (this.#hashes.at(taken - 1) === hash && this.#isSame(taken - 1))) return slot;
    }
  }

  #grow(): void {
    const slots = uncountedNumbers(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let number = 0; number < this.#hashes.length; number++) {
      let slot = this.#hashes.at(number) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.#slots = slots;
  }
}
