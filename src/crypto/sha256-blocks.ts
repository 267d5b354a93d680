/**
 * SHA-256 (FIPS 180-4, section 6.2.2) of a few blocks over memory that stays: what goes in is written there and what comes out is read there, by who has
 * called, so nothing is copied. In WebAssembly, where words are turned in one instruction: half of the time of JavaScript. Sixteen rounds are written
 * out twice, without new words and with them, and run once and three times: all 64 would push the code of who calls out of the processor's cache.
 */
import { compress } from "./prefixed-sha256.ts";
import { constants } from "./sha256-constants.ts";
import {
  type Code,
  compileFunction,
  op,
  openFunction,
  openPage,
  range,
  type,
  vector,
  type WasmFunction,
} from "./wasm-code.ts";

const [blockLength, wordLength, stateWords, words, rounds] = [64, 4, 8, 16, 64];
const [vectorLength, vectorWords] = [16, 4];

/**
 * Addresses: of look-ups a state, a message of one block and the sum, which stays until the next look-up; of HMACs two states, the outer message, the sum and the
 * inner message, of some blocks. The constants lie before them, for the program.
 */
export const place = {
  constants: 0,
  lookup: { start: 256, message: 320, sum: 384 },
  hmac: { inner: 448, outer: 480, outerMessage: 512, sum: 576, message: 640 },
  /** Of the program: the words of sixteen rounds. */
  words: 1984,
} as const;
const size = 2048;

const page = openPage();
const memory = page?.buffer ?? new ArrayBuffer(size);

/** The memory: as bytes, as numbers of the processor's own order, and for big-endian ones. */
export const bytes = new Uint8Array(memory, 0, size);
const numbers = new Int32Array(memory, 0, size / wordLength);
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
  const lastWord = blockLength / wordLength - 1;
  const firstFree = (length >> 2) + 1;
  for (let index = length + 1; index < firstFree * wordLength; index++) bytes[at + index] = 0;
  for (let word = firstFree; word <= lastWord; word++) numbers[(at >> 2) + word] = 0;
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

/** Numbers of the locals: the parameters, then an address among the constants, variables, vectors. */
const parameter = { start: 0, message: 1, blocks: 2, into: 3 } as const;
const constantAt = 4;
const scratch = 5;
const firstSum = 6;
const firstVariable = firstSum + stateWords;
/** Of a and b in this round, and in the one before: then they are called b and c. */
const firstDifference = firstVariable + stateWords;
/** Four words each: the last sixteen. */
const firstVector = firstDifference + 2;
const vectorCount = words / vectorWords;
const newest = firstVector + vectorCount;
const doubled = newest + 1;

function program(): object | undefined {
  return compileFunction(
    [
      [firstVector - constantAt, type.i32],
      [doubled + 1 - firstVector, type.v128],
    ],
    body(),
  );
}

