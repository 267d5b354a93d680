/** Quoted scalars on one line (YAML 1.2.2, sections 5.7, 7.3.1 and 7.3.2). */
import { Code } from "./codes.ts";
import { decline } from "./decline.ts";
import { checkLongText } from "./long-text.ts";
import { Kind, type Reading } from "./reading.ts";

/** What a backslash and one character stand for. */
const escapes: Readonly<Record<string, string>> = {
  "0": "\0",
  a: "\x07",
  b: "\b",
  e: "\x1b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  N: "\u0085",
  _: "\u00a0",
  L: "\u2028",
  P: "\u2029",
  " ": " ",
  '"': '"',
  "/": "/",
  "\\": "\\",
  "\t": "\t",
};
/** Escapes by number, with how many hexadecimal digits follow. */
const digitsOfEscape: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Reads the quoted scalar at `at` as a value: variables are replaced. */
export function readQuoted(reading: Reading): string {
  const start = reading.at;
  const value = readQuotedText(reading);
  reading.start = start;
  reading.end = reading.at;
  reading.kind = Kind.flow;
  return value.includes("${") ? reading.builder.string(value, { start, end: reading.at }) : value;
}

/** Reads the quoted text at `at` as it is. */
export function readQuotedText(reading: Reading): string {
  const { text } = reading;
  const start = reading.at;
  const quote = text.charCodeAt(start);
  const close = reading.calm ? reading.calm.closingQuote(start, quote) : -1;
  if (close >= 0) {
    reading.at = close + 1;
    checkLongText(text, start, close);
    return text.slice(start + 1, close);
  }
  const isSingle = quote === Code.singleQuote;
  let hasEscape = false;
  let at = start + 1;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      if (!isSingle || text.charCodeAt(at + 1) !== quote) break;
      hasEscape = true;
      at += 1;
    } else if (code === Code.backslash && !isSingle) {
      hasEscape = true;
      at += 1;
    } else if (!(code >= Code.space) && code !== Code.tab) {
      decline();
    }
    at += 1;
  }
  reading.at = at + 1;
  checkLongText(text, start, at);
  const inside = text.slice(start + 1, at);
  if (!hasEscape) return inside;
  return isSingle ? inside.replaceAll("''", "'") : withoutEscapes(inside);
}

function withoutEscapes(inside: string): string {
  let value = "";
  let from = 0;
  for (let at = inside.indexOf("\\"); at >= 0; at = inside.indexOf("\\", from)) {
    const letter = inside.charAt(at + 1);
    const digits = Object.hasOwn(digitsOfEscape, letter) ? (digitsOfEscape[letter] ?? 0) : 0;
    value += inside.slice(from, at);
    if (digits > 0) value += characterOf(inside.slice(at + 2, at + 2 + digits), digits);
    else value += Object.hasOwn(escapes, letter) ? (escapes[letter] ?? "") : decline();
    from = at + 2 + digits;
  }
  return value + inside.slice(from);
}

function characterOf(written: string, digits: number): string {
  if (written.length !== digits || !/^[0-9a-fA-F]+$/.test(written)) decline();
  const code = Number.parseInt(written, 16);
  return code > 0x10ffff ? decline() : String.fromCodePoint(code);
}
