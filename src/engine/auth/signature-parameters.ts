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
}

const malformed = "malformed signature parameters";
const letters = /^[A-Za-z]+$/;
const [quote, comma] = [0x22, 0x2c];

/** Clients mostly sign the same few headers. */
const known = new RecentTexts<readonly SignedName[]>(256, 256);

/** The parameters, or why there are none: `name="value"`, parted by commas, with spaces around. @param start where they begin */
export function signatureParameters(text: string, start: number): SignatureParameters | string {
  let keyId: string | undefined;
  let algorithm: string | undefined;
  let headers: readonly SignedName[] | undefined;
  let signature: string | undefined;
  /** Of names that say nothing here. */
  let others = " ";
  for (let at = afterSpaces(text, start); at < text.length; at = afterSpaces(text, at)) {
    const nameEnd = text.indexOf("=", at);
    const valueEnd = text.indexOf('"', nameEnd + 2);
    if (nameEnd < 0 || valueEnd < 0 || text.charCodeAt(nameEnd + 1) !== quote) return malformed;
    const end = afterSpaces(text, valueEnd + 1);
    if (end < text.length && text.charCodeAt(end) !== comma) return malformed;
    const name = text.slice(at, nameEnd);
    const valueStart = nameEnd + 2;
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
      default:
        if (!letters.test(name)) return malformed;
        isRepeated = others.includes(` ${name} `);
        others += `${name} `;
    }
    if (isRepeated) return `signature parameter ${name} given twice`;
    at = end + 1;
  }
  if (!keyId || !signature) return "keyId or signature missing";
  if (!algorithm) return "algorithm missing";
  return { keyId, algorithm, headers: headers ?? [], signature };
}

/** @param text names parted by spaces */
export function signedNames(text: string): readonly SignedName[] {
  const names = text.split(" ").filter((name) => name !== "");
  const signed = names.map((name) => ({ name, lower: name.toLowerCase() }));
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
