import { checkSources } from "../check/check-sources.ts";
import type { CheckSourcesOptions } from "../check/run-options.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { mask } from "../report/mask.ts";
import { printable } from "../report/style.ts";
import { hidesText, renderUnifiedDiff } from "../report/unified-diff.ts";
import type { Declared, FileChange } from "../rotate/contract.ts";
import { type Day, dayOf } from "../rotate/days.ts";
import { newErrors } from "../rotate/new-errors.ts";
import type { SourceText } from "../source/document.ts";
import { readSources } from "../source/read.ts";
import type { ConnectOptions } from "./connection-options.ts";
import { checkOptionsOf, type InputOptions, requireInputs } from "./input-options.ts";
import { isThere } from "./is-there.ts";
import { renderDiagnostics } from "./render-diagnostics.ts";
import { CommandError, type Terminal } from "./terminal.ts";

export interface RotateOptions extends InputOptions, Omit<ConnectOptions, "server"> {
  readonly input: readonly string[];
  readonly due?: boolean;
  /** Days. */
  readonly overlap: number;
  readonly secrets?: string;
  readonly reveal?: boolean;
  readonly secretFrom?: string;
  readonly publicKey?: string;
  readonly username?: string;
  /** The day, if it is not the clock's. */
  readonly today?: Day;
  readonly dryRun?: boolean;
  readonly exitCode?: boolean;
  readonly server?: string;
  readonly filesOnly?: boolean;
}

export interface RotateInputs {
  readonly declared: Declared;
  readonly checkOptions: CheckSourcesOptions;
  /** What lint says of the files as they are. */
  readonly diagnostics: readonly Diagnostic[];
  readonly today: Day;
}

/** A rotation need not know every secret. */
const harmless = "source/missing-variable";

/** Undefined if the files have errors, which have been noted then. @throws InputError, CommandError */
export async function readRotateInputs(options: RotateOptions, terminal: Terminal): Promise<RotateInputs | undefined> {
  requireInputs(options.input);
  if (options.input.includes("-")) throw new CommandError("standard input cannot be rewritten: name the file.");
  const { cwd, readStdin } = terminal;
  const sources = await readSources(options.input, {
    cwd,
    readStdin,
    ...(options.ignore && { ignore: options.ignore }),
  });
  const secrets = secretsFileOf(options);
  const hasSecrets = secrets !== undefined && (await isThere(secrets, terminal));
  const varsFile = hasSecrets ? [...new Set([...options.varsFile, secrets])] : options.varsFile;
  const checkOptions = await checkOptionsOf({ ...options, varsFile }, terminal);
  const { diagnostics } = checkSources(sources, checkOptions);
  const errors = diagnostics.filter(({ severity, rule }) => severity === "error" && rule !== harmless);
  if (errors.length > 0) {
    showErrors(errors, sources, terminal);
    noteRefusal("the files have errors. Nothing was changed.", terminal);
    return undefined;
  }
  const { environment, sha1Hex } = checkOptions;
  return {
    declared: { sources, environment, sha1Hex },
    checkOptions,
    diagnostics,
    today: options.today ?? dayOf(Date.now()),
  };
}

/** Where new secrets go: the file that is named, or the only one that variables are taken from. */
export function secretsFileOf({ secrets, varsFile }: RotateOptions): string | undefined {
  return secrets ?? (varsFile.length === 1 ? varsFile[0] : undefined);
}

/** Whether lint would find errors in the changed files that it does not find now; they have been noted then. */
export function breaks(inputs: RotateInputs, changes: readonly FileChange[], terminal: Terminal): boolean {
  const textByFile = new Map(changes.map(({ file, after }) => [file, after]));
  const sources = inputs.declared.sources.map((source) => ({
    ...source,
    text: textByFile.get(source.file) ?? source.text,
  }));
  const errors = newErrors(inputs.diagnostics, sources, inputs.checkOptions);
  if (errors.length === 0) return false;
  showErrors(errors, sources, terminal);
  noteRefusal("the files would have errors. Nothing was changed.", terminal);
  return true;
}

export function noteRefusal(reason: string, terminal: Terminal): void {
  terminal.note(`${terminal.noteStyle.red("refused:")} ${printable(reason)}`);
}

export function showChanges(changes: readonly FileChange[], terminal: Terminal): void {
  const diffs = changes.map((change) => renderUnifiedDiff(change, terminal.outStyle));
  terminal.out(diffs.join("\n"));
  const hidden = diffs.some(hidesText) ? ` ${mask} hides text that may be secret.` : "";
  terminal.note(`nothing was written.${hidden}`);
}

function showErrors(diagnostics: readonly Diagnostic[], sources: readonly SourceText[], terminal: Terminal): void {
  const files = sources.map(({ file }) => file);
  const texts = new Map(sources.map(({ file, text }) => [file, text]));
  terminal.note(renderDiagnostics({ diagnostics, files, sources: texts }, "text", terminal.noteStyle));
}
