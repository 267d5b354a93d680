/** Reads the parameters of `Authorization: Signature …` (HTTP Signatures, draft-cavage; gateway reference, section 2.3). */
import { BoundedCache } from "../../crypto/bounded-cache.ts";

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

const [quote, comma, equals] = [0x22, 0x2c, 0x3d];

/** The parameters, or why there are none: `name="value"`, parted by commas, with spaces around. @param start where they begin */
export function signatureParameters(text: string, start: number): SignatureParameters | string {
  let keyId: string | undefined;
  let algorithm: string | undefined;
  let headers: string | undefined;
  let signature: string | undefined;
  /** Of names that say nothing here. */
  let others = " ";
  for (let at = afterSpaces(text, start); at < text.length; at = afterSpaces(text, at)) {
    const nameEnd = afterLetters(text, at);
    const valueEnd = text.indexOf('"', nameEnd + 2);
    const isAssigned = text.charCodeAt(nameEnd) === equals && text.charCodeAt(nameEnd + 1) === quote;
    if (nameEnd === at || !isAssigned || valueEnd < 0) return "malformed signature parameters";
    const end = afterSpaces(text, valueEnd + 1);
    if (end < text.length && text.charCodeAt(end) !== comma) return "malformed signature parameters";
    const name = text.slice(at, nameEnd);
    const value = text.slice(nameEnd + 2, valueEnd);
    let before: string | undefined;
    if (name === "keyId") [before, keyId] = [keyId, value];
    else if (name === "algorithm") [before, algorithm] = [algorithm, value];
    else if (name === "headers") [before, headers] = [headers, value];
    else if (name === "signature") [before, signature] = [signature, value];
    else [before, others] = [others.includes(` ${name} `) ? value : undefined, `${others}${name} `];
    if (before !== undefined) return `signature parameter ${name} given twice`;
    at = end + 1;
  }
  if (!keyId || !signature) return "keyId or signature missing";
  if (!algorithm) return "algorithm missing";
  return { keyId, algorithm, headers: signedNames(headers ?? ""), signature };
}

/** Bounded in number and in length: they come from clients, who mostly sign the same few headers. */
const longestKept = 256;
const known = new BoundedCache<string, readonly SignedName[]>(256);

/** @param text names parted by spaces */
export function signedNames(text: string): readonly SignedName[] {
  const found = known.get(text);
  if (found) return found;
  const names = text.split(" ").filter((name) => name !== "");
  const signed = names.map((name) => ({ name, lower: name.toLowerCase() }));
  if (text.length <= longestKept) known.set(text, signed);
  return signed;
}

function afterLetters(text: string, start: number): number {
  let at = start;
  while (isLetter(text.charCodeAt(at))) at++;
  return at;
}

function isLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

function afterSpaces(text: string, start: number): number {
  let at = start;
  while (isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** What `\s` stands for. NaN beyond the end is none. */
function isSpace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return /\s/.test(String.fromCharCode(code));
}
