/**
 * SHA-256 (FIPS 180-4, section 6.2.2) of a few blocks over memory that stays: what goes in is written there and what comes out is read there, by who has
 * called, so nothing is copied. In WebAssembly, where words are turned in one instruction: half of the time of JavaScript. Sixteen rounds are written
 * out, which are run four times: all 64 would push the code of who calls out of the processor's cache.
 */
import { compress } from "./prefixed-sha256.ts";
import { constants } from "./sha256-constants.ts";
import { type Code, compileFunction, op, openFunction, openPage, range, type, type WasmFunction } from "./wasm-code.ts";

const [blockLength, wordLength, stateWords, words, rounds] = [64, 4, 8, 16, 64];

/**
 * Addresses: of look-ups a state, a message of one block and the sum, which stays until the next look-up; of HMACs two states, the outer message and the
 * inner one, of some blocks. The constants lie before them, for the program.
 */
export const place = {
  constants: 0,
  lookup: { start: 256, message: 320, sum: 384 },
  hmac: { inner: 448, outer: 480, outerMessage: 512, sum: 576, message: 640 },
} as const;
const size = 2048;
/** Bytes for the message of an HMAC. */
export const hmacRoom = size - place.hmac.message;

const page = openPage();
const memory = page?.buffer ?? new ArrayBuffer(size);

/** The memory: as bytes, as numbers of the processor's own order, and for big-endian ones. */
export const bytes = new Uint8Array(memory, 0, size);
export const numbers = new Int32Array(memory, 0, size / wordLength);
const view = new DataView(memory, 0, size);

numbers.set(constants, place.constants / wordLength);

/** So many calls are answered in JavaScript before the program is made, which takes as long as some thousands. */
const patience = 2048;
let calls = 0;

/**
 * Goes on from a state.
 *
 * @param start address of the state, in the processor's own order
 * @param message address of `blocks` whole blocks, with their padding
 * @param into address for the 32 bytes of the sum; may be where a message is that is not needed any more
 */
export function digestBlocks(start: number, message: number, blocks: number, into: number): void {
  run(start, message, blocks, into);
}

let run: WasmFunction = (start, message, blocks, into) => {
  calls += 1;
  if (calls === patience) run = openFunction(program(), page) ?? digestHere;
  digestHere(start, message, blocks, into);
};

/** Ends a message of one block (section 5.1.1). @param length of what is there @param before bytes of the blocks whose state it goes on from */
export function endBlock(at: number, length: number, before: number): void {
  bytes[at + length] = 0x80;
  for (let index = length + 1; index < blockLength - 2; index++) bytes[at + index] = 0;
  const bits = (before + length) * 8;
  bytes[at + blockLength - 2] = bits >>> 8;
  bytes[at + blockLength - 1] = bits;
}

/** A state to go on from. @param at its address */
export function writeState(state: Int32Array, at: number): void {
  const first = at >> 2;
  for (let word = 0; word < stateWords; word++) numbers[first + word] = state[word] ?? 0;
}

const state = new Int32Array(stateWords);

function digestHere(start: number, message: number, blocks: number, into: number): void {
  for (let word = 0; word < stateWords; word++) state[word] = numbers[(start >> 2) + word] ?? 0;
  for (let block = 0; block < blocks; block++) compress(state, view, message + block * blockLength);
  for (let word = 0; word < stateWords; word++) view.setInt32(into + word * wordLength, state[word] ?? 0);
}

/** Numbers of the locals: the parameters, then an address among the constants, variables, words. */
const parameter = { start: 0, message: 1, blocks: 2, into: 3 } as const;
const constantAt = 4;
const scratch = 5;
const firstSum = 6;
const firstVariable = firstSum + stateWords;
const firstWord = firstVariable + stateWords;
const locals = firstWord + words - constantAt;

function program(): object | undefined {
  return compileFunction([[locals, type.i32]], body());
}

