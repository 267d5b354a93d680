/** Named sets of severities that a project chooses from. */
import type { ProjectConfig } from "../model/generated/project-config.ts";
import { ruleIds } from "./rule-ids.ts";
import { type RuleSeverity, rules } from "./rules/index.ts";

export type Preset = NonNullable<ProjectConfig["presets"]>[number];

type Severities = Readonly<Record<string, RuleSeverity>>;

/** What a preset makes of each rule's own severity; what is not named stays. */
const changes: Readonly<Record<Preset, Partial<Record<RuleSeverity, RuleSeverity>>>> = {
  recommended: {},
  strict: { off: "warning", warning: "error" },
};

/** By rule id: the presets, each over the one before, and over them `chosen`. */
export function severitiesOf(presets: readonly Preset[], chosen: Severities = {}): Severities {
  return Object.assign({}, ...presets.map(severitiesOfPreset), chosen) as Severities;
}

/** Warnings that no file in rules/ finds. */
const otherWarnings = ruleIds.filter((id) => id.startsWith("suppression/") || id === "document/unmanaged-section");

/** Names every rule that a preset changes: a later preset takes back what an earlier one did. */
function severitiesOfPreset(preset: Preset): Severities {
  const own = [...rules, ...otherWarnings.map((id) => ({ id, severity: "warning" as const }))];
  return Object.fromEntries(own.map(({ id, severity }) => [id, changes[preset][severity] ?? severity]));
}
