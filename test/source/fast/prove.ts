/** Compares the two readers on generated texts and on mutations of them; used short by the tests and long by `proof.mjs`. */
import type { Diagnostic } from "../../../src/model/diagnostic.ts";
import { parse } from "../../../src/source/parse.ts";
import { compare } from "./compare.ts";
import { readAsJson } from "./compare-json.ts";
import { mutate } from "./mutate.ts";
import { pick, type Random, randomFrom } from "./random.ts";
import { generateText } from "./texts.ts";

export interface Tally {
  readonly compared: number;
  readonly equal: number;
  readonly declined: number;
  /** How many of those declined are read with the help of the `yaml` package for single items. */
  readonly rescued: number;
  /** How many texts are read item by item too. */
  readonly inParts: number;
  /** How many texts are refused, each with a diagnostic that has a place inside the text. */
  readonly refused: number;
  /** How many texts are JSON to our reader and to JSON.parse. */
  readonly json: number;
  /** Of one text, in all the readers together. */
  readonly slowestMilliseconds: number;
  readonly differences: readonly string[];
}

const environment = { HOME: "/root" };

/** `seed` and up: one text each; every text, and a list that holds it, is compared with its number of mutations, every fourth also rewritten as JSON with one. */
export function prove(seed: number, texts: number, mutationsPerText: number): { texts: Tally; mutations: Tally } {
  const generated = new Counter();
  const mutated = new Counter();
  for (let offset = 0; offset < texts; offset += 1) {
    const random = randomFrom(seed + offset);
    const text = generateText(random);
    generated.add(text);
    for (let count = 0; count < mutationsPerText; count += 1) mutated.add(mutate(text, random));
    const list = asList([text, generateText(random), generateText(random)], random);
    generated.add(list);
    for (let count = 0; count < mutationsPerText; count += 1) mutated.add(mutate(list, random));
    if (offset % 4 > 0) continue;
    const json = asJson(text, random);
    generated.add(json);
    mutated.add(mutate(json, random));
  }
  return { texts: generated.tally(), mutations: mutated.tally() };
}

/** A list under a key of the root, as most files are: of items that hold the texts. */
function asList(texts: readonly string[], random: Random): string {
  const column = pick(random, ["", "  "]);
  const items = texts.map((several) => {
    const text = several.split(/^(?:---|\.\.\.)/m).find((part) => part.trim() !== "") ?? "";
    if (parse({ file: "a.yaml", text }, environment).diagnostics.length > 0) return ["- a: b", "  c: |", "    d"];
    const first = pick(random, [
      "- value:",
      "- name: a\n  value:",
      "- &a value:",
      "- name: &b b\n  value:",
      "- 'a b':",
    ]);
    return `${first}\n${text}`
      .split("\n")
      .map((line, at) => (at === 0 || line === "" ? line : `${"  ".repeat(2)}${line}`));
  });
  const lines = items.flatMap((item) =>
    item.map((line) => (line === "" ? "" : column + line.replace(/^ {4}value:/, "  value:"))),
  );
  return `list:\n${lines.join("\n")}\n`;
}

/** The values of the text as one JSON text, indented so that a mutation may double or move an entry. */
function asJson(text: string, random: Random): string {
  const values = parse({ file: "a.yaml", text }, environment).documents.map(({ value }) => value);
  return JSON.stringify(values, null, pick(random, [0, 1, 2]));
}

class Counter {
  #equal = 0;
  #rescued = 0;
  #inParts = 0;
  #declined = 0;
  #refused = 0;
  #json = 0;
  #slowest = 0;
  readonly #differences: string[] = [];

  add(text: string): void {
    const start = performance.now();
    try {
      const outcome = compare(text, environment);
      if (isRefused(text)) this.#refused += 1;
      if (isJson(text)) this.#json += 1;
      if (outcome.isRead) this.#equal += 1;
      else this.#declined += 1;
      if (outcome.isRescued) this.#rescued += 1;
      if (outcome.isReadInParts) this.#inParts += 1;
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
      rescued: this.#rescued,
      inParts: this.#inParts,
      refused: this.#refused,
      json: this.#json,
      slowestMilliseconds: this.#slowest,
      differences: this.#differences,
    };
  }
}

/** What `lint` itself calls, on this text as YAML; throws unless every diagnostic has a place, and what gives no document has a diagnostic. */
function isRefused(text: string): boolean {
  const { documents, diagnostics } = parse({ file: "a.yaml", text }, environment);
  if (documents.length === 0 && diagnostics.length === 0)
    throw new Error(`refused in silence\n${JSON.stringify(text)}`);
  const lost = diagnostics.find((diagnostic) => !isInside(diagnostic, text));
  if (lost) throw new Error(`no place inside the text: ${JSON.stringify(lost)}\n${JSON.stringify(text)}`);
  return diagnostics.length > 0;
}

function isInside({ span }: Diagnostic, text: string): boolean {
  if (!span) return false;
  const { start, end } = span;
  return (
    start.offset >= 0 &&
    start.offset <= end.offset &&
    // An end of the text that comes too early is shown as one column behind it.
    start.offset <= text.length &&
    end.offset <= text.length + 1 &&
    start.line >= 1 &&
    start.column >= 1 &&
    start.line <= text.split(/\r\n|\r|\n/).length
  );
}

function isJson(text: string): boolean {
  const { isValid, difference } = readAsJson(text);
  if (difference !== undefined) throw new Error(`${difference}\n${JSON.stringify(text)}`);
  return isValid;
}
