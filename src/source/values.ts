/** Builds the plain values of a document with their positions, and reports what no format may hold: duplicate keys and unset variables. */
import type { Diagnostic } from "../model/diagnostic.ts";
import type { SourceText } from "./document.ts";
import { type Environment, substituteEnvironment } from "./environment.ts";
import { Positions, spanBetween } from "./positions.ts";

/** A parsed node on its way to a plain value: offsets first, so that the readers need no objects of their own. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export class ValueBuilder {
  readonly positions = new Positions();
  readonly diagnostics: Diagnostic[] = [];
  /** Names of the variables that the values name. */
  readonly variables = new Set<string>();
  readonly #source: SourceText;
  readonly #environment: Environment;

  constructor(source: SourceText, environment: Environment) {
    this.#source = source;
    this.#environment = environment;
  }

  string(text: string, range: Range): string {
    const substitution = substituteEnvironment(text, this.#environment);
    for (const name of substitution.named) this.variables.add(name);
    for (const name of substitution.missing) {
      this.report(
        "source/missing-variable",
        `the environment variable ${name} is not set`,
        range,
        `Set ${name}, or write \\\${${name}} if the text itself is meant.`,
      );
    }
    return substitution.text;
  }

  /** Forgets what was found since there were so many of each. */
  truncate(diagnostics: number, variables: number): void {
    this.diagnostics.length = diagnostics;
    for (const name of [...this.variables].slice(variables)) this.variables.delete(name);
  }

  /** `entries` in the order written; a key that stands twice is reported and its first value kept. */
  map(entries: readonly MapEntry[]): Record<string, unknown> {
    const map: Record<string, unknown> = {};
    const keys: string[] = [];
    const offsets: number[] = [];
    for (const { key, keyRange, value, valueRange } of entries) {
      if (Object.hasOwn(map, key)) {
        const first = entries.find((entry) => entry.key === key);
        this.#reportDuplicate(key, keyRange, first?.keyRange ?? keyRange);
        continue;
      }
      keys.push(key);
      offsets.push(keyRange.start, keyRange.end, valueRange.start, valueRange.end);
      // A plain assignment to __proto__ would change the object's prototype.
      if (key !== "__proto__") map[key] = value;
      else Object.defineProperty(map, key, { value, enumerable: true, writable: true, configurable: true });
    }
    this.positions.addMap(map, keys, offsets);
    return map;
  }

  sequence(items: readonly { readonly value: unknown; readonly range: Range }[]): unknown[] {
    const sequence = items.map((item) => item.value);
    this.positions.addSequence(
      sequence,
      items.flatMap(({ range }) => [-1, -1, range.start, range.end]),
    );
    return sequence;
  }

  report(rule: string, message: string, range: Range, help?: string): void {
    const span = spanBetween(this.#source, range.start, range.end);
    this.diagnostics.push({ rule, severity: "error", message, span, ...(help && { help }) });
  }

  #reportDuplicate(key: string, range: Range, first: Range): void {
    this.diagnostics.push({
      rule: "source/duplicate-key",
      severity: "error",
      message: `the key "${key}" stands twice in this map`,
      span: spanBetween(this.#source, range.start, range.end),
      related: [{ span: spanBetween(this.#source, first.start, first.end), message: "first here" }],
      help: "Keep one of the two.",
    });
  }
}

export interface MapEntry {
  readonly key: string;
  readonly keyRange: Range;
  readonly value: unknown;
  readonly valueRange: Range;
}
