/** A safe change of a file's text: what `lint --fix` applies and an editor offers. */
import type { Span } from "../model/place.ts";

/** The kinds of fixes; each has a section in docs/fix.md. */
export type FixId = "inline-auth" | "adc-shape" | "description" | "labels" | "trailing-blanks";

/** Replaces a stretch of text; where `start` equals `end` it inserts. */
export interface TextEdit {
  /** UTF-16 code units from the start of the text as given, its byte order mark (if any) included. */
  readonly start: number;
  /** Just behind the last code unit that is replaced. */
  readonly end: number;
  readonly text: string;
}

export interface Fix {
  readonly id: FixId;
  /** In the imperative, without secrets: `Move key-auth of consumer "acme" into a credential`. */
  readonly title: string;
  /** The diagnostic rule that it mends, such as `consumer/inline-auth`, if a rule reports it. */
  readonly rule?: string;
  /** What it changes; where an editor offers it. As all spans, its offsets count from behind a byte order mark. */
  readonly span: Span;
  /** Ascending and disjoint. All of them belong together: a part of them may not parse. */
  readonly edits: readonly TextEdit[];
}