function body(): Code {
  return [
    ...range(stateWords).flatMap((index) => [
      ...op.get(parameter.start),
      ...op.load(index * wordLength),
      ...op.set(firstSum + index),
    ]),
    ...op.loop,
    ...range(vectorCount).flatMap((index) => [
      ...op.get(parameter.message),
      ...vector.load(index * vectorLength),
      ...op.set(firstVector + index),
      ...[...op.get(firstVector + index), ...op.get(firstVector + index), ...vector.turnWords],
      ...op.set(firstVector + index),
      ...op.constant(0),
      ...op.set(constantAt),
      ...noted(index, firstVector + index),
    ]),
    ...range(stateWords).flatMap((index) => [...op.get(firstSum + index), ...op.set(firstVariable + index)]),
    ...op.constant(blockLength),
    ...op.set(constantAt),
    // Of b and c, as the first round asks for it.
    ...[...op.get(firstVariable + 1), ...op.get(firstVariable + 2), ...op.xor, ...op.set(firstDifference + 1)],
    ...op.loop,
    ...range(vectorCount).flatMap((index) => [
      ...schedule(index),
      ...range(vectorWords).flatMap((word) => step(index * vectorWords + word)),
      ...noted(index, firstVector + index),
    ]),
    ...increased(constantAt, blockLength),
    ...op.get(constantAt),
    ...op.constant(rounds * wordLength),
    ...op.subtract,
    ...op.branchIf(0),
    ...op.end,
    ...range(words).flatMap(step),
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

/** Writes four words, with the constants of their rounds added, where `step` reads them. @param index of the vector among those of a block */
function noted(index: number, local: number): Code {
  return [
    ...op.constant(0),
    ...[...op.get(local), ...op.get(constantAt), ...vector.load(place.constants + index * vectorLength), ...vector.add],
    ...vector.store(place.words + index * vectorLength),
  ];
}

/**
 * The next four words take the place of the oldest four. Of them the third and fourth wait for the first and second (section 6.2.2, step 1). Where a word
 * lies beside itself, to shift both as one number is to turn it.
 */
function schedule(index: number): Code {
  const [oldest, second, third, last] = [0, 1, 2, 3].map((later) => firstVector + ((index + later) % vectorCount)) as [
    number,
    number,
    number,
    number,
  ];
  /** Beginning with the second word of the one. */
  const across = (left: number, right: number): Code => [
    ...op.get(left),
    ...op.get(right),
    ...vector.lanes(1, 2, 3, 4),
  ];
  const small1 = (from: number, first: number, lanes: readonly [number, number, number, number], kept: Code): Code => [
    ...op.get(newest),
    ...[...op.get(from), ...op.get(from), ...vector.lanes(first, first, first + 1, first + 1), ...op.tee(doubled)],
    ...[...op.constant(17), ...vector.rightLong],
    ...[...op.get(doubled), ...op.constant(19), ...vector.rightLong, ...vector.xor],
    ...[...op.get(doubled), ...op.constant(10), ...vector.right, ...vector.xor],
    ...[...op.tee(doubled), ...op.get(doubled), ...vector.lanes(...lanes)],
    ...[...kept, ...vector.and, ...vector.add],
    ...op.set(newest),
  ];
  return [
    ...[...across(oldest, second), ...op.set(doubled)],
    ...[...op.get(oldest), ...across(third, last), ...vector.add],
    ...[...op.get(doubled), ...op.constant(7), ...vector.right],
    ...[...op.get(doubled), ...op.constant(25), ...vector.left, ...vector.xor],
    ...[...op.get(doubled), ...op.constant(18), ...vector.right, ...vector.xor],
    ...[...op.get(doubled), ...op.constant(14), ...vector.left, ...vector.xor],
    ...[...op.get(doubled), ...op.constant(3), ...vector.right, ...vector.xor],
    ...[...vector.add, ...op.set(newest)],
    ...small1(last, 2, [0, 2, 0, 2], vector.mask(true, true, false, false)),
    ...small1(newest, 0, [0, 2, 0, 2], vector.mask(false, false, true, true)),
    ...[...op.get(newest), ...op.set(oldest)],
  ];
}

/** The variables do not move: in each round they have other names. */
function step(round: number): Code {
  const name = (index: number) => firstVariable + ((index + rounds - round) % stateWords);
  const [a, b, , d, e, f, g, h] = [0, 1, 2, 3, 4, 5, 6, 7].map(name) as [
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
  // Where a and b are equal that is the majority, elsewhere c.
  const [difference, differenceBefore] = [firstDifference + (round % 2), firstDifference + ((round + 1) % 2)];
  const majority = [
    ...[...op.get(a), ...op.get(b), ...op.xor, ...op.tee(difference)],
    ...[...op.get(differenceBefore), ...op.and, ...op.get(b), ...op.xor],
  ];
  return [
    ...op.get(h),
    ...op.constant(0),
    ...op.load(place.words + round * wordLength),
    ...op.add,
    ...choice,
    ...op.add,
    ...[...rotated(e, 6), ...rotated(e, 11), ...op.xor, ...rotated(e, 25), ...op.xor],
    ...op.add,
    ...op.tee(scratch),
    ...op.get(d),
    ...op.add,
    ...op.set(d),
    ...op.get(scratch),
    ...majority,
    ...op.add,
    ...turnedRight(a, 2, 13, 22),
    ...op.add,
    ...op.set(h),
  ];
}

/**
 * The exclusive or of a word turned right by several numbers of bits: from the last to the first, each time by the rest, so that less is copied. But of `e`
 * they are turned side by side, since the next round waits for it.
 */
function turnedRight(local: number, ...turns: readonly number[]): Code {
  return [...turns].reverse().flatMap((bits, index) => {
    const rest = bits - (turns.at(-2 - index) ?? 0);
    return index === 0
      ? [...op.get(local), ...op.constant(rest), ...op.turnRight]
      : [...op.get(local), ...op.xor, ...op.constant(rest), ...op.turnRight];
  });
}

function rotated(local: number, bits: number): Code {
  return [...op.get(local), ...op.constant(bits), ...op.turnRight];
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
