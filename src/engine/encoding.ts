/** Text and bytes: header values are byte strings (one character an octet), credentials are UTF-8, base64 is strict (RFC 4648). */

const encoder = new TextEncoder();
const strictDecoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
/** Up to which octets are copied faster here than by the encoder. */
const shortLength = 64;
const nonAscii = /[^\0-\x7f]/;
const beyondByte = /[^\0-\xff]/;
const controlCharacter = /[\0-\x1f\x7f]/;
const base64UrlForm = /^[A-Za-z0-9_-]+$/;

export function utf8Bytes(text: string): Uint8Array {
  return text.length > shortLength || nonAscii.test(text) ? encoder.encode(text) : binaryBytes(text);
}

/** The text of UTF-8 bytes; undefined if they are not UTF-8. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    return strictDecoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Whether it can have come through a socket: one octet a character. */
export function isWireText(text: string): boolean {
  return !beyondByte.test(text);
}

/** The octets that a header value or target had on the wire. */
export function wireBytes(value: string): Uint8Array {
  return beyondByte.test(value) ? encoder.encode(value) : binaryBytes(value);
}

/** A header value read as UTF-8; as it is if it is not UTF-8. */
export function wireText(value: string): string {
  if (!nonAscii.test(value)) return value;
  return utf8Text(wireBytes(value)) ?? value;
}

/** A text as a header value: its UTF-8 octets, a character each; undefined if a header cannot hold it. */
export function wireValue(text: string): string | undefined {
  if (controlCharacter.test(text)) return undefined;
  return nonAscii.test(text) ? String.fromCharCode(...encoder.encode(text)) : text;
}

/** Padded base64; undefined if it is not. Bits beyond the last octet do not count, as with `atob`. */
export function base64Bytes(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined;
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  return digitBytes(text, text.length - padding, base64Digits);
}

/** Unpadded base64url in its one canonical form (RFC 7515 section 2); undefined if it is not. */
export function base64UrlBytes(text: string): Uint8Array | undefined {
  return text.length % 4 === 1 || hasStrayBits(text) ? undefined : digitBytes(text, text.length, base64UrlDigits);
}

/** The text whose UTF-8 octets stand there in base64url; undefined if there is none. */
export function base64UrlText(text: string): string | undefined {
  const binary = base64UrlBinary(text);
  return binary === undefined || !nonAscii.test(binary) ? binary : utf8Text(binaryBytes(binary));
}

/** A character an octet. */
function base64UrlBinary(text: string): string | undefined {
  if (text === "") return "";
  if (!base64UrlForm.test(text) || text.length % 4 === 1 || hasStrayBits(text)) return undefined;
  const plus = text.includes("-") ? text.replaceAll("-", "+") : text;
  return atob(plus.includes("_") ? plus.replaceAll("_", "/") : plus);
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const base64Digits = digitsOf(alphabet.replace("-_", "+/"));
const base64UrlDigits = digitsOf(alphabet);

/** The value of each ASCII character, negative for what is no digit. */
function digitsOf(characters: string): Int8Array {
  const digits = new Int8Array(128).fill(-1);
  for (const [value, character] of [...characters].entries()) digits[character.charCodeAt(0)] = value;
  return digits;
}

/** Signatures are short: read here they take half of the time of `atob` and the copy of what it gives. @param length characters that count */
function digitBytes(text: string, length: number, digits: Int8Array): Uint8Array | undefined {
  const bytes = new Uint8Array((length * 3) >> 2);
  let seen = 0;
  let faults = 0;
  let bits = 0;
  let at = 0;
  for (let index = 0; index < length; index++) {
    const code = text.charCodeAt(index);
    const digit = digits[code & 127] ?? -1;
    seen |= code;
    faults |= digit;
    bits = (bits << 6) | (digit & 63);
    switch (index & 3) {
      case 1:
        bytes[at++] = bits >> 4;
        break;
      case 2:
        bytes[at++] = bits >> 2;
        break;
      case 3:
        bytes[at++] = bits;
        break;
    }
  }
  return faults < 0 || seen > 127 ? undefined : bytes;
}

/** Whether the last character carries bits beyond the last octet, so that several texts would give the same bytes. */
function hasStrayBits(text: string): boolean {
  const last = alphabet.indexOf(text.charAt(text.length - 1));
  if (text.length % 4 === 2) return (last & 0x0f) !== 0;
  if (text.length % 4 === 3) return (last & 0x03) !== 0;
  return false;
}

function binaryBytes(binary: string): Uint8Array {
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index);
  return bytes;
}
