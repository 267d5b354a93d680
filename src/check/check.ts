/** The check stage: documents in, diagnostics and, if nothing is wrong, the typed configuration out. */
import type { Config } from "../model/config.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Sha1Hex } from "../model/identity.ts";
import type { Document } from "../source/document.ts";
import { readShapes } from "../source/shapes/index.ts";
import { buildConfig } from "./build-config.ts";
import { type Finding, type Rule, rules } from "./rules/index.ts";
import { checkSchema } from "./schema.ts";

export interface CheckOptions {
  readonly sha1Hex: Sha1Hex;
  /** Plugins of the user's own, which are not reported as unknown. */
  readonly customPlugins?: readonly string[];
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
  const raw = readShapes(documents, options.sha1Hex);
  const diagnostics: Diagnostic[] = [...raw.diagnostics];
  for (const resource of raw.resources) diagnostics.push(...checkSchema(resource));
  const built = buildConfig(raw, options.sha1Hex);
  diagnostics.push(...built.diagnostics);
  for (const rule of rules) diagnostics.push(...runRule(rule, built.config, options));
  const ordered = inOrder(diagnostics);
  const hasErrors = ordered.some(({ severity }) => severity === "error");
  return hasErrors ? { diagnostics: ordered } : { diagnostics: ordered, config: built.config };
}

function runRule(rule: Rule, config: Config, options: CheckOptions): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const report = ({ place, path, part, related, message, help }: Finding): void => {
    diagnostics.push({
      rule: rule.id,
      severity: rule.severity,
      message,
      ...(place && { span: place.span(path, part) }),
      ...(related && {
        related: related.flatMap((other) =>
          other.place ? [{ span: other.place.span(other.path, other.part), message: other.message }] : [],
        ),
      }),
      ...(help && { help }),
    });
  };
  rule.check({ config, customPlugins: new Set(options.customPlugins), report });
  return diagnostics;
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
