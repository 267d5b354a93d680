/** What the readings of texts that are alike have in common: keys in their usual order, and short texts that stood somewhere before. */
import { ExpectedKey } from "./expected-key.ts";

const slots = 1024;
/** V8 copies a text up to this length out of the one around it; a longer one would keep all of that in memory. */
const longestKnown = 12;

export class ReadingMemory {
  /** Where the keys of a root begin. */
  readonly keys = new ExpectedKey("", "");
  /** The same of items that are read apart from the sequence around them. */
  readonly itemKeys = new ExpectedKey("", "");
  readonly #known: (string | undefined)[] = new Array(slots).fill(undefined);

  /** The text from `start` to `end`; short texts (labels, algorithms) mostly stood somewhere before and are not made again. */
  textAt(text: string, start: number, end: number): string {
    const length = end - start;
    if (length > longestKnown) return text.slice(start, end);
    const slot = (text.charCodeAt(start) * 37 + text.charCodeAt(end - 1) * 101 + length * 7) & (slots - 1);
    const candidate = this.#known[slot];
    if (candidate !== undefined && candidate.length === length && isAt(text, start, candidate)) return candidate;
    const made = text.slice(start, end);
    this.#known[slot] = made;
    return made;
  }
}

function isAt(text: string, start: number, expected: string): boolean {
  for (let index = expected.length - 1; index >= 0; index -= 1) {
    if (text.charCodeAt(start + index) !== expected.charCodeAt(index)) return false;
  }
  return true;
}
