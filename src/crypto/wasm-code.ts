/** WebAssembly programs (core specification 2.0, sections 5.4 and 5.5) that are put together at run time, an instruction after the other. */

export type Code = readonly number[];

export const type = { i32: 0x7f, v128: 0x7b } as const;

const empty = 0x40;

/** What both programs of SHA-256 need. */
export const op = {
  loop: [0x03, empty],
  end: [0x0b],
  branchIf: (depth: number): Code => [0x0d, depth],
  get: (local: number): Code => [0x20, local],
  set: (local: number): Code => [0x21, local],
  tee: (local: number): Code => [0x22, local],
  load: (offset: number): Code => [0x28, 2, ...unsigned(offset)],
  store: (offset: number): Code => [0x36, 2, ...unsigned(offset)],
  constant: (value: number): Code => [0x41, ...signed(value)],
  add: [0x6a],
  subtract: [0x6b],
  multiply: [0x6c],
  and: [0x71],
  or: [0x72],
  xor: [0x73],
  shiftRight: [0x76],
  turnLeft: [0x77],
  turnRight: [0x78],
} as const;

/** Of vectors of four words (core specification 2.0, section 5.4.9). */
export const vector = {
  load: (offset: number): Code => [0xfd, 0x00, 2, ...unsigned(offset)],
  store: (offset: number): Code => [0xfd, 0x0b, 2, ...unsigned(offset)],
  /** Of two vectors: words 0 to 3 of the first, 4 to 7 of the second. */
  lanes: (...words: readonly number[]): Code => [
    0xfd,
    0x0d,
    ...words.flatMap((word) => [0, 1, 2, 3].map((index) => word * 4 + index)),
  ],
  /** Big-endian words to little-endian ones, and back: of what is given twice. */
  turnWords: [0xfd, 0x0d, 3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12],
  /** All bits of those words that are kept. */
  mask: (...kept: readonly boolean[]): Code => [
    0xfd,
    0x0c,
    ...kept.flatMap((isKept) => new Array<number>(4).fill(isKept ? 0xff : 0)),
  ],
  splat: [0xfd, 0x11],
  and: [0xfd, 0x4e],
  or: [0xfd, 0x50],
  xor: [0xfd, 0x51],
  add: [0xfd, 0xae, 0x01],
  left: [0xfd, 0xab, 0x01],
  right: [0xfd, 0xad, 0x01],
  /** Of two numbers of 64 bits. */
  rightLong: [0xfd, 0xcd, 0x01],
} as const;

/** What is used of the WebAssembly JavaScript interface, which belongs to no one runtime. */
interface Machine {
  readonly Memory: new (size: { readonly initial: number; readonly maximum: number }) => WasmMemory;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (
    module: object,
    imports: { readonly own: { readonly memory: WasmMemory } },
  ) => { readonly exports: { readonly run: WasmFunction } };
}

export interface WasmMemory {
  readonly buffer: ArrayBuffer;
}

/** With four parameters, which are numbers of 32 bits. */
export type WasmFunction = (first: number, second: number, third: number, fourth: number) => void;

/** One page of memory. Undefined where there is no WebAssembly, or no room for it. */
export function openPage(): WasmMemory | undefined {
  try {
    return new (machine().Memory)({ initial: 1, maximum: 1 });
  } catch {
    return undefined;
  }
}

/** A function of four parameters over the memory; undefined where no program may be made at run time, or the runtime does not know its instructions. */
export function openFunction(program: object | undefined, memory: WasmMemory | undefined): WasmFunction | undefined {
  if (program === undefined || memory === undefined) return undefined;
  try {
    return new (machine().Instance)(program, { own: { memory } }).exports.run;
  } catch {
    return undefined;
  }
}

/** @param locals how many of which type, beside the four parameters @param body without its end */
export function compileFunction(locals: readonly (readonly [number, number])[], body: Code): object | undefined {
  const code = [locals.length, ...locals.flat(), ...body, ...op.end];
  const program = [
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 4, type.i32, type.i32, type.i32, type.i32, 0]),
    ...section(2, [1, ...name("own"), ...name("memory"), 2, 1, 1, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...name("run"), 0, 0]),
    ...section(10, [1, ...unsigned(code.length), ...code]),
  ];
  try {
    return new (machine().Module)(Uint8Array.from(program));
  } catch {
    return undefined;
  }
}

function machine(): Machine {
  return (globalThis as unknown as { readonly WebAssembly: Machine }).WebAssembly;
}

function name(text: string): Code {
  return [text.length, ...[...text].map((letter) => letter.charCodeAt(0))];
}

function section(id: number, content: Code): Code {
  return [id, ...unsigned(content.length), ...content];
}

/** LEB128. */
export function unsigned(value: number): Code {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

function signed(value: number): Code {
  const low = value & 0x7f;
  const rest = value >> 7;
  const isLast = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0);
  return isLast ? [low] : [low | 0x80, ...signed(rest)];
}

export function range(length: number): readonly number[] {
  return Array.from({ length }, (_, index) => index);
}
