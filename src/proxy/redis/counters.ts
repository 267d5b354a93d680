/** The counters of the engine, kept in a Redis. */
import { createHash } from "node:crypto";
import type { CounterState, CounterStore } from "../../engine/contract.ts";
import type { Connection } from "./connection.ts";
import { StoreFault } from "./fault.ts";
import { fixedWindow, type Script, slidingWindow } from "./scripts.ts";

export interface RedisCounterOptions {
  readonly connection: Connection;
  /** Milliseconds that a request may wait. */
  readonly timeoutMs: number;
  /** redis: the clock of Redis, the same for all proxies. engine: the one of the caller, for tests that set it. */
  readonly clock: "redis" | "engine";
}

/** Longer ones could not be told to the millisecond. */
const longestWindowMs = 10 ** 15;

export function redisCounters({ connection, timeoutMs, clock }: RedisCounterOptions): CounterStore {
  async function count(script: Script, kind: string, key: string, limit: number, windowSeconds: number, now: number) {
    const windowMs = Math.min(windowSeconds * 1000, longestWindowMs);
    const time = clock === "redis" ? "" : now;
    const answer = await connection.run(script, keyName(kind, key), [limit, windowMs, time], timeoutMs);
    return stateOf(answer, limit, windowMs);
  }
  return {
    hit: (key, limit, windowSeconds, now) => count(fixedWindow, "fixed", key, limit, windowSeconds, now),
    slide: (key, limit, windowSeconds, now) => count(slidingWindow, "sliding", key, limit, windowSeconds, now),
  };
}

/**
 * `rollcall:1:{DIGEST}`. What is counted by may be long or secret (an API key), so only a SHA-256 of it leaves the proxy. The braces put all that one
 * digest names into one slot of a cluster.
 */
export function keyName(kind: string, key: string): string {
  return `rollcall:1:{${createHash("sha256").update(`${kind}\0${key}`).digest("base64url")}}`;
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
