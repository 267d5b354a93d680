/** Where routes and plugins were declared. The source map of an artifact has consumers and credentials only; a configuration from files knows all. */
import { type Config, type Entry, type Kind, kinds } from "../model/config.ts";
import { isMap } from "../model/json.ts";

export interface Places {
  /** `file:line` of a resource, `KIND/ID`. */
  resource(owner: string): string | undefined;
  /** Of a plugin that it carries. */
  plugin(owner: string, name: string): string | undefined;
  /** Whether it carries the plugin, as declared; undefined if that is not known. */
  carries(owner: string, name: string): boolean | undefined;
  /** The plugin config of a route. */
  pluginConfigOf(routeId: string): string | undefined;
}

export const noPlaces: Places = {
  resource: () => undefined,
  plugin: () => undefined,
  carries: () => undefined,
  pluginConfigOf: () => undefined,
};

export function placesOf(config: Config): Places {
  const find = (owner: string): Entry<object> | undefined => {
    const slash = owner.indexOf("/");
    const kind = kinds.find((each) => each === owner.slice(0, slash));
    return kind && kind !== "credentials" ? entriesOf(config, kind).get(owner.slice(slash + 1)) : undefined;
  };
  return {
    resource: (owner) => lineOf(find(owner)),
    plugin: (owner, name) => lineOf(find(owner), name),
    carries(owner, name) {
      const value = find(owner)?.value;
      const plugins: unknown = value && "plugins" in value ? value.plugins : undefined;
      return isMap(plugins) && name in plugins;
    },
    pluginConfigOf(routeId) {
      const id = entriesOf(config, "routes").get(routeId)?.value;
      const named: unknown = id && "plugin_config_id" in id ? id.plugin_config_id : undefined;
      return named === undefined ? undefined : String(named);
    },
  };
}

const known = new WeakMap<readonly Entry<object>[], ReadonlyMap<string, Entry<object>>>();

function entriesOf(config: Config, kind: Exclude<Kind, "credentials">): ReadonlyMap<string, Entry<object>> {
  const entries: readonly Entry<object>[] = config[kind];
  const byId = known.get(entries) ?? new Map(entries.map((entry) => [entry.id, entry]));
  known.set(entries, byId);
  return byId;
}

function lineOf(entry: Entry<object> | undefined, plugin?: string): string | undefined {
  const span = plugin === undefined ? entry?.place?.span() : entry?.place?.span(["plugins", plugin], "key");
  return span && `${span.file}:${span.start.line}`;
}
