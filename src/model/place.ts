/** Where a value stands in the text that it came from. */

/** `line` and `column` count from 1, `offset` from 0; columns and offsets are UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A stretch of one file; `end` is just behind the last character. */
export interface Span {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}

/** Keys and indexes from a value down to a part of it; empty for the value itself. */
export type Path = readonly (string | number)[];

/** Of an entry of a map: its key or its value. */
export type Part = "key" | "value";

/** Something read from a file that can tell where it, and each part of it, stands. Spans are computed when asked for. */
export interface Place {
  /**
   * The span of the part at `path`, by default the whole value.
   * A path that does not exist (a missing property) gives the span of its nearest existing ancestor.
   */
  span(path?: Path, part?: Part): Span;
}
