/** What the double holds: nodes by key, with the indexes of an etcd. */

export interface Node {
  readonly key: string;
  readonly value: Record<string, unknown>;
  readonly createdIndex: number;
  readonly modifiedIndex: number;
}

type Value = Record<string, unknown>;

const lookupFields: Readonly<Record<string, string>> = {
  "key-auth": "key",
  "basic-auth": "username",
  "hmac-auth": "key_id",
  "jwt-auth": "key",
};

const references: readonly (readonly [from: string, field: string, to: string, what: string])[] = [
  ["routes", "service_id", "services", "service"],
  ["routes", "upstream_id", "upstreams", "upstream"],
  ["routes", "plugin_config_id", "plugin_configs", "plugin config"],
  ["services", "upstream_id", "upstreams", "upstream"],
  ["consumers", "group_id", "consumer_groups", "consumer group"],
];

export class Store {
  readonly #nodes = new Map<string, Node>();
  #index = 10;

  has(key: string): boolean {
    return this.#nodes.has(key);
  }

  get(key: string): Node | undefined {
    return this.#nodes.get(key);
  }

  keys(): readonly string[] {
    return [...this.#nodes.keys()];
  }

  put(key: string, value: Value): Node {
    this.#index += 1;
    const now = 1_764_000_000 + this.#index;
    const former = this.#nodes.get(key);
    const node: Node = {
      key,
      value: { ...value, create_time: former?.value["create_time"] ?? now, update_time: now },
      createdIndex: former?.createdIndex ?? this.#index,
      modifiedIndex: this.#index,
    };
    this.#nodes.set(key, node);
    return node;
  }

  delete(key: string): boolean {
    return this.#nodes.delete(key);
  }

  below(prefix: string): readonly Node[] {
    return [...this.#nodes.values()]
      .filter(({ key }) => key.startsWith(prefix))
      .sort((left, right) => left.createdIndex - right.createdIndex);
  }

  directlyBelow(prefix: string): readonly Node[] {
    return this.below(prefix).filter(({ key }) => !key.slice(prefix.length).includes("/"));
  }

  /** The id that POST gives. */
  nextId(): string {
    return String(this.#index + 1).padStart(20, "0");
  }

  deleteBelow(prefix: string): void {
    for (const { key } of this.below(prefix)) this.#nodes.delete(key);
  }

  /** Why a resource must stay. */
  holderOf(collection: string, id: string): string | undefined {
    for (const [from, field, to, what] of references) {
      if (to !== collection) continue;
      const holder = this.directlyBelow(`/apisix/${from}/`).find(({ value }) => String(value[field]) === id);
      if (holder) return `can not delete this ${what} directly, ${holder.key} is still using it now`;
    }
    return undefined;
  }

  missingReference(collection: string, value: Value): string | undefined {
    for (const [from, field, to, what] of references) {
      const id = value[field];
      if (from !== collection || id === undefined || this.has(`/apisix/${to}/${String(id)}`)) continue;
      return `failed to fetch ${what} info by ${what} id [${String(id)}], response code: 404`;
    }
    return undefined;
  }

  duplicateLookup(username: string, id: string, credential: Value): string | undefined {
    for (const [plugin, field] of Object.entries(lookupFields)) {
      const wanted = lookup(credential, plugin, field);
      if (wanted === undefined || /^\$(?:env|secret):\/\//i.test(wanted)) continue;
      for (const { key, value } of this.below("/apisix/consumers/")) {
        const [, holder, holderId] = /^\/apisix\/consumers\/([^/]+)\/credentials\/([^/]+)$/.exec(key) ?? [];
        if (holder === undefined || (holder === username && holderId === id)) continue;
        if (lookup(value, plugin, field) !== wanted) continue;
        return `duplicate key of plugin ${plugin} found with credential: ${holderId} of consumer: ${holder}`;
      }
    }
    return undefined;
  }
}

function lookup(value: Value, plugin: string, field: string): string | undefined {
  const plugins = value["plugins"] as Record<string, Value> | undefined;
  const found = plugins?.[plugin]?.[field];
  return typeof found === "string" ? found : undefined;
}
