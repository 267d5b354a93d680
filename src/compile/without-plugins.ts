/** Leaves plugins out of a configuration that the user has said to do without in the proxy. */
import type { Config, Entry } from "../model/config.ts";
import { fieldsOf } from "./fields.ts";

export function withoutPlugins(config: Config, names: readonly string[]): Config {
  if (names.length === 0) return config;
  const strip = <E extends Entry<object>>(entries: readonly E[]): readonly E[] =>
    entries.map((entry) => ({ ...entry, value: stripPlugins(entry.value, names) }));
  return {
    ...config,
    consumer_groups: strip(config.consumer_groups),
    consumers: strip(config.consumers),
    services: strip(config.services),
    plugin_configs: strip(config.plugin_configs),
    routes: strip(config.routes),
    global_rules: strip(config.global_rules),
  };
}

function stripPlugins<T extends object>(value: T, names: readonly string[]): T {
  if (!("plugins" in value)) return value;
  const kept = Object.entries(fieldsOf(value.plugins) ?? {}).filter(([name]) => !names.includes(name));
  return { ...value, plugins: Object.fromEntries(kept) };
}
