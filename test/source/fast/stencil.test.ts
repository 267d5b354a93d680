/** Stencils: what fits, where it ends, and what does not fit. */
import { describe, expect, test } from "vitest";
import {
  ByteText,
  bytesOf,
  digits,
  endBelow,
  Fit,
  KnownTexts,
  lettersAndDigits,
  type SlotKind,
  Stencil,
} from "../../../src/source/fast/stencil.ts";

const word: SlotKind = { form: "plain", longest: 8, allowed: bytesOf(`${lettersAndDigits} -`) };
const quoted: SlotKind = { form: "quoted", longest: 8, allowed: bytesOf(`${lettersAndDigits} :`) };
const count: SlotKind = { form: "digits", longest: 3, allowed: bytesOf(digits) };

/** Learnt from `- a: jack`, `- a: "jack"`, `- a: 12` and `- a: jack\n  b: x`. */
function learnt(): Stencil {
  const stencil = new Stencil();
  const learn = (text: string, start: number, end: number, slot: SlotKind): void =>
    stencil.learn(new Uint8Array(Buffer.from(text)), 0, text.length, [{ start, end, slot }], text);
  learn("- a: jack", 5, 9, word);
  learn('- a: "jack"', 6, 10, quoted);
  learn("- b: 12", 5, 7, count);
  learn("- a: jack\n  b: x", 5, 9, word);
  return stencil;
}

test.each<[text: string, end: number]>([
  ["- a: jill", 9],
  ["- a: jill\n- a: jack", 9],
  ["- a: jill\n  b: x\n", 16],
  ["- a: jill\n  b: y\n", 9],
  ["- a: two do", 11],
  ["- a: jill ", -1],
  ['- a: "jill" ', 11],
  ["- a: ninechars", -1],
  ["- a: true", -1],
  ["- a: 12", -1],
  ["- a: 1e3", -1],
  ["- a: 12th", 9],
  ["- a: -x", -1],
  ["- a: ", -1],
  ["- a:jill", -1],
  ["- c: jill", -1],
  ['- a: "a: b"', 11],
  ['- a: "a', -1],
  ['- a: ""', -1],
  ['- a: "ninechars"', -1],
  ["- b: 7", 6],
  ["- b: 7x", 6],
  ["- b: 07", -1],
  ["- b: 1234", -1],
  ["- b: é", -1],
])("%j ends at %i", (text, end) => {
  expect(learnt().lay(new ByteText(Buffer.from(text)), 0, new Fit())).toBe(end);
});

describe("what a stencil has learnt", () => {
  test("is a copy of the bytes", () => {
    const bytes = Buffer.from("- a: jack");
    const stencil = new Stencil();
    stencil.learn(new ByteText(bytes).bytes, 0, bytes.length, [{ start: 5, end: 9, slot: word }], "");
    bytes.fill("x");
    expect(stencil.lay(new ByteText(bytes), 0, new Fit())).toBe(-1);
    expect(stencil.lay(new ByteText(Buffer.from("- a: jill")), 0, new Fit())).toBe(9);
  });

  test("tells where the values stand, also those of inner stencils, and what was learnt with them", () => {
    const text = "- a: jack\n  c: [x, y]";
    const inner = new Stencil();
    const parts = [
      { start: 5, end: 9, slot: word },
      { start: 15, end: 21, inner, parts: [{ start: 16, end: 17, slot: word }], payload: "inside" },
    ];
    const stencil = new Stencil();
    stencil.learn(new Uint8Array(Buffer.from(text)), 0, text.length, parts, "outside");
    const fit = new Fit();
    expect(stencil.lay(new ByteText(Buffer.from("- a: jo\n  c: [ann, y]")), 0, fit)).toBe(21);
    expect([...fit.offsets.subarray(0, 2 * fit.slots)]).toEqual([5, 7, 14, 17]);
    expect([fit.payload, fit.payloads, fit.firstSlots, fit.inner]).toEqual(["outside", ["inside"], [1], 1]);
  });
});

describe("known texts", () => {
  const texts = new KnownTexts(["plugins", "limit"], 2);
  texts.learn(new Uint8Array(Buffer.from("\n    count: 5")), "five");
  test.each<[text: string, end: number]>([
    ["  limit:\n    count: 5", 21],
    ["  limit:\n    count: 5\n  other: 1", 21],
    ["  limit:\n    count: 5\n\n", 21],
    ["  limit:\n    count: 5\n    more: 1", -1],
    ["  limit:\n    count: 6", -1],
    ["  limit: 5", -1],
  ])("%j end at %i", (text, end) => {
    const fit = new Fit();
    expect(texts.find(new ByteText(Buffer.from(text)), 8, fit)).toBe(end);
    expect([fit.payloads[0], fit.unknown?.texts]).toEqual(end < 0 ? [undefined, texts] : ["five", undefined]);
  });
});

test.each<[text: string, column: number, end: number]>([
  ["a", 0, 1],
  ["a\n b\nc", 0, 4],
  ["a\n b\n\n c", 0, 4],
  ["a\n  b\n c", 1, 5],
  ["a\n  b\n  ", 1, 5],
  ["\n  b: c\n   d\n", 1, 12],
])("all that is below a key at %j in column %i ends at %i", (text, column, end) => {
  expect(endBelow(Buffer.from(text), 0, column)).toBe(end);
});
