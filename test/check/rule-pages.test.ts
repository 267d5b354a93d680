/** Every rule has its page, whose bad example makes exactly that rule fire and whose good one is clean. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { CheckOptions } from "../../src/check/check.ts";
import { checkSources } from "../../src/check/check-sources.ts";
import { ruleIds } from "../../src/check/rule-ids.ts";
import { rules } from "../../src/check/rules/index.ts";
import { schemaRuleNames } from "../../src/check/schema-rule-names.ts";
import { sha1Hex } from "../../src/crypto/sha1-hex.ts";
import { exampleVariables } from "./example-variables.ts";

const root = path.resolve(import.meta.dirname, "../..");
const folder = path.join(root, "docs/rules");
const pageOf = (rule: string): string => readFileSync(path.join(folder, `${rule.replace("/", "-")}.md`), "utf8");

interface PageOptions extends Pick<CheckOptions, "targets" | "severities"> {
  /** `\u0000` stands for that character. */
  readonly escaped?: boolean;
  readonly executablePlugins?: readonly string[];
}

function firedBy(page: string, heading: "Bad" | "Good"): readonly string[] {
  const { escaped, executablePlugins, ...options } = JSON.parse(
    /<!-- checked with (.*) -->/.exec(page)?.[1] ?? "{}",
  ) as PageOptions;
  const [, example = ""] = new RegExp(`## ${heading}\n\n\`\`\`\\w+\n(.*?)\n\`\`\``, "s").exec(page) ?? [];
  const text = escaped ? example.replaceAll("\\u0000", "\0") : example;
  const { diagnostics } = checkSources([{ file: "example.yaml", text }], {
    environment: exampleVariables,
    sha1Hex,
    ...options,
    ...(executablePlugins && { executablePlugins: new Set(executablePlugins) }),
  });
  return [...new Set(diagnostics.map(({ rule }) => rule))];
}

describe.each(ruleIds)("%s", (rule) => {
  const page = pageOf(rule);
  test("the bad example makes it fire, and nothing else", () => expect(firedBy(page, "Bad")).toEqual([rule]));
  test("the good example is clean", () => expect(firedBy(page, "Good")).toEqual([]));
  test("the page and the index name rule and default", () => {
    expect(page.startsWith(`# ${rule}\n`)).toBe(true);
    const own = rules.find(({ id }) => id === rule)?.severity;
    const isWarning = rule === "document/unmanaged-section" || rule.startsWith("suppression/");
    const severity = own ?? (isWarning ? "warning" : "error");
    expect(page).toContain(`Default: **${severity}**. Since `);
    const index = readFileSync(path.join(folder, "README.md"), "utf8");
    expect(index).toContain(`| [${rule}](${rule.replace("/", "-")}.md) | ${severity} | `);
  });
});

test("there is no page without a rule", () => {
  const expected = ruleIds.map((rule) => `${rule.replace("/", "-")}.md`);
  expect(readdirSync(folder).sort()).toEqual([...expected, "README.md"].sort());
});

test("every id that source and check can emit is a rule", () => {
  const files = ["src/source", "src/check"].flatMap((part) =>
    readdirSync(path.join(root, part), { recursive: true, encoding: "utf8" })
      // What is wrong with the project's own configuration file (config/…) or with a policy test (test/…) is always an error of usage.
      .filter((file) => file.endsWith(".ts") && !file.includes("generated"))
      .filter((file) => file !== "project-config.ts" && file !== "policy-test.ts")
      .map((file) => readFileSync(path.join(root, part, file), "utf8")),
  );
  const emitted = files.flatMap((text) =>
    [...text.matchAll(/(?:rule|id): "([a-z-]+\/[a-z0-9-]+)"|report\(\s*"([a-z-]+\/[a-z-]+)"/g)].map(
      ([, id, other]) => id ?? other,
    ),
  );
  expect(emitted.length).toBeGreaterThan(30);
  expect(emitted.filter((id) => !ruleIds.includes(String(id)))).toEqual([]);
});

test("every keyword of the schemas has a rule", () => {
  const validators = readFileSync(path.join(root, "src/check/generated/validators.js"), "utf8");
  const keywords = new Set([...validators.matchAll(/keyword: ?"(\w+)"/g)].map(([, keyword]) => String(keyword)));
  keywords.delete("if");
  const names = readFileSync(path.join(root, "src/check/schema-rule-names.ts"), "utf8");
  expect([...keywords].filter((keyword) => !new RegExp(`^  ${keyword}: "[a-z-]+",$`, "m").test(names))).toEqual([]);
  expect(schemaRuleNames.size).toBeGreaterThan(8);
});
