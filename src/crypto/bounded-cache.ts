/** A map that keeps at most so many entries, so that what is cached on behalf of callers cannot grow without end. */

/** Forgets the entry that was added first; cheap, and good enough where every entry can be made again. */
export class BoundedCache<Key, Value> {
  readonly #entries = new Map<Key, Value>();
  /**
   * In the order in which they were added, from `#oldest` round to it again. Asking the map for its first key would take the longer the
   * more of its first ones have been forgotten: 10 µs where each request brings another key.
   */
  readonly #keys: Key[] = [];
  readonly #limit: number;
  #oldest = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(key: Key): Value | undefined {
    return this.#entries.get(key);
  }

  set(key: Key, value: Value): void {
    if (!this.#entries.has(key)) this.#makeRoomFor(key);
    this.#entries.set(key, value);
  }

  #makeRoomFor(key: Key): void {
    if (this.#keys.length < this.#limit) {
      this.#keys.push(key);
      return;
    }
    this.#entries.delete(this.#keys[this.#oldest] as Key);
    this.#keys[this.#oldest] = key;
    this.#oldest = (this.#oldest + 1) % this.#limit;
  }
}
