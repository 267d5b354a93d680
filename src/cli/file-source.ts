/** Serves one artifact file, or files that are compiled in memory. */
import { randomBytes } from "node:crypto";
import path from "node:path";
import type { Artifact } from "../artifact/contract.ts";
import { count } from "../report/count.ts";
import { findSources } from "../source/read.ts";
import type { ArtifactSource, Changes, OnArtifact } from "./artifact-source.ts";
import { type CompileInputOptions, compileInputs } from "./compile-inputs.ts";
import { findKey, type KeyOptions, requireKey } from "./key.ts";
import { openArtifactBytes } from "./layered.ts";
import { isArtifactFile, openArtifactFile } from "./open-artifact-file.ts";
import { readTrusted, signatureFileOf } from "./signing.ts";
import { CommandError, type Terminal, tellWarning } from "./terminal.ts";
import { watchFiles } from "./watch-files.ts";

export interface FileSourceOptions extends CompileInputOptions, KeyOptions {
  /** Files of public keys, one of which must have signed the artifact. */
  readonly trust: readonly string[];
  /** Load again what changes. */
  readonly watch?: boolean;
}

/** Undefined if the files are not right, which has been noted then. */
export async function openFileSource(
  inputs: readonly string[],
  options: FileSourceOptions,
  terminal: Terminal,
  onArtifact: OnArtifact,
): Promise<ArtifactSource | undefined> {
  const { load, files } = await chooseLoader(inputs, options, terminal);
  // Before anything is read: what is written meanwhile is new.
  const watch = options.watch ? await watchFiles(files) : undefined;
  let artifact = await load(undefined);
  if (!artifact) return undefined;
  const describe = (): string => (artifact ? describeArtifact(artifact) : "");
  warn(artifact, terminal);
  const use = async (next: Artifact): Promise<string> => {
    await onArtifact(next);
    artifact = next;
    warn(next, terminal);
    return `loaded again (${describe()})`;
  };
  const loadAgain = async (): Promise<Artifact> => {
    const next = await load(artifact);
    if (!next) throw new CommandError("the files have errors.");
    return next;
  };
  const changes: Changes | undefined = watch && {
    follow: watch.follow,
    async look() {
      const next = await loadAgain();
      // A file that was only touched.
      return next.meta.digest === artifact?.meta.digest ? undefined : use(next);
    },
  };
  return {
    artifact,
    describe,
    async reload() {
      return use(await loadAgain());
    },
    ...(changes && { changes }),
    async close() {
      watch?.close();
    },
  };
}

interface Loader {
  /** @param running what is served: the base of an overlay need not be read again */
  load(running: Artifact | undefined): Promise<Artifact | undefined>;
  /** The absolute paths of all that is read. */
  files(): Promise<readonly string[]>;
}

async function chooseLoader(
  inputs: readonly string[],
  options: FileSourceOptions,
  terminal: Terminal,
): Promise<Loader> {
  const { cwd } = terminal;
  const inFolder = (file: string): string => path.resolve(cwd, file);
  const [first] = inputs;
  if (first !== undefined && inputs.length === 1 && (await isArtifactFile(first, terminal))) {
    const key = await requireKey(options, terminal);
    const trust = options.trust.length > 0 ? await readTrusted(options.trust, terminal) : undefined;
    return {
      load: (running) => openArtifactFile(first, key, terminal, trust, running),
      files: async () => [first, signatureFileOf(first)].map(inFolder),
    };
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
  return {
    async load() {
      const compiled = await compileInputs(inputs, options, key, terminal);
      return compiled && openArtifactBytes(compiled.whole(), key, terminal);
    },
    async files() {
      const sources = await findSources(inputs, { cwd, ...(options.ignore && { ignore: options.ignore }) });
      return [...sources.flatMap((source) => source.path ?? []), ...options.varsFile.map(inFolder)];
    },
  };
}

export function describeArtifact({ consumerCount, credentialCount, routes, meta }: Artifact): string {
  const held = [count(consumerCount, "consumer"), count(credentialCount, "credential"), count(routes.length, "route")];
  const name = meta.digest.slice(0, 12);
  const shown = meta.overlay ? `overlay ${name} over ${meta.overlay.base.slice(0, 12)}` : `artifact ${name}`;
  return [...held, shown].join(", ");
}

export function warn(artifact: Artifact, terminal: Terminal): void {
  for (const warning of artifact.warnings) tellWarning(terminal, warning);
}
