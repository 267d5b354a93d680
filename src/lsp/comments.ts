/** The comments that silence findings, as far as they are typed. */
import { isFixedRule, ruleIds } from "../check/rule-ids.ts";

export const directives: Readonly<Record<string, string>> = {
  "rollcall-disable-next-line": "Silences findings that begin on the next line.",
  "rollcall-disable-line": "Silences findings that begin on this line.",
  "rollcall-disable-file": "Silences findings anywhere in this file.",
};

/** The comment that the line ends with; a `#` inside quotes is taken for one too, where it begins like ours. */
export function commentIn(line: string): { readonly text: string; readonly start: number } | undefined {
  const match = /(?:^|\s)(#\s*rollcall-disable.*)$/.exec(line) ?? /^\s*(#.*)$/.exec(line);
  const text = match?.[1];
  return match && text !== undefined ? { text, start: match.index + match[0].length - text.length } : undefined;
}

/** Rules that a comment can silence. */
export function canBeSilenced(rule: string): boolean {
  return ruleIds.includes(rule) && !isFixedRule(rule) && !rule.startsWith("suppression/");
}
