/** Reads the files that a user names: files, folders (searched for YAML and JSON), globs, and `-` for standard input. */
import { fstatSync, readFileSync, realpathSync, type Stats, statSync } from "node:fs";
import path from "node:path";
import type { SourceText } from "./document.ts";
import { decode, readBytes, withFile } from "./file-bytes.ts";
import { fileProblem } from "./file-problem.ts";
import {
  loadGlob,
  type SearchOptions,
  searchAnything,
  searchFolder,
  type Unread,
  unknownFile,
} from "./search-folder.ts";

/** An input that could not be read; `message` names it and says what to do. */
export class InputError extends Error {
  override readonly name = "InputError";
}

const declarativeFiles = "**/*.{yaml,yml,json}";
/** What ends so holds policy tests, which `rollcall test` reads. */
export const testFiles = "**/*.test.{yaml,yml,json}";
const neverRead = ["**/node_modules/**", "**/.*/**"];
/** The settings and the tests of a project are no input, wherever they stand. */
const alwaysIgnored = [...neverRead, "**/rollcall.config.{yaml,yml,json}", testFiles];

/** What a folder or glob does not stand for; a file named by itself is read all the same. */
export interface Ignored {
  /** Absolute; the patterns are taken from here. */
  readonly folder: string;
  readonly patterns: readonly string[];
}

export interface ReadOptions {
  /** Relative inputs are taken from here. */
  readonly cwd: string;
  readonly ignore?: Ignored;
  /** Reads all of standard input. */
  readStdin(): Promise<string>;
}

/** A file that is to be read. */
export interface SourceFile {
  /** As the user is shown it. */
  readonly file: string;
  /** Absolute; undefined for standard input. */
  readonly path: string | undefined;
  /** The path without links. */
  readonly real?: string;
}

export interface FindOptions extends Pick<ReadOptions, "cwd" | "ignore"> {
  /** What folders are searched for, in place of configuration. */
  readonly only?: typeof testFiles;
}

interface FileKind {
  readonly pattern: string;
  readonly ignored: readonly string[];
}

/** Standard input, a pipe or another thing that gives its text only once. */
export function isReadOnce({ path: absolute }: SourceFile): boolean {
  return absolute === undefined || !statOf(absolute)?.isFile();
}

/**
 * The files of all inputs, each once, whatever links lead to it, in the order of the inputs (within a folder or glob: by path).
 * @throws InputError if an input does not exist or matches nothing
 */
export async function findSources(
  inputs: readonly string[],
  { cwd, ignore, only }: FindOptions,
): Promise<readonly SourceFile[]> {
  const kind: FileKind =
    only === undefined ? { pattern: declarativeFiles, ignored: alwaysIgnored } : { pattern: only, ignored: neverRead };
  const sources = new Map<string, SourceFile>();
  const ignored = ignore ? await findIgnored(ignore) : new Set<string>();
  for (const input of inputs) {
    if (input === "-") {
      sources.set("-", { file: "<stdin>", path: undefined });
      continue;
    }
    for (const file of await expand(input, cwd, ignored, kind)) {
      const absolute = path.resolve(cwd, file);
      const real = realPathOf(absolute);
      if (!sources.has(real)) sources.set(real, { file, path: absolute, real });
    }
  }
  return [...sources.values()];
}

/**
 * The texts of all inputs.
 * @throws InputError if an input does not exist, cannot be read or matches nothing
 */
export async function readSources(inputs: readonly string[], options: ReadOptions): Promise<readonly SourceText[]> {
  const sources: SourceText[] = [];
  for (const { file, path: absolute } of await findSources(inputs, options)) {
    const text = absolute === undefined ? await options.readStdin() : readSourceFile(absolute, file);
    sources.push({ file, text });
  }
  return sources;
}

/**
 * The text of one file.
 * @throws InputError if it cannot be read
 */
export function readSourceFile(absolute: string, shown: string): string {
  try {
    return withFile(absolute, (file) => {
      const status = fstatSync(file);
      // A pipe does not tell its size.
      return status.isFile() ? decode(readBytes(file, 0, status.size)) : readFileSync(file, "utf8");
    });
  } catch (error) {
    throw new InputError(`${shown}: cannot be read: ${fileProblem(error)}.`);
  }
}

