/** The ids of everything that source and check can find, and which of them cannot be switched off. */
import { rules } from "./rules/index.ts";
import { schemaRuleNames } from "./schema-rule-names.ts";

const sourceRules = ["binary", "duplicate-key", "empty", "missing-variable", "syntax"];
const documentRules = ["shape", "unknown-section", "unmanaged-section"];
const suppressionRules = ["fixed-rule", "no-reason", "syntax", "unknown-rule", "unused"];

/** Without `resource/identity` and the unique names a resource could be left out, or taken for another, unnoticed. */
const fixedRules: ReadonlySet<string> = new Set([
  "resource/identity",
  "resource/unique-id",
  "document/shape",
  "document/unknown-section",
  "consumer/unique-username",
  "credential/unique-name",
]);

/** Every rule id, in order. Each has its page in docs/rules. */
export const ruleIds: readonly string[] = [
  ...sourceRules.map((name) => `source/${name}`),
  ...documentRules.map((name) => `document/${name}`),
  ...suppressionRules.map((name) => `suppression/${name}`),
  ...[...schemaRuleNames].map((name) => `schema/${name}`),
  "resource/identity",
  ...rules.map(({ id }) => id),
].sort();

/** An error of such a rule stays an error, whatever severity is asked for. */
export function isFixedRule(rule: string): boolean {
  return rule.startsWith("source/") || fixedRules.has(rule);
}
