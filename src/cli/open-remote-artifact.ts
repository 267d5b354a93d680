/** Opens the artifact that a web server or Redis has now, once: what `inspect` shows of it. */
import { type Artifact, ArtifactError } from "../artifact/contract.ts";
import { openLayered } from "./layered.ts";
import { openOrigin } from "./open-origin.ts";
import type { RemoteOptions } from "./source-options.ts";
import { CommandError, type Terminal } from "./terminal.ts";

/**
 * @param trust public keys (PEM), one of which must have signed it
 * @throws CommandError if the place does not answer, ArtifactError for what is no intact artifact of this key, or not the promised one
 */
export async function openRemoteArtifact(
  address: string,
  key: Uint8Array,
  options: RemoteOptions,
  terminal: Terminal,
  trust?: readonly string[],
): Promise<Artifact> {
  const origin = await openOrigin(address, options, terminal);
  try {
    const candidate = await origin.take();
    if (!candidate) throw new CommandError(`${origin.name}: there is no artifact.`);
    const { bytes, version } = candidate;
    const artifact = await openLayered(bytes, key, terminal, trust ? { trust } : {}, {
      find: async (digest) => ({ bytes: await origin.base(digest) }),
    });
    const { digest } = artifact.meta;
    if (version.digest === undefined || version.digest === digest) return artifact;
    throw new ArtifactError(`Its digest is ${digest}, and ${version.digest} was promised.`);
  } catch (error) {
    if (error instanceof ArtifactError) throw new ArtifactError(`${origin.name}: ${error.message}`);
    throw error;
  } finally {
    await origin.close();
  }
}
