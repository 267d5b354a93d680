/** Deduplicated lists of pairs of numbers: label sets (name, value) and plugin sets (configuration, owner). */
import { NumberSink, viewOf } from "./bytes.ts";
import { refuse } from "./container.ts";
import { Interned } from "./interned.ts";
import { uncountedBytes } from "./uncounted-memory.ts";

export type Pair = readonly [first: number, second: number];

export interface PairLists {
  readonly count: number;
  pairs(list: number): readonly Pair[];
}

/** Two counts, one start more than lists, then the pairs. */
const countsSize = 8;
const pairSize = 8;

export class PairListWriter {
  /** Of all lists, first and second in turn; behind the last list lies the one that is being made. */
  readonly #numbers = new NumberSink();
  /** In numbers, not pairs; one more than lists. */
  readonly #starts = new NumberSink();
  readonly #interned = new Interned((list) => this.#isLast(list));
  #hash = firstHash;

  constructor() {
    this.#starts.push(0);
  }

  /** Puts a pair behind the list that is being made. */
  push(first: number, second: number): void {
    this.#numbers.push(first);
    this.#numbers.push(second);
    this.#hash = mix(mix(this.#hash, first), second);
  }

  /** Ends the list; returns its number, which is that of an equal one if there is one. */
  end(): number {
    const before = this.#interned.count;
    const list = this.#interned.number(this.#hash >>> 0);
    if (list === before) this.#starts.push(this.#numbers.length);
    else this.#numbers.truncate(this.#starts.at(before));
    this.#hash = firstHash;
    return list;
  }

  toBytes(): Uint8Array {
    const { count } = this.#interned;
    const body = countsSize + (count + 1) * 4;
    const bytes = uncountedBytes(body + this.#numbers.length * 4);
    const view = viewOf(bytes);
    view.setUint32(0, count, true);
    view.setUint32(4, this.#numbers.length / 2, true);
    for (let list = 0; list <= count; list++) view.setUint32(countsSize + list * 4, this.#starts.at(list) / 2, true);
    for (let index = 0; index < this.#numbers.length; index++) {
      view.setUint32(body + index * 4, this.#numbers.at(index), true);
    }
    return bytes;
  }

  #isLast(list: number): boolean {
    const last = this.#starts.at(this.#interned.count);
    const start = this.#starts.at(list);
    const length = this.#starts.at(list + 1) - start;
    if (length !== this.#numbers.length - last) return false;
    for (let index = 0; index < length; index++) {
      if (this.#numbers.at(start + index) !== this.#numbers.at(last + index)) return false;
    }
    return true;
  }
}

const firstHash = 0x811c9dc5;

/** Any mixing will do: no hash is kept in the artifact. */
function mix(hash: number, number: number): number {
  const mixed = Math.imul(hash ^ number, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

/** @param firstCount, secondCount every first and second number must be below */
export function openPairLists(bytes: Uint8Array, firstCount: number, secondCount: number): PairLists {
  const view = viewOf(bytes);
  if (bytes.length < countsSize + 4) refuse("a table of lists is cut off");
  const count = view.getUint32(0, true);
  const pairCount = view.getUint32(4, true);
  const body = countsSize + (count + 1) * 4;
  if (bytes.length !== body + pairCount * pairSize) refuse("a table of lists has the wrong length");

  const start = (list: number) => view.getUint32(countsSize + list * 4, true);
  const first = (pair: number) => view.getUint32(body + pair * pairSize, true);
  const second = (pair: number) => view.getUint32(body + pair * pairSize + 4, true);
  for (let list = 0; list < count; list++) {
    if (start(list + 1) < start(list)) refuse("the lists of a table overlap");
  }
  if (start(0) !== 0 || start(count) !== pairCount) refuse("the lists of a table do not fill it");
  for (let pair = 0; pair < pairCount; pair++) {
    if (first(pair) >= firstCount || second(pair) >= secondCount) refuse("a list refers to what is not there");
  }
  return {
    count,
    pairs(list) {
      const found: Pair[] = [];
      for (let pair = start(list); pair < start(list + 1); pair++) found.push([first(pair), second(pair)]);
      return found;
    },
  };
}
