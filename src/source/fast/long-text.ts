/** The reference reader refuses a text with hundreds of indicators in a row, wherever it stands: such a text is its business. */
import { decline } from "./decline.ts";

/** As long as the shortest text that `nestedItems` of `../yaml.ts` finds. */
const shortest = 402;
const nestedItems = /(?:[-?:][ \t]+){201}/;

export function checkLongText(text: string, start: number, end: number): void {
  if (end - start >= shortest - 2 && nestedItems.test(text.slice(start - 1, end + 1))) decline();
}
