/** The check stage: documents in, diagnostics and, if nothing is wrong, the typed configuration out. */
import type { Config } from "../model/config.ts";
import type { Diagnostic, Severity } from "../model/diagnostic.ts";
import type { Sha1Hex } from "../model/identity.ts";
import type { Place } from "../model/place.ts";
import type { Document } from "../source/document.ts";
import { readShapes } from "../source/shapes/index.ts";
import { buildConfig } from "./build-config.ts";
import { isFixedRule } from "./rule-ids.ts";
import {
  type Finding,
  type Rule,
  type RuleContext,
  type RuleSeverity,
  rules,
  type Spot,
  type Target,
} from "./rules/index.ts";
import { checkSchema } from "./schema.ts";
import type { Suppressions } from "./suppressions.ts";

export interface CheckOptions {
  readonly sha1Hex: Sha1Hex;
  /** Plugins of the user's own, which are not reported as unknown. */
  readonly customPlugins?: readonly string[];
  /** What the files are meant for: adds what these would refuse. */
  readonly targets?: readonly Target[];
  /** The plugins that the embedded proxy runs, for the target `rollcall`. */
  readonly executablePlugins?: ReadonlySet<string>;
  /** By rule id, in place of the rule's own. What must hold for the configuration to mean one thing stays an error (`isFixedRule`). */
  readonly severities?: Readonly<Record<string, RuleSeverity>>;
}

export interface CheckResult {
  /** Ordered by file, then line. */
  readonly diagnostics: readonly Diagnostic[];
  /** Absent when a diagnostic is an error: what is not right is not used. */
  readonly config?: Config;
}

/**
 * Checks documents against the schemas and the semantic rules.
 * Never throws on bad input.
 */
export function check(documents: readonly Document[], options: CheckOptions): CheckResult {
  return checkWith(documents, options, undefined);
}

/** As `check`, but without what the comments of the files silence. */
export function checkWith(
  documents: readonly Document[],
  options: CheckOptions,
  suppressions: Suppressions | undefined,
): CheckResult {
  const raw = readShapes(documents, options.sha1Hex);
  const found: Diagnostic[] = [...raw.diagnostics];
  for (const resource of raw.resources) found.push(...checkSchema(resource));
  const built = buildConfig(raw, options.sha1Hex);
  found.push(...built.diagnostics);
  const severities = options.severities ?? {};
  const diagnostics = options.severities ? found.flatMap((diagnostic) => withSeverity(diagnostic, severities)) : found;
  const context = contextOf(documents, built.config, options);
  for (const rule of rules) runRule(rule, severityOf(rule.id, rule.severity, severities), context, diagnostics);
  const heard = suppressions ? suppress(diagnostics, suppressions, options) : diagnostics;
  if (!hasErrors(heard)) heard.push(...built.leftOut.map(describeLeftOut));
  const ordered = inOrder(heard);
  return hasErrors(ordered) ? { diagnostics: ordered } : { diagnostics: ordered, config: built.config };
}

function suppress(
  diagnostics: readonly Diagnostic[],
  suppressions: Suppressions,
  { severities = {}, targets = [] }: CheckOptions,
): Diagnostic[] {
  const heard = suppressions.apply(diagnostics);
  const isOff = (id: string): boolean => {
    const own = rules.find((rule) => rule.id === id)?.severity ?? "error";
    return severityOf(id, own, severities) === "off" || (id.startsWith("target/") && targets.length === 0);
  };
  const own = [...suppressions.diagnostics, ...suppressions.unused(isOff)];
  return [...heard, ...own.flatMap((diagnostic) => withSeverity(diagnostic, severities))];
}

function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}

/** Happens only where the schema's finding was switched off or lowered: to go on would delete the resource from the gateway. */
function describeLeftOut(place: Place): Diagnostic {
  return {
    rule: "resource/identity",
    severity: "error",
    message: "this has no usable name or id, by which the gateway would know it",
    span: place.span(),
    help: "Give it one, as the schema rules say.",
  };
}

function severityOf(rule: string, own: RuleSeverity, severities: Readonly<Record<string, RuleSeverity>>): RuleSeverity {
  const chosen = Object.hasOwn(severities, rule) ? severities[rule] : undefined;
  return chosen === undefined || (own === "error" && isFixedRule(rule)) ? own : chosen;
}

function withSeverity(
  diagnostic: Diagnostic,
  severities: Readonly<Record<string, RuleSeverity>>,
): readonly Diagnostic[] {
  const severity = severityOf(diagnostic.rule, diagnostic.severity, severities);
  return severity === "off" ? [] : [{ ...diagnostic, severity }];
}

function contextOf(documents: readonly Document[], config: Config, options: CheckOptions): Omit<RuleContext, "report"> {
  const texts = new Map(documents.map(({ source }) => [source.file, source.text]));
  return {
    config,
    customPlugins: new Set(options.customPlugins),
    targets: new Set(options.targets),
    executablePlugins: options.executablePlugins,
    writtenText({ place, path, part }: Spot) {
      const span = place?.span(path, part);
      return span && texts.get(span.file)?.slice(span.start.offset, span.end.offset);
    },
  };
}

function runRule(
  rule: Rule,
  severity: RuleSeverity,
  context: Omit<RuleContext, "report">,
  diagnostics: Diagnostic[],
): void {
  if (severity === "off") return;
  rule.check({ ...context, report: (finding) => diagnostics.push(diagnosticOf(finding, rule.id, severity)) });
}

function diagnosticOf(
  { place, path, part, related, message, help, replacement }: Finding,
  rule: string,
  severity: Severity,
): Diagnostic {
  return {
    rule,
    severity,
    message,
    ...(place && { span: place.span(path, part) }),
    ...(related && {
      related: related.flatMap((other) =>
        other.place ? [{ span: other.place.span(other.path, other.part), message: other.message }] : [],
      ),
    }),
    ...(help && { help }),
    ...(replacement && { replacement }),
  };
}

/** By file, then place; what has no place goes last. */
export function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort(byPosition);
}

function byPosition(left: Diagnostic, right: Diagnostic): number {
  const a = left.span;
  const b = right.span;
  if (!a || !b) return Number(b === undefined) - Number(a === undefined);
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.start.offset - b.start.offset;
}
