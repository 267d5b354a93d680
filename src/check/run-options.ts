/** What a run of the check is asked for, and which rules it comes to. */
import type { Diagnostic, Severity } from "../model/diagnostic.ts";
import type { Sha1Hex } from "../model/identity.ts";
import type { Environment } from "../source/environment.ts";
import { isFixedRule } from "./rule-ids.ts";
import { type Rule, type RuleContext, type RuleSeverity, rules, type Target } from "./rules/index.ts";
import type { EngineFaults } from "./rules/rule.ts";

export interface CheckOptions {
  readonly sha1Hex: Sha1Hex;
  /** Plugins of the user's own, which are not reported as unknown. */
  readonly customPlugins?: readonly string[];
  /** Texts that are known to be no secrets; `*` stands for any characters. */
  readonly allowedSecrets?: readonly string[];
  /** What the files are meant for: adds what these would refuse. */
  readonly targets?: readonly Target[];
  /** The plugins that the embedded proxy runs, for the target `rollcall`. */
  readonly executablePlugins?: ReadonlySet<string>;
  /** What it could not execute of them, for the same target. */
  readonly engineFaults?: EngineFaults;
  /** By rule id, in place of the rule's own. What must hold for the configuration to mean one thing stays an error (`isFixedRule`). */
  readonly severities?: Readonly<Record<string, RuleSeverity>>;
}

export interface CheckSourcesOptions extends CheckOptions {
  readonly environment: Environment;
}

export interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Severity;
}

export interface RunOptions {
  readonly environment: Environment;
  readonly sha1Hex: Sha1Hex;
  /** Those that are not off. */
  readonly rules: readonly ActiveRule[];
  readonly facilities: Omit<RuleContext, "report" | "writtenText">;
}

export function runOptionsOf(options: CheckSourcesOptions): RunOptions {
  const { environment, sha1Hex, severities = {} } = options;
  return {
    environment,
    sha1Hex,
    rules: rules.flatMap((rule) => {
      const severity = severityOf(rule.id, rule.severity, severities);
      return severity === "off" ? [] : [{ rule, severity }];
    }),
    facilities: {
      customPlugins: new Set(options.customPlugins),
      allowedSecrets: (options.allowedSecrets ?? []).map(wildcard),
      targets: new Set(options.targets),
      executablePlugins: options.executablePlugins,
      engineFaults: options.engineFaults,
    },
  };
}

/** Of the whole text. */
function wildcard(pattern: string): RegExp {
  const parts = pattern.split(/\*+/).map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, "\\$&"));
  return new RegExp(`^${parts.join("[^]*")}$`);
}

type Severities = NonNullable<CheckOptions["severities"]>;

export function severityOf(rule: string, own: RuleSeverity, severities: Severities): RuleSeverity {
  const chosen = Object.hasOwn(severities, rule) ? severities[rule] : undefined;
  return chosen === undefined || (own === "error" && isFixedRule(rule)) ? own : chosen;
}

/** The diagnostic with the severity that was chosen; nothing if that is off. */
export function withSeverity(diagnostic: Diagnostic, severities: Severities | undefined): readonly Diagnostic[] {
  if (!severities) return [diagnostic];
  const severity = severityOf(diagnostic.rule, diagnostic.severity, severities);
  return severity === "off" ? [] : [{ ...diagnostic, severity }];
}
