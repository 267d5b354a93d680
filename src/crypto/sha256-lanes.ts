/**
 * SHA-256 (FIPS 180-4, section 6.2.2) of four messages at once, one in each lane of WebAssembly's vectors: a program that is put
 * together here, an instruction after the other, because it repeats one step 64 times. A block takes a sixth of what it takes in JavaScript.
 */
import { constants } from "./sha256-constants.ts";

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

/** What is used of the WebAssembly JavaScript interface, which belongs to no one runtime. */
interface Machine {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (
    module: object,
  ) => {
    readonly exports: { readonly digest: Sha256Lanes["digest"]; readonly memory: { readonly buffer: ArrayBuffer } };
  };
}

let module: object | undefined;

/** Undefined where there is no WebAssembly, it has no vectors, or no program may be made at run time. */
export function openSha256Lanes(): Sha256Lanes | undefined {
  try {
    const { WebAssembly: machine } = globalThis as unknown as { readonly WebAssembly: Machine };
    module ??= new machine.Module(Uint8Array.from(program()));
    const { exports } = new machine.Instance(module);
    return { digest: exports.digest, memory: new Uint8Array(exports.memory.buffer) };
  } catch {
    return undefined;
  }
}

type Code = readonly number[];

/** WebAssembly core specification 2.0, section 5.4. */
const op = {
  loop: [0x03, 0x40],
  end: [0x0b],
  branchIf: [0x0d, 0],
  get: (local: number): Code => [0x20, local],
  set: (local: number): Code => [0x21, local],
  tee: (local: number): Code => [0x22, local],
  i32Load: (offset: number): Code => [0x28, 2, ...unsigned(offset)],
  i32Const: (value: number): Code => [0x41, ...signed(value)],
  i32Add: [0x6a],
  i32Sub: [0x6b],
  i32Multiply: [0x6c],
  loadFirst: (offset: number): Code => [0xfd, 0x5c, 2, ...unsigned(offset)],
  loadLane: (offset: number, lane: number): Code => [0xfd, 0x56, 2, ...unsigned(offset), lane],
  storeLane: (offset: number, lane: number): Code => [0xfd, 0x5a, 2, ...unsigned(offset), lane],
  splat: [0xfd, 0x11],
  and: [0xfd, 0x4e],
  or: [0xfd, 0x50],
  xor: [0xfd, 0x51],
  add: [0xfd, 0xae, 0x01],
  left: [0xfd, 0xab, 0x01],
  right: [0xfd, 0xad, 0x01],
  /** Big-endian words to little-endian ones, and back: of the local that is given twice. */
  turnWords: [0xfd, 0x0d, 3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12],
} as const;

const type = { i32: 0x7f, v128: 0x7b } as const;

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
      ...op.get(parameter.start),
      ...op.i32Load(index * wordLength),
      ...op.splat,
      ...op.set(firstSum + index),
    ]),
    ...range(lanes).flatMap((lane) => [
      ...op.get(parameter.messages),
      ...op.get(parameter.blocks),
      ...op.i32Const(lane * blockLength),
      ...op.i32Multiply,
      ...op.i32Add,
      ...op.set(firstAddress + lane),
    ]),
    ...op.loop,
    ...range(words).flatMap(readWord),
    ...range(stateWords).flatMap((index) => [...op.get(firstSum + index), ...op.set(firstVariable + index)]),
    ...range(rounds).flatMap((round) => [...(round < words ? [] : schedule(round)), ...step(round)]),
    ...range(stateWords).flatMap((index) => [
      ...op.get(firstSum + index),
      ...op.get(firstVariable + index),
      ...op.add,
      ...op.set(firstSum + index),
    ]),
    ...range(lanes).flatMap((lane) => [
      ...op.get(firstAddress + lane),
      ...op.i32Const(blockLength),
      ...op.i32Add,
      ...op.set(firstAddress + lane),
    ]),
    ...op.get(parameter.blocks),
    ...op.i32Const(1),
    ...op.i32Sub,
    ...op.tee(parameter.blocks),
    ...op.branchIf,
    ...op.end,
    ...range(toldLength / wordLength).flatMap(tellWord),
    ...op.end,
  ];
}

