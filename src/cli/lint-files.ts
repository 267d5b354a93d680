/** Finds, reads and checks the files of a lint, keeping only what is needed to tell what was found. */
import type { Diagnostic } from "../model/diagnostic.ts";
import type { SourceText } from "../source/document.ts";
import { findSources, readSourceFile, type SourceFile } from "../source/read.ts";
import { checkOneByOne, concludeChecks, type ReadText } from "./check-in-pieces.ts";
import { checkOptionsOf, type InputOptions, requireInputs } from "./input-options.ts";
import type { CheckedFiles } from "./render-diagnostics.ts";
import type { Terminal } from "./terminal.ts";

/** @throws InputError if an input cannot be read, CommandError without inputs */
export async function lintFiles(
  inputs: readonly string[],
  options: InputOptions,
  terminal: Terminal,
): Promise<CheckedFiles> {
  requireInputs(inputs);
  const { cwd } = terminal;
  const checkOptions = await checkOptionsOf(options, terminal);
  const files = await findSources(inputs, { cwd, ...(options.ignore && { ignore: options.ignore }) });
  const read = await createReadText(files, terminal);
  const checks = await checkOneByOne(files.length, read, checkOptions);
  const { diagnostics } = await concludeChecks(checks, read, checkOptions);
  return { diagnostics, files: files.map(({ file }) => file), sources: textsFor(diagnostics, files, read) };
}

/** Texts that were read last, in characters; what is looked at twice is mostly small. */
const mostKept = 1 << 26;

/** Standard input is read once and kept; of the files, the last ones are. */
async function createReadText(files: readonly SourceFile[], { readStdin }: Terminal): Promise<ReadText> {
  const stdin = files.some(({ path }) => path === undefined) ? await readStdin() : "";
  const kept = new Map<number, SourceText>();
  let size = 0;
  return (index) => {
    const known = kept.get(index);
    if (known) return known;
    const { file, path } = files[index] ?? { file: "", path: undefined };
    const source = { file, text: path === undefined ? stdin : readSourceFile(path, file) };
    size += source.text.length;
    if (size > mostKept) {
      kept.clear();
      size = source.text.length;
    }
    kept.set(index, source);
    return source;
  };
}

/** The text of every file that a diagnostic points into. */
function textsFor(
  diagnostics: readonly Diagnostic[],
  files: readonly SourceFile[],
  read: ReadText,
): ReadonlyMap<string, string> {
  const named = new Set(
    diagnostics.flatMap(({ span, related = [] }) => [span?.file, ...related.map((other) => other.span.file)]),
  );
  const texts = new Map<string, string>();
  for (const [index, { file }] of files.entries()) if (named.has(file)) texts.set(file, read(index).text);
  return texts;
}
