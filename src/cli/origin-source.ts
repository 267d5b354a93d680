/** Serves what is fetched from another machine, and from a kept copy when that is away. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { type Artifact, ArtifactError } from "../artifact/contract.ts";
import type { ArtifactOrigin, Candidate, Version } from "./artifact-origin.ts";
import type { ArtifactSource } from "./artifact-source.ts";
import { failureMessage } from "./failure.ts";
import { describeArtifact, warn } from "./file-source.ts";
import { type KeyOptions, requireKey } from "./key.ts";
import { openArtifactBytes } from "./open-artifact-file.ts";
import { readTrusted } from "./signing.ts";
import { CommandError, type Terminal } from "./terminal.ts";
import { requireWritable, writePrivateFile } from "./write-file.ts";

export interface OriginSourceOptions extends KeyOptions {
  readonly trust: readonly string[];
  readonly keep?: string;
  /** Seconds. */
  readonly poll: number;
}

/** @throws CommandError, ArtifactError if there is no artifact to begin with */
export async function openOriginSource(
  origin: ArtifactOrigin,
  options: OriginSourceOptions,
  terminal: Terminal,
  onArtifact: (artifact: Artifact) => void,
): Promise<ArtifactSource> {
  const { keep } = options;
  const key = await requireKey(options, terminal);
  const trust = options.trust.length > 0 ? await readTrusted(options.trust, terminal) : undefined;
  if (keep) await requireWritable(keep, terminal);

  /** What is promised must be what it is; whatever way the bytes came, key and signatures count. */
  const open = (bytes: Uint8Array, name: string, promised?: string): Artifact => {
    try {
      const artifact = openArtifactBytes(bytes, key, terminal, trust && { trust });
      if (promised === undefined || artifact.meta.digest === promised) return artifact;
      throw new ArtifactError(`Its digest is ${artifact.meta.digest}, and ${promised} was promised.`);
    } catch (error) {
      if (error instanceof ArtifactError) throw new ArtifactError(`${name}: ${error.message}`);
      throw error;
    }
  };

  let version: Version | undefined;
  let failures = 0;
  const accept = async ({ bytes, version: taken }: Candidate, artifact: Artifact): Promise<Artifact> => {
    warn(artifact, terminal);
    version = taken;
    if (keep) await keepArtifact(keep, bytes, terminal);
    return artifact;
  };
  const begin = async (): Promise<Artifact> => {
    try {
      const candidate = await taken(origin);
      return await accept(candidate, open(candidate.bytes, origin.name, candidate.version.digest));
    } catch (error) {
      if (!keep) throw error;
      return openKept(keep, error, (bytes) => open(bytes, keep), terminal);
    }
  };
  let artifact = await begin().catch(async (error: unknown) => {
    await origin.close();
    throw error;
  });
  const use = async (candidate: Candidate, isForced: boolean): Promise<string | undefined> => {
    const next = open(candidate.bytes, origin.name, candidate.version.digest);
    // The same under another name is nothing to tell.
    if (!isForced && next.meta.digest === artifact.meta.digest) {
      version = candidate.version;
      return undefined;
    }
    onArtifact(next);
    artifact = next;
    await accept(candidate, next);
    return `loaded again (${describeArtifact(next)})`;
  };

  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  return {
    artifact,
    describe: () => describeArtifact(artifact),
    async reload() {
      return (await use(await taken(origin), true)) ?? "";
    },
    changes: {
      follow(changed) {
        origin.listen?.(changed);
        const wait = (): void => {
          if (isClosed) return;
          timer = setTimeout(
            () => {
              changed();
              wait();
            },
            pollDelay(options.poll, failures),
          );
        };
        wait();
      },
      async look() {
        try {
          const candidate = await origin.take(version);
          const told = candidate && (await use(candidate, false));
          failures = 0;
          return told;
        } catch (error) {
          failures += 1;
          throw error;
        }
      },
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await origin.close();
    },
  };
}

/** Without a known version there is always one, or an error. */
async function taken(origin: ArtifactOrigin): Promise<Candidate> {
  const candidate = await origin.take();
  if (!candidate) throw new Error("an origin that was asked for whatever there is said that nothing is new");
  return candidate;
}

/** Many gateways that were started together do not ask together; after failures up to four times as long. */
export function pollDelay(seconds: number, failures: number, random = Math.random()): number {
  return seconds * 1000 * (0.8 + 0.4 * random) * Math.min(4, 2 ** failures);
}

/** A copy that cannot be kept does not stop what is served. */
async function keepArtifact(file: string, bytes: Uint8Array, terminal: Terminal): Promise<void> {
  try {
    await writePrivateFile(file, bytes, terminal);
  } catch (error) {
    terminal.note(`${terminal.noteStyle.yellow("warning:")} not kept: ${failureMessage(error)}`);
  }
}

/** @throws CommandError that tells both failures */
async function openKept(
  file: string,
  failure: unknown,
  open: (bytes: Uint8Array) => Artifact,
  terminal: Terminal,
): Promise<Artifact> {
  const bytes = await readFile(path.resolve(terminal.cwd, file)).catch(() => undefined);
  if (!bytes) throw new CommandError(`${failureMessage(failure)} Nor is there a kept artifact in ${file}.`);
  let artifact: Artifact;
  try {
    artifact = open(bytes);
  } catch (error) {
    throw new CommandError(`${failureMessage(failure)} The kept artifact cannot stand in: ${failureMessage(error)}`);
  }
  terminal.note(
    `${terminal.noteStyle.yellow("warning:")} ${failureMessage(failure)} Serving the artifact kept in ${file}.`,
  );
  warn(artifact, terminal);
  return artifact;
}
