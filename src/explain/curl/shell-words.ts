/** Splits a command line into words as bash does: '…', "…", $'…', backslashes, line continuations (Bash manual, section 3.1.2). */
import { RequestError } from "../contract.ts";

export interface ShellWords {
  readonly words: readonly string[];
  /** What follows the command, from the first unquoted `|`, `;`, `&`, `<` or `>` on: not looked at. */
  readonly rest: string;
}

const escapes: Readonly<Record<string, string>> = {
  a: "\u0007",
  b: "\b",
  e: "\u001b",
  E: "\u001b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\\": "\\",
  "'": "'",
  '"': '"',
  "?": "?",
};

const ansiEscape = /^\\(?:x([0-9A-Fa-f]{1,2})|u([0-9A-Fa-f]{1,4})|U([0-9A-Fa-f]{1,8})|([0-7]{1,3})|([\s\S]))/;

/** @throws RequestError for a quote that is not closed, and for what only a shell can fill in */
export function shellWords(text: string): ShellWords {
  const words: string[] = [];
  let word: string | undefined;
  let at = 0;
  const add = (part: string): void => {
    word = (word ?? "") + part;
  };
  while (at < text.length) {
    const character = text[at] ?? "";
    if (/\s/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
      at++;
    } else if (/[|;&<>]/.test(character)) break;
    else if (character === "#" && word === undefined) {
      const end = text.indexOf("\n", at);
      at = end < 0 ? text.length : end;
    } else {
      const [part, next] = readPart(text, at);
      // A backslash before the end of a line joins the lines and makes no word.
      if (part !== undefined) add(part);
      at = next;
    }
  }
  if (word !== undefined) words.push(word);
  return { words, rest: text.slice(at).trim() };
}

type PartRead = readonly [part: string | undefined, next: number];

function readPart(text: string, at: number): PartRead {
  const character = text[at] ?? "";
  if (character === "'") return readUntilQuote(text, at);
  if (character === '"') return readDoubleQuoted(text, at);
  if (character === "$" && text[at + 1] === "'") return readAnsi(text, at);
  if (character === "$" && text[at + 1] === '"') return readDoubleQuoted(text, at + 1);
  if (character === "\\") {
    const newline = /^\\\r?\n/.exec(text.slice(at, at + 3))?.[0];
    return newline ? [undefined, at + newline.length] : [text[at + 1] ?? "\\", at + 2];
  }
  refuseExpansion(text, at);
  return [character, at + 1];
}

function readUntilQuote(text: string, at: number): PartRead {
  const end = text.indexOf("'", at + 1);
  if (end < 0) throw unclosed("'");
  return [text.slice(at + 1, end), end + 1];
}

function readDoubleQuoted(text: string, start: number): PartRead {
  let part = "";
  for (let at = start + 1; at < text.length; at++) {
    const character = text[at] ?? "";
    if (character === '"') return [part, at + 1];
    if (character === "\\" && /["\\$`\n]/.test(text[at + 1] ?? "")) {
      at++;
      if (text[at] !== "\n") part += text[at];
      continue;
    }
    refuseExpansion(text, at);
    part += character;
  }
  throw unclosed('"');
}

function readAnsi(text: string, start: number): PartRead {
  let part = "";
  for (let at = start + 2; at < text.length; ) {
    const character = text[at] ?? "";
    if (character === "'") return [part, at + 1];
    const escaped = ansiEscape.exec(text.slice(at, at + 12));
    if (!escaped) {
      part += character;
      at++;
      continue;
    }
    const [whole, byte, short, long, octal, letter] = escaped;
    const code = byte ?? short ?? long;
    if (code !== undefined) part += codePoint(Number.parseInt(code, 16));
    else if (octal !== undefined) part += String.fromCharCode(Number.parseInt(octal, 8) % 256);
    else part += escapes[letter ?? ""] ?? whole;
    at += whole.length;
  }
  throw unclosed("$'");
}

function codePoint(code: number): string {
  if (code > 0x10ffff) throw new RequestError("the curl command has a \\U escape that is no character.");
  return String.fromCodePoint(code);
}

/** Their values are not here, and a request with other values would be explained. */
function refuseExpansion(text: string, at: number): void {
  const variable = /^\$(?:\{?[A-Za-z_]|[({0-9@*#?!$-])/.exec(text.slice(at, at + 3));
  if (!variable && text[at] !== "`") return;
  throw new RequestError(
    "the curl command has a part that only a shell can fill in ($VARIABLE, $(…) or `…`). Write the value, or quote it with '…' if it is meant as it stands.",
  );
}

function unclosed(quote: string): RequestError {
  return new RequestError(`the curl command has a ${quote} that is not closed.`);
}
