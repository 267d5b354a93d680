/** The copy of the last good artifact that serve starts with when its source is away. */
import { readdir, readFile, rm, stat } from "node:fs/promises";
import path from "node:path";
import { failureMessage } from "./failure.ts";
import { isArtifactFile } from "./open-artifact-file.ts";
import { CommandError, type Terminal } from "./terminal.ts";
import { requireWritable, writePrivateFile } from "./write-file.ts";

/** A write that was killed is not under way any more after this time. */
const abandonedMs = 60_000;

/**
 * Removes what writes that were killed have left beside it.
 * @throws CommandError if the file cannot be written, or is something that nobody wants to lose
 */
export async function prepareKept(file: string, terminal: Terminal): Promise<void> {
  await requireWritable(file, terminal);
  const absolute = path.resolve(terminal.cwd, file);
  const size = (await stat(absolute).catch(() => undefined))?.size ?? 0;
  if (size > 0 && !(await isArtifactFile(file, terminal))) {
    throw new CommandError(`${file}: --keep would write over this file, which is no artifact; name another one.`);
  }
  const folder = path.dirname(absolute);
  const prefix = `${path.basename(absolute)}.`;
  for (const name of await readdir(folder)) {
    if (!name.startsWith(prefix) || !/^[0-9a-f]{12}\.tmp$/.test(name.slice(prefix.length))) continue;
    const left = path.join(folder, name);
    const written = (await stat(left).catch(() => undefined))?.mtimeMs ?? Date.now();
    if (Date.now() - written > abandonedMs) await rm(left, { force: true });
  }
}

/** A copy that cannot be kept does not stop what is served. */
export async function keepArtifact(file: string, bytes: Uint8Array, terminal: Terminal): Promise<void> {
  try {
    await writePrivateFile(file, bytes, terminal);
  } catch (error) {
    terminal.note(`${terminal.noteStyle.yellow("warning:")} not kept: ${failureMessage(error)}`);
  }
}

/** @param failure why it is needed. @throws CommandError that tells both failures */
export async function openKept<T>(
  file: string,
  failure: unknown,
  open: (bytes: Uint8Array) => T,
  terminal: Terminal,
): Promise<T> {
  const bytes = await readFile(path.resolve(terminal.cwd, file)).catch(() => undefined);
  if (!bytes) throw new CommandError(`${failureMessage(failure)} Nor is there a kept artifact in ${file}.`);
  try {
    const opened = open(bytes);
    terminal.note(
      `${terminal.noteStyle.yellow("warning:")} ${failureMessage(failure)} Serving the artifact kept in ${file}.`,
    );
    return opened;
  } catch (error) {
    throw new CommandError(`${failureMessage(failure)} The kept artifact cannot stand in: ${failureMessage(error)}`);
  }
}
