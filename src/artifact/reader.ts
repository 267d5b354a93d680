/** Opens artifacts: one that stands alone, or an overlay over the one that it was made for. */
import type { AuthPlugin } from "../model/auth.ts";
import { readBase, readContent } from "./container.ts";
import { type Artifact, ArtifactError } from "./contract.ts";
import { deriveKeys } from "./keys.ts";
import { mergedClaims, mergeTables } from "./merged.ts";
import type { OverlayHead } from "./overlay-section.ts";
import { type OpenOptions, openTable, type Table } from "./table.ts";

export type { OpenOptions } from "./table.ts";

const tables = new WeakMap<Artifact, Table>();
const bases = new WeakMap<Artifact, Artifact>();

/**
 * Opens an artifact that lies in memory, shared or not; the bytes must not change afterwards.
 *
 * @throws ArtifactError for anything but an intact artifact of this key that stands alone
 */
export function openArtifact(bytes: Uint8Array, options: OpenOptions): Artifact {
  const table = openTable(bytes, options);
  if (table.overlay) {
    throw new ArtifactError(
      `This is an overlay: changes to the artifact ${table.overlay.base}, without which it says nothing.`,
    );
  }
  tables.set(table.artifact, table);
  return table.artifact;
}

/**
 * Opens an overlay. What it gives is as if all had been compiled anew, but that references of the base are not resolved
 * again, lines are those that the base was made from, and `warnings` are of the overlay only.
 *
 * @param base opened by `openArtifact`; it stays as it is, and may go on serving meanwhile
 * @throws ArtifactError for anything but an intact overlay of this key over this very base
 */
export function openOverlay(bytes: Uint8Array, base: Artifact, options: OpenOptions): Artifact {
  const under = tableOf(base);
  const belongs = (head: OverlayHead | undefined): OverlayHead => {
    if (!head) throw new ArtifactError("This is no overlay: it stands alone.");
    if (head.base !== base.meta.digest) {
      throw new ArtifactError(`It is an overlay of the artifact ${head.base}, and this one is ${base.meta.digest}.`);
    }
    if ((head.hidden.at(-1) ?? -1) >= base.consumerCount) {
      throw new ArtifactError("The artifact is damaged or not one: it hides consumers that its base does not have.");
    }
    return head;
  };
  const over = openTable(bytes, options, (head) => {
    const { hidden } = belongs(head);
    const claims = mergedClaims(under, new Set(hidden));
    return (plugin: AuthPlugin, digest: Uint8Array) => claims(plugin, digest).length > 0;
  });
  const merged = mergeTables(under, over, belongs(over.overlay));
  bases.set(merged, base);
  return merged;
}

/** What an overlay lies over; an artifact that stands alone is its own base. */
export function baseOf(artifact: Artifact): Artifact {
  return bases.get(artifact) ?? artifact;
}

/** The digest (hex) of the artifact that must be opened first; undefined if these bytes stand alone. @throws ArtifactError */
export function baseDigest(bytes: Uint8Array, { crypto, key }: KeyedBy): string | undefined {
  return readBase(bytes, crypto, deriveKeys(crypto, key));
}

/** The digest (hex) that a signature is made of; nothing but the directory is verified. @throws ArtifactError */
export function contentOf(bytes: Uint8Array, { crypto, key }: KeyedBy): string {
  return readContent(bytes, crypto, deriveKeys(crypto, key));
}

type KeyedBy = Pick<OpenOptions, "crypto" | "key">;

/** For those who compare artifacts record by record. @throws ArtifactError for an overlay, or what was not opened here */
export function tableOf(artifact: Artifact): Table {
  const table = tables.get(artifact);
  if (!table) throw new ArtifactError("An overlay lies over an artifact that stands alone, not over another overlay.");
  return table;
}
