/** Opens an artifact whether it stands alone or is an overlay, whose base is then found first. */
import type { Artifact } from "../artifact/contract.ts";
import { environmentReferences } from "../artifact/environment.ts";
import { baseDigest, baseOf, openArtifact, openOverlay } from "../artifact/reader.ts";
import { nodeCrypto } from "../crypto/node.ts";
import type { Terminal } from "./terminal.ts";

/** Whose signatures are asked for; nobody's by default. */
export interface TrustOptions {
  /** Public keys, PEM. */
  readonly trust?: readonly string[];
  /** One that stands beside the artifact. */
  readonly signature?: Uint8Array;
}

/** What stands under an overlay. */
export interface BaseBytes {
  readonly bytes: Uint8Array;
  /** One that stands beside it. */
  readonly signature?: Uint8Array;
}

export interface Bases {
  /** What is open already: its base is not read again if it is the one. */
  readonly running?: Artifact | undefined;
  /** @param digest hex. @throws CommandError if it is not to be had */
  find(digest: string): Promise<BaseBytes>;
}

/** @throws ArtifactError for bytes that are no intact artifact of this key, or not signed as is asked for */
export function openArtifactBytes(
  bytes: Uint8Array,
  key: Uint8Array,
  terminal: Pick<Terminal, "environment">,
  trusted: TrustOptions = {},
): Artifact {
  return openArtifact(bytes, openOptions(key, terminal, trusted));
}

/** @throws ArtifactError as `openArtifactBytes` does, of the overlay or its base; CommandError if that is not to be had */
export async function openLayered(
  bytes: Uint8Array,
  key: Uint8Array,
  terminal: Pick<Terminal, "environment">,
  trusted: TrustOptions,
  { running, find }: Bases,
): Promise<Artifact> {
  const digest = baseDigest(bytes, { crypto: nodeCrypto, key });
  if (digest === undefined) return openArtifactBytes(bytes, key, terminal, trusted);
  const known = running && baseOf(running);
  const base = known?.meta.digest === digest ? known : await openBase(digest);
  return openOverlay(bytes, base, openOptions(key, terminal, trusted));

  async function openBase(wanted: string): Promise<Artifact> {
    const { bytes: found, signature } = await find(wanted);
    const { trust } = trusted;
    return openArtifactBytes(found, key, terminal, { ...(trust && { trust }), ...(signature && { signature }) });
  }
}

function openOptions(key: Uint8Array, { environment }: Pick<Terminal, "environment">, trusted: TrustOptions) {
  return { crypto: nodeCrypto, key, resolveReference: environmentReferences(environment), ...trusted };
}
