/** Finds the store of a limit whose counters are kept in Redis: one connection for all that name the same server, database and user. */
import type { CounterStore } from "../../engine/contract.ts";
import { type Connection, createConnection } from "./connection.ts";
import { redisCounters } from "./counters.ts";
import { StoreFault } from "./fault.ts";
import { type RedisTarget, type Resolve, redisSettings, UnusableSettings } from "./settings.ts";

export interface RemoteCountersOptions {
  /** What `$env://…` and `$secret://…` in user names and passwords stand for; unresolved: the store fails. */
  readonly resolveReference?: Resolve;
  /** Hears when a store goes away and when it is back; never a secret. */
  readonly tell?: (message: string) => void;
  /** Of the windows; see RedisCounterOptions. */
  readonly clock?: "redis" | "engine";
}

export interface RemoteCounters {
  /** The store of a configuration of a limit; the same one for the same object. */
  find(settings: Readonly<Record<string, unknown>>): CounterStore;
  close(): void;
}

/** Milliseconds after which a connection that nobody uses is closed. */
const idleMs = 60_000;

/**
 * @example
 * const remote = createRemoteCounters({ resolveReference: environmentReferences(process.env) });
 * const engine = createEngine(artifact, { crypto, now: Date.now, counters, remoteCounters: remote.find });
 */
export function createRemoteCounters(options: RemoteCountersOptions = {}): RemoteCounters {
  const { resolveReference = () => undefined, tell = () => {}, clock = "redis" } = options;
  const stores = new WeakMap<object, CounterStore>();
  const connections = new Map<string, Connection>();
  const resting = setInterval(() => {
    for (const connection of connections.values()) connection.rest(idleMs);
  }, idleMs / 2).unref();

  function connectionTo(target: RedisTarget): Connection {
    const identity = JSON.stringify(target);
    const connection = connections.get(identity) ?? createConnection(target, tell);
    connections.set(identity, connection);
    return connection;
  }

  function open(settings: Readonly<Record<string, unknown>>): CounterStore {
    const read = redisSettings(settings, resolveReference);
    if (!(read instanceof UnusableSettings)) {
      return redisCounters({ connection: connectionTo(read.target), timeoutMs: read.timeoutMs, clock });
    }
    tell(`a limit cannot count in Redis: ${read.reason}; it fails as it is configured`);
    const fail = (): never => {
      throw new StoreFault(read.reason);
    };
    return { hit: fail, slide: fail, drip: fail, enter: fail };
  }

  return {
    find(settings) {
      const store = stores.get(settings) ?? open(settings);
      stores.set(settings, store);
      return store;
    },
    close() {
      clearInterval(resting);
      for (const connection of connections.values()) connection.close();
    },
  };
}
