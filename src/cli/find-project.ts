/** Finds the settings of the project that a folder belongs to. Done by every command, so it looks and reads nothing. */
import { lstatSync, type Stats, statSync } from "node:fs";
import path from "node:path";
import { CommandError } from "./terminal.ts";

const fileNames = ["yaml", "yml", "json", "ts", "mjs"].map((ending) => `rollcall.config.${ending}`);

/**
 * The first rollcall.config file from `folder` upwards; the search ends at a folder with `.git`.
 * @throws CommandError for a file that somebody else may have put there: it could send secrets elsewhere, or run code;
 * and for a link that leads nowhere: without the settings that it stands for, less would be checked
 */
export function findProjectFile(folder: string): string | undefined {
  for (const fileName of fileNames) {
    const file = path.join(folder, fileName);
    const status = statOf(file);
    if (!status) requireNoLink(file);
    if (!status?.isFile()) continue;
    requireTrusted(file);
    return file;
  }
  const parent = path.dirname(folder);
  return parent === folder || statOf(path.join(folder, ".git")) ? undefined : findProjectFile(parent);
}

function requireNoLink(file: string): void {
  if (statOf(file, lstatSync)?.isSymbolicLink() !== true) return;
  throw new CommandError(`${file}: cannot be read: its link leads nowhere. Mend or remove it; or add --no-config.`);
}

/** In a folder like /tmp anybody can put a file above the work of others. */
function requireTrusted(file: string): void {
  const isOpenToAll = ((statOf(path.dirname(file))?.mode ?? 0) & 0o002) !== 0;
  const owner = statOf(file)?.uid;
  if (process.platform === "win32" || !isOpenToAll || owner === process.getuid?.() || owner === 0) return;
  throw new CommandError(
    `${file} belongs to another user and stands in a folder that everybody can write to. ` +
      "If you trust it, name it with --config; else add --no-config.",
  );
}

function statOf(file: string, look: typeof statSync | typeof lstatSync = statSync): Stats | undefined {
  try {
    return look(file, { throwIfNoEntry: false });
  } catch {
    // A folder that cannot be looked into holds no settings for us.
    return undefined;
  }
}
