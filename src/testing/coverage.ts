/** What of a configuration requests have exercised: routes, consumers, credentials, and each plugin where it is carried. */
import { isAuthPlugin } from "../model/auth.ts";
import type { Config, Entry } from "../model/config.ts";
import { isMap } from "../model/json.ts";
import type { Span } from "../model/place.ts";
import type { Coverage, CoverageItem, CoverageKind } from "./contract.ts";
import type { Observed } from "./observed.ts";

/** Of all files of a run; configurations that several files share are counted once. */
export class CoverageRecord {
  readonly #items = new Map<string, CoverageItem>();

  /** @returns what is to be told of each request to this configuration */
  begin(config: Config): (observed: Observed) => void {
    const keys = new Map<string, string>();
    for (const item of itemsOf(config)) {
      const { kind, name, source } = item;
      const key = `${kind} ${name} ${source ? `${source.file}:${source.start.offset}` : ""}`;
      keys.set(`${kind} ${name}`, key);
      if (!this.#items.has(key)) this.#items.set(key, item);
    }
    return (observed) => {
      for (const name of exercisedBy(observed)) {
        const key = keys.get(name);
        const item = key === undefined ? undefined : this.#items.get(key);
        if (key !== undefined && item && !item.isExercised) this.#items.set(key, { ...item, isExercised: true });
      }
    };
  }

  coverage(): Coverage {
    return { items: [...this.#items.values()] };
  }
}

function exercisedBy({ route, consumer, credentialId, ran }: Observed): readonly string[] {
  return [
    ...(route ? [`routes ${route.id}`] : []),
    ...(consumer === undefined ? [] : [`consumers ${consumer}`]),
    ...(consumer === undefined || credentialId === undefined ? [] : [`credentials ${consumer}/${credentialId}`]),
    ...ran.map(({ name, owner }) => `plugins ${name} of ${owner}`),
  ];
}

/** Carriers of plugins, under the names that the engine gives owners. */
const carriers = ["global_rules", "services", "plugin_configs", "routes", "consumer_groups", "consumers"] as const;

function itemsOf(config: Config): readonly CoverageItem[] {
  const item = (kind: CoverageKind, name: string, source: Span | undefined): CoverageItem => ({
    kind,
    name,
    ...(source && { source }),
    isExercised: false,
  });
  const active = config.routes.filter(({ value }) => value.status !== 0);
  return [
    ...active.map(({ id, place }) => item("routes", id, place?.span())),
    ...config.consumers.map(({ id, place }) => item("consumers", id, place?.span())),
    ...config.consumers.flatMap(({ id: username, credentials }) =>
      credentials.map(({ id, place }) => item("credentials", `${username}/${id}`, place?.span())),
    ),
    ...carriers.flatMap((kind) => {
      const entries: readonly Entry<object>[] = kind === "routes" ? active : config[kind];
      return entries.flatMap((entry) =>
        pluginNames(entry, kind === "consumers").map((name) =>
          item("plugins", `${name} of ${kind}/${entry.id}`, entry.place?.span(["plugins", name], "key")),
        ),
      );
    }),
  ];
}

/** Of a consumer, those that take part in requests; what is switched off never runs. */
function pluginNames({ value }: Entry<object>, isConsumer: boolean): readonly string[] {
  const plugins: unknown = "plugins" in value ? value.plugins : undefined;
  return Object.entries(isMap(plugins) ? plugins : {}).flatMap(([name, config]) => {
    const meta = isMap(config) ? config["_meta"] : undefined;
    const isOff = isMap(meta) && meta["disable"] === true;
    return isOff || (isConsumer && isAuthPlugin(name)) ? [] : [name];
  });
}
