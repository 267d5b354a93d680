/** Refuses to compile what the embedded proxy would not execute: a plugin or field that restricts must never be skipped in silence. */

import type { CompiledRoute } from "../artifact/contract.ts";
import { type Config, type Entry, kindNouns } from "../model/config.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { type Executor, findUnexecuted, type ResourceKind, type Unexecuted } from "../model/unexecuted.ts";
import { type Fields, fieldsOf, sortedById } from "./fields.ts";

/** What the engine executes; `engineAbilities` of the embedded one. */
export interface Abilities {
  readonly plugins: ReadonlySet<string>;
  /** Why it could not execute this configuration of one of its plugins. */
  pluginFault(name: string, config: Fields): string | undefined;
  /** Why it could not match this route. */
  routeFault(route: Pick<CompiledRoute, "uris" | "remoteAddrs" | "vars">): string | undefined;
}

const kinds = [
  "consumer_groups",
  "consumers",
  "upstreams",
  "services",
  "plugin_configs",
  "routes",
  "global_rules",
] as const satisfies readonly ResourceKind[];

const help: Readonly<Record<Unexecuted<string>["what"], string>> = {
  plugin:
    "Remove the plugin, switch it off with _meta.disable, do without it with --ignore-plugin, or serve with a gateway that has it.",
  configuration: "Change the configuration, or serve with a gateway that executes it.",
  reference: "Write the value itself, or `${VAR}`, which is replaced from the environment when the file is read.",
  route: "Change the route, or serve with a gateway that matches it.",
  scheme: "Use http or https, or serve with a gateway that speaks the other protocol.",
  field: "Remove the field, or serve with a gateway that executes it.",
};

export function unsupportedByProxy(config: Config, abilities: Abilities): Diagnostic[] {
  const executor = executorOf(abilities);
  return kinds.flatMap((kind) =>
    sortedById<Entry<object>>(config[kind]).flatMap(({ id, value, place }) => {
      const at = `${kindNouns[kind]} "${id}"`;
      return findUnexecuted(kind, value, executor).map(
        (found): Diagnostic => ({
          rule: `compile/${found.what}-not-executed`,
          severity: "error",
          message: messageOf(found, at),
          ...(place && { span: place.span(found.path, "key") }),
          help: help[found.what],
        }),
      );
    }),
  );
}

function executorOf({ plugins, pluginFault, routeFault }: Abilities): Executor<string> {
  const whole = (fault: string | undefined) => (fault === undefined ? [] : [{ path: [], fault }]);
  return {
    executes: (plugin) => plugins.has(plugin),
    pluginFaults: (name, config) => whole(pluginFault(name, fieldsOf(config) ?? {})),
    routeFaults: (route) => whole(routeFault(route)),
  };
}

/** `resource` is such as `route "r1"`. */
function messageOf(found: Unexecuted<string>, resource: string): string {
  const at = found.path.length > 1 && found.path[0] === "upstream" ? `the upstream of ${resource}` : resource;
  switch (found.what) {
    case "plugin":
      return `The embedded proxy does not execute the plugin ${found.plugin} of ${at}.`;
    case "configuration":
      return `The embedded proxy cannot execute the plugin ${found.plugin} of ${at} as it is configured: ${found.fault}.`;
    case "reference":
      return `The embedded proxy does not resolve the reference in ${found.path.slice(1).join(".")} of ${at}.`;
    case "route":
      return `The embedded proxy cannot match ${at}: ${found.fault}.`;
    case "scheme":
      return `The embedded proxy does not speak "${found.scheme}", the scheme of ${at}.`;
    case "field":
      return `The embedded proxy does not execute the field ${nameOf(found)} of ${at}.`;
  }
}

function nameOf({ field, plugin, isTried }: Extract<Unexecuted<string>, { readonly what: "field" }>): string {
  if (plugin === undefined) return field;
  return `${field} of plugin ${plugin}${isTried ? " in multi-auth" : ""}`;
}