function body(): Code {
  return [
    ...range(stateWords).flatMap((index) => [
      ...op.get(parameter.start),
      ...op.load(index * wordLength),
      ...op.set(firstSum + index),
    ]),
    ...op.loop,
    ...range(words).flatMap((index) => [
      ...op.get(parameter.message),
      ...op.load(index * wordLength),
      ...op.set(firstWord + index),
      ...turned(firstWord + index),
      ...op.set(firstWord + index),
    ]),
    ...range(stateWords).flatMap((index) => [...op.get(firstSum + index), ...op.set(firstVariable + index)]),
    ...op.constant(place.constants),
    ...op.set(constantAt),
    ...op.block,
    ...op.loop,
    ...range(words).flatMap(step),
    ...increased(constantAt, words * wordLength),
    ...op.get(constantAt),
    ...op.constant(place.constants + rounds * wordLength),
    ...op.equal,
    ...op.branchIf(1),
    ...range(words).flatMap(schedule),
    ...op.branch(0),
    ...op.end,
    ...op.end,
    ...range(stateWords).flatMap((index) => [
      ...op.get(firstSum + index),
      ...op.get(firstVariable + index),
      ...op.add,
      ...op.set(firstSum + index),
    ]),
    ...increased(parameter.message, blockLength),
    ...op.get(parameter.blocks),
    ...op.constant(1),
    ...op.subtract,
    ...op.tee(parameter.blocks),
    ...op.branchIf(0),
    ...op.end,
    ...range(stateWords).flatMap((index) => [
      ...op.get(parameter.into),
      ...turned(firstSum + index),
      ...op.store(index * wordLength),
    ]),
  ];
}

/** The new word takes the place of the oldest. */
function schedule(index: number): Code {
  const word = (later: number) => firstWord + ((index + later) % words);
  return [
    ...op.get(word(0)),
    ...op.get(word(9)),
    ...op.add,
    ...mixed(word(1), [7, 18], 3),
    ...op.add,
    ...mixed(word(14), [17, 19], 10),
    ...op.add,
    ...op.set(word(0)),
  ];
}

/** The variables do not move: in each round they have other names. */
function step(round: number): Code {
  const name = (index: number) => firstVariable + ((index + rounds - round) % stateWords);
  const [a, b, c, d, e, f, g, h] = [0, 1, 2, 3, 4, 5, 6, 7].map(name) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const choice = [...op.get(f), ...op.get(g), ...op.xor, ...op.get(e), ...op.and, ...op.get(g), ...op.xor];
  const either = [...op.get(a), ...op.get(b), ...op.or, ...op.get(c), ...op.and];
  return [
    ...op.get(h),
    ...op.get(firstWord + round),
    ...op.add,
    ...op.get(constantAt),
    ...op.load(round * wordLength),
    ...op.add,
    ...choice,
    ...op.add,
    ...mixed(e, [6, 11, 25]),
    ...op.add,
    ...op.tee(scratch),
    ...op.get(d),
    ...op.add,
    ...op.set(d),
    ...op.get(scratch),
    ...[...op.get(a), ...op.get(b), ...op.and, ...either, ...op.or],
    ...op.add,
    ...mixed(a, [2, 13, 22]),
    ...op.add,
    ...op.set(h),
  ];
}

/** The exclusive or of a word turned right by some numbers of bits, and shifted by another. */
function mixed(local: number, turns: readonly number[], shift?: number): Code {
  const parts = [
    ...turns.map((bits) => [...op.get(local), ...op.constant(bits), ...op.turnRight]),
    ...(shift === undefined ? [] : [[...op.get(local), ...op.constant(shift), ...op.shiftRight]]),
  ];
  return parts.flatMap((part, index) => (index === 0 ? part : [...part, ...op.xor]));
}

/** Big-endian to little-endian, and back: of the bytes, those at even places are turned one way, the others the other. */
function turned(local: number): Code {
  return [
    ...[...op.get(local), ...op.constant(8), ...op.turnLeft, ...op.constant(0x00ff00ff), ...op.and],
    ...[...op.get(local), ...op.constant(8), ...op.turnRight, ...op.constant(0xff00ff00 | 0), ...op.and],
    ...op.or,
  ];
}

function increased(local: number, by: number): Code {
  return [...op.get(local), ...op.constant(by), ...op.add, ...op.set(local)];
}
