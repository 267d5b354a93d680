/** Keeps what a lint found, by the content of all that it depends on, so that an unchanged repository is linted in the time it takes to see that it is. */
import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { CheckSourcesOptions } from "../check/run-options.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { isReadOnce, readSourceFile, type SourceFile } from "../source/read.ts";
import { version } from "../version.ts";
import { beginMark, type FileMark, type FileStatus, isUnchanged, statusOf } from "./file-mark.ts";
import { groupByFile } from "./lint-excerpts.ts";
import { type LintedFiles, lintFiles } from "./lint-files.ts";
import type { CheckedFiles } from "./render-diagnostics.ts";
import { CommandError, type Terminal } from "./terminal.ts";
import { writePrivateFile } from "./write-file.ts";

/** What one run found. */
interface Entry {
  /** Digest of the tool, the options and the names of the files. */
  readonly question: string;
  /** In the order of the files. */
  readonly marks: readonly FileMark[];
  readonly variables: readonly string[];
  /** Keyed digest of the variables' values. */
  readonly values: string;
  readonly diagnostics: readonly Diagnostic[];
}

interface Cache {
  /** Key of the digests of values, so that they cannot be compared between caches. */
  readonly salt: string;
  /** The latest run first. */
  readonly entries: readonly Entry[];
}

/** A file to lint that is not standard input. */
interface NamedFile {
  readonly file: string;
  readonly path: string;
  readonly status: FileStatus | undefined;
}

/** Runs with other inputs or options are kept beside each other. */
const mostEntries = 8;
/** More are not worth keeping: to show them takes longer than to find them. */
const mostDiagnostics = 10_000;
/** Bytes. Larger files are shown in excerpts, which only a lint makes: what is found in one is not kept. */
const largestShown = 1 << 24;

/** Standard input and pipes have no content to know again; a lint of them is never kept. */
export async function lintWithCache(
  files: readonly SourceFile[],
  options: CheckSourcesOptions,
  location: string,
  terminal: Terminal,
): Promise<CheckedFiles> {
  const named = files.flatMap(({ file, path: absolute }) =>
    absolute === undefined ? [] : [{ file, path: absolute, status: statusOf(absolute) }],
  );
  if (files.some(isReadOnce)) return lintFiles(files, options, terminal);
  const cache = readCache(path.resolve(terminal.cwd, location));
  const question = questionOf(files, options);
  const known = cache.entries.find((entry) => entry.question === question);
  if (known && isValid(known, named, options, cache.salt)) {
    await settle(known, named, cache, location, terminal);
    return showKnown(known, named);
  }
  const pending = named.map(({ path: absolute, status }) => beginMark(absolute, status));
  const linted = await lintFiles(files, options, terminal);
  const marks = pending.flatMap((mark) => mark.confirm() ?? []);
  if (marks.length === named.length && isWorthKeeping(linted, named)) {
    const variables = [...linted.variables].sort();
    const values = digestValues(variables, options, cache.salt);
    const { diagnostics } = linted;
    await keep({ question, marks, variables, values, diagnostics }, cache, location, terminal);
  }
  return linted;
}

/** What is damaged, or was written by a version that kept something else, is no cache. */
function readCache(file: string): Cache {
  try {
    const [digest, text = ""] = readFileSync(file, "utf8").split("\n", 2);
    if (digest === digestOf(text)) return JSON.parse(text) as Cache;
  } catch {
    // There is none, or it cannot be read: then everything is looked at.
  }
  return { salt: randomBytes(16).toString("hex"), entries: [] };
}

/** The names of chunks hold their digests: another build is another tool, whatever its version. */
function questionOf(files: readonly SourceFile[], options: CheckSourcesOptions): string {
  const { customPlugins, allowedSecrets, targets, executablePlugins, severities } = options;
  const asked = [customPlugins, allowedSecrets, targets, executablePlugins && [...executablePlugins], severities];
  return digestOf(JSON.stringify([version, path.basename(import.meta.url), asked, files]));
}

function isValid(entry: Entry, files: readonly NamedFile[], options: CheckSourcesOptions, salt: string): boolean {
  if (entry.values !== digestValues(entry.variables, options, salt)) return false;
  return files.every((file, index) => {
    const mark = entry.marks[index];
    return mark !== undefined && isUnchanged(file.path, file.status, mark);
  });
}

function digestValues(names: readonly string[], { environment }: CheckSourcesOptions, salt: string): string {
  return digestOf(JSON.stringify([salt, names.map((name) => environment[name] ?? null)]));
}

/** Notes the new status of files with the old content (a fresh checkout), so that the next run need not read them. */
async function settle(
  entry: Entry,
  files: readonly NamedFile[],
  cache: Cache,
  location: string,
  terminal: Terminal,
): Promise<void> {
  const marks = files.map(({ status }, index) => ({
    status: status?.isSettled ? status.text : undefined,
    content: entry.marks[index]?.content ?? "",
  }));
  if (marks.every(({ status }, index) => status === undefined || status === entry.marks[index]?.status)) return;
  await keep({ ...entry, marks }, cache, location, terminal);
}

function showKnown({ diagnostics }: Entry, files: readonly NamedFile[]): CheckedFiles {
  const shown = groupByFile(diagnostics);
  const sources = new Map<string, string>();
  for (const { file, path: absolute } of files) if (shown.has(file)) sources.set(file, readSourceFile(absolute, file));
  return { diagnostics, files: files.map(({ file }) => file), sources };
}

function isWorthKeeping({ diagnostics }: LintedFiles, files: readonly NamedFile[]): boolean {
  if (diagnostics.length > mostDiagnostics) return false;
  const shown = groupByFile(diagnostics);
  return files.every(({ file, status }) => !shown.has(file) || Number.parseInt(status?.text ?? "", 10) <= largestShown);
}

/** A cache that cannot be written is no failure of the lint. */
async function keep(entry: Entry, { salt, entries }: Cache, location: string, terminal: Terminal): Promise<void> {
  const others = entries.filter(({ question }) => question !== entry.question);
  const text = JSON.stringify({ salt, entries: [entry, ...others].slice(0, mostEntries) });
  try {
    await writePrivateFile(location, `${digestOf(text)}\n${text}\n`, terminal);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    terminal.note(`${terminal.noteStyle.yellow("note:")} nothing is kept for the next run: ${error.message}`);
  }
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
