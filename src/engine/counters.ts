/** Counters in memory: fixed and sliding windows, bounded in number, that a clock set back cannot refill. */
import { createBuckets } from "./buckets.ts";
import type { CounterState, CounterStore } from "./contract.ts";
import { createPlaces } from "./places.ts";

export interface CounterOptions {
  /** Counters kept at most; beyond it expired ones go first, then those whose window ends soonest of a sample. */
  readonly capacity?: number;
}

interface Window {
  /** Milliseconds. */
  start: number;
  end: number;
  count: number;
  /** Of the window before, for sliding ones. */
  previousCount: number;
}

/** Entries looked at to make room for one. */
const evictionSample = 32;

/**
 * @example
 * const counters = createCounters();
 * counters.hit("consumers/jack", 2, 60, Date.now()); // { remaining: 1, resetSeconds: 60 }
 */
export function createCounters({
  capacity = 1_000_000,
}: CounterOptions = {}): CounterStore & { readonly size: number } {
  const windows = new Map<string, Window>();
  let latest = Number.NEGATIVE_INFINITY;

  /** Time never goes back: a clock set back stands still until it has caught up. */
  function steady(now: number): number {
    latest = Math.max(latest, now);
    return latest;
  }

  function insert(key: string, window: Window, now: number): Window {
    if (windows.size >= capacity) makeRoom(windows, now);
    windows.set(key, window);
    return window;
  }

  return {
    get size() {
      return windows.size;
    },
    hit(key, limit, windowSeconds, now) {
      const time = steady(now);
      const length = windowSeconds * 1000;
      let window = windows.get(key);
      if (window && window.end <= time) {
        windows.delete(key);
        window = undefined;
      }
      window ??= insert(key, { start: time, end: time + length, count: 0, previousCount: 0 }, time);
      if (window.count <= limit) window.count++;
      return { remaining: limit - window.count, resetSeconds: (window.end - time) / 1000 };
    },
    slide(key, limit, windowSeconds, now) {
      const time = steady(now);
      const length = windowSeconds * 1000;
      const start = Math.floor(time / length) * length;
      const before = windows.get(key);
      const window = before?.start === start ? before : slideTo(start, length, before);
      if (window !== before) {
        windows.delete(key);
        insert(key, window, time);
      }
      return countSliding(window, limit, time, start, length);
    },
    drip: createBuckets(capacity),
    ...createPlaces(),
  };
}

/** The window at `start`, knowing the one before if that is the neighbour. `end` is when it can be forgotten. */
function slideTo(start: number, length: number, before: Window | undefined): Window {
  const previousCount = before?.start === start - length ? before.count : 0;
  return { start, end: start + 2 * length, count: 0, previousCount };
}

/** Weighs the window before by the share of it that the sliding window still covers; a refused request does not count. */
function countSliding(window: Window, limit: number, time: number, start: number, length: number): CounterState {
  const elapsed = time - start;
  const used = window.previousCount * ((length - elapsed) / length) + window.count;
  const resetSeconds = (length - elapsed) / 1000;
  if (used + 1 > limit) return { remaining: -1, resetSeconds };
  window.count++;
  return { remaining: Math.floor(limit - used - 1), resetSeconds };
}

/** The sample walks round the map: what stays is put behind. */
function makeRoom(windows: Map<string, Window>, now: number): void {
  let soonest: string | undefined;
  let soonestEnd = Number.POSITIVE_INFINITY;
  let looked = 0;
  let hasRoom = false;
  for (const [key, window] of windows) {
    if (looked++ >= evictionSample) break;
    if (window.end <= now) {
      windows.delete(key);
      hasRoom = true;
      continue;
    }
    if (window.end < soonestEnd) [soonest, soonestEnd] = [key, window.end];
    windows.delete(key);
    windows.set(key, window);
  }
  if (!hasRoom && soonest !== undefined) windows.delete(soonest);
}
