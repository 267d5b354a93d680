/** Where the counters of a limit are kept (gateway reference, section 3.2). */
import type { CounterStore, EngineServices } from "./contract.ts";
import type { PluginConfig } from "./plugin.ts";

export const limitPolicies: ReadonlySet<string> = new Set(["local", "redis", "redis-cluster", "redis-sentinel"]);

/** @throws if there is no such store: the limit fails as it is configured */
export function counterStore(services: EngineServices, remote: PluginConfig | undefined): CounterStore {
  if (!remote) return services.counters;
  const store = services.remoteCounters?.(remote);
  if (!store) throw new Error("there is no store outside this process");
  return store;
}

/** What a limit is, without how its store is reached: a new password there starts nobody's count anew. */
export function withoutAccess(config: PluginConfig): PluginConfig {
  return Object.fromEntries(Object.entries(config).filter(([name]) => !/^(?:redis|sentinel)_/.test(name)));
}
