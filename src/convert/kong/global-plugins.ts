/** Kong's plugins for all requests: a global rule, or, where a service, route or consumer has the same plugin of its own, one on each service that has not. */
import type { Draft } from "../draft.ts";
import type { KongFile } from "./entities.ts";
import type { GlobalPlugins } from "./plugins.ts";

/** In Kong the most specific one runs alone; a global rule would run too. */
export function writeGlobalPlugins({ turned }: GlobalPlugins, file: KongFile, draft: Draft): void {
  for (const [plugin, { config, foreign }] of turned) {
    const holders = [file.services.all, file.routes.all, file.consumers.all, file.groups.all].flat();
    if (!holders.some(({ plugins }) => Object.hasOwn(plugins, plugin))) {
      draft.addOther("global_rules", plugin, foreign.span(), { plugins: { [plugin]: config } });
      continue;
    }
    const routesAlone = file.routes.all.filter(({ service }) => service === undefined);
    for (const holder of [...file.services.all, ...routesAlone]) {
      if (!Object.hasOwn(holder.plugins, plugin)) holder.plugins[plugin] = config;
    }
    const counts = plugin === "limit-count" ? "; each service counts by itself" : "";
    foreign.lose(
      "approximated",
      `plugin ${foreign.text("name") ?? plugin} for all requests`,
      `it stands on every service, as some have one of their own, which would run beside a global rule${counts}`,
      "Give it to services that you add, too.",
    );
  }
}