function readWord(word: number): Code {
  const local = firstWord + word;
  const others = range(lanes - 1).flatMap((index) => [
    ...op.get(firstAddress + index + 1),
    ...op.get(local),
    ...op.loadLane(word * wordLength, index + 1),
    ...op.set(local),
  ]);
  const first = [...op.get(firstAddress), ...op.loadFirst(word * wordLength), ...op.set(local)];
  return [...first, ...others, ...turned(local), ...op.set(local)];
}

function tellWord(word: number): Code {
  const local = firstSum + word;
  const stores = range(lanes).flatMap((lane) => [
    ...op.get(parameter.into),
    ...op.get(local),
    ...op.storeLane(lane * toldLength + word * wordLength, lane),
  ]);
  return [...turned(local), ...op.set(local), ...stores];
}

function turned(local: number): Code {
  return [...op.get(local), ...op.get(local), ...op.turnWords];
}

/** Sixteen words are kept: the new one takes the place of the oldest. */
function schedule(round: number): Code {
  const word = (back: number) => firstWord + ((round - back) % words);
  return [
    ...op.get(word(16)),
    ...op.get(word(7)),
    ...op.add,
    ...mixed(word(15), [7, 18], 3),
    ...op.add,
    ...mixed(word(2), [17, 19], 10),
    ...op.add,
    ...op.set(word(16)),
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
  const choice = [...op.get(f), ...op.get(g), ...op.xor, ...op.get(e), ...op.and, ...op.get(g), ...op.xor];
  const either = [...op.get(a), ...op.get(b), ...op.or, ...op.get(c), ...op.and];
  return [
    ...op.get(h),
    ...mixed(e, [6, 11, 25]),
    ...op.add,
    ...choice,
    ...op.add,
    ...op.i32Const(constants[round] ?? 0),
    ...op.splat,
    ...op.add,
    ...op.get(firstWord + (round % words)),
    ...op.add,
    ...op.tee(scratch),
    ...op.get(d),
    ...op.add,
    ...op.set(d),
    ...op.get(scratch),
    ...mixed(a, [2, 13, 22]),
    ...op.add,
    ...[...op.get(a), ...op.get(b), ...op.and, ...either, ...op.or],
    ...op.add,
    ...op.set(h),
  ];
}

/** The exclusive or of a word turned right by some numbers of bits, and shifted by another. */
function mixed(local: number, turns: readonly number[], shift?: number): Code {
  const shifted = (bits: number) => [...op.get(local), ...op.i32Const(bits), ...op.right];
  const parts = [
    ...turns.map((bits) => [...shifted(bits), ...op.get(local), ...op.i32Const(32 - bits), ...op.left, ...op.or]),
    ...(shift === undefined ? [] : [shifted(shift)]),
  ];
  return parts.flatMap((part, index) => (index === 0 ? part : [...part, ...op.xor]));
}

/** Section 5.5: types, functions, a memory of one page, exports, code. */
function program(): Code {
  const locals = [2, lanes, type.i32, vectors, type.v128];
  const code = [...locals, ...body()];
  return [
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 4, type.i32, type.i32, type.i32, type.i32, 0]),
    ...section(3, [1, 0]),
    ...section(5, [1, 0, 1]),
    ...section(7, [2, ...exported("digest", 0), ...exported("memory", 2)]),
    ...section(10, [1, ...unsigned(code.length), ...code]),
  ];
}

function exported(name: string, kind: number): Code {
  return [name.length, ...[...name].map((letter) => letter.charCodeAt(0)), kind, 0];
}

function section(id: number, content: Code): Code {
  return [id, ...unsigned(content.length), ...content];
}

/** LEB128. */
function unsigned(value: number): Code {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

function signed(value: number): Code {
  const low = value & 0x7f;
  const rest = value >> 7;
  const isLast = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0);
  return isLast ? [low] : [low | 0x80, ...signed(rest)];
}

function range(length: number): readonly number[] {
  return Array.from({ length }, (_, index) => index);
}
