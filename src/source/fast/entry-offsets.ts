/** Where the entries of one collection stand, in the form that `../positions.ts` keeps. Made only when a part is read again. */
import type { Reading } from "./reading.ts";

export class EntryOffsets {
  readonly keys: string[] = [];
  readonly offsets: number[] = [];

  /** Notes an entry of a map; its value is the one that was read last. */
  addEntry(key: string, keyStart: number, keyEnd: number, value: Reading): void {
    this.keys.push(key);
    this.offsets.push(keyStart, keyEnd, value.start, value.end);
  }

  /** Notes the value that was read last as an item of a sequence. */
  addItem(value: Reading): void {
    this.offsets.push(-1, -1, value.start, value.end);
  }
}
