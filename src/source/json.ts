/** Reads JSON (RFC 8259, strictly) with the offset of every key and value. */
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Document, SourceText } from "./document.ts";
import type { Environment } from "./environment.ts";
import { placeOf } from "./positions.ts";
import { type MapEntry, type Range, ValueBuilder } from "./values.ts";

/** Deeper nesting than any configuration has; keeps a hostile file from exhausting the stack. */
const maxDepth = 200;

export interface ParseResult {
  readonly documents: readonly Document[];
  readonly diagnostics: readonly Diagnostic[];
  /** Offsets of the `#` of all comments in the text, found when asked for. Absent for JSON, which has none. */
  readonly comments?: () => readonly number[];
  /** Names of the variables that the values name. */
  readonly variables: ReadonlySet<string>;
}

/** Parses one JSON text as one document. A syntax error gives a diagnostic at its place and no document. */
export function parseJson(source: SourceText, environment: Environment): ParseResult {
  const builder = new ValueBuilder(source, environment);
  const reader = new JsonReader(source.text, builder);
  try {
    const { value, range } = reader.readAll();
    const place = placeOf(source, value, [range.start, range.end], builder.positions);
    return { documents: [{ source, value, place }], diagnostics: builder.diagnostics, variables: builder.variables };
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    const range = { start: error.offset, end: error.offset + 1 };
    builder.report("source/syntax", `not valid JSON: ${error.message}`, range, error.help);
    return { documents: [], diagnostics: builder.diagnostics, variables: builder.variables };
  }
}

class JsonSyntaxError extends Error {
  readonly offset: number;
  readonly help: string | undefined;

  constructor(message: string, offset: number, help?: string) {
    super(message);
    this.offset = offset;
    this.help = help;
  }
}

interface Read {
  readonly value: unknown;
  readonly range: Range;
}

const numberToken = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const plainStringToken = /"[^"\\\u0000-\u001f]*"/y;
const plainPart = /[^"\\\u0000-\u001f]+/y;
const escapeToken = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const literals: readonly (readonly [string, unknown])[] = [
  ["true", true],
  ["false", false],
  ["null", null],
];

class JsonReader {
  readonly #text: string;
  readonly #builder: ValueBuilder;
  #at = 0;

  constructor(text: string, builder: ValueBuilder) {
    this.#text = text;
    this.#builder = builder;
  }

  readAll(): Read {
    this.#skipSpace();
    const read = this.#readValue(0);
    this.#skipSpace();
    if (this.#at < this.#text.length) this.#fail("there is more text behind the value", "A JSON file holds one value.");
    return read;
  }

  #readValue(depth: number): Read {
    if (depth > maxDepth) this.#fail(`nested more than ${maxDepth} deep`);
    const start = this.#at;
    const value = this.#readValueAt(depth);
    return { value, range: { start, end: this.#at } };
  }

  #readValueAt(depth: number): unknown {
    const start = this.#at;
    switch (this.#text[start]) {
      case "{":
        return this.#readMap(depth);
      case "[":
        return this.#readSequence(depth);
      case '"': {
        const text = this.#readString();
        return this.#builder.string(text, { start, end: this.#at });
      }
      case undefined:
        return this.#fail("the text ends where a value should stand");
      default:
        return this.#readBare();
    }
  }

  #readMap(depth: number): Record<string, unknown> {
    const entries: MapEntry[] = [];
    this.#at += 1;
    this.#skipSpace();
    while (this.#text[this.#at] !== "}") {
      if (entries.length > 0) this.#expect(",", "or '}' after an entry of a map");
      if (this.#text[this.#at] !== '"') this.#fail("a key in double quotes should stand here");
      const keyStart = this.#at;
      const key = this.#readString();
      const keyRange = { start: keyStart, end: this.#at };
      this.#skipSpace();
      this.#expect(":", "after a key");
      const { value, range } = this.#readValue(depth + 1);
      entries.push({ key, keyRange, value, valueRange: range });
      this.#skipSpace();
    }
    this.#at += 1;
    return this.#builder.map(entries);
  }

  #readSequence(depth: number): unknown[] {
    const items: Read[] = [];
    this.#at += 1;
    this.#skipSpace();
    while (this.#text[this.#at] !== "]") {
      if (items.length > 0) this.#expect(",", "or ']' after an item of a list");
      items.push(this.#readValue(depth + 1));
      this.#skipSpace();
    }
    this.#at += 1;
    return this.#builder.sequence(items);
  }

  #readString(): string {
    const start = this.#at;
    const plainEnd = this.#match(plainStringToken);
    if (plainEnd > 0) return this.#text.slice(start + 1, plainEnd - 1);
    this.#at += 1;
    while (this.#match(plainPart) > 0 || this.#match(escapeToken) > 0);
    if (this.#text[this.#at] !== '"') this.#failInString(start);
    this.#at += 1;
    return JSON.parse(this.#text.slice(start, this.#at)) as string;
  }

  #failInString(start: number): never {
    if (this.#text[this.#at] === "\\") {
      this.#fail("a wrong escape in a string", "A backslash itself is written \\\\.");
    }
    const isAtLineEnd = this.#at >= this.#text.length || "\r\n".includes(this.#text[this.#at] ?? "");
    if (!isAtLineEnd) this.#fail("a control character cannot stand in a string", "Write it as an escape such as \\t.");
    this.#at = start;
    return this.#fail("this string has no end on its line");
  }

  #readBare(): unknown {
    const start = this.#at;
    const end = this.#match(numberToken);
    if (end > 0) return Number(this.#text.slice(start, end));
    for (const [word, value] of literals) {
      if (!this.#text.startsWith(word, start)) continue;
      this.#at += word.length;
      return value;
    }
    return this.#fail(
      "a value should stand here: text in double quotes, a number, true, false, null, '{' or '['",
      "JSON has no comments, no single quotes and no comma behind the last entry.",
    );
  }

  /** Moves behind the token if it stands here and returns that offset, else -1. */
  #match(token: RegExp): number {
    token.lastIndex = this.#at;
    if (!token.test(this.#text)) return -1;
    this.#at = token.lastIndex;
    return this.#at;
  }

  #expect(character: string, where: string): void {
    if (this.#text[this.#at] !== character) this.#fail(`'${character}' should stand here, ${where}`);
    this.#at += 1;
    this.#skipSpace();
  }

  #skipSpace(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.#at += 1;
    }
  }

  #fail(message: string, help?: string): never {
    throw new JsonSyntaxError(message, Math.min(this.#at, this.#text.length), help);
  }
}
