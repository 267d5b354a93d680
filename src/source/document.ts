/** One parsed document of a file: its plain value, and where each part of it stands. */
import type { Place } from "../model/place.ts";

/** The text of a file, as read; `file` is the path as the user gave it, `<stdin>` for standard input. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
  /** Where `text` begins in its file, if it is a part of it; it begins with a line. */
  readonly origin?: Origin;
}

/** How much of a file stands before a part of it. */
export interface Origin {
  /** Whole lines. */
  readonly lines: number;
  /** UTF-16 code units. */
  readonly offset: number;
}

export interface Document {
  readonly source: SourceText;
  /** Maps as plain objects, sequences as arrays; `${VAR}` already replaced. */
  readonly value: unknown;
  readonly place: Place;
}
