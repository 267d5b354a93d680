/** Serves one artifact file, or files that are compiled in memory. */
import { randomBytes } from "node:crypto";
import type { Artifact } from "../artifact/contract.ts";
import { count } from "../report/count.ts";
import type { ArtifactSource } from "./artifact-source.ts";
import { type CompileInputOptions, compileInputs } from "./compile-inputs.ts";
import { findKey, type KeyOptions, requireKey } from "./key.ts";
import { isArtifactFile, openArtifactBytes, openArtifactFile } from "./open-artifact-file.ts";
import { readTrusted } from "./signing.ts";
import { CommandError, type Terminal } from "./terminal.ts";

export interface FileSourceOptions extends CompileInputOptions, KeyOptions {
  /** Files of public keys, one of which must have signed the artifact. */
  readonly trust: readonly string[];
}

/** Undefined if the files are not right, which has been noted then. */
export async function openFileSource(
  inputs: readonly string[],
  options: FileSourceOptions,
  terminal: Terminal,
  onArtifact: (artifact: Artifact) => void,
): Promise<ArtifactSource | undefined> {
  const load = await chooseLoader(inputs, options, terminal);
  let artifact = await load();
  if (!artifact) return undefined;
  const describe = (): string => (artifact ? describeArtifact(artifact) : "");
  warn(artifact, terminal);
  return {
    artifact,
    describe,
    async reload() {
      const next = await load();
      if (!next) throw new CommandError("the files have errors.");
      onArtifact(next);
      artifact = next;
      warn(next, terminal);
      return `loaded again (${describe()})`;
    },
    async close() {},
  };
}

async function chooseLoader(
  inputs: readonly string[],
  options: FileSourceOptions,
  terminal: Terminal,
): Promise<() => Promise<Artifact | undefined>> {
  const [first] = inputs;
  if (first !== undefined && inputs.length === 1 && (await isArtifactFile(first, terminal))) {
    const key = await requireKey(options, terminal);
    const trust = options.trust.length > 0 ? await readTrusted(options.trust, terminal) : undefined;
    return () => openArtifactFile(first, key, terminal, trust);
  }
  if (options.trust.length > 0) {
    throw new CommandError(
      "--trust is for an artifact that somebody signed; files are compiled here, by whoever can write them.",
    );
  }
  for (const input of inputs) {
    if (!(await isArtifactFile(input, terminal))) continue;
    throw new CommandError(`${input} is an artifact; serve takes one artifact alone, or files to compile, not both.`);
  }
  // An artifact that never leaves this process needs no key of the user's.
  const key = (await findKey(options, terminal)) ?? new Uint8Array(randomBytes(32));
  return async () => {
    const compiled = await compileInputs(inputs, options, key, terminal);
    return compiled && openArtifactBytes(compiled.bytes, key, terminal);
  };
}

export function describeArtifact({ consumerCount, credentialCount, routes, meta }: Artifact): string {
  const held = [count(consumerCount, "consumer"), count(credentialCount, "credential"), count(routes.length, "route")];
  return [...held, `artifact ${meta.digest.slice(0, 12)}`].join(", ");
}

export function warn(artifact: Artifact, terminal: Terminal): void {
  for (const warning of artifact.warnings) terminal.note(`${terminal.noteStyle.yellow("warning:")} ${warning}`);
}
