/**
 * Leaky buckets in memory (limit-req), bounded in number, that a clock set back cannot empty.
 *
 * One that has run empty is as good as none. If one must make room that has not, what was in it is remembered for its limit: whoever comes anew to
 * that limit starts from there, so filling the table empties nobody's bucket, one's own included.
 */
import type { CounterStore } from "./contract.ts";
import { ownerOf } from "./floors.ts";

interface Bucket {
  /** Requests ahead of the rate, when `at` was. */
  readonly excess: number;
  /** Milliseconds. */
  readonly at: number;
  /** Requests a second. */
  readonly rate: number;
}

/** Entries looked at to make room for one. */
const sampleSize = 32;

/** Limits with a memory of their own; beyond it they share one. */
const mostFloors = 1000;

export function createBuckets(capacity: number): NonNullable<CounterStore["drip"]> {
  const buckets = new Map<string, Bucket>();
  const floors = new Map<string, Bucket>();
  let latest = Number.NEGATIVE_INFINITY;

  function makeRoom(now: number): void {
    let least: readonly [string, Bucket] | undefined;
    let left = sampleSize;
    for (const entry of buckets) {
      if (left-- === 0) break;
      const [key, bucket] = entry;
      buckets.delete(key);
      if (isEmpty(bucket, now)) {
        if (least) buckets.set(...least);
        return;
      }
      if (!least || secondsLeft(bucket, now) < secondsLeft(least[1], now)) {
        if (least) buckets.set(...least);
        least = entry;
      } else {
        // Behind the others, so that the next sample is another one.
        buckets.set(key, bucket);
      }
    }
    if (least) raiseFloor(...least, now);
  }

  function raiseFloor(key: string, bucket: Bucket, now: number): void {
    for (const [owner, floor] of floors.size < mostFloors ? [] : floors) if (isEmpty(floor, now)) floors.delete(owner);
    const owner = ownerOf(key);
    const name = floors.size < mostFloors || floors.has(owner) ? owner : sharedFloor;
    const floor = floors.get(name);
    if (!floor || secondsLeft(floor, now) < secondsLeft(bucket, now)) floors.set(name, bucket);
  }

  /** What a new bucket of this key starts with; none: a first request is ahead of nothing. */
  function floorOf(key: string, now: number): Bucket | undefined {
    if (floors.size === 0) return undefined;
    const [own, shared] = [floors.get(ownerOf(key)), floors.get(sharedFloor)];
    const floor = own && shared && secondsLeft(shared, now) > secondsLeft(own, now) ? shared : (own ?? shared);
    return floor && !isEmpty(floor, now) ? floor : undefined;
  }

  return (key, ratePerSecond, burst, now) => {
    latest = Math.max(latest, now);
    const known = buckets.get(key);
    const before = known ?? floorOf(key, latest);
    const excess = before ? Math.max(0, before.excess - (ratePerSecond * (latest - before.at)) / 1000 + 1) : 0;
    if (excess > burst) return { isAdmitted: false, excess };
    if (!known && buckets.size >= capacity) makeRoom(latest);
    buckets.set(key, { excess, at: latest, rate: ratePerSecond });
    return { isAdmitted: true, excess };
  };
}

/** No owner: theirs are not empty. */
const sharedFloor = "";

/** Until the next request of this bucket is ahead of nothing, as if there were no bucket. */
function secondsLeft({ excess, at, rate }: Bucket, now: number): number {
  return (excess + 1) / rate - (now - at) / 1000;
}

function isEmpty(bucket: Bucket, now: number): boolean {
  return secondsLeft(bucket, now) <= 0;
}
