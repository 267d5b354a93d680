/** Text and bytes: header values are byte strings (one character an octet), credentials are UTF-8, base64 is strict (RFC 4648). */

import { PassingBytes } from "../crypto/passing-bytes.ts";

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

const longestText = 8192;
const passingText = new PassingBytes(longestText);

/** The same in memory that holds until the next call. */
export function passingBytes(text: string): Uint8Array {
  // A character takes up to three octets.
  if (text.length * 3 > longestText) return encoder.encode(text);
  return passingText.first(encoder.encodeInto(text, passingText.room).written);
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
  return passingBase64(text)?.slice();
}

/** The same in memory that holds until the next text is decoded. */
export function passingBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined;
  const { length } = text;
  const isPadded = text.charCodeAt(length - 1) === equalsSign;
  const padding = isPadded ? (text.charCodeAt(length - 2) === equalsSign ? 2 : 1) : 0;
  return digitBytes(text, length - padding, base64Digits);
}

/** Unpadded base64url in its one canonical form (RFC 7515 section 2); undefined if it is not. Holds until the next text is decoded. */
export function passingBase64Url(text: string): Uint8Array | undefined {
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

const equalsSign = 0x3d;
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const base64Digits = digitsOf(alphabet.replace("-_", "+/"));
const base64UrlDigits = digitsOf(alphabet);

/** The value of each ASCII character, negative for what is no digit. */
function digitsOf(characters: string): Int8Array {
  const digits = new Int8Array(128).fill(-1);
  for (const [value, character] of [...characters].entries()) digits[character.charCodeAt(0)] = value;
  return digits;
}

/** Up to there texts are decoded in memory that stays: signatures are shorter. */
const longestPassing = 2048;
const passingDigits = new Uint8Array(longestPassing);
const passingOctets = new PassingBytes(longestPassing);

/** @param length characters that count */
function digitBytes(text: string, length: number, digits: Int8Array): Uint8Array | undefined {
  const isPassing = text.length <= longestPassing;
  const codes = isPassing ? passingDigits : new Uint8Array(text.length);
  // Octets are read in half of the time of characters. What is no ASCII takes more of them than it has characters, or finds no room.
  const { read, written } = encoder.encodeInto(text, codes);
  if (read !== text.length || written !== text.length) return undefined;
  const size = (length * 3) >> 2;
  const bytes = isPassing ? passingOctets.room : new Uint8Array(size);
  if (decodeDigits(codes, length, digits, bytes) < 0) return undefined;
  return isPassing ? passingOctets.first(size) : bytes;
}

/** @returns a negative number if one was no digit */
function decodeDigits(codes: Uint8Array, length: number, digits: Int8Array, bytes: Uint8Array): number {
  const digit = (index: number): number => digits[codes[index] ?? 0] ?? -1;
  const rest = length & 3;
  const whole = length - rest;
  let faults = 0;
  let at = 0;
  for (let index = 0; index < whole; index += 4) {
    const bits = (digit(index) << 18) | (digit(index + 1) << 12) | (digit(index + 2) << 6) | digit(index + 3);
    faults |= bits;
    bytes[at] = bits >> 16;
    bytes[at + 1] = bits >> 8;
    bytes[at + 2] = bits;
    at += 3;
  }
  if (rest >= 2) {
    const third = rest === 3 ? digit(whole + 2) : 0;
    const bits = (digit(whole) << 12) | (digit(whole + 1) << 6) | third;
    faults |= bits;
    bytes[at] = bits >> 10;
    if (rest === 3) bytes[at + 1] = bits >> 2;
  }
  return faults;
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
