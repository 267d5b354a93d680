/**
 * What was made of texts that clients send again and again, mostly several times in a row: comparing a text with the last one takes a third of the time
 * of finding it in a map, for which all of it is hashed first. Bounded in number and in length.
 */
import { BoundedCache } from "../crypto/bounded-cache.ts";

interface Entry<Value> {
  readonly text: string;
  readonly value: Value;
}

export class RecentTexts<Value> {
  readonly #entries: BoundedCache<string, Entry<Value>>;
  readonly #longest: number;
  #last: Entry<Value> | undefined;

  /** @param limit texts kept at most @param longest characters of one that is kept */
  constructor(limit: number, longest: number) {
    this.#entries = new BoundedCache(limit);
    this.#longest = longest;
  }

  get(text: string): Value | undefined {
    if (this.#last !== undefined && this.#last.text === text) return this.#last.value;
    const entry = this.#entries.get(text);
    if (entry === undefined) return undefined;
    this.#last = entry;
    return entry.value;
  }

  /** The same of the characters from `start` to `end`, which need not be cut out to be compared. */
  ofPiece(text: string, start: number, end: number): Value | undefined {
    const last = this.#last;
    if (last !== undefined && last.text.length === end - start && text.startsWith(last.text, start)) return last.value;
    return this.get(text.slice(start, end));
  }

  /** Without effect for a text that is too long, or is no well-formed Unicode. */
  set(text: string, value: Value): void {
    const own = text.length > this.#longest ? undefined : ownText(text);
    if (own !== text) return;
    const entry = { text: own, value };
    this.#entries.set(entry.text, entry);
    this.#last = entry;
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * The same characters in memory of their own: a piece of a text keeps all of that, which may hold a secret, and compares more slowly. Another text
 * for what is no well-formed Unicode.
 */
export function ownText(piece: string): string {
  return decoder.decode(encoder.encode(piece));
}
