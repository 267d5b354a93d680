/** Opens artifact files for inspect and serve. */
import { open, readFile } from "node:fs/promises";
import path from "node:path";
import { type Artifact, ArtifactError } from "../artifact/contract.ts";
import { magic } from "../artifact/layout.ts";
import { fileProblem } from "../source/file-problem.ts";
import { type BaseBytes, openLayered } from "./layered.ts";
import { readShared } from "./read-shared.ts";
import { readSignature } from "./signing.ts";
import { CommandError, type Terminal } from "./terminal.ts";

/** How an artifact is called that overlays lie over: by its digest, in the folder where they are. */
export function baseFileOf(overlay: string, digest: string): string {
  return path.join(path.dirname(overlay), `${digest}.rca`);
}

/**
 * @param trust public keys (PEM), one of which must have signed it, inside or in FILE.sig
 * @param running what is open already, if anything: its base is not read again
 * @throws CommandError if the file, or the base of an overlay, cannot be read, ArtifactError if it is no intact artifact of this key
 */
export async function openArtifactFile(
  file: string,
  key: Uint8Array,
  terminal: Terminal,
  trust?: readonly string[],
  running?: Artifact,
): Promise<Artifact> {
  const bytes = await read(file, terminal, "");
  const signature = trust && (await readSignature(file, terminal));
  try {
    return await openLayered(
      bytes,
      key,
      terminal,
      { ...(trust && { trust }), ...(signature && { signature }) },
      { running, find: (digest) => findBase(file, digest, terminal, trust) },
    );
  } catch (error) {
    if (!(error instanceof ArtifactError)) throw error;
    throw new ArtifactError(
      `${file}: ${error.message} Name one that \`rollcall compile\` wrote with this key${trust ? " and signed" : ""}, or compile it again.`,
    );
  }
}

async function findBase(
  overlay: string,
  digest: string,
  terminal: Terminal,
  trust: readonly string[] | undefined,
): Promise<BaseBytes> {
  const file = baseFileOf(overlay, digest);
  const bytes = await read(file, terminal, `${overlay} is an overlay over it; put it there, or compile without --base`);
  const signature = trust && (await readSignature(file, terminal));
  return { bytes, ...(signature && { signature }) };
}

async function read(file: string, { cwd, sharesArtifacts }: Terminal, hint: string): Promise<Uint8Array> {
  const absolute = path.resolve(cwd, file);
  return (sharesArtifacts ? readShared(absolute) : readFile(absolute)).catch((error: unknown) => {
    throw new CommandError(`${file}: cannot be read: ${fileProblem(error)}${hint && `; ${hint}`}.`);
  });
}

/** Whether a file begins as artifacts do; false if it is none, or no file at all. */
export async function isArtifactFile(file: string, { cwd }: Pick<Terminal, "cwd">): Promise<boolean> {
  const handle = await open(path.resolve(cwd, file), "r").catch(() => undefined);
  if (!handle) return false;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(magic.length), 0, magic.length, 0);
    return bytesRead === magic.length && buffer.equals(Buffer.from(magic));
  } catch {
    return false;
  } finally {
    await handle.close();
  }
}
