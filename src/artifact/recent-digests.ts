/**
 * Where digests of look-up values led lately. An index of a million lies in 6,000 pages: to find one that is used again and again in it, a processor waits for
 * the page and for the slot; here they lie side by side in 256. Kept are digests under the artifact's key, as the index has them, and only those that are in it:
 * a value that leads nowhere leaves nothing behind, and finds nothing.
 */

/** A power of two. A digest has two of them, side by side, which it shares with others; the two that came last stay. */
const places = 32_768;
/** Of a place: the digest, the credential and 1. */
const wordsOfPlace = 8;
const digestWords = 4;
/**
 * So many are offered for each that is taken: who comes often is soon in, and who comes once costs no writing and drives
 * nobody out. Measured: of 1, 4 and 8, 4 is best for both.
 */
const oneIn = 4;
/** Of fewer credentials the index is small itself. */
const fewest = 16_384;

export class RecentDigests {
  readonly #words: Int32Array;
  #offered = 0;

  /** @param count of credentials there may be */
  constructor(count: number) {
    this.#words = new Int32Array(count < fewest ? 0 : places * wordsOfPlace);
  }

  /** The credential to which the digest led, or -1. @param digest of 16 bytes */
  find(digest: Uint8Array): number {
    const words = this.#words;
    if (words.length === 0) return -1;
    const [first, second, third, fourth] = [
      wordOf(digest, 0),
      wordOf(digest, 4),
      wordOf(digest, 8),
      wordOf(digest, 12),
    ];
    const at = placeOf(second);
    for (let place = at; place <= at + wordsOfPlace; place += wordsOfPlace) {
      const difference =
        ((words[place] ?? 0) ^ first) |
        ((words[place + 1] ?? 0) ^ second) |
        ((words[place + 2] ?? 0) ^ third) |
        ((words[place + 3] ?? 0) ^ fourth);
      // Of a place that is free the number is 0.
      if (difference === 0) return (words[place + digestWords] ?? 0) - 1;
    }
    return -1;
  }

  /** The first that is offered is taken, then every fourth. @param credential to which the digest, which was not found, led */
  offer(digest: Uint8Array, credential: number): void {
    if (this.#offered++ % oneIn === 0) this.set(digest, credential);
  }

  /** @param credential to which the digest led */
  set(digest: Uint8Array, credential: number): void {
    const words = this.#words;
    if (words.length === 0) return;
    const at = placeOf(wordOf(digest, 4));
    for (let word = at; word < at + wordsOfPlace; word++) words[word + wordsOfPlace] = words[word] ?? 0;
    for (let word = 0; word < digestWords; word++) words[at + word] = wordOf(digest, word * 4);
    words[at + digestWords] = credential + 1;
  }
}

/** Of the first of the two. */
function placeOf(word: number): number {
  return (word & (places - 2)) * wordsOfPlace;
}

function wordOf(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
}
