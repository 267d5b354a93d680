/** A growing column of whole numbers (32 bits, signed). */
export class NumberColumn {
  values: Int32Array;
  length: number;

  constructor(values: Int32Array = new Int32Array(16), length = 0) {
    this.values = values;
    this.length = length;
  }

  push(value: number): void {
    this.#grow(this.length + 1);
    this.values[this.length] = value;
    this.length += 1;
  }

  at(index: number): number {
    return this.values[index] ?? 0;
  }

  toArray(): readonly number[] {
    return Array.from(this.values.subarray(0, this.length));
  }

  /** Makes room for so many values in all: to grow step by step copies them again and again. */
  reserve(length: number): void {
    if (length > this.values.length) this.#resize(length);
  }

  /** Adds all of `other`, each changed by `change`. */
  append(other: NumberColumn, change: (value: number) => number): void {
    this.#grow(this.length + other.length);
    for (let index = 0; index < other.length; index += 1) {
      this.values[this.length + index] = change(other.values[index] ?? 0);
    }
    this.length += other.length;
  }

  #grow(length: number): void {
    if (length > this.values.length) this.#resize(Math.max(length, this.values.length * 4));
  }

  #resize(size: number): void {
    const larger = new Int32Array(size);
    larger.set(this.values.subarray(0, this.length));
    this.values = larger;
  }
}
