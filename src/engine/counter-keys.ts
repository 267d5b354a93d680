/**
 * The keys of counters that come again. One that is kept is the same text as before, of which a map has the hash; one made anew has to be put together,
 * hashed and compared with the one that the map has.
 */
import { textHash } from "./text-hash.ts";

/** A power of two. A key has one of them, which it shares with others. */
const places = 8192;
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

  /** The key that is kept for the value under this rule of this owner. */
  find(rule: object, owner: string, value: string): string | undefined {
    const kept = this.#kept[placeOf(owner, value)];
    if (kept === undefined || kept.rule !== rule || kept.owner !== owner || kept.value !== value) return undefined;
    return kept.key;
  }

  /** @returns the key */
  keep(rule: object, owner: string, value: string, key: string): string {
    if (value.length <= longestKept) this.#kept[placeOf(owner, value)] = { rule, owner, value, key };
    return key;
  }
}

/** Owners are told by what numbered names differ in; hashing all of each would cost more than a key made anew now and then. */
function placeOf(owner: string, value: string): number {
  const { length } = owner;
  const mark = length === 0 ? 0 : owner.charCodeAt(length - 1) + 31 * owner.charCodeAt(length >> 1);
  return textHash(value.length > longestKept ? "" : value, mark) & (places - 1);
}
