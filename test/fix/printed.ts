/** Makes configurations without errors, and writes each as text in layouts that people use: block and flow, comments, quotes, anchors, CRLF. */
import { pick, type Random, randomFrom } from "../source/fast/random.ts";

/** Written as it stands, as `${KEY}`. */
type Value = string | number | boolean | readonly Value[] | { readonly [key: string]: Value };

export interface Printed {
  readonly file: string;
  readonly text: string;
}

export const environment = { KEY: "from-the-environment", SECRET: "s".repeat(64) };

export function printConfiguration(seed: number): Printed {
  const random = randomFrom(seed);
  const maybe = (chance: number): boolean => random() < chance;
  const documents = Array.from({ length: maybe(0.2) ? 2 : 1 }, (_, index) => configuration(random, `d${index}`));
  const first = documents[0] ?? {};
  if (maybe(0.25)) return { file: "a.json", text: JSON.stringify(first, undefined, pick(random, ["", "  ", "\t"])) };
  const printer = new Printer(random);
  const body = documents.map((document) => printer.document(document)).join("---\n");
  const text = maybe(0.2) ? body.trimEnd() : body;
  const withEnds = maybe(0.2) ? text.replaceAll("\n", "\r\n") : text;
  return { file: "a.yaml", text: maybe(0.1) ? `\uFEFF${withEnds}` : withEnds };
}

function configuration(random: Random, prefix: string): { readonly [key: string]: Value } {
  const count = 1 + Math.floor(random() * 3);
  const consumers = Array.from({ length: count }, (_, index) => consumer(random, `${prefix}-${index}`));
  // The second document must not declare the same rules again.
  const rules: Value =
    prefix === "d0" ? { prometheus: { prefer_name: true }, "ip-restriction": { whitelist: ["10.0.0.0/8"] } } : {};
  return { consumers, ...(random() < 0.5 && { global_rules: rules }) };
}

function consumer(random: Random, name: string): Value {
  const maybe = (chance: number): boolean => random() < chance;
  const auth = authPlugins(`${name}-i`);
  const plugins = Object.fromEntries(
    Object.entries({ ...auth, acl: { allow_labels: { tier: ["b", "a"] } }, "request-id": {} }).filter(() => maybe(0.5)),
  );
  const credentials = ["main", "key-auth", "key-auth-2"]
    .filter(() => maybe(0.3))
    .map((own) => credential(random, own, `${name}-${own}`));
  const labels = Object.fromEntries(shuffled(random, ["tier", "app", "Zone", "b2"]).map((key) => [key, `v-${key}`]));
  const fields: [string, Value][] = [["username", name]];
  if (maybe(0.9)) fields.push(["plugins", plugins]);
  if (maybe(0.6)) fields.push(["credentials", credentials]);
  if (maybe(0.5)) fields.push([maybe(0.5) ? "description" : "desc", "words, and: more # words"]);
  if (maybe(0.5)) fields.push(["labels", labels]);
  return Object.fromEntries(shuffled(random, fields));
}

function credential(random: Random, own: string, id: string): Value {
  const [plugin, config] = pick(random, Object.entries(authPlugins(id)));
  const shape: [string, Value][] =
    random() < 0.5
      ? [["plugins", { [plugin]: config }]]
      : [
          ["type", plugin],
          ["config", config],
        ];
  return Object.fromEntries(shuffled(random, [["name", own], ...shape]));
}

function authPlugins(id: string): { readonly [plugin: string]: Value } {
  return {
    "key-auth": { key: `${id}-\${KEY}` },
    "jwt-auth": { key: `${id}-j`, secret: "${SECRET}", exp: 60 },
    "basic-auth": { username: `${id}-b`, password: "line one\n  line two: #3\n" },
    "hmac-auth": { key_id: `${id}-h`, secret_key: "a b   c" },
  };
}

function shuffled<T>(random: Random, from: readonly T[]): readonly T[] {
  return from
    .map((item) => ({ item, rank: random() }))
    .sort((left, right) => left.rank - right.rank)
    .map(({ item }) => item);
}

class Printer {
  readonly #random: Random;
  readonly #step: number;
  readonly #listStep: number;
  readonly #flowChance: number;
  readonly #commentChance: number;
  readonly #anchorChance: number;
  #number = 0;

