/** Keeps what was made of a record under the record's number: in two arrays, because a map touches four times the memory to find it. */

/** Places at most; a number has one of them, which it shares with others. */
const mostPlaces = 32_768;

/** The entry that came last to its place stays; good enough where every entry can be made again. */
export class NumberedCache<Value> {
  readonly #numbers: Int32Array;
  readonly #values: (Value | undefined)[];
  readonly #mask: number;

  /** @param count numbers are below it; they all stay if they are few */
  constructor(count: number) {
    const places = Math.min(mostPlaces, 2 ** Math.ceil(Math.log2(Math.max(1, count))));
    this.#mask = places - 1;
    this.#numbers = new Int32Array(places).fill(-1);
    this.#values = new Array<Value | undefined>(places).fill(undefined);
  }

  get(number: number): Value | undefined {
    const place = number & this.#mask;
    return this.#numbers[place] === number ? this.#values[place] : undefined;
  }

  set(number: number, value: Value): void {
    const place = number & this.#mask;
    this.#numbers[place] = number;
    this.#values[place] = value;
  }
}
