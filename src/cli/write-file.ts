/** Writes a file whole or not at all. */
import { randomBytes } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import path from "node:path";
import { CommandError, type Terminal } from "./terminal.ts";

/** Only the owner may read what can hold secrets. */
const privateMode = 0o600;

export interface WriteOptions {
  /** Fail if the file exists. */
  readonly isNew?: boolean;
}

/**
 * Writes to a temporary name in the same folder, flushes it to disk and renames it: whoever opens `file` sees the old
 * or the new content, never a part. The file gets mode 0600.
 * @throws CommandError if it cannot be written; then nothing is left behind
 */
export async function writePrivateFile(
  file: string,
  content: string | Uint8Array,
  { cwd }: Pick<Terminal, "cwd">,
  options: WriteOptions = {},
): Promise<void> {
  const target = path.resolve(cwd, file);
  try {
    if (options.isNew) await writeNew(target, content);
    else await replaceFile(target, content);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "unknown error";
    throw new CommandError(
      code === "EEXIST" ? `${file} exists already; it is left as it is.` : `${file}: cannot be written (${code}).`,
    );
  }
}

async function writeNew(target: string, content: string | Uint8Array): Promise<void> {
  const handle = await open(target, "wx", privateMode);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function replaceFile(target: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${target}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    await writeNew(temporary, content);
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
