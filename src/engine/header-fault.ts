/** Header fields that no server may forward, whoever handed them to the engine (RFC 9110 sections 5.1 and 5.5). */
import type { HeaderName } from "./header-names.ts";
import { BadTarget } from "./target.ts";

const controlCharacter = /[\0-\x08\x0a-\x1f\x7f]/;

/** @param longest characters that a value may have @returns why the request is refused; undefined if it is not */
export function fieldFault(name: HeaderName, value: string, longest: number): BadTarget | undefined {
  if (!name.isName) return new BadTarget("a header name with a character that it may not have");
  if (value.length > longest) return new BadTarget("a header value is too long", 431);
  if (isSuspect(value) && controlCharacter.test(value)) return new BadTarget("a control character in a header value");
  return undefined;
}

/** From so many characters on four octets at a time are looked at sooner than each by an expression. */
const longValue = 48;
const longestValue = 4096;
const octets = new Uint8Array(longestValue * 3 + 4);
const words = new Int32Array(octets.buffer);
const encoder = new TextEncoder();
const [spaces, ones, highBits] = [0x20202020, 0x01010101, 0x80808080];

/** Whether there may be a control character; false only if there is none. Tabs and what is no ASCII are suspect too. */
function isSuspect(value: string): boolean {
  if (value.length < longValue || value.length > longestValue) return true;
  const { written } = encoder.encodeInto(value, octets);
  for (let index = 0; index < 3; index++) octets[written + index] = 0x20;
  const count = (written + 3) >> 2;
  let seen = 0;
  for (let index = 0; index < count; index++) {
    const word = words[index] ?? 0;
    // The high bit of an octet is then set if it was before, if the octet is below a space or if it is 0x7f.
    seen |= word | (word - spaces) | (word + ones);
  }
  return (seen & highBits) !== 0;
}
