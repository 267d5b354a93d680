/** Keeps what was made of a record under the record's number: in two arrays, because a map touches four times the memory to find it. */

/** Places at most; a number has one of them, which it shares with others. Both are powers of two. */
const mostPlaces = 32_768;
const firstPlaces = 256;

/** The entry that came last to its place stays; good enough where every entry can be made again. */
export class NumberedCache<Value> {
  readonly #mostPlaces: number;
  /** Grow as they fill: what is opened need not be asked for much, and each worker has them. */
  #numbers: Int32Array;
  #values: (Value | undefined)[];
  #mask: number;
  #held = 0;

  /** @param count numbers are below it; they all stay if they are few */
  constructor(count: number) {
    this.#mostPlaces = Math.min(mostPlaces, 2 ** Math.ceil(Math.log2(Math.max(1, count))));
    const places = Math.min(firstPlaces, this.#mostPlaces);
    this.#mask = places - 1;
    this.#numbers = new Int32Array(places).fill(-1);
    this.#values = new Array<Value | undefined>(places).fill(undefined);
  }

  get(number: number): Value | undefined {
    const place = number & this.#mask;
    return this.#numbers[place] === number ? this.#values[place] : undefined;
  }

  set(number: number, value: Value): void {
    if (this.#isTaken(number) && this.#held * 2 > this.#mask && this.#mask + 1 < this.#mostPlaces) this.#grow();
    const place = number & this.#mask;
    if (this.#numbers[place] === -1) this.#held += 1;
    this.#numbers[place] = number;
    this.#values[place] = value;
  }

  #isTaken(number: number): boolean {
    const holder = this.#numbers[number & this.#mask] ?? -1;
    return holder !== -1 && holder !== number;
  }

  /** No two entries come to one place that have not been in one before. */
  #grow(): void {
    const [numbers, values] = [this.#numbers, this.#values];
    const places = Math.min(numbers.length * 4, this.#mostPlaces);
    this.#mask = places - 1;
    this.#numbers = new Int32Array(places).fill(-1);
    this.#values = new Array<Value | undefined>(places).fill(undefined);
    for (const [index, number] of numbers.entries()) {
      if (number === -1) continue;
      this.#numbers[number & this.#mask] = number;
      this.#values[number & this.#mask] = values[index];
    }
  }
}
