/** Finds white space at the ends of lines, where it means nothing. */
import { outlineYaml } from "../source/comments.ts";
import type { FoundFix } from "./fixer.ts";

/** Behind a carriage return that ends no line, they keep it from doing so. */
const blanks = /(?<![\r \t])[ \t]+(?=\r?\n|$)/g;

/** Leaves texts that run over several lines alone: in them it can be a part of the value. */
export function findTrailingBlanks(text: string, isJson: boolean): readonly FoundFix[] {
  if (text.search(blanks) < 0) return [];
  // A text in JSON ends on its line.
  const { longTexts } = isJson ? { longTexts: [] } : outlineYaml(text);
  const found: FoundFix[] = [];
  let next = 0;
  for (const { index: start, 0: written } of text.matchAll(blanks)) {
    const end = start + written.length;
    while ((longTexts[next]?.end ?? text.length) < start) next += 1;
    const longText = longTexts[next];
    if (longText && longText.start <= start && start < longText.end) continue;
    found.push({ title: "Remove blanks at the end of the line", start, end, edits: [{ start, end, text: "" }] });
  }
  return found;
}
