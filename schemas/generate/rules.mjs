/** What the pages of docs/rules and their index say of each rule, for those who show it beside a finding. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { literal } from "./code.mjs";

const row = /^\| \[([a-z-]+\/[a-z0-9-]+)\]\(([^)]*)\) \| (\w+) \| (.*) \|$/gm;
const page = /^Default: .*\n\n(.*?)\n\n## Why\n\n(.*?)\n\n(?:<!--|##)/ms;

export function generateRules(folder) {
  const rows = [...readFileSync(path.join(folder, "README.md"), "utf8").matchAll(row)];
  const texts = rows.map(([, rule, file, severity, summary]) => {
    const [, details, why] = page.exec(readFileSync(path.join(folder, file), "utf8")) ?? [];
    if (why === undefined) throw new Error(`docs/rules/${file} has not the form of a rule's page`);
    return [rule, { severity, summary, details: plain(details), why: plain(why) }];
  });
  return `/** What each rule finds, and why. */
import type { Severity } from "../diagnostic.ts";

export interface RuleText {
  /** Unless a project gives it another. */
  readonly severity: Severity | "off";
  /** One sentence. */
  readonly summary: string;
  /** The summary, and what more there is to say. */
  readonly details: string;
  readonly why: string;
}

export const ruleTexts: Readonly<Record<string, RuleText>> = ${literal(Object.fromEntries(texts))};
`;
}

/** Without links, on one line. */
function plain(text) {
  return text.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/\s*\n\s*/g, " ");
}
