/** What the engine can execute, told before any request comes: for those who compile, so that nothing fails only when it is met. */
import { authenticationPlugins } from "./auth/index.ts";
import { bindFiltered } from "./chain.ts";
import { type Plugin, type PluginConfig, Unusable } from "./plugin.ts";
import { policyPlugins } from "./policy/index.ts";
import { type Matchable, routeFault } from "./route-match.ts";

export const plugins: readonly Plugin[] = [...authenticationPlugins, ...policyPlugins];

/** The plugins that the engine executes. limit-count with a `policy` other than `local` counts as a store that failed. */
export const executablePlugins: ReadonlySet<string> = new Set(plugins.map((plugin) => plugin.name));

/** Those of an engine that also has these plugins (`createEngine`, option `plugins`). @throws TypeError for a name that is taken */
export function abilitiesWith(own: readonly Plugin[]) {
  const known = withOwnPlugins(own);
  return {
    plugins: new Set(known.map((plugin) => plugin.name)) as ReadonlySet<string>,

    /** Why the engine would refuse every request that meets this configuration; undefined if it would not. */
    pluginFault(name: string, config: PluginConfig): string | undefined {
      const plugin = known.find((each) => each.name === name);
      const bound = plugin && bindFiltered(plugin, config);
      return bound instanceof Unusable ? bound.reason : undefined;
    },

    /** Why the engine would refuse every request that could be this route's; undefined if it would not. */
    routeFault: (route: Matchable): string | undefined => routeFault(route),
  };
}

/** One name must not stand for two plugins: which of them runs could not be told from the configuration. @throws TypeError */
export function withOwnPlugins(own: readonly Plugin[]): readonly Plugin[] {
  const taken = new Set(executablePlugins);
  for (const { name } of own) {
    if (taken.has(name)) throw new TypeError(`there are two plugins of the name ${name}`);
    taken.add(name);
  }
  return own.length === 0 ? plugins : [...plugins, ...own];
}

export const engineAbilities = abilitiesWith([]);
