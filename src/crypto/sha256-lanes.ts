/**
 * SHA-256 (FIPS 180-4, section 6.2.2) of four messages at once, one in each lane of WebAssembly's vectors: a program that is put
 * together here, an instruction after the other, because it repeats one step 64 times. A block takes a sixth of what it takes in JavaScript.
 */
import { constants } from "./sha256-constants.ts";
import {
  type Code,
  op as common,
  compileFunction,
  openFunction,
  openPage,
  range,
  type,
  unsigned,
  vector,
} from "./wasm-code.ts";

export const lanes = 4;
/** Bytes of a digest that are told: its first half. */
export const toldLength = 16;

const blockLength = 64;
const stateWords = 8;
const rounds = 64;
const words = 16;
const wordLength = 4;

export interface Sha256Lanes {
  readonly memory: Uint8Array;
  /**
   * All addresses are in the memory. @param start state to go on from. @param messages the first, of `blocks` whole blocks with
   * padding; the others follow it. @param into where the told halves go, one behind the other
   */
  digest(start: number, messages: number, blocks: number, into: number): void;
}

let program: object | undefined;

/** Undefined where there is no WebAssembly, it has no vectors, or no program may be made at run time. */
export function openSha256Lanes(): Sha256Lanes | undefined {
  const page = openPage();
  program ??= compileFunction(
    [
      [lanes, type.i32],
      [vectors, type.v128],
    ],
    body(),
  );
  const digest = openFunction(program, page);
  return page && digest && { digest, memory: new Uint8Array(page.buffer) };
}

/** WebAssembly core specification 2.0, section 5.4. */
const op = {
  ...vector,
  loadFirst: (offset: number): Code => [0xfd, 0x5c, 2, ...unsigned(offset)],
  loadLane: (offset: number, lane: number): Code => [0xfd, 0x56, 2, ...unsigned(offset), lane],
  storeLane: (offset: number, lane: number): Code => [0xfd, 0x5a, 2, ...unsigned(offset), lane],
} as const;

/** Numbers of the locals: the parameters, an address for each lane, then vectors. */
const parameter = { start: 0, messages: 1, blocks: 2, into: 3 } as const;
const firstAddress = 4;
const firstSum = firstAddress + lanes;
const firstVariable = firstSum + stateWords;
const firstWord = firstVariable + stateWords;
const scratch = firstWord + words;
const vectors = scratch + 1 - firstSum;

function body(): Code {
  return [
    ...range(stateWords).flatMap((index) => [
      ...common.get(parameter.start),
      ...common.load(index * wordLength),
      ...op.splat,
      ...common.set(firstSum + index),
    ]),
    ...range(lanes).flatMap((lane) => [
      ...common.get(parameter.messages),
      ...common.get(parameter.blocks),
      ...common.constant(lane * blockLength),
      ...common.multiply,
      ...common.add,
      ...common.set(firstAddress + lane),
    ]),
    ...common.loop,
    ...range(words).flatMap(readWord),
    ...range(stateWords).flatMap((index) => [...common.get(firstSum + index), ...common.set(firstVariable + index)]),
    ...range(rounds).flatMap((round) => [...(round < words ? [] : schedule(round)), ...step(round)]),
    ...range(stateWords).flatMap((index) => [
      ...common.get(firstSum + index),
      ...common.get(firstVariable + index),
      ...op.add,
      ...common.set(firstSum + index),
    ]),
    ...range(lanes).flatMap((lane) => [
      ...common.get(firstAddress + lane),
      ...common.constant(blockLength),
      ...common.add,
      ...common.set(firstAddress + lane),
    ]),
    ...common.get(parameter.blocks),
    ...common.constant(1),
    ...common.subtract,
    ...common.tee(parameter.blocks),
    ...common.branchIf(0),
    ...common.end,
    ...range(toldLength / wordLength).flatMap(tellWord),
  ];
}

function readWord(word: number): Code {
  const local = firstWord + word;
  const others = range(lanes - 1).flatMap((index) => [
    ...common.get(firstAddress + index + 1),
    ...common.get(local),
    ...op.loadLane(word * wordLength, index + 1),
    ...common.set(local),
  ]);
  const first = [...common.get(firstAddress), ...op.loadFirst(word * wordLength), ...common.set(local)];
  return [...first, ...others, ...turned(local), ...common.set(local)];
}

function tellWord(word: number): Code {
  const local = firstSum + word;
  const stores = range(lanes).flatMap((lane) => [
    ...common.get(parameter.into),
    ...common.get(local),
    ...op.storeLane(lane * toldLength + word * wordLength, lane),
  ]);
  return [...turned(local), ...common.set(local), ...stores];
}

function turned(local: number): Code {
  return [...common.get(local), ...common.get(local), ...op.turnWords];
}

/** Sixteen words are kept: the new one takes the place of the oldest. */
function schedule(round: number): Code {
  const word = (back: number) => firstWord + ((round - back) % words);
  return [
    ...common.get(word(16)),
    ...common.get(word(7)),
    ...op.add,
    ...mixed(word(15), [7, 18], 3),
    ...op.add,
    ...mixed(word(2), [17, 19], 10),
    ...op.add,
    ...common.set(word(16)),
  ];
}

/** The variables do not move: in each round they have other names. */
function step(round: number): Code {
  const name = (index: number) => firstVariable + ((((index - round) % stateWords) + stateWords) % stateWords);
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
  const choice = [
    ...common.get(f),
    ...common.get(g),
    ...op.xor,
    ...common.get(e),
    ...op.and,
    ...common.get(g),
    ...op.xor,
  ];
  const either = [...common.get(a), ...common.get(b), ...op.or, ...common.get(c), ...op.and];
  return [
    ...common.get(h),
    ...mixed(e, [6, 11, 25]),
    ...op.add,
    ...choice,
    ...op.add,
    ...common.constant(constants[round] ?? 0),
    ...op.splat,
    ...op.add,
    ...common.get(firstWord + (round % words)),
    ...op.add,
    ...common.tee(scratch),
    ...common.get(d),
    ...op.add,
    ...common.set(d),
    ...common.get(scratch),
    ...mixed(a, [2, 13, 22]),
    ...op.add,
    ...[...common.get(a), ...common.get(b), ...op.and, ...either, ...op.or],
    ...op.add,
    ...common.set(h),
  ];
}

/** The exclusive or of a word turned right by some numbers of bits, and shifted by another. */
function mixed(local: number, turns: readonly number[], shift?: number): Code {
  const shifted = (bits: number) => [...common.get(local), ...common.constant(bits), ...op.right];
  const parts = [
    ...turns.map((bits) => [
      ...shifted(bits),
      ...common.get(local),
      ...common.constant(32 - bits),
      ...op.left,
      ...op.or,
    ]),
    ...(shift === undefined ? [] : [shifted(shift)]),
  ];
  return parts.flatMap((part, index) => (index === 0 ? part : [...part, ...op.xor]));
}
