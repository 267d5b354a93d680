/** What stands in place of a match: a text in which `$1`, `${1}` and `$0` stand for groups, and `$$` for a dollar sign. */
import type { Found, Search } from "./pattern.ts";

export type Replacement = (found: Found) => string;

export function compileReplacement(source: string): Replacement {
  const parts = source.split(/(\$(?:\$|\d|\{\d+\}))/).map((part, index) => (index % 2 === 0 ? part : partOf(part)));
  return ({ groups }) => parts.map((part) => (typeof part === "string" ? part : (groups[part] ?? ""))).join("");
}

/** The number of a group, or a dollar sign. */
function partOf(reference: string): number | string {
  return reference === "$$" ? "$" : Number(reference.replace(/\D/g, ""));
}

/** The text with the first match replaced. */
export function replaced(text: string, search: Search, replacement: Replacement): string {
  const found = search(text, 0);
  return found ? text.slice(0, found.start) + replacement(found) + text.slice(found.end) : text;
}

/**
 * The text with every match replaced. One search takes time linear to the text, but many may each look at all of it.
 *
 * @param isLate asked between matches @returns undefined if it was too late before all were replaced
 */
export function allReplaced(
  text: string,
  search: Search,
  replacement: Replacement,
  isLate: () => boolean,
): string | undefined {
  let result = "";
  let from = 0;
  let copied = 0;
  while (from <= text.length) {
    const found = search(text, from);
    if (!found) break;
    if (isLate()) return undefined;
    result += text.slice(copied, found.start) + replacement(found);
    copied = found.end;
    from = found.end > found.start ? found.end : found.end + 1;
  }
  return result + text.slice(copied);
}
