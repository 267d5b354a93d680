/** A value of a foreign document that remembers which parts of it were taken: what nobody took is reported, so nothing is lost in silence. */
import { isMap } from "../model/json.ts";
import type { Part, Path, Span } from "../model/place.ts";
import type { Document } from "../source/document.ts";
import type { Loss, Outcome } from "./contract.ts";

/** Says how to do without what no converter takes; undefined for what needs no word of its own. */
export type Advice = (path: Path) => string | undefined;

interface Ledger {
  readonly document: Document;
  readonly taken: Set<string>;
  lose(loss: Loss): void;
}

const separator = "\u0000";

/** Entries that are texts, also where their values look like numbers. */
const textNames: ReadonlySet<string> = new Set(["key", "secret", "username", "password", "custom_id", "group", "name"]);

const bareTextAdvice = "It reads as another number than is written: put it in quotes.";

export class Foreign {
  readonly value: unknown;
  readonly path: Path;
  readonly #key: string;
  readonly #ledger: Ledger;

  private constructor(value: unknown, path: Path, key: string, ledger: Ledger) {
    this.value = value;
    this.path = path;
    this.#key = key;
    this.#ledger = ledger;
  }

  static of(document: Document, lose: (loss: Loss) => void): Foreign {
    return new Foreign(document.value, [], "", { document, taken: new Set(), lose });
  }

  span(part?: Part): Span {
    return this.#ledger.document.place.span(this.path, part);
  }

  /** The entry, unless it is missing or null. */
  field(name: string): Foreign | undefined {
    if (!isMap(this.value) || !Object.hasOwn(this.value, name)) return undefined;
    const value = this.value[name];
    return value === null || value === undefined ? undefined : this.#below(name, value);
  }

  /** The entry, or an empty map in its place. */
  fieldOrEmpty(name: string): Foreign {
    return this.field(name) ?? this.#below(name, {});
  }

  fields(): readonly (readonly [name: string, value: Foreign])[] {
    if (!isMap(this.value)) return [];
    return Object.keys(this.value).flatMap((name) => {
      const field = this.field(name);
      return field ? [[name, field] as const] : [];
    });
  }

  /** The items of a list; of anything else none, and then it counts as not taken. */
  items(): readonly Foreign[] {
    if (!Array.isArray(this.value)) return [];
    return this.value.map((value: unknown, index) => this.#below(index, value));
  }

  list(name: string): readonly Foreign[] {
    return this.field(name)?.items() ?? [];
  }

  /** The text at this place, which is then taken. A number counts if it is written as it reads (`0123` does not). */
  asText(): string | undefined {
    const text = this.#readText();
    if (text !== undefined) this.take();
    return text;
  }

  text(name: string): string | undefined {
    return this.field(name)?.asText();
  }

  number(name: string): number | undefined {
    const field = this.field(name);
    if (typeof field?.value !== "number") return undefined;
    field.take();
    return field.value;
  }

  flag(name: string): boolean | undefined {
    const field = this.field(name);
    if (typeof field?.value !== "boolean") return undefined;
    field.take();
    return field.value;
  }

  /** The texts of a list; a single text counts as a list of one. */
  texts(name: string): readonly string[] {
    const field = this.field(name);
    if (!field) return [];
    if (!Array.isArray(field.value)) return [field.asText()].filter((text) => text !== undefined);
    return field.items().flatMap((item) => item.asText() ?? []);
  }

  /** This and all below is dealt with. */
  take(): this {
    this.#ledger.taken.add(this.#key);
    return this;
  }

  /** Takes these entries, which mean nothing in the result. */
  ignore(...names: readonly string[]): void {
    for (const name of names) this.field(name)?.take();
  }

  /** Takes an entry that says only what holds without it. */
  ignoreIf(name: string, ...values: readonly unknown[]): void {
    const field = this.field(name);
    if (field && values.includes(field.value)) field.take();
  }

  /** Reports it. What is dropped counts as dealt with as a whole; of the rest, parts may still be untaken. */
  lose(outcome: Outcome, found: string, became: string, instead: string, part: Part = "value"): void {
    if (outcome === "dropped") this.take();
    this.#ledger.lose({ span: this.span(part), found, outcome, became, instead });
  }

  /** Names of the entries of which something was not taken. */
  untakenNames(): readonly string[] {
    return this.fields().flatMap(([name, field]) => (field.#untaken().parts.length > 0 ? [name] : []));
  }

  /** Reports the largest parts of which nothing was taken. */
  reportUntaken(advice: Advice): void {
    const root = this.#untaken();
    for (const part of root.isWhole ? this.fields().map(([, field]) => field) : root.parts) {
      const place = part.path.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("");
      const instead =
        advice(part.path) ??
        (part.#isBareText() ? bareTextAdvice : "Do without it, or set it up in the gateway by hand.");
      const key = typeof part.path.at(-1) === "string" ? "key" : "value";
      part.lose("dropped", `\`${place.replace(/^\./, "")}\``, "it has no equivalent and is left out", instead, key);
    }
  }

  #untaken(): { readonly isWhole: boolean; readonly parts: readonly Foreign[] } {
    if (this.#ledger.taken.has(this.#key)) return { isWhole: false, parts: [] };
    const below = Array.isArray(this.value) ? this.items() : this.fields().map(([, field]) => field);
    // An empty map, list or null says nothing that could be lost.
    if (below.length === 0) return this.#isNothing() ? { isWhole: true, parts: [] } : { isWhole: true, parts: [this] };
    const found = below.map((part) => part.#untaken());
    if (!found.every(({ isWhole }) => isWhole)) return { isWhole: false, parts: found.flatMap(({ parts }) => parts) };
    const parts = found.flatMap((part) => part.parts);
    // The place of one part is more exact than that of what holds nothing but it.
    return { isWhole: true, parts: below.length === 1 ? parts : parts.length > 0 ? [this] : [] };
  }

  /** A number where a text belongs. */
  #isBareText(): boolean {
    return typeof this.value === "number" && textNames.has(String(this.path.at(-1)));
  }

  #isNothing(): boolean {
    return this.value === null || (typeof this.value === "object" && this.value !== undefined);
  }

  #readText(): string | undefined {
    if (typeof this.value === "string") return this.value;
    if (typeof this.value !== "number") return undefined;
    const { start, end } = this.span();
    const { text } = this.#ledger.document.source;
    return text.slice(start.offset, end.offset) === String(this.value) ? String(this.value) : undefined;
  }

  #below(step: string | number, value: unknown): Foreign {
    return new Foreign(value, [...this.path, step], `${this.#key}${separator}${step}`, this.#ledger);
  }
}
