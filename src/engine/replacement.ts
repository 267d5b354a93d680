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

/** The text with the first match, or with every match, replaced. */
export function replaced(text: string, search: Search, replacement: Replacement, isGlobal: boolean): string {
  let result = "";
  let from = 0;
  let copied = 0;
  while (from <= text.length) {
    const found = search(text, from);
    if (!found) break;
    result += text.slice(copied, found.start) + replacement(found);
    copied = found.end;
    from = found.end > found.start ? found.end : found.end + 1;
    if (!isGlobal) break;
  }
  return result + text.slice(copied);
}
