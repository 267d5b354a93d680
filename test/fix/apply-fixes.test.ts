/** Fixes that do not touch are applied together; of those that do, the first. */
import { expect, test } from "vitest";
import { applyFixes } from "../../src/fix/apply-fixes.ts";
import type { Fix, TextEdit } from "../../src/fix/contract.ts";

const at = { line: 1, column: 1, offset: 0 };
const fix = (title: string, ...edits: readonly [start: number, end: number, text: string][]): Fix => ({
  id: "labels",
  title,
  span: { file: "f", start: at, end: at },
  edits: edits.map(([start, end, text]): TextEdit => ({ start, end, text })),
});

test.each<[name: string, fixes: readonly Fix[], text: string, left: readonly string[]]>([
  ["none", [], "0123456789", []],
  ["apart", [fix("a", [1, 2, "A"]), fix("b", [3, 4, ""])], "0A2456789", []],
  ["in any order", [fix("a", [5, 6, "A"]), fix("b", [1, 2, "B"])], "0B234A6789", []],
  ["between the edits of another", [fix("a", [1, 2, "A"], [7, 8, "A"]), fix("b", [4, 4, "B"])], "0A23B456A89", []],
  ["overlapping", [fix("a", [1, 4, "A"]), fix("b", [3, 5, "B"]), fix("c", [8, 9, "C"])], "0A4567C9", ["b"]],
  ["touching", [fix("a", [1, 3, "A"]), fix("b", [3, 3, "B"])], "0A3456789", ["b"]],
  ["all edits or none", [fix("a", [4, 5, "A"]), fix("b", [1, 2, "B"], [4, 5, "B"])], "0123A56789", ["b"]],
  ["at both ends", [fix("a", [0, 0, "A"], [10, 10, "A"])], "A0123456789A", []],
])("%s", (_name, fixes, text, left) => {
  const result = applyFixes("0123456789", fixes);
  expect(result.text).toBe(text);
  expect(result.left.map(({ title }) => title)).toEqual(left);
  expect(result.applied.length).toBe(fixes.length - left.length);
});
