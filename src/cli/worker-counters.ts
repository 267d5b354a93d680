/**
 * The counters of all workers of a process: windows in memory that they share, as each request of a limit touches them;
 * leaky buckets and places with the controlling thread, which gives back what a worker held that is gone.
 */
import { randomBytes } from "node:crypto";
import { createBuckets } from "../engine/buckets.ts";
import type { BucketState, CounterStore, PlaceState } from "../engine/contract.ts";
import { createPlaces } from "../engine/places.ts";
import { openSharedCounters } from "../engine/shared-counters.ts";
import { createSharedTable, freeSharedLocks } from "../engine/shared-table.ts";
import type { CounterAnswer, CounterCall } from "./worker-contract.ts";

const capacity = 2 ** 20;

export interface CounterDesk {
  /** For the workers. */
  readonly windows: SharedArrayBuffer;
  /** @param worker its number */
  answer(worker: number, call: CounterCall): Promise<CounterAnswer>;
  leave(worker: number, key: string): void;
  /** The worker's thread has ended: only then may what it had locked be freed. */
  gone(worker: number): void;
}

export function createCounterDesk(): CounterDesk {
  const windows = createSharedTable({ capacity, seed: new Uint8Array(randomBytes(16)) });
  const drip = createBuckets(capacity);
  const places = createPlaces();
  /** By worker: the keys of the places that it holds, once for each. */
  const held = new Map<number, string[]>();
  return {
    windows,
    async answer(worker, call) {
      if (call[0] === "drip") return drip(call[1], call[2], call[3], call[4]);
      const [, key, limit] = call;
      const state = await places.enter(key, limit, 0);
      if (state.isAdmitted) addTo(held, worker, key);
      return state;
    },
    leave(worker, key) {
      const keys = held.get(worker) ?? [];
      const at = keys.indexOf(key);
      if (at < 0) return;
      keys.splice(at, 1);
      void places.leave(key, "");
    },
    gone(worker) {
      for (const key of held.get(worker) ?? []) void places.leave(key, "");
      held.delete(worker);
      freeSharedLocks(windows, worker);
    },
  };
}

function addTo(held: Map<number, string[]>, worker: number, key: string): void {
  const keys = held.get(worker);
  if (keys) keys.push(key);
  else held.set(worker, [key]);
}

/** Asks the desk of the controlling thread. */
export interface AskDesk {
  call(what: CounterCall): Promise<CounterAnswer>;
  leave(key: string): void;
}

/** Of one worker. */
export function openWorkerCounters(windows: SharedArrayBuffer, worker: number, desk: AskDesk): CounterStore {
  return {
    ...openSharedCounters(windows, worker),
    drip: (key, rate, burst, now) => desk.call(["drip", key, rate, burst, now]) as Promise<BucketState>,
    enter: (key, limit) => desk.call(["enter", key, limit]) as Promise<PlaceState>,
    leave: (key) => desk.leave(key),
  };
}
