/** Text and bytes: header values are byte strings (one character an octet), credentials are UTF-8, base64 is strict (RFC 4648). */

const encoder = new TextEncoder();
const strictDecoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
/** Up to which octets are copied faster here than by the encoder. */
const shortLength = 64;
const nonAscii = /[^\0-\x7f]/;
const beyondByte = /[^\0-\xff]/;
const controlCharacter = /[\0-\x1f\x7f]/;
// With a length of whole fours, which is asked for beside it.
const base64Form = /^[A-Za-z0-9+/]*={0,2}$/;
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

/** Padded base64; undefined if it is not. */
export function base64Bytes(text: string): Uint8Array | undefined {
  return text.length % 4 === 0 && base64Form.test(text) ? binaryBytes(atob(text)) : undefined;
}

/** Unpadded base64url in its one canonical form (RFC 7515 section 2); undefined if it is not. */
export function base64UrlBytes(text: string): Uint8Array | undefined {
  const binary = base64UrlBinary(text);
  return binary === undefined ? undefined : binaryBytes(binary);
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
