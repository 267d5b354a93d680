/** `rollcall lint --fix`: mends files where that is safe, or shows how with `--dry-run`. */
import { realpath } from "node:fs/promises";
import path from "node:path";
import type { FixId } from "../fix/contract.ts";
import { type FixedSource, fixSource } from "../fix/fix-source.ts";
import { count } from "../report/count.ts";
import { mask } from "../report/mask.ts";
import { printable } from "../report/style.ts";
import { hidesText, renderUnifiedDiff } from "../report/unified-diff.ts";
import { readSources } from "../source/read.ts";
import type { InputOptions } from "./input-options.ts";
import { rewriteSource } from "./rewrite-source.ts";
import { CommandError, exitCodes, type Terminal } from "./terminal.ts";
import { readEnvironment } from "./vars-file.ts";

export interface FixRunOptions extends InputOptions {
  /** All kinds by default. */
  readonly fixOnly?: readonly FixId[];
}

/** Writes nothing; the exit code says whether there is something to fix. */
export async function previewFixes(
  inputs: readonly string[],
  options: FixRunOptions,
  terminal: Terminal,
): Promise<number> {
  const fixed = await fixInputs(inputs, options, terminal);
  const diffs = fixed.flatMap(({ source, text }) =>
    text === source.text
      ? []
      : [renderUnifiedDiff({ file: source.file, before: source.text, after: text }, terminal.outStyle)],
  );
  if (diffs.length === 0) {
    terminal.note("nothing to fix");
    return exitCodes.fine;
  }
  terminal.out(diffs.join("\n"));
  const fixes = fixed.reduce((sum, { applied }) => sum + applied.length, 0);
  const hidden = diffs.some(hidesText) ? ` ${mask} hides text that stays as it is.` : "";
  terminal.note(
    `${count(fixes, "fix", "fixes")} in ${count(diffs.length, "file")} can be made; nothing was written.${hidden}`,
  );
  return exitCodes.findings;
}

/** @throws CommandError naming the files that could not be written; what was written has been noted then */
export async function writeFixes(inputs: readonly string[], options: FixRunOptions, terminal: Terminal): Promise<void> {
  if (inputs.includes("-")) {
    throw new CommandError(
      "standard input cannot be fixed: name the file, or see what would change with --fix --dry-run.",
    );
  }
  const changed = (await fixInputs(inputs, options, terminal)).filter(({ source, text }) => text !== source.text);
  const failures: string[] = [];
  const done = new Set<string>();
  for (const fixed of changed) {
    const { file } = fixed.source;
    const target = await realpath(path.resolve(terminal.cwd, file)).catch(() => file);
    // The same file under the name of a link.
    if (done.has(target)) continue;
    done.add(target);
    const failure = await rewriteSource({ file, before: fixed.source.text, after: fixed.text }, terminal);
    if (failure === undefined) terminal.note(`fixed ${printable(file)}: ${summarise(fixed)}`);
    else failures.push(failure);
  }
  if (failures.length === 0) return;
  const rest = done.size - failures.length;
  throw new CommandError(
    `${failures.join("\n")}\n${count(failures.length, "file")} not written, ${count(rest, "file")} fixed.`,
  );
}

async function fixInputs(
  inputs: readonly string[],
  { ignore, varsFile, severities, fixOnly, ...key }: FixRunOptions,
  terminal: Terminal,
): Promise<readonly FixedSource[]> {
  const environment = await readEnvironment(varsFile, key, terminal);
  const { cwd, readStdin } = terminal;
  const sources = await readSources(inputs, { cwd, readStdin, ...(ignore && { ignore }) });
  const options = { environment, ...(fixOnly && { only: fixOnly }), ...(severities && { severities }) };
  const fixed = sources.map((source) => fixSource(source, options));
  for (const { source, isGivenUp } of fixed) {
    if (!isGivenUp) continue;
    const file = printable(source.file);
    terminal.note(`${file} is left as it is: fixed, it would not mean the same. This is a bug in rollcall; report it.`);
  }
  return fixed;
}

/** Such as `2 × inline-auth, 1 × labels`. */
function summarise({ applied }: FixedSource): string {
  const numbers = new Map<FixId, number>();
  for (const { id } of applied) numbers.set(id, (numbers.get(id) ?? 0) + 1);
  return [...numbers].map(([id, number]) => `${number} × ${id}`).join(", ");
}
