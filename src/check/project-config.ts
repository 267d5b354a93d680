/** Checks the settings of a project, as read from its rollcall.config file. */

import { closest } from "../model/closest.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { ProjectConfig } from "../model/generated/project-config.ts";
import { isMap } from "../model/json.ts";
import type { Place } from "../model/place.ts";
import { inOrder } from "./conclude.ts";
import { project_config } from "./generated/project-config.js";
import { isFixedRule, ruleIds } from "./rule-ids.ts";
import { validateAt } from "./schema.ts";

export interface ProjectCheck {
  readonly diagnostics: readonly Diagnostic[];
  /** Absent if a diagnostic is an error. */
  readonly config?: ProjectConfig;
}

export function checkProjectConfig(value: unknown, place: Place): ProjectCheck {
  const diagnostics = inOrder([
    ...validateAt(project_config, value, place, "this configuration"),
    ...checkRules(value, place),
  ]);
  return diagnostics.length > 0 ? { diagnostics } : { diagnostics, config: value as ProjectConfig };
}

/** Wrong severities are the schema's finding. */
function checkRules(value: unknown, place: Place): readonly Diagnostic[] {
  const chosen = isMap(value) && isMap(value["rules"]) ? value["rules"] : {};
  return Object.entries(chosen).flatMap(([rule, severity]) => {
    const span = place.span(["rules", rule], "key");
    if (!ruleIds.includes(rule)) {
      const likely = closest(rule, ruleIds);
      const help = likely ? `Did you mean "${likely}"?` : "docs/rules lists them all.";
      const message = `there is no rule "${rule}"`;
      const replacement = likely && { replacement: likely };
      return [{ rule: "config/unknown-rule", severity: "error", message, span, help, ...replacement }];
    }
    if (!isFixedRule(rule) || severity === "error") return [];
    const message = `"${rule}" is always an error: with it, nobody could say what the files mean`;
    return [{ rule: "config/fixed-rule", severity: "error", message, span, help: "Remove the line." }];
  });
}
