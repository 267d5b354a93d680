/** Whether a file, or a folder, is there. */
import { stat } from "node:fs/promises";
import path from "node:path";
import type { Terminal } from "./terminal.ts";

export async function isThere(file: string, { cwd }: Pick<Terminal, "cwd">): Promise<boolean> {
  return stat(path.resolve(cwd, file)).then(
    () => true,
    () => false,
  );
}
