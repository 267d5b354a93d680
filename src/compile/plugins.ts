/** Which plugins take part where: merging by precedence, switched-off ones, defaults (gateway reference, sections 1.1 and 2). */

import type { CompiledPlugin } from "../artifact/contract.ts";
import { BoundedCache } from "../crypto/bounded-cache.ts";
import { pluginDefaults } from "../model/generated/defaults.ts";
import { compareText } from "../model/identity.ts";
import { type Fields, isDisabled, withDefaults } from "./fields.ts";

/** The plugins that one resource carries. */
export interface PluginLayer {
  /** `KIND/ID`, or empty for a consumer's own. */
  readonly owner: string;
  readonly plugins: Readonly<Record<string, Fields>>;
}

/** Gives the configuration of a plugin with its defaults. */
export type FillDefaults = (name: string, config: Fields) => Fields;

/** A plugin of a later layer replaces one of the same name. In the order of names, defaults filled in. */
export function mergePlugins(
  layers: readonly PluginLayer[],
  fill: FillDefaults = fillDefaults,
): readonly CompiledPlugin[] {
  const merged = new Map<string, CompiledPlugin>();
  for (const { owner, plugins } of layers) {
    for (const [name, config] of Object.entries(plugins)) {
      merged.set(name, { name, config: fill(name, config), owner });
    }
  }
  return [...merged.values()].sort((left, right) => compareText(left.name, right.name));
}

function fillDefaults(name: string, config: Fields): Fields {
  return withDefaults(config, pluginDefaults.request[name] ?? {});
}

const rememberedConfigs = 4096;

/** Gives the same object for equal configurations, for who goes through many: mostly a few are there again and again. */
export function rememberingFill(): FillDefaults {
  const filled = new BoundedCache<string, Fields>(rememberedConfigs);
  return (name, config) => {
    const text = JSON.stringify([name, config]);
    let known = filled.get(text);
    if (known === undefined) {
      known = fillDefaults(name, config);
      filled.set(text, known);
    }
    return known;
  };
}

/** After merging, so that a plugin that is switched off also hides those that it replaces. */
export function withoutDisabled(plugins: readonly CompiledPlugin[]): readonly CompiledPlugin[] {
  return plugins.filter(({ config }) => !isDisabled(config));
}
