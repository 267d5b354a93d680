/**
 * The keys of counters that come again. One that is kept is the same text as before, of which a map has the hash; one made anew has to be put together,
 * hashed and compared with the one that the map has.
 */
import { textHash } from "./text-hash.ts";

/**
 * A power of two. A key has one of them, which it shares with others. Few, which stay in the processor's cache: with thousands of values, reading what was
 * kept of each would take longer than making its key anew.
 */
const places = 512;
/** Characters of a value up to which its key is kept: values come from clients. */
const longestKept = 64;

interface Kept {
  readonly rule: object;
  readonly owner: string;
  readonly value: string;
  readonly key: string;
}

export class CounterKeys {
  readonly #kept = new Array<Kept | undefined>(places).fill(undefined);
  /** The hash that came last to a place: a key is kept when it comes again, since what is kept of each that comes once, the collector has to copy. */
  readonly #seen = new Int32Array(places);
  #sought = 0;

  /** The key that is kept for the value under this rule of this owner. */
  find(rule: object, owner: string, value: string): string | undefined {
    this.#sought = value.length > longestKept ? 0 : hashOf(owner, value);
    const kept = this.#kept[this.#sought & (places - 1)];
    if (kept === undefined || kept.rule !== rule || kept.owner !== owner || kept.value !== value) return undefined;
    return kept.key;
  }

  /** Of what was sought last and not found. @returns the key */
  keep(rule: object, owner: string, value: string, key: string): string {
    const place = this.#sought & (places - 1);
    if (this.#seen[place] === this.#sought && value.length <= longestKept)
      this.#kept[place] = { rule, owner, value, key };
    this.#seen[place] = this.#sought;
    return key;
  }
}

/** Owners are told by what numbered names differ in; hashing all of each would cost more than a key made anew now and then. */
function hashOf(owner: string, value: string): number {
  const { length } = owner;
  const mark = length === 0 ? 0 : owner.charCodeAt(length - 1) + 31 * owner.charCodeAt(length >> 1);
  return textHash(value, mark) | 0;
}
