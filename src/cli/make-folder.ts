/** Makes a folder to write files into. */
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { fileProblem } from "../source/file-problem.ts";
import { CommandError, type Terminal } from "./terminal.ts";

/** One that is there is right too. @throws CommandError */
export async function makeFolder(folder: string, { cwd }: Pick<Terminal, "cwd">): Promise<void> {
  await mkdir(path.resolve(cwd, folder), { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    const problem = error.code === "EEXIST" ? "a file has this name already" : fileProblem(error);
    throw new CommandError(`${folder}: this folder cannot be made: ${problem}.`);
  });
}
