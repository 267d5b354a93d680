/**
 * Texts that are alike but for some values. A stencil holds what was learnt from texts that were read in full: bytes that
 * stand there as they are, and between them values of a kind that cannot change what the text around them means.
 * To lay it over bytes costs a fraction of reading them, and what fits has the structure of the text it was learnt from.
 */
import type { Path } from "../../model/place.ts";
import { Code } from "./codes.ts";
import { isSurelyText } from "./plain.ts";

/** Bytes, and a view of them by which four can be compared at once. */
export class ByteText {
  readonly bytes: Uint8Array;
  readonly view: DataView;

  constructor({ buffer, byteOffset, length }: Uint8Array) {
    // A plain array, also of what is a Buffer: code that sees one kind only is faster, and its `slice` copies.
    this.bytes = new Uint8Array(buffer, byteOffset, length);
    this.view = new DataView(buffer, byteOffset, length);
  }
}

/** A scalar on one line: which bytes it may be made of. Kinds are compared by identity. */
export interface SlotKind {
  /** 1 for each byte that may stand in it: none that ends it or means more than itself. */
  readonly allowed: Uint8Array;
  readonly longest: number;
  /** plain: begins with a letter or digit, and must mean text; quoted: what stands between the quotes; digits: a whole number from 1. */
  readonly form: "plain" | "quoted" | "digits";
}

/** A stretch of a text that was read in full. */
export type LearntPart = { readonly start: number; readonly end: number } & (
  | { readonly slot: SlotKind }
  | { readonly texts: KnownTexts; readonly payload: unknown }
  | { readonly inner: Stencil; readonly parts: readonly LearntPart[]; readonly payload: unknown }
);

const mostSteps = 16;
const mostEnds = 16;
const mostSlots = 400;

/** What was found where a stencil fits. Mutable, and used again for each text: millions of them must leave no garbage. */
export class Fit {
  /** Start and end of each value. */
  readonly offsets = new Int32Array(2 * mostSlots);
  slots = 0;
  /** Of known texts and inner stencils, in the order of the text, and the number of slots before each. */
  readonly payloads: unknown[] = [];
  readonly firstSlots: number[] = [];
  inner = 0;
  /** Of the step that was taken last. */
  end = -1;
  /** Of the whole. */
  payload: unknown;
  /** Where a text stood that is not known yet, with all before it known. */
  unknown: { readonly texts: KnownTexts; readonly start: number; readonly end: number } | undefined;

  clear(): void {
    this.unknown = undefined;
    this.slots = 0;
    this.inner = 0;
  }

  /** Makes room for the payload of what comes next, and tells where. */
  addInner(payload?: unknown): number {
    const index = this.inner;
    this.inner += 1;
    this.payloads[index] = payload;
    this.firstSlots[index] = this.slots;
    return index;
  }
}

/** What may follow at one point: a literal and then something that varies, or a literal with which the text ends. */
class Node {
  readonly steps: Step[] = [];
  /** The longest first. */
  readonly ends: { readonly literal: Literal; readonly payload: unknown }[] = [];
}

class Step {
  readonly literal: Literal;
  readonly slot: SlotKind | undefined;
  readonly texts: KnownTexts | undefined;
  readonly inner: Stencil | undefined;
  readonly next = new Node();

  constructor(literal: Literal, part: LearntPart) {
    this.literal = literal;
    this.slot = "slot" in part ? part.slot : undefined;
    this.texts = "texts" in part ? part.texts : undefined;
    this.inner = "inner" in part ? part.inner : undefined;
  }

  /** Whether what varies here is of one kind with `part`. */
  isLike(part: LearntPart): boolean {
    if ("slot" in part) return this.slot === part.slot;
    return "texts" in part ? this.texts === part.texts : this.inner === part.inner;
  }
}

export class Stencil {
  readonly #root = new Node();

  /** Where the text ends that begins at `start`, or -1 if it is like none that was learnt. Adds to `fit`. */
  lay(text: ByteText, start: number, fit: Fit): number {
    let node = this.#root;
    let at = start;
    for (let step = nextStep(node, text, at, fit); step; step = nextStep(node, text, at, fit)) {
      at = fit.end;
      node = step.next;
    }
    for (const { literal, payload } of node.ends) {
      if (!isAt(text, at, literal)) continue;
      fit.payload = payload;
      return at + literal.length;
    }
    return -1;
  }

  /** Learns a text with what varies in it, in ascending order. Whoever calls vouches for the parts. */
  learn(bytes: Uint8Array, start: number, end: number, parts: readonly LearntPart[], payload: unknown): void {
    let node = this.#root;
    let at = start;
    for (const part of parts) {
      const literal = new Literal(bytes.slice(at, part.start));
      const known = node.steps.find((step) => step.literal.isLike(literal) && step.isLike(part));
      if (!known && node.steps.length >= mostSteps) return;
      if ("texts" in part) part.texts.learn(bytes.slice(part.start, part.end), part.payload);
      else if ("inner" in part) part.inner.learn(bytes, part.start, part.end, part.parts, part.payload);
      const step = known ?? new Step(literal, part);
      if (!known) node.steps.push(step);
      at = part.end;
      node = step.next;
    }
    const literal = new Literal(bytes.slice(at, end));
    if (node.ends.length >= mostEnds || node.ends.some((known) => known.literal.isLike(literal))) return;
    node.ends.push({ literal, payload });
    node.ends.sort((left, right) => right.literal.length - left.literal.length);
  }
}

