/** limit-req: evens requests out to a rate, as a leaky bucket (gateway reference, section 3.3). */
import type { RequestContext } from "../context.ts";
import type { BucketState } from "../contract.ts";
import { counterKey, type KeyedLimit, keyedLimit, overLimit, storeFailure, storeOf } from "../limit-outcome.ts";
import { definePlugin, isPromise, type MaybePromise, type Outcome, Unusable } from "../plugin.ts";
import { flagSetting, numberSetting } from "../settings.ts";
import { wait } from "../wait.ts";

interface RateLimit extends KeyedLimit {
  /** Requests a second. */
  readonly rate: number;
  readonly burst: number;
  readonly delays: boolean;
}

/** Milliseconds; shorter delays are none. */
const shortestDelay = 1;

export const limitReq = definePlugin<RateLimit>({
  name: "limit-req",
  priority: 1001,
  phase: "access",
  prepare(config) {
    const limit = keyedLimit("limit-req", config);
    const rate = numberSetting(config, "rate", 0);
    const burst = numberSetting(config, "burst", -1);
    if (limit instanceof Unusable) return limit;
    if (!(rate > 0) || !(burst >= 0)) return new Unusable("no rate or burst");
    return { ...limit, rate, burst, delays: !flagSetting(config, "nodelay", false) };
  },
  run(limit, context, owner) {
    try {
      const state = count(limit, context, owner);
      if (!isPromise(state)) return judge(limit, state, context);
      return state.then(
        (settled) => judge(limit, settled, context),
        () => storeFailure(limit),
      );
    } catch {
      return storeFailure(limit);
    }
  },
});

function count(limit: RateLimit, context: RequestContext, owner: string): MaybePromise<BucketState> {
  const store = storeOf(limit, context);
  if (!store.drip) throw new Error("the counter store has no leaky buckets");
  return store.drip(counterKey(limit, context, owner), limit.rate, limit.burst, context.services.now());
}

function judge(limit: RateLimit, state: BucketState, { services }: RequestContext): MaybePromise<Outcome> {
  if (!state.isAdmitted) return overLimit(limit);
  const delay = limit.delays ? (state.excess / limit.rate) * 1000 : 0;
  return delay >= shortestDelay ? wait(services, delay).then(() => undefined) : undefined;
}
