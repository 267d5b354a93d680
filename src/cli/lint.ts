/** `rollcall lint`: checks files and prints what is wrong with them. */
import type { CheckSourcesOptions } from "../check/run-options.ts";
import { mendedRules } from "../fix/mended-rules.ts";
import type { Diagnostic, Severity } from "../model/diagnostic.ts";
import { count } from "../report/count.ts";
import type { DiagnosticFormat } from "../report/diagnostics.ts";
import { createStyle } from "../report/style.ts";
import { findSources, type SourceFile } from "../source/read.ts";
import { checkOptionsOf, requireInputs } from "./input-options.ts";
import { lintFiles } from "./lint-files.ts";
import type { FixRunOptions } from "./lint-fix.ts";
import { type CheckedFiles, renderDiagnostics } from "./render-diagnostics.ts";
import { CommandError, exitCodes, type Terminal } from "./terminal.ts";

/** A format, and the file that it goes to instead of standard output. */
export interface FormatTarget {
  readonly format: DiagnosticFormat;
  readonly file?: string;
}

export interface LintOptions extends FixRunOptions {
  /** Text on standard output by default. */
  readonly format?: readonly FormatTarget[];
  /** Findings of this severity or a worse one end with exit code 1. */
  readonly failOn: Severity;
  /** More warnings than this end with exit code 1. */
  readonly maxWarnings?: number;
  /** Report errors only. */
  readonly quiet?: boolean;
  /** Take over what was found before, if nothing has changed since. */
  readonly cache?: boolean;
  /** Where it is kept. */
  readonly cacheLocation: string;
  /** Mend what can be mended safely, then check. */
  readonly fix?: boolean;
  /** Show what `fix` would change, and check nothing. */
  readonly dryRun?: boolean;
}

/** Worst first. */
const severities: readonly Severity[] = ["error", "warning", "info"];

export async function runLint(inputs: readonly string[], options: LintOptions, terminal: Terminal): Promise<number> {
  requireFix(options);
  requireInputs(inputs);
  const files = await findSources(inputs, { cwd: terminal.cwd, ...(options.ignore && { ignore: options.ignore }) });
  const { format: targets = [{ format: "text" }], cache, cacheLocation } = options;
  if (targets.length > 1 || targets[0]?.file !== undefined || cache) {
    const { requireDistinctOutputs } = await import("./lint-outputs.ts");
    requireDistinctOutputs(targets, cache ? cacheLocation : undefined, files, terminal.cwd);
  }
  if (options.fix) {
    const { previewFixes, writeFixes } = await import("./lint-fix.ts");
    if (options.dryRun) return previewFixes(inputs, options, terminal);
    await writeFixes(inputs, options, terminal);
  }
  const checkOptions = await checkOptionsOf(options, terminal);
  const checked = await lint(files, options, checkOptions, terminal);
  const shown = options.quiet ? { ...checked, diagnostics: checked.diagnostics.filter(isError) } : checked;
  for (const target of targets) await write(shown, target, terminal);
  if (terminal.isInteractive && !options.fix) await tellMendable(shown, checkOptions, terminal);
  if (!hasFailed(checked.diagnostics, options)) return exitCodes.fine;
  if (shown.diagnostics.length === 0) terminal.note(describeHidden(checked.diagnostics));
  return exitCodes.findings;
}

async function lint(
  files: readonly SourceFile[],
  options: LintOptions,
  checkOptions: CheckSourcesOptions,
  terminal: Terminal,
): Promise<CheckedFiles> {
  if (!options.cache) return lintFiles(files, checkOptions, terminal);
  const { lintWithCache } = await import("./lint-cache.ts");
  return lintWithCache(files, checkOptions, options.cacheLocation, terminal);
}

/** The fixes are loaded only if something was found that they mend. */
async function tellMendable(checked: CheckedFiles, options: CheckSourcesOptions, terminal: Terminal): Promise<void> {
  if (!checked.diagnostics.some(({ rule }) => mendedRules.has(rule))) return;
  const { describeMendable } = await import("./lint-mendable.ts");
  const told = describeMendable(checked, options);
  if (told !== undefined) terminal.note(told);
}

/** Options that say nothing without another one, or beside it, are mistakes. */
function requireFix({ fix, dryRun, fixOnly, format }: LintOptions): void {
  if (dryRun && !fix) throw new CommandError("--dry-run shows what --fix would change: write --fix --dry-run.");
  if (fixOnly && !fix) throw new CommandError("--fix-only says what --fix may change: write --fix too.");
  if (dryRun && format) throw new CommandError("--fix --dry-run prints a diff and no findings: leave --format out.");
}

async function write(checked: CheckedFiles, { format, file }: FormatTarget, terminal: Terminal): Promise<void> {
  if (file === undefined) terminal.out(renderDiagnostics(checked, format, terminal.outStyle));
  else {
    const { writePrivateFile } = await import("./write-file.ts");
    await writePrivateFile(file, `${renderDiagnostics(checked, format, createStyle(false))}\n`, terminal);
  }
}

function hasFailed(diagnostics: readonly Diagnostic[], { failOn, maxWarnings }: LintOptions): boolean {
  const failing = severities.slice(0, severities.indexOf(failOn) + 1);
  const warnings = diagnostics.filter(({ severity }) => severity === "warning").length;
  return diagnostics.some(({ severity }) => failing.includes(severity)) || warnings > (maxWarnings ?? warnings);
}

/** Exit code 1 below a report without a finding would look like a fault. */
function describeHidden(diagnostics: readonly Diagnostic[]): string {
  const warnings = diagnostics.filter(({ severity }) => severity === "warning").length;
  const counts = `${count(warnings, "warning")} and ${count(diagnostics.length - warnings, "info")}`;
  return `exit code 1 for ${counts} that --quiet does not show`;
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}
