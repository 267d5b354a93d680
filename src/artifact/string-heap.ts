/** Strings of an artifact: each distinct one once as UTF-8, found by its number through a table of offsets. */
import { ByteSink, NumberSink, viewOf, writeText } from "./bytes.ts";
import { refuse } from "./container.ts";
import { fnv1a } from "./fnv1a.ts";
import { Interned } from "./interned.ts";
import { none } from "./layout.ts";
import { uncountedBytes } from "./uncounted-memory.ts";

export interface StringHeap {
  readonly count: number;
  text(index: number): string;
  /** undefined for `none`. */
  optionalText(index: number): string | undefined;
  equals(index: number, utf8: Uint8Array): boolean;
}

/** Bytes of a username or an id. */
const usualLength = 28;

/** Texts that are remembered with their numbers; a power of two. */
const rememberedTexts = 1024;

export class StringHeapWriter {
  readonly #bytes: ByteSink;
  /** One more than strings: a string ends where the next one begins, and behind the last lies what is looked for. */
  readonly #starts: NumberSink;
  readonly #interned: Interned;
  /** Those that came last to their places: names and values of labels, and ids, are mostly a few that come again and again. */
  readonly #lastTexts: string[] = new Array<string>(rememberedTexts).fill("");
  readonly #lastNumbers = new Uint32Array(rememberedTexts);
  /** Where what is looked for ends. */
  #end = 0;

  /** @param expected distinct strings that there will be, about */
  constructor(expected = 0) {
    this.#bytes = new ByteSink(expected * usualLength);
    this.#starts = new NumberSink(expected);
    this.#interned = new Interned((number) => this.#isLast(number), expected);
    this.#starts.push(0);
  }

  /** The number of the string, which is added if it is new. */
  add(text: string): number {
    const start = this.#bytes.length;
    const bytes = this.#bytes.reserve(text.length * 3);
    this.#end = start + writeText(text, bytes, start);
    const before = this.#interned.count;
    const number = this.#interned.number(fnv1a(bytes, start, this.#end));
    if (number === before) {
      this.#bytes.advance(this.#end - start);
      this.#starts.push(this.#end);
    }
    return number;
  }

  /** The same, for a text that others have mostly brought before. */
  addUsual(text: string): number {
    const place = placeOf(text);
    // The empty text fills the places at first.
    if (this.#lastTexts[place] === text && text !== "") return this.#lastNumbers[place] ?? 0;
    const number = this.add(text);
    this.#lastTexts[place] = text;
    this.#lastNumbers[place] = number;
    return number;
  }

  addOptional(text: string | undefined): number {
    return text === undefined ? none : this.addUsual(text);
  }

  /** FNV-1a of the UTF-8. */
  hash(number: number): number {
    return this.#interned.hash(number);
  }

  /** One offset more than strings: a string ends where the next one begins. */
  offsets(): Uint8Array {
    const bytes = uncountedBytes(this.#starts.length * 4);
    const view = viewOf(bytes);
    for (let index = 0; index < this.#starts.length; index++) view.setUint32(index * 4, this.#starts.at(index), true);
    return bytes;
  }

  bytes(): Uint8Array {
    return this.#bytes.toBytes();
  }

  #isLast(number: number): boolean {
    const last = this.#bytes.length;
    const start = this.#starts.at(number);
    const length = this.#starts.at(number + 1) - start;
    if (length !== this.#end - last) return false;
    const bytes = this.#bytes.reserve(0);
    for (let index = 0; index < length; index++) if (bytes[start + index] !== bytes[last + index]) return false;
    return true;
  }
}

/** By its length and a few of its letters: it need not be read for that. */
function placeOf(text: string): number {
  const last = text.length - 1;
  const letters = text.charCodeAt(0) * 31 + text.charCodeAt(last >> 1) * 7 + text.charCodeAt(last);
  return (letters + text.length * 131) & (rememberedTexts - 1);
}

export function openStringHeap(offsets: Uint8Array, bytes: Uint8Array): StringHeap {
  const view = viewOf(offsets);
  const count = offsets.length / 4 - 1;
  if (count < 0 || !Number.isInteger(count) || view.getUint32(0, true) !== 0)
    refuse("its string offsets are malformed");
  let end = 0;
  for (let index = 1; index <= count; index++) {
    const next = view.getUint32(index * 4, true);
    if (next < end) refuse("its string offsets go backwards");
    end = next;
  }
  if (end !== bytes.length) refuse("its string offsets do not end where the strings do");

  const start = (index: number) => view.getUint32(index * 4, true);
  const text = (index: number) => decode(bytes, start(index), start(index + 1));
  return {
    count,
    text,
    optionalText: (index) => (index === none ? undefined : text(index)),
    equals(index, utf8) {
      const from = start(index);
      if (start(index + 1) - from !== utf8.length) return false;
      for (let position = 0; position < utf8.length; position++) {
        if (bytes[from + position] !== utf8[position]) return false;
      }
      return true;
    },
  };
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const shortLength = 48;

/** Names are short and mostly ASCII: building them here takes a fraction of a call of the decoder. */
function decode(bytes: Uint8Array, start: number, end: number): string {
  if (end - start <= shortLength) {
    let text = "";
    let position = start;
    for (; position < end; position++) {
      const byte = bytes[position];
      if (byte === undefined || byte >= 0x80) break;
      text += String.fromCharCode(byte);
    }
    if (position === end) return text;
  }
  // A copy, because browsers do not decode from shared memory.
  return decoder.decode(bytes.slice(start, end));
}
