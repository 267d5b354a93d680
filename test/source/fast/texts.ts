/** Texts for the fast reader: YAML in the many ways that people write it. */
import { comments, keys, plainValues, quotedValues, strangeKeys } from "./ingredients.ts";
import { pick, type Random } from "./random.ts";

/** A text of one or more documents in block style, mostly inside the subset, now and then just outside it. */
export function generateText(random: Random): string {
  return new Writer(random).write();
}

class Writer {
  readonly #random: Random;
  readonly #newline: string;
  readonly #isTidy: boolean;
  #budget = 25;

  constructor(random: Random) {
    this.#random = random;
    this.#newline = random() < 0.15 ? "\r\n" : "\n";
    this.#isTidy = random() < 0.85;
  }

  write(): string {
    let text = this.#gap(0);
    if (this.#chance(0.2)) text += `---${this.#lineEnd()}`;
    for (let more = true; more; more = this.#chance(0.15)) {
      const indent = this.#chance(0.1) ? this.#int(1, 4) : 0;
      text += this.#chance(0.08) ? this.#flow(0, 0) + this.#lineEnd() : this.#collection(indent);
      const marker = this.#int(0, 9);
      if (marker < 3) text += `---${this.#lineEnd()}`;
      else if (marker === 3) text += `...${this.#lineEnd()}`;
      else if (!this.#chance(0.1)) break;
      text += this.#gap(indent);
      this.#budget = 12;
    }
    if (this.#chance(0.15)) text = text.slice(0, -this.#newline.length);
    else if (this.#chance(0.05)) text += "  ";
    return text;
  }

  #collection(indent: number): string {
    this.#budget -= 1;
    return this.#chance(0.65) ? this.#map(indent, " ".repeat(indent)) : this.#sequence(indent, " ".repeat(indent));
  }

  /** `lead` is what stands in front of the first key: spaces, or nothing behind a dash. */
  #map(indent: number, lead: string): string {
    let text = "";
    let before = lead;
    const used = new Set<string>();
    for (let count = this.#int(1, 4); count > 0; count -= 1) {
      const key = this.#chance(this.#isTidy ? 0.002 : 0.02) ? this.#pick(strangeKeys) : this.#pick(keys);
      if (used.has(key) && !this.#chance(0.03)) continue;
      used.add(key);
      text += `${before}${key}${this.#chance(0.03) ? " " : ""}:${this.#value(indent, true)}${this.#gap(indent)}`;
      before = this.#odd(indent);
    }
    return text || `${before}z: 1${this.#newline}`;
  }

  #sequence(indent: number, lead: string): string {
    let text = "";
    let before = lead;
    for (let count = this.#int(1, 4); count > 0; count -= 1) {
      text += `${before}-${this.#item(indent)}${this.#gap(indent)}`;
      before = this.#odd(indent);
    }
    return text;
  }

  #item(indent: number): string {
    const spaces = this.#chance(0.15) ? this.#int(1, 4) : 1;
    this.#budget -= 1;
    if (this.#budget > 0 && this.#chance(0.45)) {
      const inner = indent + 1 + spaces;
      const lead = " ".repeat(spaces);
      return this.#chance(0.8) ? this.#map(inner, lead) : this.#sequence(inner, lead);
    }
    return this.#value(indent, false);
  }

  /** What stands behind a colon or dash, with its line's end. */
  #value(indent: number, isEntry: boolean): string {
    const kind = this.#random();
    if (this.#budget > 0 && kind < 0.35) {
      const isSame = isEntry && this.#chance(0.3);
      const inner = indent + (isSame ? 0 : this.#step());
      const nested = isSame ? this.#sequence(inner, " ".repeat(inner)) : this.#collection(inner);
      return `${this.#lineEnd()}${this.#gap(inner)}${nested}`;
    }
    const space = this.#chance(0.1) ? " ".repeat(this.#int(1, 4)) : " ";
    if (kind < 0.62) return space + this.#pick(plainValues.slice(0, this.#isTidy ? 56 : undefined)) + this.#lineEnd();
    if (kind < 0.75) return space + this.#pick(quotedValues.slice(0, this.#isTidy ? 16 : undefined)) + this.#lineEnd();
    if (kind < 0.83) return space + this.#blockScalar(indent);
    if (kind < 0.92) return space + this.#flow(indent + 1, 0) + this.#lineEnd();
    if (kind < 0.93) return `${this.#lineEnd()}${" ".repeat(indent + 1)}${this.#pick(plainValues)}${this.#lineEnd()}`;
    if (kind < 0.94) return `${this.#lineEnd()}${" ".repeat(indent + 1)}${this.#flow(indent + 1, 0)}${this.#lineEnd()}`;
    return this.#lineEnd();
  }

  #blockScalar(indent: number): string {
    const header = this.#pick(["|", ">", "|-", ">-", "|+", ">+", "| ", this.#isTidy ? "|" : "|2"]);
    const inner = indent + this.#step();
    let text = header + this.#newline;
    for (let count = this.#int(this.#isTidy ? 1 : 0, 4); count > 0; count -= 1) {
      const extra = this.#chance(0.05) ? this.#int(0, 3) - (this.#isTidy ? 0 : 1) : 0;
      const line = this.#pick([
        "x",
        "two words",
        "# no comment",
        "a: b",
        "- c",
        "${HOME}",
        "",
        "",
        "x ",
        "é",
        "---",
        "\tx",
        "'",
        "   ",
      ]);
      text += (line === "" && this.#chance(0.7) ? "" : " ".repeat(Math.max(0, inner + extra)) + line) + this.#newline;
    }
    return text;
  }

  #flow(indent: number, depth: number): string {
    const isMap = this.#chance(0.5);
    const parts: string[] = [];
    const used = new Set<string>();
    for (let count = this.#int(0, 3); count > 0; count -= 1) {
      const isNested = depth < 2 && this.#chance(0.2);
      const scalar = this.#chance(0.6) ? this.#pick(plainValues.slice(0, 30)) : this.#pick(quotedValues.slice(0, 8));
      const value = isNested ? this.#flow(indent, depth + 1) : scalar;
      const key = this.#pick(keys);
      if (used.has(key)) continue;
      used.add(key);
      parts.push(isMap ? `${key}:${this.#chance(0.98) ? " " : ""}${value}` : value);
    }
    const space = (): string => this.#flowSpace(indent);
    const body = parts.map((part) => space() + part + (this.#chance(0.1) ? space() : "")).join(",");
    const ending = (parts.length > 0 && this.#chance(0.05) ? "," : "") + space();
    return isMap ? `{${body}${ending}}` : `[${body}${ending}]`;
  }

  #flowSpace(indent: number): string {
    if (!this.#chance(0.12)) return this.#pick(["", " ", " "]);
    const comment = this.#chance(0.2) ? ` ${this.#pick(comments)}` : "";
    return `${comment}${this.#newline}${" ".repeat(Math.max(0, indent + this.#int(this.#isTidy ? 0 : -1, 2)))}`;
  }

  /** Blank lines and comments of any indentation. */
  #gap(indent: number): string {
    if (!this.#chance(0.25)) return "";
    let text = "";
    for (let count = this.#int(1, 3); count > 0; count -= 1) {
      const spaces = " ".repeat(Math.max(0, indent + this.#int(-3, 3)));
      text += (this.#chance(0.6) ? spaces + this.#pick(comments) : this.#pick(["", "", spaces])) + this.#newline;
    }
    return text;
  }

  #lineEnd(): string {
    if (!this.#chance(0.15)) return this.#newline;
    return (
      this.#pick([
        " ",
        "  ",
        ` ${this.#pick(comments)}`,
        `   ${this.#pick(comments)}`,
        this.#isTidy ? "" : "\t",
        this.#isTidy ? "" : "#c",
      ]) + this.#newline
    );
  }

  #odd(indent: number): string {
    return " ".repeat(Math.max(0, indent + (this.#chance(this.#isTidy ? 0.002 : 0.01) ? this.#int(-2, 2) : 0)));
  }

  #step(): number {
    return this.#chance(0.7) ? 2 : this.#int(1, 8);
  }

  #chance(probability: number): boolean {
    return this.#random() < probability;
  }

  #int(from: number, to: number): number {
    return from + Math.floor(this.#random() * (to - from + 1));
  }

  #pick<T>(from: readonly T[]): T {
    return pick(this.#random, from);
  }
}
