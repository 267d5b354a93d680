/** Reads the files that a user names: files, folders (searched for YAML and JSON), globs, and `-` for standard input. */
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import type { SourceText } from "./document.ts";

/** An input that could not be read; `message` names it and says what to do. */
class InputError extends Error {
  override readonly name = "InputError";
}

const declarativeFiles = "**/*.{yaml,yml,json}";
const ignoredFolders = ["**/node_modules/**", "**/.*/**"];

export interface ReadOptions {
  /** Relative inputs are taken from here. */
  readonly cwd: string;
  /** Reads all of standard input. */
  readStdin(): Promise<string>;
}

/**
 * The texts of all inputs, each file once, in the order of the inputs (within a folder or glob: by path).
 * @throws InputError if an input does not exist, cannot be read or matches nothing
 */
export async function readSources(inputs: readonly string[], options: ReadOptions): Promise<readonly SourceText[]> {
  const sources = new Map<string, SourceText>();
  for (const input of inputs) {
    if (input === "-") {
      sources.set("-", { file: "<stdin>", text: await options.readStdin() });
      continue;
    }
    for (const file of await expand(input, options.cwd)) {
      const key = path.resolve(options.cwd, file);
      if (!sources.has(key)) sources.set(key, { file, text: await readText(key, file) });
    }
  }
  return [...sources.values()];
}

async function expand(input: string, cwd: string): Promise<readonly string[]> {
  // What an unset shell variable leaves; taken as a path it would be the whole folder.
  if (input === "") throw new InputError("an input has no name. Name a file, a folder, a pattern or `-`.");
  const status = await stat(path.resolve(cwd, input)).catch(() => undefined);
  if (status?.isDirectory()) return expandFolder(input, cwd);
  if (status) return [input];
  if (!isDynamicPattern(input)) {
    throw new InputError(`${input}: no such file or folder. Check the path; it is taken from ${cwd}.`);
  }
  const files = await glob(toSlashes(input), { cwd, ignore: ignoredFolders });
  if (files.length === 0) throw new InputError(`${input}: no file matches this pattern in ${cwd}.`);
  return files.sort();
}

async function expandFolder(folder: string, cwd: string): Promise<readonly string[]> {
  const options = { cwd: path.resolve(cwd, folder), ignore: ignoredFolders, caseSensitiveMatch: false };
  const files = await glob(declarativeFiles, options);
  if (files.length === 0) throw new InputError(`${folder}: there is no .yaml, .yml or .json file in this folder.`);
  return files.sort().map((file) => toSlashes(path.join(folder, file)));
}

async function readText(absolute: string, shown: string): Promise<string> {
  try {
    return await readFile(absolute, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
    throw new InputError(`${shown}: cannot be read (${code}).`);
  }
}

function toSlashes(file: string): string {
  return path.sep === "\\" ? file.replaceAll("\\", "/") : file;
}
