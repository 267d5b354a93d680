/** What lets the reader pass over items of a list that are like others that were read and found right. */

/** Offsets are those of the text that is read. */
export interface KnownItems {
  /** Where the last value of the item ends whose dash stands at `dash`; -1 for one that must be read. */
  endOf(dash: number, column: number): number;
  /** Takes the item that `endOf` was asked about last as read; false if it must be read after all. */
  take(): boolean;
  /** Told of an item that was read and handed out, so that others like it need not be. */
  learn(dash: number, column: number, end: number, value: unknown): void;
}
