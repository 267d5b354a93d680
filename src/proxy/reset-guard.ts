/** Tells the client that changes its mind now and then from the one that makes work by resets (CVE-2023-44487). */

export interface ResetGuard {
  /** Call for each request that the client has taken back before its answer was whole. */
  admitsReset(): boolean;
}

/** A page with many pictures that somebody leaves takes back about as many at once. */
const burst = 200;

const perSecond = 10;

/** @param now milliseconds of a clock that nobody sets */
export function createResetGuard(now: () => number): ResetGuard {
  let left = burst;
  let last = now();
  return {
    admitsReset() {
      const time = now();
      left = Math.min(burst, left + ((time - last) / 1000) * perSecond);
      last = time;
      left--;
      return left >= 0;
    },
  };
}
