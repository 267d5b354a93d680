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

/** Names that say something here; no two begin with the same letter. */
const names = ["keyId", "algorithm", "headers", "signature"] as const;
type Name = (typeof names)[number];

/** A name by the code of its first letter: comparing it where it stands takes a fraction of cutting it out. */
const nameOfLetter: readonly (Name | undefined)[] = Array.from({ length: 128 }, (_, code) =>
  names.find((name) => name.charCodeAt(0) === code),
);

/** The name that stands there with an equals sign behind it, if it is one of `names`. */
function nameAt(text: string, at: number): Name | undefined {
  const name = nameOfLetter[text.charCodeAt(at)];
  if (name === undefined) return undefined;
  const { length } = name;
  for (let index = 1; index < length; index++) {
    if (text.charCodeAt(at + index) !== name.charCodeAt(index)) return undefined;
  }
  return text.charCodeAt(at + length) === equalsSign ? name : undefined;
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
    const name = nameAt(text, at);
    const nameEnd = name === undefined ? endOfName(text, at) : at + name.length;
    const valueStart = nameEnd + 2;
    const valueEnd = text.indexOf('"', valueStart);
    if (nameEnd === text.length || valueEnd < 0 || text.charCodeAt(nameEnd + 1) !== quote) return malformed;
    const end = afterSpaces(text, valueEnd + 1);
    if (end < text.length && text.charCodeAt(end) !== comma) return malformed;
    let isRepeated: boolean;
    switch (name) {
      case "keyId":
        isRepeated = keyId !== undefined;
        keyId = text.slice(valueStart, valueEnd);
        break;
      case "algorithm":
        isRepeated = algorithm !== undefined;
        algorithm = text.slice(valueStart, valueEnd);
        break;
      case "headers":
        isRepeated = headers !== undefined;
        headers = known.ofPiece(text, valueStart, valueEnd) ?? signedNames(text.slice(valueStart, valueEnd));
        break;
      case "signature":
        isRepeated = signature !== undefined;
        signature = text.slice(valueStart, valueEnd);
        break;
      default: {
        const other = text.slice(at, nameEnd);
        if (!letters.test(other)) return malformed;
        isRepeated = others.includes(` ${other} `);
        others += `${other} `;
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
