/** Finds the next occurrence of something rare or near: what was found is good until the text is read beyond it. Many times faster than to look at each character. */
export class NextOf {
  readonly #text: string;
  readonly #wanted: string;
  #from = 0;
  #found = -1;

  constructor(text: string, wanted: string) {
    this.#text = text;
    this.#wanted = wanted;
  }

  /** The first offset at or behind `at`, or the text's length. */
  at(at: number): number {
    if (at <= this.#found && at >= this.#from) return this.#found;
    const found = this.#text.indexOf(this.#wanted, at);
    this.#from = at;
    this.#found = found < 0 ? this.#text.length : found;
    return this.#found;
  }
}
