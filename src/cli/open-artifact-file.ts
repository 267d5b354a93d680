/** Opens artifact files for inspect and serve. */
import { open, readFile } from "node:fs/promises";
import path from "node:path";
import { type Artifact, ArtifactError } from "../artifact/contract.ts";
import { environmentReferences } from "../artifact/environment.ts";
import { magic } from "../artifact/layout.ts";
import { openArtifact } from "../artifact/reader.ts";
import { nodeCrypto } from "../crypto/node.ts";
import { fileProblem } from "../source/file-problem.ts";
import { readSignature } from "./signing.ts";
import { CommandError, type Terminal } from "./terminal.ts";

/** Whose signatures are asked for; nobody's by default. */
export interface TrustOptions {
  /** Public keys, PEM. */
  readonly trust?: readonly string[];
  /** One that stands beside the artifact. */
  readonly signature?: Uint8Array;
}

/** @throws ArtifactError for bytes that are no intact artifact of this key, or not signed as is asked for */
export function openArtifactBytes(
  bytes: Uint8Array,
  key: Uint8Array,
  terminal: Terminal,
  trusted: TrustOptions = {},
): Artifact {
  const resolveReference = environmentReferences(terminal.environment);
  return openArtifact(bytes, { crypto: nodeCrypto, key, resolveReference, ...trusted });
}

/**
 * @param trust public keys (PEM), one of which must have signed it, inside or in FILE.sig
 * @throws CommandError if the file cannot be read, ArtifactError if it is no intact artifact of this key
 */
export async function openArtifactFile(
  file: string,
  key: Uint8Array,
  terminal: Terminal,
  trust?: readonly string[],
): Promise<Artifact> {
  const bytes = await readFile(path.resolve(terminal.cwd, file)).catch((error: unknown) => {
    throw new CommandError(`${file}: cannot be read: ${fileProblem(error)}.`);
  });
  const signature = trust && (await readSignature(file, terminal));
  try {
    return openArtifactBytes(bytes, key, terminal, { ...(trust && { trust }), ...(signature && { signature }) });
  } catch (error) {
    if (!(error instanceof ArtifactError)) throw error;
    throw new ArtifactError(
      `${file}: ${error.message} Name one that \`rollcall compile\` wrote with this key${trust ? " and signed" : ""}, or compile it again.`,
    );
  }
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
