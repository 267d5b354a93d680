/** Rows by name, made when first asked for; names beyond the limit share one row, so that no caller can make the table grow. */

/** The name of the row that further names share. */
const otherName = "other";

export class BoundedTable<Row> {
  readonly #rows = new Map<string, Row>();
  readonly #limit: number;
  readonly #make: () => Row;

  constructor(limit: number, make: () => Row) {
    this.#limit = limit;
    this.#make = make;
  }

  row(name: string): Row {
    return this.#rows.get(name) ?? this.#add(name);
  }

  entries(): IterableIterator<[name: string, row: Row]> {
    return this.#rows.entries();
  }

  #add(name: string): Row {
    if (this.#rows.size >= this.#limit && name !== otherName) return this.row(otherName);
    const row = this.#make();
    this.#rows.set(name, row);
    return row;
  }
}
