/** Reads the parameters of `Authorization: Signature …` (HTTP Signatures, draft-cavage; gateway reference, section 2.3). */
import { RecentTexts } from "../recent-texts.ts";

export interface SignatureParameters {
  readonly keyId: string;
  readonly algorithm: string;
  readonly headers: readonly SignedName[];
  readonly signature: string;
}

/** A header to be signed, or `@request-target`. */
export interface SignedName {
  readonly name: string;
  readonly lower: string;
  /** What its line begins with. */
  readonly label: string;
}

const malformed = "malformed signature parameters";
const letters = /^[A-Za-z]+$/;
const [quote, comma, equalsSign] = [0x22, 0x2c, 0x3d];

/** Clients mostly sign the same few headers. */
const known = new RecentTexts<readonly SignedName[]>(256, 256);

/**
 * Names are read as numbers, to which letters count from 1 up to 58 at places of 58, so that no two names have one number: cutting a name out and comparing
 * it with others takes several times the time.
 */
const [letterBase, lettersBefore, longestName] = [58, 0x40, 9];
const names = {
  keyId: nameNumber("keyId", 0, 5),
  algorithm: nameNumber("algorithm", 0, 9),
  headers: nameNumber("headers", 0, 7),
  signature: nameNumber("signature", 0, 9),
};

/** -1 for what is not of few letters. */
function nameNumber(text: string, start: number, end: number): number {
  if (end - start > longestName) return -1;
  let number = 0;
  for (let index = start; index < end; index++) {
    const letter = text.charCodeAt(index) - lettersBefore;
    if (letter < 1 || letter > letterBase) return -1;
    number = number * letterBase + letter;
  }
  return number;
}

/** The parameters, or why there are none: `name="value"`, parted by commas, with spaces around. @param start where they begin */
export function signatureParameters(text: string, start: number): SignatureParameters | string {
  let keyId: string | undefined;
  let algorithm: string | undefined;
  let headers: readonly SignedName[] | undefined;
  let signature: string | undefined;
  /** Of names that say nothing here. */
  let others = " ";
  for (let at = afterSpaces(text, start); at < text.length; at = afterSpaces(text, at)) {
    const nameEnd = endOfName(text, at);
    const valueStart = nameEnd + 2;
    const valueEnd = text.indexOf('"', valueStart);
    if (nameEnd === text.length || valueEnd < 0 || text.charCodeAt(nameEnd + 1) !== quote) return malformed;
    const end = afterSpaces(text, valueEnd + 1);
    if (end < text.length && text.charCodeAt(end) !== comma) return malformed;
    let isRepeated: boolean;
    switch (nameNumber(text, at, nameEnd)) {
      case names.keyId:
        isRepeated = keyId !== undefined;
        keyId = text.slice(valueStart, valueEnd);
        break;
      case names.algorithm:
        isRepeated = algorithm !== undefined;
        algorithm = text.slice(valueStart, valueEnd);
        break;
      case names.headers:
        isRepeated = headers !== undefined;
        headers = known.ofPiece(text, valueStart, valueEnd) ?? signedNames(text.slice(valueStart, valueEnd));
        break;
      case names.signature:
        isRepeated = signature !== undefined;
        signature = text.slice(valueStart, valueEnd);
        break;
      default: {
        const name = text.slice(at, nameEnd);
        if (!letters.test(name)) return malformed;
        isRepeated = others.includes(` ${name} `);
        others += `${name} `;
      }
    }
    if (isRepeated) return `signature parameter ${text.slice(at, nameEnd)} given twice`;
    at = end + 1;
  }
  if (!keyId || !signature) return "keyId or signature missing";
  if (!algorithm) return "algorithm missing";
  return { keyId, algorithm, headers: headers ?? [], signature };
}

/** Where its equals sign is, or the end of the text. */
function endOfName(text: string, start: number): number {
  let at = start;
  while (at < text.length && text.charCodeAt(at) !== equalsSign) at++;
  return at;
}

/** @param text names parted by spaces */
export function signedNames(text: string): readonly SignedName[] {
  const names = text.split(" ").filter((name) => name !== "");
  const signed = names.map((name) => ({ name, lower: name.toLowerCase(), label: `${name}: ` }));
  known.set(text, signed);
  return signed;
}

function afterSpaces(text: string, start: number): number {
  let at = start;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** What `\s` stands for. */
function isSpace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return /\s/.test(String.fromCharCode(code));
}
