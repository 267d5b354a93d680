/** Writes a file whole or not at all. */
import { randomBytes } from "node:crypto";
import type { Stats } from "node:fs";
import { access, constants, type FileHandle, open, realpath, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { fileProblem } from "../source/file-problem.ts";
import { CommandError, type Terminal } from "./terminal.ts";

/** Only the owner may read what can hold secrets. */
const privateMode = 0o600;
const publicMode = 0o644;

export interface WriteOptions {
  /** Fail if the file exists. */
  readonly isNew?: boolean;
}

/** All of it, or pieces that are written one after the other. */
type Content = string | Uint8Array | readonly Uint8Array[];

/**
 * Writes to a temporary name in the same folder, flushes it to disk and renames it: whoever opens `file` sees the old
 * or the new content, never a part. The file gets mode 0600.
 * @throws CommandError if it cannot be written; then nothing is left behind
 */
export async function writePrivateFile(
  file: string,
  content: Content,
  { cwd }: Pick<Terminal, "cwd">,
  options: WriteOptions = {},
): Promise<void> {
  await writeWhole(file, content, { ...options, cwd, mode: privateMode });
}

/** As `writePrivateFile`, for what holds no secret and other users are to read: mode 0644. @throws CommandError */
export async function writePublicFile(file: string, content: string, { cwd }: Pick<Terminal, "cwd">): Promise<void> {
  await writeWhole(file, content, { cwd, mode: publicMode });
}

interface Placing extends WriteOptions {
  readonly cwd: string;
  readonly mode: number;
}

async function writeWhole(file: string, content: Content, { cwd, mode, isNew = false }: Placing): Promise<void> {
  const target = path.resolve(cwd, file);
  requireReplaceable(file, await stat(target).catch(() => undefined));
  try {
    if (isNew) await writeFirst(target, content, mode);
    else await replaceFile(target, content, undefined, mode);
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === "EEXIST";
    throw new CommandError(
      exists ? `${file} exists already; it is left as it is.` : `${file}: cannot be written: ${fileProblem(error)}.`,
    );
  }
}

/**
 * Writes a file that is there already, as `writePrivateFile` does, but keeps its mode and, as far as the system allows,
 * its owner. A link stays a link to the file that is written.
 * @throws CommandError if it is not there or cannot be written; then it is left as it was
 */
export async function rewriteFile(file: string, content: string, { cwd }: Pick<Terminal, "cwd">): Promise<void> {
  try {
    const target = await realpath(path.resolve(cwd, file));
    // A rename does not ask whether the file itself may be written.
    await access(target, constants.W_OK);
    await replaceFile(target, content, await stat(target));
  } catch (error) {
    throw new CommandError(`${file}: cannot be written: ${fileProblem(error)}; it is left as it was.`);
  }
}

/**
 * Refuses early what could not be written, so that a command that writes two files does not stop after the first.
 * @throws CommandError if the folder is not there or not writable, or the target is a folder (or, with isNew, exists)
 */
export async function requireWritable(
  file: string,
  { cwd }: Pick<Terminal, "cwd">,
  options: WriteOptions = {},
): Promise<void> {
  const target = path.resolve(cwd, file);
  const existing = await stat(target).catch(() => undefined);
  if (existing && options.isNew) throw new CommandError(`${file} exists already; it is left as it is.`);
  requireReplaceable(file, existing);
  try {
    if (existing?.isDirectory()) throw Object.assign(new Error("is a folder"), { code: "EISDIR" });
    await access(path.dirname(target), constants.W_OK);
  } catch (error) {
    throw new CommandError(`${file}: cannot be written: ${fileProblem(error)}.`);
  }
}

/** A file that took the place of `/dev/stdout` or `/dev/null` would break the system for everybody. */
function requireReplaceable(file: string, existing: Stats | undefined): void {
  // What other tools write to standard output for; `./-` is a file of that name.
  if (file === "-") throw new CommandError("`-` is no file to write to: name one.");
  if (!existing || existing.isFile() || existing.isDirectory()) return;
  throw new CommandError(`${file}: cannot be written: it is a device, pipe or socket. Name a regular file.`);
}

/** Under its own name at once: of two that write it, one finds that it exists. */
async function writeFirst(target: string, content: Content, mode: number): Promise<void> {
  try {
    await writeNew(target, content, undefined, mode);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") await rm(target, { force: true });
    throw error;
  }
}

async function writeNew(target: string, content: Content, likeFile?: Stats, mode = privateMode): Promise<void> {
  const handle = await open(target, "wx", mode);
  try {
    const pieces = typeof content === "string" || content instanceof Uint8Array ? [content] : content;
    // Each goes behind the one before.
    for (const piece of pieces) await handle.writeFile(piece);
    if (likeFile) await takeOver(handle, likeFile);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The mode last: a change of the owner takes bits away from it. */
async function takeOver(handle: FileHandle, { mode, uid, gid }: Stats): Promise<void> {
  await handle.chown(uid, gid).catch(() => undefined);
  await handle.chmod(mode & 0o7777);
}

async function replaceFile(target: string, content: Content, likeFile?: Stats, mode = privateMode): Promise<void> {
  const temporary = `${target}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    await writeNew(temporary, content, likeFile, mode);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(path.dirname(target));
}

/** Makes the rename itself last; not every file system lets a folder be opened. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => undefined);
  if (!handle) return;
  await handle.sync().catch(() => undefined);
  await handle.close();
}
