/** `compile --base`: the changes since an artifact, or the whole where they are too many. */
import { link, readFile } from "node:fs/promises";
import path from "node:path";
import type { Artifact } from "../artifact/contract.ts";
import { baseOf } from "../artifact/reader.ts";
import type { Sign } from "../artifact/signature.ts";
import { compileOverlay } from "../compile/overlay.ts";
import { nodeCrypto } from "../crypto/node.ts";
import { version } from "../version.ts";
import type { Compiled } from "./compile-inputs.ts";
import { isThere } from "./is-there.ts";
import { openArtifactBytes } from "./layered.ts";
import { baseFileOf } from "./open-artifact-file.ts";
import { signatureFileOf } from "./signing.ts";
import type { Terminal } from "./terminal.ts";
import { writePrivateFile } from "./write-file.ts";

export interface OverlayCommandOptions {
  readonly out: string;
  readonly base: string;
  /** Percent of the base's consumers. */
  readonly maxOverlay: number;
}

/**
 * @param previous what was written last: an artifact, or an overlay, whose base is kept
 * @returns undefined if a whole artifact is to be written
 */
export async function overlayOver(
  previous: Artifact,
  { whole: joined, config }: Compiled,
  { out, base: file, maxOverlay }: OverlayCommandOptions,
  key: Uint8Array,
  terminal: Terminal,
  sign?: Sign,
): Promise<Uint8Array | undefined> {
  const base = baseOf(previous);
  const whole = openArtifactBytes(joined(), key, terminal);
  const overlay = compileOverlay(config, whole, {
    crypto: nodeCrypto,
    key,
    tool: `rollcall/${version}`,
    base,
    largestShare: maxOverlay / 100,
    ...(sign && { sign }),
  });
  if (!overlay) {
    terminal.note(`more than ${maxOverlay} % of the consumers of ${file} have changed: all is written anew`);
    return undefined;
  }
  const held = previous.meta.overlay ? baseFileOf(file, base.meta.digest) : file;
  const kept = baseFileOf(out, base.meta.digest);
  await keep(held, kept, terminal);
  await keep(signatureFileOf(held), signatureFileOf(kept), terminal);
  return overlay;
}

/** Another name of the same file, for the one that it has is about to be another file's; a copy where that cannot be. */
async function keep(held: string, kept: string, terminal: Terminal): Promise<void> {
  if (!(await isThere(held, terminal)) || (await isThere(kept, terminal))) return;
  const [from, to] = [path.resolve(terminal.cwd, held), path.resolve(terminal.cwd, kept)];
  await link(from, to).catch(async () => writePrivateFile(kept, await readFile(from), terminal));
}
