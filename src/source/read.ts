/** Reads the files that a user names: files, folders (searched for YAML and JSON), globs, and `-` for standard input. */
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import type { SourceText } from "./document.ts";
import { fileProblem } from "./file-problem.ts";

/** An input that could not be read; `message` names it and says what to do. */
class InputError extends Error {
  override readonly name = "InputError";
}

const declarativeFiles = "**/*.{yaml,yml,json}";
/** The settings of a project are no input, wherever they stand. */
const alwaysIgnored = ["**/node_modules/**", "**/.*/**", "**/rollcall.config.{yaml,yml,json}"];

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

/**
 * The texts of all inputs, each file once, in the order of the inputs (within a folder or glob: by path).
 * @throws InputError if an input does not exist, cannot be read or matches nothing
 */
export async function readSources(inputs: readonly string[], options: ReadOptions): Promise<readonly SourceText[]> {
  const sources = new Map<string, SourceText>();
  const ignored = options.ignore ? await findIgnored(options.ignore) : new Set<string>();
  for (const input of inputs) {
    if (input === "-") {
      sources.set("-", { file: "<stdin>", text: await options.readStdin() });
      continue;
    }
    for (const file of await expand(input, options.cwd, ignored)) {
      const key = path.resolve(options.cwd, file);
      if (!sources.has(key)) sources.set(key, { file, text: await readText(key, file) });
    }
  }
  return [...sources.values()];
}

async function findIgnored({ folder, patterns }: Ignored): Promise<ReadonlySet<string>> {
  return new Set(await glob([...patterns], { cwd: folder, absolute: true, ignore: alwaysIgnored }));
}

async function expand(input: string, cwd: string, ignored: ReadonlySet<string>): Promise<readonly string[]> {
  // What an unset shell variable leaves; taken as a path it would be the whole folder.
  if (input === "") throw new InputError("an input has no name. Name a file, a folder, a pattern or `-`.");
  const status = await stat(path.resolve(cwd, input)).catch(() => undefined);
  if (status?.isDirectory()) return expandFolder(input, cwd, ignored);
  if (status) return [input];
  if (!isDynamicPattern(input)) {
    throw new InputError(`${input}: no such file or folder. Check the path; it is taken from ${cwd}.`);
  }
  const files = await search(toSlashes(input), { cwd }, ignored);
  if (files.length === 0)
    throw new InputError(`${input}: no file${butIgnored(ignored)} matches this pattern in ${cwd}.`);
  return files;
}

async function expandFolder(folder: string, cwd: string, ignored: ReadonlySet<string>): Promise<readonly string[]> {
  const options = { cwd: path.resolve(cwd, folder), caseSensitiveMatch: false };
  const files = await search(declarativeFiles, options, ignored);
  if (files.length === 0) {
    throw new InputError(`${folder}: there is no .yaml, .yml or .json file${butIgnored(ignored)} in this folder.`);
  }
  return files.map((file) => toSlashes(path.join(folder, file)));
}

async function search(
  pattern: string,
  options: { readonly cwd: string; readonly caseSensitiveMatch?: boolean },
  ignored: ReadonlySet<string>,
): Promise<readonly string[]> {
  const files = await glob(pattern, { ...options, ignore: alwaysIgnored });
  return files.filter((file) => !ignored.has(toSlashes(path.resolve(options.cwd, file)))).sort();
}

function butIgnored(ignored: ReadonlySet<string>): string {
  return ignored.size > 0 ? " but those that are ignored" : "";
}

async function readText(absolute: string, shown: string): Promise<string> {
  try {
    return await readFile(absolute, "utf8");
  } catch (error) {
    throw new InputError(`${shown}: cannot be read: ${fileProblem(error)}.`);
  }
}

function toSlashes(file: string): string {
  return path.sep === "\\" ? file.replaceAll("\\", "/") : file;
}
