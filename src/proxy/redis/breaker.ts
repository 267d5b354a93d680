/** Stops asking a store that has just failed: for a short while everybody is told so at once, then one asks again. */

export interface Breaker {
  /** May the store be asked now? Each yes is to be followed by `succeeded` or `failed`. */
  admits(): boolean;
  /** True if the store had failed before. */
  succeeded(): boolean;
  /** True if the store had answered before. */
  failed(): boolean;
}

export interface BreakerOptions {
  /** Milliseconds after a failure, on average. */
  readonly pauseMs: number;
  /** Milliseconds of a clock that nobody sets. */
  now(): number;
  /** From 0 to 1: many proxies must not come back in the same moment. */
  random(): number;
}

export function createBreaker({ pauseMs, now, random }: BreakerOptions): Breaker {
  let closedUntil: number | undefined;
  let isAsking = false;
  return {
    admits() {
      if (closedUntil === undefined) return true;
      if (isAsking || now() < closedUntil) return false;
      isAsking = true;
      return true;
    },
    succeeded() {
      const hadFailed = closedUntil !== undefined;
      closedUntil = undefined;
      isAsking = false;
      return hadFailed;
    },
    failed() {
      const isFirst = closedUntil === undefined;
      closedUntil = now() + pauseMs * (0.5 + random());
      isAsking = false;
      return isFirst;
    },
  };
}
