/**
 * An ECDSA signature of two numbers side by side, as JWS has them (RFC 7518 section 3.4), written as DER (RFC 3279 section 2.2.3), as OpenSSL asks for
 * them. `verify` of node:crypto does the same with `dsaEncoding: "ieee-p1363"`, by way of four objects that it makes and frees.
 */
import { PassingBytes } from "./passing-bytes.ts";

const [sequence, integer] = [0x30, 0x02];
/** Of P-521, with three headers and a zero before each number. */
const longest = 132 + 12;
/** Lengths up to here stand in one byte, longer ones behind this one. */
const longestShort = 127;
const oneByteLength = 0x81;

const written = new PassingBytes(longest);

/** Holds until the next call. @param signature of at most 132 bytes */
export function derSignature(signature: Uint8Array): Uint8Array {
  const half = signature.length >> 1;
  const [first, second] = [startOf(signature, 0, half), startOf(signature, half, signature.length)];
  const content = integerLength(signature, first, half) + integerLength(signature, second, signature.length);
  const { room } = written;
  let at = 0;
  room[at++] = sequence;
  if (content > longestShort) room[at++] = oneByteLength;
  room[at++] = content;
  at = writeInteger(signature, first, half, at);
  return written.first(writeInteger(signature, second, signature.length, at));
}

/** The number's first byte that is not zero; its last one if all are. */
function startOf(signature: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end - 1 && signature[at] === 0) at++;
  return at;
}

/** A number is signed: one that begins with a set bit has a zero before it. */
function isPadded(signature: Uint8Array, start: number): boolean {
  return (signature[start] ?? 0) > 0x7f;
}

function integerLength(signature: Uint8Array, start: number, end: number): number {
  return 2 + (isPadded(signature, start) ? 1 : 0) + end - start;
}

/** @returns where the next one goes */
function writeInteger(signature: Uint8Array, start: number, end: number, from: number): number {
  const { room } = written;
  let at = from;
  room[at++] = integer;
  room[at++] = integerLength(signature, start, end) - 2;
  if (isPadded(signature, start)) room[at++] = 0;
  for (let index = start; index < end; index++) room[at++] = signature[index] ?? 0;
  return at;
}
