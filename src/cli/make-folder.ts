/** Makes a folder to write files into. */
import { mkdir, stat } from "node:fs/promises";
import path from "node:path";
import { fileProblem } from "../source/file-problem.ts";
import { CommandError, type Terminal } from "./terminal.ts";

/** One that is there is right too. @throws CommandError */
export async function makeFolder(folder: string, { cwd }: Pick<Terminal, "cwd">): Promise<void> {
  await makeLevels(path.resolve(cwd, folder)).catch((error: NodeJS.ErrnoException) => {
    const problem = error.code === "EEXIST" ? "a file has this name already" : fileProblem(error);
    throw new CommandError(`${folder}: this folder cannot be made: ${problem}.`);
  });
}

/** One level after the other: Node's own `recursive` tries without end where a folder is there in which none can be made, as `/proc`. */
async function makeLevels(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST" && (await isFolder(folder))) return;
    const above = path.dirname(folder);
    if (code !== "ENOENT" || (await isFolder(above))) throw error;
    await makeLevels(above);
    await mkdir(folder);
  }
}

async function isFolder(name: string): Promise<boolean> {
  return await stat(name).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
