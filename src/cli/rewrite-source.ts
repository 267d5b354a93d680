/** Writes the changed text of a file that was read before, if it is still what it was then. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { TextChange } from "../report/unified-diff.ts";
import { CommandError, type Terminal } from "./terminal.ts";
import { rewriteFile } from "./write-file.ts";

/** Returns why it could not be written, if so. */
export async function rewriteSource(
  { file, before, after }: TextChange,
  terminal: Pick<Terminal, "cwd">,
): Promise<string | undefined> {
  const current = await readFile(path.resolve(terminal.cwd, file), "utf8").catch(() => undefined);
  if (current !== before) return `${file}: has changed meanwhile; it is left as it is.`;
  try {
    await rewriteFile(file, after, terminal);
    return undefined;
  } catch (error) {
    if (error instanceof CommandError) return error.message;
    throw error;
  }
}
