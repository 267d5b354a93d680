/** Counters in memory: fixed and sliding windows, bounded in number, that a clock set back cannot refill. */
import { createBuckets } from "./buckets.ts";
import type { CounterState, CounterStore } from "./contract.ts";
import { createFloors, type Floors, ownerOf } from "./floors.ts";
import { createPlaces } from "./places.ts";

export interface CounterOptions {
  /**
   * Counters kept at most; beyond it expired ones go first, then of a sample, of the owner with most of it, the one that has used the least of its
   * limit.
   */
  readonly capacity?: number;
}

interface Window {
  /** Milliseconds. */
  start: number;
  end: number;
  count: number;
  /** Of the window before, for sliding ones. */
  previousCount: number;
  /** As the last request had it. */
  limit: number;
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
  const floors = createFloors();
  let latest = Number.NEGATIVE_INFINITY;

  /** Time never goes back: a clock set back stands still until it has caught up. */
  function steady(now: number): number {
    latest = Math.max(latest, now);
    return latest;
  }

  function insert(key: string, window: Window, now: number): Window {
    if (windows.size >= capacity) makeRoom(windows, floors, now);
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
      if (!window || window.end <= time) {
        // Who was there before and has a new window owes nothing.
        const count = window ? 0 : Math.ceil(floors.share(key, time) * limit);
        windows.delete(key);
        window = insert(key, { start: time, end: time + length, count, previousCount: 0, limit }, time);
      }
      window.limit = limit;
      if (window.count <= limit) window.count++;
      return { remaining: limit - window.count, resetSeconds: (window.end - time) / 1000 };
    },
    slide(key, limit, windowSeconds, now) {
      const time = steady(now);
      const length = windowSeconds * 1000;
      const start = Math.floor(time / length) * length;
      const before = windows.get(key);
      const window = before?.start === start ? before : slideTo(start, length, before);
      window.limit = limit;
      if (window !== before) {
        if (!before) window.count = Math.ceil(floors.share(key, time) * limit);
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
  return { start, end: start + 2 * length, count: 0, previousCount, limit: 0 };
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
function makeRoom(windows: Map<string, Window>, floors: Floors, now: number): void {
  const sample: Candidate[] = [];
  const counts = new Map<string, number>();
  let left = Math.min(evictionSample, windows.size);
  let hasRoom = false;
  for (const [key, window] of windows) {
    if (left-- === 0) break;
    windows.delete(key);
    if (window.end <= now) {
      hasRoom = true;
      continue;
    }
    const owner = ownerOf(key);
    sample.push({ key, window, owner });
    counts.set(owner, (counts.get(owner) ?? 0) + 1);
    windows.set(key, window);
  }
  if (hasRoom) return;
  const [least] = sample.sort(
    (left, right) =>
      (counts.get(right.owner) ?? 0) - (counts.get(left.owner) ?? 0) ||
      usedShare(left.window) - usedShare(right.window) ||
      left.window.end - right.window.end,
  );
  if (!least) return;
  windows.delete(least.key);
  floors.raise(least.key, usedShare(least.window), least.window.end, now);
}

interface Candidate {
  readonly key: string;
  readonly window: Window;
  readonly owner: string;
}

function usedShare({ count, previousCount, limit }: Window): number {
  return (count + previousCount) / limit;
}
