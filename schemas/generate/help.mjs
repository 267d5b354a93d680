/** What the language server shows: the schemas as they are, and one sentence on each rule from the index of docs/rules. */
import { readFileSync } from "node:fs";
import { literal } from "./code.mjs";
import { base } from "./load.mjs";

const row = /^\| \[([a-z-]+\/[a-z0-9-]+)\]\([^)]*\) \| (\w+) \| (.*) \|$/gm;

export function generateHelp(schemas, rulesFile) {
  const byFile = Object.fromEntries([...schemas.byId].map(([id, schema]) => [id.slice(base.length), schema]));
  const rules = [...readFileSync(rulesFile, "utf8").matchAll(row)];
  const summaries = Object.fromEntries(rules.map(([, rule, severity, finds]) => [rule, { severity, finds }]));
  return {
    "src/lsp/generated/schemas.ts": `/** The schemas by file, references as they are written. */
export const schemas: Readonly<Record<string, unknown>> = ${literal(byFile)};
`,
    "src/lsp/generated/rules.ts": `/** What each rule finds, and its severity unless a project gives it another. */
export const ruleSummaries: Readonly<Record<string, { readonly severity: string; readonly finds: string }>> = ${literal(summaries)};
`,
  };
}
