/** The counters of the engine, kept in a Redis. */
import type { BucketState, CounterState, CounterStore } from "../../engine/contract.ts";
import type { Connection } from "./connection.ts";
import { StoreFault } from "./fault.ts";
import { keyName } from "./key-name.ts";
import { redisPlaces } from "./places.ts";
import { fixedWindow, leakyBucket, type Script, slidingWindow } from "./scripts.ts";

export interface RedisCounterOptions {
  readonly connection: Connection;
  /** Milliseconds that a request may wait. */
  readonly timeoutMs: number;
  /** redis: the clock of Redis, the same for all proxies. engine: the one of the caller, for tests that set it. */
  readonly clock: "redis" | "engine";
}

/** Longer ones could not be told to the millisecond. */
const longestWindowMs = 10 ** 15;

export function redisCounters(options: RedisCounterOptions): Required<CounterStore> {
  const { connection, timeoutMs, clock } = options;
  async function count(script: Script, kind: string, key: string, limit: number, windowSeconds: number, now: number) {
    const windowMs = Math.min(windowSeconds * 1000, longestWindowMs);
    const time = clock === "redis" ? "" : now;
    const answer = await connection.run(script, keyName(kind, key), [limit, windowMs, time], timeoutMs);
    return stateOf(answer, limit, windowMs);
  }
  return {
    hit: (key, limit, windowSeconds, now) => count(fixedWindow, "fixed", key, limit, windowSeconds, now),
    slide: (key, limit, windowSeconds, now) => count(slidingWindow, "sliding", key, limit, windowSeconds, now),
    async drip(key, ratePerSecond, burst, now) {
      const values = [ratePerSecond, burst, clock === "redis" ? "" : now];
      return bucketOf(await connection.run(leakyBucket, keyName("bucket", key), values, timeoutMs), burst);
    },
    ...redisPlaces(options),
  };
}

function bucketOf(answer: unknown, burst: number): BucketState {
  const [isAdmitted, told] = Array.isArray(answer) ? (answer as readonly unknown[]) : [];
  const excess = typeof told === "string" ? Number(told) : Number.NaN;
  if (!(excess >= 0) || (isAdmitted === 1) !== excess <= burst) {
    throw new StoreFault("Redis gave an answer that cannot be right", true);
  }
  return { isAdmitted: isAdmitted === 1, excess };
}

/** A server that lies is a store that failed. */
function stateOf(answer: unknown, limit: number, windowMs: number): CounterState {
  const [remaining, left] = Array.isArray(answer) ? (answer as readonly unknown[]) : [];
  if (!isWithin(remaining, Number.NEGATIVE_INFINITY, limit - 1) || !isWithin(left, 0, windowMs)) {
    throw new StoreFault("Redis gave an answer that cannot be right", true);
  }
  return { remaining, resetSeconds: left / 1000 };
}

function isWithin(value: unknown, least: number, most: number): value is number {
  return typeof value === "number" && value >= least && value <= most;
}
