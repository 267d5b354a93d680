/** The copy of the last good artifact that serve starts with when its source is away. */
import { readdir, readFile, rm, stat } from "node:fs/promises";
import path from "node:path";
import { header } from "../artifact/layout.ts";
import { failureMessage } from "./failure.ts";
import { isThere } from "./is-there.ts";
import { isArtifactFile } from "./open-artifact-file.ts";
import { CommandError, type Terminal, tellWarning } from "./terminal.ts";
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

export interface KeptArtifact {
  readonly bytes: Uint8Array;
  /** What an overlay lies over, if it has been fetched; else it is kept already. */
  readonly base: Uint8Array | undefined;
  /** Hex. */
  readonly baseDigest: string | undefined;
}

/** The base of an overlay has a name of its own, so that at any moment what is kept fits together. */
function baseFile(file: string, digest: string): string {
  return `${file}.${digest}.base`;
}

/** A copy that cannot be kept does not stop what is served. */
export async function keepArtifact(
  file: string,
  { bytes, base, baseDigest }: KeptArtifact,
  terminal: Terminal,
): Promise<void> {
  try {
    if (baseDigest !== undefined) await keepBase(file, baseDigest, base, terminal);
    await writePrivateFile(file, bytes, terminal);
    await removeBases(file, baseDigest, terminal);
  } catch (error) {
    tellWarning(terminal, `not kept: ${failureMessage(error)}`);
  }
}

/** @param bytes absent where the artifact that is kept is the base itself */
async function keepBase(file: string, digest: string, bytes: Uint8Array | undefined, terminal: Terminal) {
  const target = baseFile(file, digest);
  if (await isThere(target, terminal)) return;
  const base = bytes ?? (await readFile(path.resolve(terminal.cwd, file)));
  if (!isNamed(base, digest)) throw new CommandError(`${file}: it is not the artifact that the overlay lies over.`);
  await writePrivateFile(target, base, terminal);
}

function isNamed(artifact: Uint8Array, digest: string): boolean {
  return Buffer.from(artifact.subarray(header.digest, header.tag)).toString("hex") === digest;
}

async function removeBases(file: string, kept: string | undefined, { cwd }: Terminal): Promise<void> {
  const absolute = path.resolve(cwd, file);
  const prefix = `${path.basename(absolute)}.`;
  for (const name of await readdir(path.dirname(absolute))) {
    const digest = name.startsWith(prefix) ? /^([0-9a-f]{64})\.base$/.exec(name.slice(prefix.length))?.[1] : undefined;
    if (digest !== undefined && digest !== kept) await rm(path.join(path.dirname(absolute), name), { force: true });
  }
}

/** @param failure why it is needed. @throws CommandError that tells both failures */
export async function openKept<T>(
  file: string,
  failure: unknown,
  open: (files: { readonly bytes: Uint8Array; find(digest: string): Promise<Uint8Array> }) => Promise<T>,
  terminal: Terminal,
): Promise<T> {
  const bytes = await readFile(path.resolve(terminal.cwd, file)).catch(() => undefined);
  if (!bytes) throw new CommandError(`${failureMessage(failure)} Nor is there a kept artifact in ${file}.`);
  try {
    const find = async (digest: string): Promise<Uint8Array> =>
      readFile(path.resolve(terminal.cwd, baseFile(file, digest))).catch(() => {
        throw new CommandError(`${baseFile(file, digest)}, which it lies over, cannot be read.`);
      });
    const opened = await open({ bytes, find });
    tellWarning(terminal, `${failureMessage(failure)} Serving the artifact kept in ${file}.`);
    return opened;
  } catch (error) {
    throw new CommandError(`${failureMessage(failure)} The kept artifact cannot stand in: ${failureMessage(error)}`);
  }
}
