/** The short way through calm texts, those without control characters but line feeds: whole values are found by searching for what ends them. */
import { Code } from "./codes.ts";
import { NextOf } from "./next-of.ts";

/** Tabs and carriage returns have a meaning of their own, other control characters none: the long way sees to them. */
const controls = /[\x00-\x09\x0b-\x1f]/;

export class CalmText {
  readonly #text: string;
  readonly #lineFeeds: NextOf;
  readonly #colons: NextOf;
  readonly #hashes: NextOf;
  readonly #variables: NextOf;
  readonly #backslashes: NextOf;

  constructor(text: string) {
    this.#text = text;
    this.#lineFeeds = new NextOf(text, "\n");
    this.#colons = new NextOf(text, ":");
    this.#hashes = new NextOf(text, "#");
    this.#variables = new NextOf(text, "${");
    this.#backslashes = new NextOf(text, "\\");
  }

  /** Where the plain scalar that begins at `start` ends, if that is with its line and it holds nothing that may mean more than itself; else -1. */
  plainEnd(start: number): number {
    const text = this.#text;
    if (!(isPlainStart[text.charCodeAt(start)] === 1)) return -1;
    const end = this.#lineFeeds.at(start);
    if (end === text.length || text.charCodeAt(end - 1) === Code.space) return -1;
    const isSimple = this.#colons.at(start) >= end && this.#hashes.at(start) >= end && this.#variables.at(start) >= end;
    return isSimple ? end : -1;
  }

  /** Where the closing quote of the text stands that is opened at `start`, if it is on the same line and nothing before it is escaped; else -1. */
  closingQuote(start: number, quote: number): number {
    const isSingle = quote === Code.singleQuote;
    const text = this.#text;
    const end = text.indexOf(isSingle ? "'" : '"', start + 1);
    if (end < 0 || this.#lineFeeds.at(start) < end) return -1;
    if (isSingle) return text.charCodeAt(end + 1) === quote ? -1 : end;
    return this.#backslashes.at(start) < end ? -1 : end;
  }
}

export function calmText(text: string): CalmText | undefined {
  return controls.test(text) ? undefined : new CalmText(text);
}

/** Of those that can begin a plain scalar the ones that people use. */
const isPlainStart = new Uint8Array(128);
for (const character of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/_$+.~^(") {
  isPlainStart[character.charCodeAt(0)] = 1;
}
