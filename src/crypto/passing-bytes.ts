/**
 * Bytes that are looked at once, in memory that stays. An array of its own costs more to make, count and collect than all that is done with it: above
 * 64 bytes it takes memory outside of the heap, below it gets such memory as soon as native code looks at it.
 */
export class PassingBytes {
  /** For who writes into it. */
  readonly room: Uint8Array;
  /** Making a view costs a tenth of a hash. */
  readonly #views: (Uint8Array | undefined)[];

  /** @param longest bytes that there may be at once */
  constructor(longest: number) {
    this.room = new Uint8Array(longest);
    this.#views = new Array(longest + 1);
  }

  /** The first so many bytes, which hold until the room is written to again. */
  first(length: number): Uint8Array {
    this.#views[length] ??= this.room.subarray(0, length);
    return this.#views[length];
  }
}
