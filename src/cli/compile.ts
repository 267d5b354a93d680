/** `rollcall compile`: files to an artifact, or whether an artifact is still theirs. */
import { rm, stat } from "node:fs/promises";
import path from "node:path";
import { compareArtifacts } from "../artifact/compare.ts";
import type { Artifact } from "../artifact/contract.ts";
import { signedMessage } from "../artifact/signature.ts";
import { renderRecordChanges } from "../report/artifact-text.ts";
import { count } from "../report/count.ts";
import { type Compiled, type CompileInputOptions, compileInputs } from "./compile-inputs.ts";
import { type KeyOptions, requireKey } from "./key.ts";
import { openArtifactBytes, openArtifactFile } from "./open-artifact-file.ts";
import { readSigner, readTrusted, signatureFileOf } from "./signing.ts";
import { CommandError, exitCodes, type Terminal } from "./terminal.ts";
import { requireWritable, writePrivateFile } from "./write-file.ts";

export interface CompileCommandOptions extends CompileInputOptions, KeyOptions {
  readonly out: string;
  readonly check?: boolean;
  readonly sign?: string;
  readonly detached?: boolean;
  readonly trust: readonly string[];
}

export async function runCompile(
  inputs: readonly string[],
  options: CompileCommandOptions,
  terminal: Terminal,
): Promise<number> {
  const { out, check, sign, detached } = options;
  if (check && sign) throw new CommandError("--check writes nothing: --sign has nothing to sign.");
  if (detached && !sign) throw new CommandError("--detached says where the signature of --sign goes: give both.");
  if (!check && options.trust.length > 0) throw new CommandError("--trust belongs to --check: give both.");
  const key = await requireKey(options, terminal);
  const trust = await readTrusted(options.trust, terminal);
  const signer = sign ? await readSigner(sign, terminal) : undefined;
  if (!check) for (const file of detached ? [out, signatureFileOf(out)] : [out]) await requireWritable(file, terminal);
  const compiled = await compileInputs(inputs, options, key, terminal, detached ? undefined : signer);
  if (!compiled) return exitCodes.findings;
  if (check) return checkCommitted(compiled, key, trust, options, terminal);
  await writePrivateFile(out, compiled.bytes, terminal);
  // One that is there already is of another artifact.
  if (detached && signer) {
    const { meta } = openArtifactBytes(compiled.bytes, key, terminal);
    const signature = Buffer.from(signer(signedMessage(meta.content))).toString("base64");
    await writePrivateFile(signatureFileOf(out), `${signature}\n`, terminal);
  } else await rm(path.resolve(terminal.cwd, signatureFileOf(out)), { force: true });
  const { consumers, routes } = compiled.config;
  const credentials = consumers.reduce((sum, consumer) => sum + consumer.credentials.length, 0);
  const held = [
    count(consumers.length, "consumer"),
    count(credentials, "credential"),
    count(routes.length, "route"),
    count(compiled.bytes.length, "byte"),
  ];
  terminal.out(`wrote ${out}: ${held.join(", ")}${signer ? ", signed" : ""}`);
  return exitCodes.fine;
}

/** A signature is no part of what is compared: who checks need not be able to sign. */
async function checkCommitted(
  { bytes }: Compiled,
  key: Uint8Array,
  trust: readonly string[],
  { out }: CompileCommandOptions,
  terminal: Terminal,
): Promise<number> {
  const isThere = await stat(path.resolve(terminal.cwd, out)).then(
    () => true,
    () => false,
  );
  if (!isThere) {
    terminal.out(`${out} is missing: compile it.`);
    return exitCodes.findings;
  }
  const committed = await openArtifactFile(out, key, terminal, trust.length > 0 ? trust : undefined);
  const wanted = openArtifactBytes(bytes, key, terminal);
  if (committed.meta.content === wanted.meta.content) {
    terminal.out(`${out} is up to date`);
    return exitCodes.fine;
  }
  const changes = compareArtifacts(committed, wanted);
  if (changes.length > 0) terminal.out(renderRecordChanges(changes, terminal.outStyle));
  terminal.out(`${out} is stale: ${staleness(committed, wanted, changes.length)}. Compile it again.`);
  return exitCodes.findings;
}

function staleness({ meta: old }: Artifact, { meta: now }: Artifact, changes: number): string {
  if (changes > 0) return `the files say something else in ${count(changes, "place")}`;
  if (old.tool !== now.tool) return `it was written by ${old.tool}, and this is ${now.tool}`;
  if (old.inputDigest !== now.inputDigest) return "the files say something else in what a gateway does not use";
  return "the files say the same in other lines";
}
