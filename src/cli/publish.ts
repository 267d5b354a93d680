/** `rollcall publish`: puts an artifact into Redis. The value comes first, then what points to it: who reads never finds a half. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Redis } from "ioredis";
import { ArtifactError } from "../artifact/contract.ts";
import { count } from "../report/count.ts";
import { fileProblem } from "../source/file-problem.ts";
import { type KeyOptions, requireKey } from "./key.ts";
import { openArtifactBytes } from "./open-artifact-file.ts";
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
  const { bytes, digest } = await readArtifact(file, options, terminal);
  warnOfClearText(url, terminal);
  const redis = connectRedis(url, access);
  try {
    await write(redis, names, bytes, digest);
    await removeOld(redis, names, options.keepLast);
  } catch (error) {
    throw error instanceof CommandError ? error : redisFailure(redis, shownAddress(url), error);
  } finally {
    redis.disconnect();
  }
  terminal.out(`published ${file} at ${shownAddress(url)}: ${count(bytes.length, "byte")}, artifact ${digest}`);
  return exitCodes.fine;
}

/** A broken one, or one that no gateway would take, is found here and not there. */
async function readArtifact(
  file: string,
  options: PublishOptions,
  terminal: Terminal,
): Promise<{ readonly bytes: Buffer; readonly digest: string }> {
  const key = await requireKey(options, terminal);
  const trust = options.trust.length > 0 ? await readTrusted(options.trust, terminal) : undefined;
  const bytes = await readFile(path.resolve(terminal.cwd, file)).catch((error: unknown) => {
    throw new CommandError(`${file}: cannot be read: ${fileProblem(error)}.`);
  });
  if (bytes.length > maxValueBytes) {
    throw new CommandError(`${file}: a value of Redis holds 512 MiB at most; hand this one out over HTTP.`);
  }
  try {
    return { bytes, digest: openArtifactBytes(bytes, key, terminal, trust && { trust }).meta.digest };
  } catch (error) {
    if (error instanceof ArtifactError) throw new ArtifactError(`${file}: ${error.message}`);
    throw error;
  }
}

/**
 * Ended at any point, the pointer names a whole artifact: the one before, or this one. Listed last before it is the
 * current one, a value that was left half-way is the first that a later publisher removes.
 */
async function write(redis: Redis, names: RedisNames, bytes: Buffer, digest: string): Promise<void> {
  const { pointer, recent } = names;
  const value = names.value(digest);
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    // Those who met once do not meet again.
    if (attempt > 0) await sleep(Math.random() * Math.min(1_000, 25 * 2 ** attempt));
    await redis.rpush(recent, digest);
    await redis.set(value, bytes);
    await redis.watch(value);
    if ((await redis.exists(value)) === 0) {
      await redis.unwatch();
      continue;
    }
    const answers = await redis
      .multi()
      .set(pointer, digest)
      .lrem(recent, 0, digest)
      .lpush(recent, digest)
      .publish(pointer, digest)
      .exec();
    const failed = answers?.find(([error]) => error !== null)?.[0];
    if (failed) throw failed;
    if (answers) return;
  }
  throw new CommandError("other publishers were at it all the while; publish again.");
}

/** Somebody who publishes at the same time may remove the value, as one that is old, or write the same one. */
const maxAttempts = 12;

/** What another publisher points to by now stays, whatever its age. */
async function removeOld(redis: Redis, names: RedisNames, kept: number): Promise<void> {
  const current = await redis.get(names.pointer);
  for (const digest of await redis.lrange(names.recent, kept, -1)) {
    if (digest === current) continue;
    await redis.del(names.value(digest));
    await redis.lrem(names.recent, 0, digest);
  }
}
