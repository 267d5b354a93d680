/** Counters in memory that several threads share: they count together, exactly, as `createCounters` does in one. */
import type { CounterState, CounterStore } from "./contract.ts";
import { SharedTable } from "./shared-table.ts";

const kinds = { fixed: 1, sliding: 2 } as const;

/**
 * @param buffer of createSharedTable, the same in every thread
 * @param holder a number above 0, another one for each thread
 * @example
 * const buffer = createSharedTable({ seed: crypto.getRandomValues(new Uint8Array(16)) });
 * // In each worker, with its own number:
 * const counters = openSharedCounters(buffer, 1);
 * counters.hit("consumers/jack", 2, 60, Date.now()); // { remaining: 1, resetSeconds: 60 }
 */
export function openSharedCounters(
  buffer: SharedArrayBuffer,
  holder: number,
): Required<Pick<CounterStore, "hit" | "slide">> {
  const table = new SharedTable(buffer, holder);
  return {
    hit(key, limit, windowSeconds, now) {
      const length = windowSeconds * 1000;
      return table.locked(key, now, (time): CounterState => {
        if (!table.find(kinds.fixed, time)) table.insert(kinds.fixed, limit, time, time + length, time);
        const count = table.get("count") + (table.get("count") <= limit ? 1 : 0);
        table.set("count", count);
        table.set("limit", limit);
        return { remaining: limit - count, resetSeconds: (table.get("end") - time) / 1000 };
      });
    },
    slide(key, limit, windowSeconds, now) {
      const length = windowSeconds * 1000;
      return table.locked(key, now, (time): CounterState => {
        const start = Math.floor(time / length) * length;
        if (!table.find(kinds.sliding, time)) table.insert(kinds.sliding, limit, start, start + 2 * length, time);
        else if (table.get("start") !== start) slideTo(table, start, length);
        table.set("limit", limit);
        const left = length - (time - start);
        const used = table.get("previous") * (left / length) + table.get("count");
        if (used + 1 > limit) return { remaining: -1, resetSeconds: left / 1000 };
        table.set("count", table.get("count") + 1);
        return { remaining: Math.floor(limit - used - 1), resetSeconds: left / 1000 };
      });
    },
  };
}

/** The window at `start`, knowing the one before if that is the neighbour. */
function slideTo(table: SharedTable, start: number, length: number): void {
  table.set("previous", table.get("start") === start - length ? table.get("count") : 0);
  table.set("count", 0);
  table.set("start", start);
  table.set("end", start + 2 * length);
}