/** What stands under a key at a column, remembered as it is written: the whole of it, with all lines that are indented more. */
export class KnownTexts {
  readonly path: Path;
  readonly #column: number;
  readonly #byHash = new Map<number, { readonly literal: Literal; readonly payload: unknown }>();
  #size = 0;

  constructor(path: Path, column: number) {
    this.path = path;
    this.#column = column;
  }

  /** Where the text ends that begins at `start`, or -1 if it is none that was learnt. */
  find(text: ByteText, start: number, fit: Fit): number {
    const { bytes } = text;
    const end = endBelow(bytes, start, this.#column);
    const known = this.#byHash.get(hashBetween(bytes, start, end));
    if (known === undefined || known.literal.length !== end - start || !isAt(text, start, known.literal)) {
      fit.unknown = { texts: this, start, end };
      return -1;
    }
    fit.addInner(known.payload);
    return end;
  }

  /** Of two texts with one hash the first stays. */
  learn(bytes: Uint8Array, payload: unknown): void {
    const hash = hashBetween(bytes, 0, bytes.length);
    if (this.#size + bytes.length > mostKept || this.#byHash.has(hash)) return;
    this.#byHash.set(hash, { literal: new Literal(bytes), payload });
    this.#size += bytes.length;
  }
}

/** Bytes of all texts that stand under one key. */
const mostKept = 1 << 20;

/** Behind the line of `start` and all lines below it that are indented more than `column`, without the last line feed. */
export function endBelow(bytes: Uint8Array, start: number, column: number): number {
  let at = start;
  for (;;) {
    while (at < bytes.length && bytes[at] !== Code.lineFeed) at += 1;
    let next = at + 1;
    while (bytes[next] === Code.space) next += 1;
    if (next >= bytes.length || bytes[next] === Code.lineFeed || next - at - 1 <= column) return at;
    at = next;
  }
}

/** The step that fits at `at`, if one does; `fit.end` is then where it ends. */
function nextStep({ steps }: Node, text: ByteText, at: number, fit: Fit): Step | undefined {
  const { slots, inner } = fit;
  for (let index = 0; index < steps.length; index += 1) {
    const step = steps[index];
    if (step === undefined || !isAt(text, at, step.literal)) continue;
    fit.end = endOfVarying(step, text, at + step.literal.length, fit);
    if (fit.end < 0) {
      fit.slots = slots;
      fit.inner = inner;
      continue;
    }
    // The one that came last comes first: texts in a row are alike.
    if (index > 0) {
      steps[index] = steps[0] ?? step;
      steps[0] = step;
    }
    return step;
  }
  return undefined;
}

function endOfVarying(step: Step, text: ByteText, at: number, fit: Fit): number {
  const { slot, texts, inner } = step;
  if (slot) return endOfSlot(slot, text.bytes, at, fit);
  if (texts) return texts.find(text, at, fit);
  if (!inner) return -1;
  const index = fit.addInner();
  const end = inner.lay(text, at, fit);
  fit.payloads[index] = fit.payload;
  return end;
}

function endOfSlot(slot: SlotKind, bytes: Uint8Array, start: number, fit: Fit): number {
  const { allowed } = slot;
  let end = start;
  while (end < bytes.length && allowed[bytes[end] ?? 0] === 1) end += 1;
  if (!fitsSlot(slot, bytes, start, end) || fit.slots >= mostSlots) return -1;
  fit.offsets[2 * fit.slots] = start;
  fit.offsets[2 * fit.slots + 1] = end;
  fit.slots += 1;
  return end;
}

/** Whether these bytes, all allowed, may stand in the slot. */
export function fitsSlot({ form, longest }: SlotKind, bytes: Uint8Array, start: number, end: number): boolean {
  if (end === start || end - start > longest) return false;
  if (form === "quoted") return true;
  if (form === "digits") return bytes[start] !== Code.zero;
  return isLetterOrDigit[bytes[start] ?? 0] === 1 && bytes[end - 1] !== Code.space && isSurelyText(bytes, start, end);
}

/** A table of the bytes of these characters. */
export function bytesOf(characters: string): Uint8Array {
  const table = new Uint8Array(256);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
}

export const digits = "0123456789";
export const lettersAndDigits = `ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz${digits}`;
const isLetterOrDigit = bytesOf(lettersAndDigits);

/** Bytes that must stand somewhere, in fours. */
class Literal {
  readonly bytes: Uint8Array;
  readonly length: number;
  readonly fours: Int32Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.length = bytes.length;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.fours = Int32Array.from({ length: bytes.length >> 2 }, (_, index) => view.getInt32(4 * index));
  }

  isLike(other: Literal): boolean {
    return this.length === other.length && this.bytes.every((byte, index) => byte === other.bytes[index]);
  }
}

function isAt({ bytes, view }: ByteText, at: number, literal: Literal): boolean {
  const { length, fours } = literal;
  if (at + length > bytes.length) return false;
  for (let index = 0; index < fours.length; index += 1) {
    if (view.getInt32(at + 4 * index) !== fours[index]) return false;
  }
  for (let index = 4 * fours.length; index < length; index += 1) {
    if (bytes[at + index] !== literal.bytes[index]) return false;
  }
  return true;
}

/** FNV-1a, 32 bits. */
function hashBetween(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hash;
}
