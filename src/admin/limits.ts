/** What one Admin API takes at a time: more is answered with 429, before it costs anything. */
import type { Answer } from "./commit-queue.ts";

export interface Limits {
  /** Of one request; undefined: there are too many under way. To be released when it is answered. */
  begin(): Held | undefined;
  /** Why a request with this key has to wait. @param key its place among the keys; undefined: it is none of them */
  refuse(key: number | undefined): Answer | undefined;
}

/** What a request keeps in memory. */
export interface Held {
  /** False: the bodies that are kept already leave no room for these bytes. */
  take(bytes: number): boolean;
  release(): void;
}

const mostUnderWay = 1_000;
const mostBodyBytes = 64 * 1024 * 1024;

/** Requests with a wrong key or none, of all clients together: a second, and at once. */
const wrongKeyRate = 5;
const wrongKeyBurst = 20;

/** @param rate requests a second with one key; undefined: any number @param now milliseconds that only go forward */
export function createLimits(rate: number | undefined, now: () => number = () => performance.now()): Limits {
  const wrongKeys = createBucket(wrongKeyRate, wrongKeyBurst, now);
  const byKey = new Map<number, Bucket>();
  let underWay = 0;
  let bodyBytes = 0;
  return {
    begin() {
      if (underWay >= mostUnderWay) return undefined;
      underWay++;
      let own = 0;
      return {
        take(bytes) {
          if (bodyBytes + bytes > mostBodyBytes) return false;
          bodyBytes += bytes;
          own += bytes;
          return true;
        },
        release() {
          underWay--;
          bodyBytes -= own;
          own = 0;
        },
      };
    },
    refuse(key) {
      if (key === undefined) return wrongKeys.take() ? undefined : tooMany("requests without a valid key");
      if (rate === undefined) return undefined;
      let bucket = byKey.get(key);
      if (bucket === undefined) {
        bucket = createBucket(rate, Math.max(1, rate), now);
        byKey.set(key, bucket);
      }
      return bucket.take() ? undefined : tooMany(`requests with this key; ${rate} a second are taken`);
    },
  };
}

export function tooMany(what: string): Answer {
  return { status: 429, body: { error_msg: `too many ${what}` }, headers: { "Retry-After": "1" } };
}

interface Bucket {
  take(): boolean;
}

function createBucket(rate: number, burst: number, now: () => number): Bucket {
  let tokens = burst;
  let filled = now();
  return {
    take() {
      const at = now();
      tokens = Math.min(burst, tokens + ((at - filled) / 1000) * rate);
      filled = at;
      if (tokens < 1) return false;
      tokens--;
      return true;
    },
  };
}
