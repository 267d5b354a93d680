/** Compares the two readers on generated texts and on mutations of them; used short by the tests and long by `proof.mjs`. */
import { compare } from "./compare.ts";
import { mutate } from "./mutate.ts";
import { randomFrom } from "./random.ts";
import { generateText } from "./texts.ts";

export interface Tally {
  readonly compared: number;
  readonly equal: number;
  readonly declined: number;
  /** Of one text, in the fast reader and the other together. */
  readonly slowestMilliseconds: number;
  readonly differences: readonly string[];
}

const environment = { HOME: "/root" };

/** `seed` and up: one text each; every text is compared with its number of mutations. */
export function prove(seed: number, texts: number, mutationsPerText: number): { texts: Tally; mutations: Tally } {
  const generated = new Counter();
  const mutated = new Counter();
  for (let offset = 0; offset < texts; offset += 1) {
    const random = randomFrom(seed + offset);
    const text = generateText(random);
    generated.add(text);
    for (let count = 0; count < mutationsPerText; count += 1) mutated.add(mutate(text, random));
  }
  return { texts: generated.tally(), mutations: mutated.tally() };
}

class Counter {
  #equal = 0;
  #declined = 0;
  #slowest = 0;
  readonly #differences: string[] = [];

  add(text: string): void {
    const start = performance.now();
    try {
      if (compare(text, environment) === "equal") this.#equal += 1;
      else this.#declined += 1;
    } catch (error) {
      this.#differences.push(error instanceof Error ? error.message : String(error));
    }
    this.#slowest = Math.max(this.#slowest, performance.now() - start);
  }

  tally(): Tally {
    return {
      compared: this.#equal + this.#declined + this.#differences.length,
      equal: this.#equal,
      declined: this.#declined,
      slowestMilliseconds: this.#slowest,
      differences: this.#differences,
    };
  }
}
