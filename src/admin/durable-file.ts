/** Files that survive a power cut: read only if they are ordinary files, written whole or not at all. */
import { type FileHandle, open, readFile, rename, stat, unlink } from "node:fs/promises";
import { dirname } from "node:path";
import { StateError } from "./contract.ts";

/** Undefined: there is none. @param role what the file is, for people. @throws StateError */
export async function readOrdinary(path: string, role: string): Promise<Buffer | undefined> {
  try {
    const found = await stat(path);
    // Devices and pipes may never end.
    if (found.isFile()) return await readFile(path);
    throw new StateError(`${role} ${path} is ${found.isDirectory() ? "a folder" : "a device or pipe"}; name a file`);
  } catch (error) {
    if (error instanceof StateError) throw error;
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT") return undefined;
    throw new StateError(
      `${role} ${path} cannot be read (${String(code)}); let this user read and write it, or name another`,
    );
  }
}

export interface Replacement {
  /** From the first moment of this on, the new file may be there. */
  putInPlace(): Promise<void>;
}

/** Writes beside the file and flushes. If that fails, nothing has changed. */
export async function writeBeside(path: string, bytes: Buffer): Promise<Replacement> {
  const temporary = `${path}.tmp`;
  try {
    // One that was left behind may be readable by others.
    await unlink(temporary).catch(() => undefined);
    await withFile(temporary, "wx", async (file) => {
      await file.writeFile(bytes);
      await file.sync();
    });
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
  return {
    async putInPlace() {
      await rename(temporary, path);
      await flushFolder(path);
    },
  };
}

/** What was made, renamed or removed beside `path` stays so. */
export async function flushFolder(path: string): Promise<void> {
  await withFile(dirname(path), "r", (folder) => folder.sync());
}

async function withFile(path: string, flags: string, use: (file: FileHandle) => Promise<void>): Promise<void> {
  const file = await open(path, flags, 0o600);
  try {
    await use(file);
  } finally {
    await file.close();
  }
}