  constructor(random: Random) {
    this.#random = random;
    this.#step = pick(random, [2, 2, 4]);
    this.#listStep = pick(random, [0, this.#step]);
    this.#flowChance = pick(random, [0, 0.1, 0.3]);
    this.#commentChance = pick(random, [0, 0.1, 0.4]);
    this.#anchorChance = pick(random, [0, 0, 0.05]);
  }

  document(value: { readonly [key: string]: Value }): string {
    return this.#map(value, 0, "");
  }

  #maybe(chance: number): boolean {
    return this.#random() < chance;
  }

  /** Behind a key or dash: the rest of the line, and the lines below. */
  #value(value: Value, column: number, isInList: boolean): string {
    const anchor = this.#maybe(this.#anchorChance) ? ` &a${this.#next()}` : "";
    const isEmpty = typeof value === "object" && Object.keys(value).length === 0;
    if (typeof value !== "object" && !(typeof value === "string" && value.includes("\n"))) {
      return `${anchor} ${this.#scalar(value)}${this.#ending()}`;
    }
    if (typeof value === "string" && this.#maybe(0.7)) {
      const inner = " ".repeat(column + this.#step);
      return `${anchor} |\n${value.replace(/^(?=.)/gm, inner)}`;
    }
    if (isEmpty || typeof value === "string" || this.#maybe(this.#flowChance)) {
      return `${anchor} ${this.#flow(value, column)}${this.#ending()}`;
    }
    if (Array.isArray(value)) return `${anchor}${this.#ending()}${this.#list(value, column + this.#listStep)}`;
    const map = value as { readonly [key: string]: Value };
    if (isInList && anchor === "") return this.#map(map, column + this.#step, " ".repeat(this.#step - 1));
    return `${anchor}${this.#ending()}${this.#map(map, column + this.#step, "")}`;
  }

  /** `lead` takes the place of the first line's indentation: what stands behind a dash. */
  #map(value: { readonly [key: string]: Value }, column: number, lead: string): string {
    return Object.entries(value)
      .map(([key, item], index) => {
        const isLed = lead !== "" && index === 0;
        const above = isLed ? lead : `${this.#above(column)}${" ".repeat(column)}`;
        return `${above}${this.#key(key)}:${this.#value(item, column, false)}`;
      })
      .join("");
  }

  #list(items: readonly Value[], column: number): string {
    return items
      .map((item) => `${this.#above(column)}${" ".repeat(column)}-${this.#value(item, column, true)}`)
      .join("");
  }

  #flow(value: Value, column: number): string {
    if (typeof value !== "object") return this.#scalar(value, true);
    const isSpread = this.#maybe(0.2) && Object.keys(value).length > 0;
    const inner = isSpread ? `\n${" ".repeat(column + this.#step)}` : "";
    const outer = isSpread ? `\n${" ".repeat(column + 1)}` : "";
    const note = isSpread && this.#maybe(0.1) ? ` # in brackets ${this.#next()}` : "";
    const parts = Array.isArray(value)
      ? value.map((item) => this.#flow(item, column + this.#step))
      : Object.entries(value).map(([key, item]) => `${this.#key(key)}: ${this.#flow(item, column + this.#step)}`);
    const [open, close] = Array.isArray(value) ? "[]" : "{}";
    return `${open}${note}${inner}${parts.join(isSpread ? `,${inner}` : ", ")}${outer}${close}`;
  }

  #key(key: string): string {
    return this.#maybe(0.1) ? `"${key}"` : key;
  }

  #scalar(value: string | number | boolean, mustQuote = false): string {
    if (typeof value !== "string") return String(value);
    const isPlain = /^[\w-]+$/.test(value) && !mustQuote;
    return isPlain && this.#maybe(0.8) ? value : JSON.stringify(value);
  }

  #above(column: number): string {
    const blank = this.#maybe(this.#commentChance / 2) ? "\n" : "";
    const deeper = this.#maybe(0.1) ? 2 : 0;
    const comment = this.#maybe(this.#commentChance) ? `${" ".repeat(column + deeper)}# above ${this.#next()}\n` : "";
    return this.#maybe(0.3) ? comment + blank : blank + comment;
  }

  #ending(): string {
    const comment = this.#maybe(this.#commentChance / 2) ? ` # behind ${this.#next()}` : "";
    return `${comment}${this.#maybe(this.#commentChance / 4) ? "  " : ""}\n`;
  }

  #next(): number {
    this.#number += 1;
    return this.#number;
  }
}
