/** `rollcall publish`: puts an artifact into Redis. The value comes first, then what points to it: who reads never finds a half. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Redis } from "ioredis";
import { ArtifactError } from "../artifact/contract.ts";
import { count } from "../report/count.ts";
import { fileProblem } from "../source/file-problem.ts";
import { type KeyOptions, requireKey } from "./key.ts";
import { openLayered } from "./layered.ts";
import { baseFileOf } from "./open-artifact-file.ts";
import { connectRedis, type RedisNames, redisFailure, redisNames } from "./redis-client.ts";
import { maxValueBytes } from "./redis-origin.ts";
import { readRemoteAccess } from "./remote-access.ts";
import { parseRemote, shownAddress, warnOfClearText } from "./remote-address.ts";
import { readTrusted } from "./signing.ts";
import type { RemoteOptions } from "./source-options.ts";
import { CommandError, exitCodes, type Terminal } from "./terminal.ts";

export interface PublishOptions extends KeyOptions, RemoteOptions {
  readonly to: string;
  readonly keepLast: number;
  readonly trust: readonly string[];
}

export async function runPublish(
  [file = ""]: readonly string[],
  options: PublishOptions,
  terminal: Terminal,
): Promise<number> {
  const url = parseRemote(options.to, "--to");
  if (!/^rediss?:$/.test(url.protocol)) {
    throw new CommandError("--to takes redis:// or rediss://; to a web server copy the file (docs/distribution.md).");
  }
  const names = redisNames(url);
  const access = await readRemoteAccess(options, terminal);
  const { bytes, digest, base } = await readArtifact(file, options, terminal);
  warnOfClearText(url, terminal);
  const redis = connectRedis(url, access);
  try {
    await write(redis, names, { bytes, digest, base });
    await removeOld(redis, names, options.keepLast);
  } catch (error) {
    throw error instanceof CommandError ? error : redisFailure(redis, shownAddress(url), error);
  } finally {
    redis.disconnect();
  }
  const kind = base ? "overlay" : "artifact";
  terminal.out(`published ${file} at ${shownAddress(url)}: ${count(bytes.length, "byte")}, ${kind} ${digest}`);
  return exitCodes.fine;
}

interface Published {
  readonly bytes: Buffer;
  readonly digest: string;
  /** Of an overlay. */
  readonly base: { readonly bytes: Buffer; readonly digest: string } | undefined;
}

/** A broken one, or one that no gateway would take, is found here and not there. */
async function readArtifact(file: string, options: PublishOptions, terminal: Terminal): Promise<Published> {
  const key = await requireKey(options, terminal);
  const trust = options.trust.length > 0 ? await readTrusted(options.trust, terminal) : undefined;
  const bytes = await readValue(file, terminal);
  let base: Published["base"];
  try {
    const { meta } = await openLayered(bytes, key, terminal, trust ? { trust } : {}, {
      async find(digest) {
        base = { bytes: await readValue(baseFileOf(file, digest), terminal), digest };
        return base;
      },
    });
    return { bytes, digest: meta.digest, base };
  } catch (error) {
    if (error instanceof ArtifactError) throw new ArtifactError(`${file}: ${error.message}`);
    throw error;
  }
}

async function readValue(file: string, { cwd }: Terminal): Promise<Buffer> {
  const bytes = await readFile(path.resolve(cwd, file)).catch((error: unknown) => {
    throw new CommandError(`${file}: cannot be read: ${fileProblem(error)}.`);
  });
  if (bytes.length <= maxValueBytes) return bytes;
  throw new CommandError(`${file}: a value of Redis holds 512 MiB at most; hand this one out over HTTP.`);
}

/**
 * Ended at any point, the pointer names a whole artifact: the one before, or this one. Listed last before it is the
 * current one, a value that was left half-way is the first that a later publisher removes.
 */
async function write(redis: Redis, names: RedisNames, { bytes, digest, base }: Published): Promise<void> {
  const { pointer, recent } = names;
  const value = names.value(digest);
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    // Those who met once do not meet again.
    if (attempt > 0) await sleep(Math.random() * Math.min(1_000, 25 * 2 ** attempt));
    if (base && (await redis.exists(names.value(base.digest))) === 0) {
      await redis.rpush(recent, base.digest);
      await redis.set(names.value(base.digest), base.bytes);
    }
    await redis.rpush(recent, digest);
    await redis.set(value, bytes);
    const needed = base ? [value, names.value(base.digest)] : [value];
    await redis.watch(...needed);
    if ((await redis.exists(...needed)) < needed.length) {
      await redis.unwatch();
      continue;
    }
    const transaction = redis.multi();
    // Whoever removes old values keeps what the current one lies over.
    if (!base) transaction.del(names.base);
    else transaction.set(names.base, base.digest).lrem(recent, 0, base.digest).lpush(recent, base.digest);
    const answers = await transaction
      .set(pointer, digest)
      .lrem(recent, 0, digest)
      .lpush(recent, digest)
      .publish(pointer, digest)
      .exec();
    throwFailure(answers);
    if (answers) return;
  }
  throw new CommandError("other publishers were at it all the while; publish again.");
}

/** Somebody who publishes at the same time may remove the value, as one that is old, or write the same one. */
const maxAttempts = 12;

/**
 * What another publisher points to by now stays, whatever its age; and if one does so between the look and the removal,
 * nothing is removed: it looks itself, behind its write.
 */
async function removeOld(redis: Redis, names: RedisNames, kept: number): Promise<void> {
  await redis.watch(names.pointer, names.base);
  const current = [await redis.get(names.pointer), await redis.get(names.base)];
  const listed = await redis.lrange(names.recent, kept, -1);
  const transaction = redis.multi();
  for (const digest of listed) {
    if (!current.includes(digest)) transaction.del(names.value(digest)).lrem(names.recent, 0, digest);
  }
  throwFailure(await transaction.exec());
}

type Answers = Awaited<ReturnType<ReturnType<Redis["multi"]>["exec"]>>;

/** @param answers null: what was watched has changed, and nothing was done */
function throwFailure(answers: Answers): void {
  const failed = answers?.find(([error]) => error !== null)?.[0];
  if (failed) throw failed;
}
