/** Stops asking a store that has just failed: for a short while everybody is told so at once, then one asks again. */

export interface Breaker {
  /** May the store be asked now? Each yes is to be followed by `succeeded` or `failed`. */
  admits(): boolean;
  succeeded(): void;
  failed(): void;
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
      closedUntil = undefined;
      isAsking = false;
    },
    failed() {
      closedUntil = now() + pauseMs * (0.5 + random());
      isAsking = false;
    },
  };
}
