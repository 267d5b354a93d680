/** Opens artifact files for inspect and serve. */
import { open, readFile } from "node:fs/promises";
import path from "node:path";
import { type Artifact, ArtifactError } from "../artifact/contract.ts";
import { environmentReferences } from "../artifact/environment.ts";
import { magic } from "../artifact/layout.ts";
import { openArtifact } from "../artifact/reader.ts";
import { nodeCrypto } from "../crypto/node.ts";
import { fileProblem } from "../source/file-problem.ts";
import { CommandError, type Terminal } from "./terminal.ts";

/** @throws ArtifactError for bytes that are no intact artifact of this key */
export function openArtifactBytes(bytes: Uint8Array, key: Uint8Array, terminal: Terminal): Artifact {
  const resolveReference = environmentReferences(terminal.environment);
  return openArtifact(bytes, { crypto: nodeCrypto, key, resolveReference });
}

/** @throws CommandError if the file cannot be read, ArtifactError if it is no intact artifact of this key */
export async function openArtifactFile(file: string, key: Uint8Array, terminal: Terminal): Promise<Artifact> {
  const bytes = await readFile(path.resolve(terminal.cwd, file)).catch((error: unknown) => {
    throw new CommandError(`${file}: cannot be read: ${fileProblem(error)}.`);
  });
  try {
    return openArtifactBytes(bytes, key, terminal);
  } catch (error) {
    if (!(error instanceof ArtifactError)) throw error;
    throw new ArtifactError(
      `${file}: ${error.message} Name one that \`rollcall compile\` wrote with this key, or compile it again.`,
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
