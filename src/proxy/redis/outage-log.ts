/** Tells an operator that a store is away and that it is back, and no more often than is of use: one key that fails between many that count is no storm. */

export interface OutageLog {
  away(reason: string): void;
  back(): void;
}

/** Milliseconds between two tellings that it is away. */
const quietMs = 30_000;

/**
 * @param name of the store, without secrets
 * @param now milliseconds of a clock that nobody sets
 */
export function createOutageLog(name: string, tell: (message: string) => void, now: () => number): OutageLog {
  let toldAt = Number.NEGATIVE_INFINITY;
  let isAway = false;
  return {
    away(reason) {
      if (now() - toldAt < quietMs) return;
      toldAt = now();
      isAway = true;
      tell(`${name}: ${reason}; limits that count there fail as they are configured`);
    },
    back() {
      if (!isAway) return;
      isAway = false;
      tell(`${name}: Redis counts again`);
    },
  };
}
