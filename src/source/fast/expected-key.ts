/** Which key probably comes next: what stood there in the sibling before. Most keys are then compared, not read. */
import { decline } from "./decline.ts";

const maxFollowers = 8;
const maxLength = 64;

/**
 * A key as it was written at one point of a sequence of keys. To have come here by `following` means that
 * the keys before are those of that way, so that a key once found unique there is unique for ever.
 */
export class ExpectedKey {
  readonly written: string;
  readonly key: string;
  /** In flow, `a{b` is not one key. */
  readonly isForFlow: boolean;
  readonly #position: number;
  /** The follower that came last. */
  recent: ExpectedKey | undefined;
  readonly #followers: ExpectedKey[] = [];
  #inner: ExpectedKey | undefined;
  /** The line end, indentation, key and colon with which it begins behind the value before it. */
  #lead = "";
  #leadColumn = -1;

  constructor(written: string, key: string, position = 0) {
    this.written = written;
    this.key = key;
    this.isForFlow = isQuoted(written) || !/[,[\]{}]/.test(written);
    this.#position = position;
  }

  /** Where the keys of the maps under this key begin. */
  get inner(): ExpectedKey {
    this.#inner ??= new ExpectedKey("", "");
    return this.#inner;
  }

  /** A known follower that stands in `text` at `at` with a colon and a space or line feed behind it. */
  find(text: string, at: number): ExpectedKey | undefined {
    const recent = this.recent;
    if (recent === undefined) return undefined;
    if (isKeyAt(text, at, recent.written)) return recent;
    for (const follower of this.#followers) {
      if (follower !== recent && isKeyAt(text, at, follower.written)) {
        this.recent = follower;
        return follower;
      }
    }
    return undefined;
  }

  /** The follower that came last, if it stands behind the line feed at `at` in a map at `column`, with a colon and a space or line feed. */
  findBehind(text: string, at: number, column: number): ExpectedKey | undefined {
    const recent = this.recent;
    if (recent === undefined) return undefined;
    const lead = recent.#leadAt(column);
    if (!text.startsWith(lead, at)) return undefined;
    const next = text.charCodeAt(at + lead.length);
    return next === space || next === lineFeed ? recent : undefined;
  }

  #leadAt(column: number): string {
    if (this.#leadColumn !== column) {
      this.#lead = internalized(`\n${" ".repeat(column)}${this.written}:`);
      this.#leadColumn = column;
    }
    return this.#lead;
  }

  /** The same between `{ }`. */
  findInFlow(text: string, at: number): ExpectedKey | undefined {
    const found = this.find(text, at);
    return found?.isForFlow ? found : undefined;
  }

  /** The follower for a key that was read in full. `map` holds the entries before; a key that stands in it declines. */
  follow(written: string, key: string, map: object): ExpectedKey {
    const known = this.#followers.find((follower) => follower.written === written);
    if (known) {
      this.recent = known;
      return known;
    }
    if (key === "__proto__" || Object.hasOwn(map, key)) decline();
    const follower = new ExpectedKey(internalized(written), internalized(key), this.#position + 1);
    if (this.#followers.length < maxFollowers && this.#position < maxLength) {
      this.#followers.push(follower);
      this.recent = follower;
    }
    return follower;
  }
}

const colon = 0x3a;
const space = 0x20;
const lineFeed = 0x0a;

function isQuoted(written: string): boolean {
  return written.startsWith('"') || written.startsWith("'");
}

function isKeyAt(text: string, at: number, written: string): boolean {
  const length = written.length;
  if (text.charCodeAt(at + length) !== colon) return false;
  for (let index = 0; index < length; index += 1) {
    if (text.charCodeAt(at + index) !== written.charCodeAt(index)) return false;
  }
  const next = text.charCodeAt(at + length + 1);
  return next === space || next === lineFeed;
}

/** The same text as V8 keeps it for property names: stores under it skip a table look-up, and it keeps no larger text in memory. */
function internalized(key: string): string {
  return Object.keys({ [key]: 0 })[0] ?? key;
}