async function findIgnored({ folder, patterns }: Ignored): Promise<ReadonlySet<string>> {
  return new Set(await searchAnything(patterns, { cwd: folder, absolute: true, ignore: alwaysIgnored }));
}

async function expand(
  input: string,
  cwd: string,
  ignored: ReadonlySet<string>,
  kind: FileKind,
): Promise<readonly string[]> {
  // What an unset shell variable leaves; taken as a path it would be the whole folder.
  if (input === "") throw new InputError("an input has no name. Name a file, a folder, a pattern or `-`.");
  const status = statOf(path.resolve(cwd, input), (problem) => {
    throw new InputError(`${input}: cannot be read: ${problem}.`);
  });
  if (status?.isDirectory()) return expandFolder(input, cwd, ignored, kind);
  if (status) return [input];
  if (!(await loadGlob()).isDynamicPattern(input)) {
    throw new InputError(`${input}: no such file or folder. Check the path; it is taken from ${cwd}.`);
  }
  const files = await search(toSlashes(input), { cwd }, "", ignored, kind);
  if (files.length === 0)
    throw new InputError(`${input}: no file${butIgnored(ignored)} matches this pattern in ${cwd}.`);
  return files;
}

async function expandFolder(
  folder: string,
  cwd: string,
  ignored: ReadonlySet<string>,
  kind: FileKind,
): Promise<readonly string[]> {
  const options = { cwd: path.resolve(cwd, folder), caseSensitiveMatch: false, expandDirectories: false };
  const files = await search(kind.pattern, options, folder, ignored, kind);
  if (files.length === 0) {
    const wanted = kind.pattern === testFiles ? ".test.yaml, .test.yml or .test.json" : ".yaml, .yml or .json";
    throw new InputError(`${folder}: there is no ${wanted} file${butIgnored(ignored)} in this folder.`);
  }
  return files.map((file) => toSlashes(path.join(folder, file)));
}

async function search(
  pattern: string,
  options: Pick<SearchOptions, "cwd" | "caseSensitiveMatch" | "expandDirectories">,
  shown: string,
  ignored: ReadonlySet<string>,
  kind: FileKind,
): Promise<readonly string[]> {
  const { files, unread } = await searchFolder(pattern, { ...options, ignore: [...kind.ignored] });
  refuseUnread(unread, path.join(shown, "."), options.cwd, ignored);
  return files.filter((file) => !ignored.has(toSlashes(path.resolve(options.cwd, file)))).sort();
}

/** What is skipped would count as removed: `sync` would delete what it declares. */
function refuseUnread(unread: readonly Unread[], shown: string, cwd: string, ignored: ReadonlySet<string>): void {
  const [first] = unread
    // A folder without a link that is not there is a pattern's first part, or has gone since.
    .filter(({ isLink, error }) => isLink || (error.code !== "ENOENT" && error.code !== "ENOTDIR"))
    .filter((place) => !ignored.has(place.path) && !ignored.has(`${place.path}/${unknownFile}`))
    .sort((left, right) => (left.path < right.path ? -1 : 1));
  if (first === undefined) return;
  const name = toSlashes(path.join(shown, path.relative(cwd, first.path)));
  const problem =
    first.isLink && first.error.code === "ENOENT" ? "its link leads nowhere (ENOENT)" : fileProblem(first.error);
  const isInside = path.resolve(first.path) !== path.resolve(cwd);
  const remedy = isInside ? ' Mend or remove it, or name it under "ignore" in rollcall.config.yaml.' : "";
  throw new InputError(`${name}: cannot be read: ${problem}.${remedy}`);
}

/** undefined for what does not exist; what is there and cannot be looked at is also told to `refuse`. */
function statOf(file: string, refuse?: (problem: string) => never): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch (error) {
    // Other codes are of texts that can be no path, but a pattern.
    const isThere = error instanceof Error && "code" in error && (error.code === "EACCES" || error.code === "ELOOP");
    return isThere ? refuse?.(fileProblem(error)) : undefined;
  }
}

/** Without links. A pipe, and what is not there (any more, or yet), has its own path only. */
export function realPathOf(absolute: string): string {
  try {
    return realpathSync.native(absolute);
  } catch {
    return absolute;
  }
}

function butIgnored(ignored: ReadonlySet<string>): string {
  return ignored.size > 0 ? " but those that are ignored" : "";
}

function toSlashes(file: string): string {
  return path.sep === "\\" ? file.replaceAll("\\", "/") : file;
}
