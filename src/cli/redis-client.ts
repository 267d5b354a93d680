/** Connects to the Redis that artifacts are published in, and words its failures. */
import { Redis, type RedisOptions, ReplyError } from "ioredis";
import type { RemoteAccess } from "./remote-access.ts";
import { shownAddress } from "./remote-address.ts";
import { CommandError } from "./terminal.ts";

/** The names under which one artifact is published. */
export interface RedisNames {
  /** Holds the digest of the current artifact; messages on the channel of this name say that it changed. */
  readonly pointer: string;
  /** Holds the artifact of a digest. */
  value(digest: string): string;
  /** A list of the digests that were published, the latest first. */
  readonly recent: string;
  /** Holds the digest of what the current artifact lies over, if it is an overlay. */
  readonly base: string;
}

/** @throws CommandError without a key */
export function redisNames(url: URL): RedisNames {
  const pointer = decodeURIComponent(url.pathname.slice(1));
  if (pointer === "") throw new CommandError(`${shownAddress(url)}: name the key, as redis://HOST:6379/KEY.`);
  return { pointer, value: (digest) => `${pointer}:${digest}`, recent: `${pointer}:recent`, base: `${pointer}:base` };
}

export interface RedisLimits {
  readonly connectMs: number;
  /** From the command to the end of its answer, which may be a large value. */
  readonly commandMs: number;
}

const usualLimits: RedisLimits = { connectMs: 10_000, commandMs: 120_000 };

/** Connects with the first command, and again for as long as it takes; a command fails after its second attempt. */
export function connectRedis(url: URL, access: RemoteAccess, limits: RedisLimits = usualLimits): Redis {
  const options: Omit<RedisOptions, "replyMapping"> = {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: Number(url.port || 6379),
    lazyConnect: true,
    // Older servers, and those that speak like Redis, know this one.
    protocol: 2,
    connectTimeout: limits.connectMs,
    commandTimeout: limits.commandMs,
    maxRetriesPerRequest: 1,
    retryStrategy: (times) => Math.min(5_000, 100 * 2 ** times) * (0.5 + Math.random() / 2),
    ...(url.username !== "" && { username: decodeURIComponent(url.username) }),
    ...(access.token !== undefined && { password: access.token }),
    ...(url.protocol === "rediss:" && { tls: access.ca === undefined ? {} : { ca: access.ca } }),
  };
  const redis = new Redis(options);
  // Without a listener each would be printed; with one the commands tell.
  redis.on("error", (error: Error) => {
    lastProblem.set(redis, error);
  });
  return redis;
}

const lastProblem = new WeakMap<Redis, Error>();

/** Only the kind of a failure is told: its text may hold what was sent. */
export function redisFailure(redis: Redis, name: string, error: unknown): CommandError {
  // Told by its text: the bundle shortens the names of classes.
  const isGivenUp = error instanceof Error && error.message.startsWith("Reached the max retries");
  return new CommandError(`${name}: ${wordsOf((isGivenUp && lastProblem.get(redis)) || error)}.`);
}

const refusals: Readonly<Record<string, string>> = {
  NOAUTH: "Redis wants a password: ROLLCALL_SOURCE_TOKEN or --source-token-file",
  WRONGPASS: "Redis does not take this password",
  NOPERM: "this user of Redis may not do that",
  OOM: "Redis has no memory left for it",
  READONLY: "this Redis is a read-only replica; name the primary",
  WRONGTYPE: "this key holds something else; name another one",
  LOADING: "Redis is still loading its data",
};

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return "the command failed";
  const word = /^[A-Z]+/.exec(error.message)?.[0] ?? "";
  if (error instanceof ReplyError) return refusals[word] ?? `Redis refuses the command (${word || "unknown error"})`;
  if (error.message === "Command timed out") return "Redis did not answer in time";
  const code = "code" in error ? String(error.code) : "connection closed";
  return `Redis cannot be reached (${code})`;
}
