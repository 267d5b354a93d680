/** A configuration as the engine can judge it: only the consumers in question, no plugin that it lacks, upstreams that are there. */
import { isDisabled, pluginsOf } from "../compile/fields.ts";
import { unsupportedByProxy } from "../compile/unsupported.ts";
import { withoutPlugins } from "../compile/without-plugins.ts";
import { engineAbilities } from "../engine/abilities.ts";
import { isAuthPlugin } from "../model/auth.ts";
import type { Config, Entry } from "../model/config.ts";
import { compareText } from "../model/identity.ts";
import { withStandIns } from "./stand-in.ts";

export interface Judgeable {
  readonly config: Config;
  readonly notJudged: readonly string[];
}

/** Limits are compared by their amounts, and must not refuse a request that only stands for others. */
export const limitPlugins: readonly string[] = ["limit-count", "limit-req", "limit-conn"];

/** Plugins that wait, answer by chance or for nobody in particular: asked about them, the engine would tell nothing of who may call. */
const aside: ReadonlySet<string> = new Set(["fault-injection", "mocking"]);

/** Plugins that let every caller pass; they are left out, whether or not the engine has them. */
const harmless: ReadonlySet<string> = new Set([
  "cors",
  "file-logger",
  "gzip",
  "http-logger",
  "kafka-logger",
  "opentelemetry",
  "prometheus",
  "proxy-mirror",
  "proxy-rewrite",
  "real-ip",
  "redirect",
  "response-rewrite",
  "skywalking",
  "syslog",
  "tcp-logger",
  "udp-logger",
  "zipkin",
]);

export function judgeable(config: Config): Judgeable {
  const ignored = [...pluginNames(config)]
    .filter(
      (name) =>
        !engineAbilities.plugins.has(name) || limitPlugins.includes(name) || harmless.has(name) || aside.has(name),
    )
    .sort(compareText);
  const executed = withUpstreams(withoutPlugins(config, ignored));
  const judged: Config = { ...executed, consumers: executed.consumers.map(withStandIns) };
  const silent = ignored.filter((name) => !limitPlugins.includes(name) && !harmless.has(name));
  return {
    config: judged,
    notJudged: [
      ...silent.map((name) => `The plugin ${name} is not executed here: whether it refuses callers is not judged.`),
      ...faults(judged),
    ],
  };
}

/** What the engine would answer with 500, whoever calls. References count as the values that they stand for. */
function faults(config: Config): readonly string[] {
  const rules: ReadonlySet<string> = new Set(["compile/configuration-not-executed", "compile/route-not-executed"]);
  return unsupportedByProxy(config, engineAbilities)
    .filter(({ rule }) => rules.has(rule))
    .map(({ message }) => message);
}

function pluginNames(config: Config): ReadonlySet<string> {
  const entries: readonly Entry<object>[] = [
    ...config.consumer_groups,
    ...config.consumers,
    ...config.services,
    ...config.plugin_configs,
    ...config.routes,
    ...config.global_rules,
  ];
  return new Set(
    entries.flatMap(({ value }) =>
      Object.entries(pluginsOf(value)).flatMap(([name, plugin]) =>
        // One that is switched off hides nothing that is judged.
        isAuthPlugin(name) || isDisabled(plugin) ? [] : [name],
      ),
    ),
  );
}

const anyUpstream = { nodes: [{ host: "127.0.0.1", port: 1, weight: 1 }] };

/** Who may call does not depend on where it goes, be that by a protocol or a discovery that the proxy lacks. */
function withUpstreams(config: Config): Config {
  const nested = <E extends Entry<object>>(entries: readonly E[]): readonly E[] =>
    entries.map((entry) =>
      "upstream" in entry.value ? { ...entry, value: { ...entry.value, upstream: anyUpstream } } : entry,
    );
  return {
    ...config,
    services: nested(config.services),
    routes: nested(config.routes),
    upstreams: config.upstreams.map((entry) => ({
      ...entry,
      value: { ...entry.value, ...anyUpstream, scheme: "http" },
    })),
  };
}
