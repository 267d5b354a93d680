/** `rollcall compile`: files to an artifact, or whether an artifact is still theirs. */
import { rm } from "node:fs/promises";
import path from "node:path";
import { compareArtifacts } from "../artifact/compare.ts";
import type { Artifact } from "../artifact/contract.ts";
import { joinPieces, lengthOf } from "../artifact/pieces.ts";
import { baseOf, contentOf } from "../artifact/reader.ts";
import { signedMessage } from "../artifact/signature.ts";
import { nodeCrypto } from "../crypto/node.ts";
import { renderRecordChanges } from "../report/artifact-text.ts";
import { count } from "../report/count.ts";
import { type Compiled, type CompileInputOptions, compileInputs } from "./compile-inputs.ts";
import { overlayOver } from "./compile-overlay.ts";
import { isThere } from "./is-there.ts";
import { type KeyOptions, requireKey } from "./key.ts";
import { openArtifactBytes } from "./layered.ts";
import { openArtifactFile } from "./open-artifact-file.ts";
import { readSigner, readTrusted, signatureFileOf } from "./signing.ts";
import { CommandError, exitCodes, type Terminal } from "./terminal.ts";
import { requireWritable, writePrivateFile } from "./write-file.ts";

export interface CompileCommandOptions extends CompileInputOptions, KeyOptions {
  readonly out: string;
  readonly check?: boolean;
  readonly sign?: string;
  readonly detached?: boolean;
  /** What was written last: the changes since are written, as an overlay. */
  readonly base?: string;
  /** Percent. */
  readonly maxOverlay: number;
  readonly trust: readonly string[];
}

export async function runCompile(
  inputs: readonly string[],
  options: CompileCommandOptions,
  terminal: Terminal,
): Promise<number> {
  const { out, check, sign, detached, base } = options;
  if (check && base) throw new CommandError("--check writes nothing: --base says what an overlay is written over.");
  if (check && sign) throw new CommandError("--check writes nothing: --sign has nothing to sign.");
  if (detached && !sign) throw new CommandError("--detached says where the signature of --sign goes: give both.");
  if (!check && options.trust.length > 0) throw new CommandError("--trust belongs to --check: give both.");
  const key = await requireKey(options, terminal);
  const trust = await readTrusted(options.trust, terminal);
  const signer = sign ? await readSigner(sign, terminal) : undefined;
  if (!check) for (const file of detached ? [out, signatureFileOf(out)] : [out]) await requireWritable(file, terminal);
  // Before anything is compiled: a wrong one is told at once.
  const previous = base === undefined ? undefined : await openArtifactFile(base, key, terminal);
  const signInside = detached ? undefined : signer;
  const compiled = await compileInputs(inputs, options, key, terminal, signInside);
  if (!compiled) return exitCodes.findings;
  if (check) return checkCommitted(compiled, key, trust, options, terminal);
  const overlay =
    previous && base !== undefined
      ? await overlayOver(previous, compiled, { ...options, base }, key, terminal, signInside)
      : undefined;
  const pieces = overlay ? [overlay] : compiled.pieces;
  await writePrivateFile(out, pieces, terminal);
  // One that is there already is of another artifact.
  if (detached && signer) {
    const content = contentOf(joinPieces(pieces), { crypto: nodeCrypto, key });
    const signature = Buffer.from(signer(signedMessage(content))).toString("base64");
    await writePrivateFile(signatureFileOf(out), `${signature}\n`, terminal);
  } else await rm(path.resolve(terminal.cwd, signatureFileOf(out)), { force: true });
  const { consumers, routes } = compiled.config;
  const credentials = consumers.reduce((sum, consumer) => sum + consumer.credentials.length, 0);
  const held = [
    count(consumers.length, "consumer"),
    count(credentials, "credential"),
    count(routes.length, "route"),
    count(lengthOf(pieces), "byte"),
    ...(overlay && previous ? [`an overlay over ${baseOf(previous).meta.digest.slice(0, 12)}`] : []),
    ...(signer ? ["signed"] : []),
  ];
  terminal.out(`wrote ${out}: ${held.join(", ")}`);
  return exitCodes.fine;
}

/** A signature is no part of what is compared: who checks need not be able to sign. */
async function checkCommitted(
  { whole }: Compiled,
  key: Uint8Array,
  trust: readonly string[],
  { out }: CompileCommandOptions,
  terminal: Terminal,
): Promise<number> {
  if (!(await isThere(out, terminal))) {
    terminal.out(`${out} is missing: compile it.`);
    return exitCodes.findings;
  }
  const committed = await openArtifactFile(out, key, terminal, trust.length > 0 ? trust : undefined);
  const wanted = openArtifactBytes(whole(), key, terminal);
  if (isSame(committed, wanted)) {
    terminal.out(`${out} is up to date`);
    return exitCodes.fine;
  }
  const changes = compareArtifacts(committed, wanted);
  if (changes.length > 0) terminal.out(renderRecordChanges(changes, terminal.outStyle));
  terminal.out(`${out} is stale: ${staleness(committed, wanted, changes.length)}. Compile it again.`);
  return exitCodes.findings;
}

/** The lines of an overlay are those of its base, mostly: only what it says is compared. */
function isSame({ meta: committed }: Artifact, { meta: wanted }: Artifact): boolean {
  if (!committed.overlay) return committed.content === wanted.content;
  return committed.inputDigest === wanted.inputDigest && committed.tool === wanted.tool;
}

function staleness({ meta: old }: Artifact, { meta: now }: Artifact, changes: number): string {
  if (changes > 0) return `the files say something else in ${count(changes, "place")}`;
  if (old.tool !== now.tool) return `it was written by ${old.tool}, and this is ${now.tool}`;
  if (old.inputDigest !== now.inputDigest) return "the files say something else in what a gateway does not use";
  return "the files say the same in other lines";
}
