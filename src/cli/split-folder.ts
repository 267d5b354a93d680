/** Writes many files into a folder, remembers which, and takes away those of the time before: never what somebody else wrote. */
import { createHash } from "node:crypto";
import { lstat, mkdir, readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { isMap, parseJson } from "../model/json.ts";
import { splitPath } from "../plan/split.ts";
import { fileProblem } from "../source/file-problem.ts";
import { CommandError, type Terminal, tellWarning } from "./terminal.ts";
import { writePrivateFile } from "./write-file.ts";

/** Text by path in the folder. */
export type FolderFiles = ReadonlyMap<string, string>;

/** SHA-256 in hex of what was written, by path. */
type Written = Readonly<Record<string, string>>;

/** Not searched by lint, for its dot. */
const listName = ".rollcall-dump.json";
const listVersion = 1;
/** Files that are written at a time. */
const batchSize = 32;

/**
 * Refuses before anything is read from a gateway or written.
 * @throws CommandError for a folder that is not empty, without `force`, or that is none
 */
export async function requireFolder(folder: string, force: boolean, { cwd }: Terminal): Promise<void> {
  const target = path.resolve(cwd, folder);
  const names = await readdir(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw new CommandError(`${folder}: cannot be used as a folder: ${fileProblem(error)}.`);
  });
  if (names.length > 0 && !force) {
    throw new CommandError(
      `${folder} is not empty. Name a new folder, or let --force write there: it replaces what dump wrote before, and ` +
        "leaves alone what it did not write.",
    );
  }
}

/** @throws CommandError if a file stands in the way that an earlier call did not write; then nothing was written */
export async function writeFolder(folder: string, files: FolderFiles, terminal: Terminal): Promise<void> {
  const target = path.resolve(terminal.cwd, folder);
  const before = await readList(target);
  await requireOwn(folder, files, before, terminal);
  const written = Object.fromEntries([...files].map(([name, text]) => [name, digest(text)]));
  try {
    for (const parent of new Set([...files.keys()].map((name) => path.dirname(name)))) {
      await mkdir(path.join(target, parent), { recursive: true });
    }
  } catch (error) {
    throw new CommandError(`${folder}: cannot be made: ${fileProblem(error)}.`);
  }
  // Of both, so that a run that ends early leaves nothing that the next one takes for somebody else's.
  await writeList(folder, { ...before, ...written }, terminal);
  const entries = [...files];
  for (let start = 0; start < entries.length; start += batchSize) {
    await Promise.all(
      entries
        .slice(start, start + batchSize)
        .map(([name, text]) => writePrivateFile(path.join(folder, name), text, terminal)),
    );
  }
  await removeStale(folder, files, before, terminal);
  await writeList(folder, written, terminal);
}

async function requireOwn(folder: string, files: FolderFiles, before: Written, terminal: Terminal): Promise<void> {
  const target = path.resolve(terminal.cwd, folder);
  for (const parent of new Set([...files.keys()].map((name) => path.dirname(name)))) {
    const status = await lstat(path.join(target, parent)).catch(() => undefined);
    const isFolder = !status || status.isDirectory() || (parent === "." && status.isSymbolicLink());
    if (!isFolder) throw new CommandError(`${path.join(folder, parent)} is no folder; nothing was written.`);
  }
  // Where case is folded, a name in another spelling is the same file.
  const folded = new Map(Object.entries(before).map(([name, wasWritten]) => [name.toLowerCase(), wasWritten]));
  for (const [name, text] of files) {
    if (Object.hasOwn(before, name)) continue;
    const found = await readFile(path.join(target, name), "utf8").catch((error: NodeJS.ErrnoException) => {
      return error.code === "ENOENT" ? text : undefined;
    });
    if (found === text || (found !== undefined && digest(found) === folded.get(name.toLowerCase()))) continue;
    throw new CommandError(
      `${path.join(folder, name)} was not written by dump, and would be lost. Move it, or name another folder. ` +
        "Nothing was written.",
    );
  }
}

/** What has been changed since stays, and so does a name in another spelling: it may be the new file. */
async function removeStale(folder: string, files: FolderFiles, before: Written, terminal: Terminal): Promise<void> {
  const target = path.resolve(terminal.cwd, folder);
  const current = new Set([...files.keys()].map((name) => name.toLowerCase()));
  for (const [name, wasWritten] of Object.entries(before)) {
    if (current.has(name.toLowerCase())) continue;
    const found = await readFile(path.join(target, name), "utf8").catch(() => undefined);
    if (found === undefined) continue;
    if (digest(found) === wasWritten) {
      await rm(path.join(target, name));
      terminal.note(`removed ${path.join(folder, name)}, which this dump does not have`);
      continue;
    }
    const reason = "this dump does not have it, but it has been changed since dump wrote it";
    tellWarning(terminal, `${path.join(folder, name)} stays: ${reason}`);
  }
}

/** Empty if there is none that is right. Only paths that dump can write count. */
async function readList(target: string): Promise<Written> {
  const text = await readFile(path.join(target, listName), "utf8").catch(() => "");
  const list = parseJson(text);
  if (!isMap(list) || list["version"] !== listVersion || !isMap(list["files"])) return {};
  const entries = Object.entries(list["files"]).filter(
    (entry): entry is [string, string] => splitPath.test(entry[0]) && typeof entry[1] === "string",
  );
  return Object.fromEntries(entries);
}

async function writeList(folder: string, files: Written, terminal: Terminal): Promise<void> {
  const text = `${JSON.stringify({ version: listVersion, files }, null, 2)}\n`;
  await writePrivateFile(path.join(folder, listName), text, terminal);
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
