/** Keeps calls apart, so that no more start in a second than a gateway may be asked. */
import { setTimeout as sleep } from "node:timers/promises";

/** Resolves when the next call may start. */
export type Pace = () => Promise<void>;

/** @param callsPerSecond Infinity for no limit. Calls are spread evenly: no burst at the start of each second */
export function createPace(callsPerSecond: number): Pace {
  if (!Number.isFinite(callsPerSecond)) return async () => {};
  const interval = 1000 / callsPerSecond;
  let nextStart = 0;
  return async () => {
    const now = performance.now();
    const start = Math.max(now, nextStart);
    nextStart = start + interval;
    if (start > now) await sleep(start - now);
  };
}
