/** Lets another reader have the items that the fast one declines, one by one, instead of the whole text. */
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Place } from "../../model/place.ts";
import type { SourceText } from "../document.ts";
import type { Environment } from "../environment.ts";
import { Code } from "./codes.ts";
import { isItemAt } from "./lines.ts";

/** Where an item of a block sequence stands. */
export interface ItemBounds {
  /** Of the line of its dash, which nothing but spaces stands before. */
  readonly start: number;
  /** Of the dash. */
  readonly column: number;
  /** Where the line of the next item begins, or the text ends. */
  readonly end: number;
  readonly isLast: boolean;
}

export interface RescuedItem {
  readonly value: unknown;
  /** Its root is `value`. */
  readonly place: Place;
  readonly diagnostics: readonly Diagnostic[];
  readonly variables: Iterable<string>;
  /** Offsets of the `#` of its comments. */
  readonly comments: () => readonly number[];
  /** Where the sequence, and the map at the root around it, would end with this item: true for the last one. */
  readonly sequenceEnd: number;
  readonly rootEnd: number;
}

/** undefined if the item cannot be read, or not without the rest of the text. */
export type ReadItemAlone = (
  source: SourceText,
  bounds: ItemBounds,
  environment: Environment,
) => RescuedItem | undefined;

/** The bounds of the item whose dash stands at `dash`; undefined if the sequence may end with it before the text does. */
export function boundsOfItem(text: string, dash: number, column: number): ItemBounds | undefined {
  const start = dash - column;
  let line = text.indexOf("\n", dash) + 1;
  if (isEmptyBehindDash(text, dash + 1)) return undefined;
  while (line > 0 && line < text.length) {
    let at = line;
    while (text.charCodeAt(at) === Code.space) at += 1;
    const code = text.charCodeAt(at);
    if (code === Code.tab) return undefined;
    const isBlankOrComment =
      at === text.length || code === Code.lineFeed || code === Code.carriageReturn || code === Code.hash;
    if (!isBlankOrComment && at - line <= column) {
      return at - line === column && isItemAt(text, at) ? { start, column, end: line, isLast: false } : undefined;
    }
    line = text.indexOf("\n", line) + 1;
  }
  return { start, column, end: text.length, isLast: true };
}

/** For the `yaml` package comments before such an item count for the collections around it. */
function isEmptyBehindDash(text: string, behind: number): boolean {
  let at = behind;
  while (text.charCodeAt(at) === Code.space) at += 1;
  const code = text.charCodeAt(at);
  return !(code > Code.space) || code === Code.hash;
}
