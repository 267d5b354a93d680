/** A finding about the input: what every stage reports instead of throwing. */
import type { Span } from "./place.ts";

export type Severity = "error" | "warning" | "info";

/** Another place that explains the finding, such as the first holder of a duplicate. */
export interface RelatedSpan {
  readonly span: Span;
  readonly message: string;
}

export interface Diagnostic {
  /** `group/name`, stable: people silence rules by it. */
  readonly rule: string;
  readonly severity: Severity;
  /** What was found and what was expected, in one sentence without secrets. */
  readonly message: string;
  /** Absent only where no file is at fault. */
  readonly span?: Span;
  readonly related?: readonly RelatedSpan[];
  /** How to mend it. */
  readonly help?: string;
  /** What to write at `span` instead, where one text is probably meant. */
  readonly replacement?: string;
}
