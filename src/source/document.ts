/** One parsed document of a file: its plain value, and where each part of it stands. */
import type { Place } from "../model/place.ts";

/** The text of a file, as read; `file` is the path as the user gave it, `<stdin>` for standard input. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
}

export interface Document {
  readonly source: SourceText;
  /** Maps as plain objects, sequences as arrays; `${VAR}` already replaced. */
  readonly value: unknown;
  readonly place: Place;
}
