/** What the engine can execute, told before any request comes: for those who compile, so that nothing fails only when it is met. */
import { authenticationPlugins } from "./auth/index.ts";
import { bindRun } from "./chain.ts";
import { type Plugin, type PluginConfig, Unusable } from "./plugin.ts";
import { policyPlugins } from "./policy/index.ts";
import { type Matchable, routeFault } from "./route-match.ts";

export const plugins: readonly Plugin[] = [...authenticationPlugins, ...policyPlugins];

/** The plugins that the engine executes. limit-count with a `policy` other than `local` counts as a store that failed. */
export const executablePlugins: ReadonlySet<string> = new Set(plugins.map((plugin) => plugin.name));

export const engineAbilities = {
  plugins: executablePlugins,

  /** Why the engine would refuse every request that meets this configuration; undefined if it would not. */
  pluginFault(name: string, config: PluginConfig): string | undefined {
    const plugin = plugins.find((each) => each.name === name);
    const run = plugin && bindRun(plugin, config);
    return run instanceof Unusable ? run.reason : undefined;
  },

  /** Why the engine would refuse every request that could be this route's; undefined if it would not. */
  routeFault: (route: Matchable): string | undefined => routeFault(route),
};
