/** Between our places, which count lines and columns from 1, and those of LSP, which count from 0; both in UTF-16 code units. */
import type { Range } from "vscode-languageserver";
import type { Span } from "../model/place.ts";

export function rangeOf({ start, end }: Span): Range {
  return {
    start: { line: start.line - 1, character: start.column - 1 },
    end: { line: end.line - 1, character: end.column - 1 },
  };
}

export function isInside({ start, end }: Range, { line, character }: Range["start"]): boolean {
  const isBefore = line < start.line || (line === start.line && character < start.character);
  const isBehind = line > end.line || (line === end.line && character > end.character);
  return !isBefore && !isBehind;
}

export function overlap(left: Range, right: Range): boolean {
  return isInside(left, right.start) || isInside(right, left.start);
}
