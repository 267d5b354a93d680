/** Deduplicated lists of pairs of numbers: label sets (name, value) and plugin sets (configuration, owner). */
import { viewOf } from "./bytes.ts";
import { refuse } from "./container.ts";

export type Pair = readonly [first: number, second: number];

export interface PairLists {
  readonly count: number;
  pairs(list: number): readonly Pair[];
}

/** Two counts, one start more than lists, then the pairs. */
const countsSize = 8;
const pairSize = 8;

export class PairListWriter {
  readonly #numbers = new Map<string, number>();
  readonly #lists: (readonly Pair[])[] = [];

  add(pairs: readonly Pair[]): number {
    const name = pairs.join(";");
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.#lists.length);
    return this.#lists.push(pairs) - 1;
  }

  toBytes(): Uint8Array {
    const pairCount = this.#lists.reduce((sum, pairs) => sum + pairs.length, 0);
    const starts = countsSize;
    const body = starts + (this.#lists.length + 1) * 4;
    const bytes = new Uint8Array(body + pairCount * pairSize);
    const view = viewOf(bytes);
    view.setUint32(0, this.#lists.length, true);
    view.setUint32(4, pairCount, true);
    let written = 0;
    this.#lists.forEach((pairs, list) => {
      for (const [first, second] of pairs) {
        view.setUint32(body + written * pairSize, first, true);
        view.setUint32(body + written * pairSize + 4, second, true);
        written++;
      }
      view.setUint32(starts + (list + 1) * 4, written, true);
    });
    return bytes;
  }
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
