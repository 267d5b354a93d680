/** A lock beside a file: another file, which only one can create (O_EXCL of open(2)). */
import { readFile, rm, writeFile } from "node:fs/promises";
import { GatewayError, type GatewayLock } from "./contract.ts";

/** @param file that is to be written */
export function fileLock(file: string): GatewayLock {
  const lockFile = `${file}.rollcall-lock`;
  const isHeldBy = async (holder: string): Promise<boolean> =>
    (await readFile(lockFile, "utf8").catch(() => "")) === `${holder}\n`;
  return {
    async take(holder) {
      try {
        await writeFile(lockFile, `${holder}\n`, { flag: "wx", mode: 0o600 });
        return "taken";
      } catch (error) {
        if (codeOf(error) !== "EEXIST") throw new GatewayError(`cannot write ${lockFile} (${codeOf(error)})`, 0);
      }
      const text = await readFile(lockFile, "utf8").catch(() => "");
      return { heldBy: text.trim() || "somebody who did not say who" };
    },
    keep: isHeldBy,
    async release(holder) {
      if (holder === undefined || (await isHeldBy(holder))) await rm(lockFile, { force: true });
    },
  };
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown error";
}
