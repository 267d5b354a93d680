/** Applies fixes to the text that they were found in. */
import type { Fix, TextEdit } from "./contract.ts";

export interface AppliedFixes {
  readonly text: string;
  readonly applied: readonly Fix[];
  /** Fixes that overlap with, or touch, an applied one: find them again in the new text. */
  readonly left: readonly Fix[];
}

/** Earlier fixes win. All edits of a fix are applied, or none. */
export function applyFixes(text: string, fixes: readonly Fix[]): AppliedFixes {
  const applied: Fix[] = [];
  const left: Fix[] = [];
  const taken = new Taken();
  for (const fix of fixes) {
    if (fix.edits.some((edit) => taken.touches(edit))) {
      left.push(fix);
      continue;
    }
    for (const edit of fix.edits) taken.add(edit);
    applied.push(fix);
  }
  return { text: applyEdits(text, taken.edits), applied, left };
}

/** @param edits ascending and disjoint */
function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const edit of edits) {
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  return [...parts, text.slice(at)].join("");
}

/** Disjoint edits, in order. */
class Taken {
  readonly edits: TextEdit[] = [];

  /** Two edits that touch could be meant in either order. */
  touches({ start, end }: TextEdit): boolean {
    const next = this.edits[this.#indexFrom(start)];
    return next !== undefined && next.start <= end;
  }

  add(edit: TextEdit): void {
    this.edits.splice(this.#indexFrom(edit.start), 0, edit);
  }

  /** Of the first edit that ends at `offset` or behind it. */
  #indexFrom(offset: number): number {
    let low = 0;
    let high = this.edits.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.edits[middle]?.end ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
