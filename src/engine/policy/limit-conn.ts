/** limit-conn: so many requests at the same time (gateway reference, section 3.4). */
import type { RequestContext } from "../context.ts";
import type { CounterStore, PlaceState } from "../contract.ts";
import { counterKey, type KeyedLimit, keyedLimit, overLimit, storeFailure, storeOf } from "../limit-outcome.ts";
import { definePlugin, isPromise, type MaybePromise, type Outcome, Unusable } from "../plugin.ts";
import { flagSetting, numberSetting } from "../settings.ts";
import { wait } from "../wait.ts";

interface PlaceLimit extends KeyedLimit {
  readonly places: number;
  /** Places more, whose holders are delayed. */
  readonly burst: number;
  readonly learns: boolean;
  /** Milliseconds of delay for each `places` that are taken: as configured, then the running mean of how long requests take. */
  unitDelay: number;
}

/** Milliseconds; shorter delays are none. */
const shortestDelay = 1;

/** Milliseconds: one request of hours, such as a websocket, must not teach all others to wait for hours. */
const longestLesson = 60_000;

export const limitConn = definePlugin<PlaceLimit>({
  name: "limit-conn",
  priority: 1003,
  phase: "access",
  prepare(config) {
    const limit = keyedLimit("limit-conn", config);
    const places = numberSetting(config, "conn", 0);
    const burst = numberSetting(config, "burst", -1);
    const delay = numberSetting(config, "default_conn_delay", 0);
    if (limit instanceof Unusable) return limit;
    if (!(places > 0) || !(burst >= 0) || !(delay > 0)) return new Unusable("no conn, burst or default_conn_delay");
    const learns = !flagSetting(config, "only_use_default_delay", false);
    return { ...limit, places, burst, learns, unitDelay: delay * 1000 };
  },
  run(limit, context, owner) {
    try {
      const store = storeOf(limit, context);
      const key = counterKey(limit, context, owner);
      const state = enter(limit, store, key, context);
      if (!isPromise(state)) return judge(limit, store, key, state, context);
      return state.then(
        (settled) => judge(limit, store, key, settled, context),
        () => storeFailure(limit),
      );
    } catch {
      return storeFailure(limit);
    }
  },
});

function enter(limit: PlaceLimit, store: CounterStore, key: string, context: RequestContext): MaybePromise<PlaceState> {
  if (!store.enter || !store.leave) throw new Error("the counter store has no places");
  return store.enter(key, limit.places + limit.burst, context.services.now());
}

function judge(
  limit: PlaceLimit,
  store: CounterStore,
  key: string,
  { isAdmitted, taken, ticket }: PlaceState,
  context: RequestContext,
): MaybePromise<Outcome> {
  if (!isAdmitted) return overLimit(limit);
  const { services } = context;
  const delay = taken > limit.places ? limit.unitDelay * Math.floor((taken - 1) / limit.places) : 0;
  const startedAt = services.now() + delay;
  context.holdUntilEnd(() => {
    learn(limit, services.now() - startedAt);
    leave(store, key, ticket);
  });
  return delay >= shortestDelay ? wait(services, delay).then(() => undefined) : undefined;
}

/** A clock that was set back teaches nothing. */
function learn(limit: PlaceLimit, milliseconds: number): void {
  if (!limit.learns || milliseconds < 0) return;
  limit.unitDelay = (limit.unitDelay + Math.min(milliseconds, longestLesson)) / 2;
}

/** Nobody waits for it, and nobody could do anything about a store that is away. */
function leave(store: CounterStore, key: string, ticket: string): void {
  try {
    const left = store.leave?.(key, ticket);
    if (left instanceof Promise) left.catch(() => undefined);
  } catch {
    // As above.
  }
}
