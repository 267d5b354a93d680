/** Serves what is fetched from another machine, and from a kept copy when that is away. */
import { type Artifact, ArtifactError } from "../artifact/contract.ts";
import type { ArtifactOrigin, Candidate, Version } from "./artifact-origin.ts";
import type { ArtifactSource, OnArtifact } from "./artifact-source.ts";
import { describeArtifact, warn } from "./file-source.ts";
import { keepArtifact, openKept, prepareKept } from "./kept-artifact.ts";
import { type KeyOptions, requireKey } from "./key.ts";
import { openLayered } from "./layered.ts";
import { readTrusted } from "./signing.ts";
import { CommandError, type Terminal } from "./terminal.ts";

interface Opened {
  readonly artifact: Artifact;
  /** Fetched to open an overlay. */
  readonly base: Uint8Array | undefined;
}

export interface OriginSourceOptions extends KeyOptions {
  readonly trust: readonly string[];
  readonly keep?: string;
  /** Seconds. */
  readonly poll: number;
}

/**
 * @param patienceMs for which a start waits for the origin where there is a kept artifact to start with
 * @throws CommandError, ArtifactError if there is no artifact to begin with
 */
export async function openOriginSource(
  origin: ArtifactOrigin,
  options: OriginSourceOptions,
  terminal: Terminal,
  onArtifact: OnArtifact,
  patienceMs = 15_000,
): Promise<ArtifactSource> {
  const { keep } = options;
  const key = await requireKey(options, terminal);
  const trust = options.trust.length > 0 ? await readTrusted(options.trust, terminal) : undefined;
  if (keep) await prepareKept(keep, terminal);

  /** What is promised must be what it is; whatever way the bytes came, key and signatures count. */
  const open = async (
    { bytes, find }: { readonly bytes: Uint8Array; find(digest: string): Promise<Uint8Array> },
    name: string,
    promised?: string,
    running?: Artifact,
  ): Promise<Opened> => {
    let base: Uint8Array | undefined;
    try {
      const artifact = await openLayered(bytes, key, terminal, trust ? { trust } : {}, {
        running,
        async find(digest) {
          base = await find(digest);
          return { bytes: base };
        },
      });
      if (promised === undefined || artifact.meta.digest === promised) return { artifact, base };
      throw new ArtifactError(`Its digest is ${artifact.meta.digest}, and ${promised} was promised.`);
    } catch (error) {
      if (error instanceof ArtifactError) throw new ArtifactError(`${name}: ${error.message}`);
      throw error;
    }
  };

  const fetched = ({ bytes }: Candidate) => ({ bytes, find: (digest: string) => origin.base(digest) });

  let version: Version | undefined;
  let failures = 0;
  const accept = async ({ bytes, version: taken }: Candidate, { artifact, base }: Opened): Promise<Artifact> => {
    warn(artifact, terminal);
    version = taken;
    if (keep) await keepArtifact(keep, { bytes, base, baseDigest: artifact.meta.overlay?.base }, terminal);
    return artifact;
  };
  /** A fetch that was too slow to begin with is what the first look waits for. */
  let pending: Promise<Candidate> | undefined;
  const begin = async (): Promise<Artifact> => {
    try {
      pending = taken(origin);
      const candidate = await (keep ? inTime(pending, origin.name, patienceMs) : pending);
      pending = undefined;
      return await accept(candidate, await open(fetched(candidate), origin.name, candidate.version.digest));
    } catch (error) {
      if (!(error instanceof SlowError)) pending = undefined;
      if (!keep) throw error;
      const kept = await openKept(keep, error, (files) => open(files, keep), terminal);
      warn(kept.artifact, terminal);
      return kept.artifact;
    }
  };
  let artifact = await begin().catch(async (error: unknown) => {
    await origin.close();
    throw error;
  });
  const use = async (candidate: Candidate, isForced: boolean): Promise<string | undefined> => {
    const opened = await open(fetched(candidate), origin.name, candidate.version.digest, artifact);
    const next = opened.artifact;
    // The same under another name is nothing to tell.
    if (!isForced && next.meta.digest === artifact.meta.digest) {
      version = candidate.version;
      return undefined;
    }
    await onArtifact(next);
    artifact = next;
    await accept(candidate, opened);
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
          const taking = pending ?? origin.take(version);
          pending = undefined;
          const candidate = await taking;
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

class SlowError extends CommandError {}

async function inTime<T>(taking: Promise<T>, name: string, patienceMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = new SlowError(`${name}: it was not complete within ${patienceMs / 1000} s.`);
    timer = setTimeout(reject, patienceMs, error);
  });
  // What comes of it later is for the first look.
  taking.catch(() => {});
  return Promise.race([taking, late]).finally(() => clearTimeout(timer));
}

/** Many gateways that were started together do not ask together; after failures up to four times as long. */
export function pollDelay(seconds: number, failures: number, random = Math.random()): number {
  return Math.round(seconds * 1000 * (0.8 + 0.4 * random) * Math.min(4, 2 ** failures));
}
