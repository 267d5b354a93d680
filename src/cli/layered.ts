/** Opens an artifact whether it stands alone or is an overlay, whose base is then found first. */
import type { Artifact } from "../artifact/contract.ts";
import { environmentReferences } from "../artifact/environment.ts";
import { baseDigest, baseOf, openArtifact, openOverlay } from "../artifact/reader.ts";
import { nodeCrypto } from "../crypto/node.ts";
import { nextTurn } from "./next-turn.ts";
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

type Surroundings = Pick<Terminal, "environment" | "sharesArtifacts">;

/** An artifact as another thread of this process can open it, without a copy of its bytes. */
export interface SharedArtifact {
  readonly key: Uint8Array;
  /** The one that stands alone, then the overlay over it, if there is one. */
  readonly layers: readonly SharedArrayBuffer[];
}

const opened = new WeakMap<Artifact, { readonly key: Uint8Array; readonly bytes: Uint8Array }>();

/** @throws ArtifactError for bytes that are no intact artifact of this key, or not signed as is asked for */
export function openArtifactBytes(
  bytes: Uint8Array,
  key: Uint8Array,
  terminal: Surroundings,
  trusted: TrustOptions = {},
): Artifact {
  const held = terminal.sharesArtifacts ? inSharedMemory(bytes) : bytes;
  const artifact = openArtifact(held, openOptions(key, terminal, trusted));
  opened.set(artifact, { key, bytes: held });
  return artifact;
}

/** Of an artifact that was opened here; its bytes are copied unless they lie in shared memory already. */
export function shareArtifact(artifact: Artifact): SharedArtifact {
  const base = baseOf(artifact);
  const layers = (base === artifact ? [artifact] : [base, artifact]).map((layer) => {
    const known = opened.get(layer);
    if (!known) throw new Error("this artifact was not opened from bytes that can be shared");
    return { key: known.key, buffer: inSharedMemory(known.bytes).buffer };
  });
  return { key: layers[0]?.key ?? new Uint8Array(), layers: layers.map(({ buffer }) => buffer) };
}

/** Signatures were asked for by the thread that shares it. */
export function openShared({ key, layers }: SharedArtifact, terminal: Surroundings): Artifact {
  const [base, overlay] = layers.map((buffer) => new Uint8Array(buffer));
  if (!base) throw new Error("an artifact has at least one layer");
  const artifact = openArtifactBytes(base, key, terminal);
  return overlay ? openOverlay(overlay, artifact, openOptions(key, terminal, {})) : artifact;
}

function inSharedMemory(bytes: Uint8Array): Uint8Array<SharedArrayBuffer> {
  const { buffer } = bytes;
  if (buffer instanceof SharedArrayBuffer && buffer.byteLength === bytes.length) return new Uint8Array(buffer);
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  copy.set(bytes);
  return copy;
}

/** @throws ArtifactError as `openArtifactBytes` does, of the overlay or its base; CommandError if that is not to be had */
export async function openLayered(
  bytes: Uint8Array,
  key: Uint8Array,
  terminal: Surroundings,
  trusted: TrustOptions,
  { running, find }: Bases,
): Promise<Artifact> {
  const digest = baseDigest(bytes, { crypto: nodeCrypto, key });
  if (digest === undefined) return openArtifactBytes(bytes, key, terminal, trusted);
  const known = running && baseOf(running);
  const base = known?.meta.digest === digest ? known : await openBase(digest);
  const held = terminal.sharesArtifacts ? inSharedMemory(bytes) : bytes;
  await nextTurn();
  const artifact = openOverlay(held, base, openOptions(key, terminal, trusted));
  opened.set(artifact, { key, bytes: held });
  await nextTurn();
  return artifact;

  async function openBase(wanted: string): Promise<Artifact> {
    const { bytes: found, signature } = await find(wanted);
    const { trust } = trusted;
    return openArtifactBytes(found, key, terminal, { ...(trust && { trust }), ...(signature && { signature }) });
  }
}

function openOptions(key: Uint8Array, { environment }: Surroundings, trusted: TrustOptions) {
  return { crypto: nodeCrypto, key, resolveReference: environmentReferences(environment), ...trusted };
}
