/** Configurations as the checks hand them to `compile`. */

const kinds = ["consumer_groups", "upstreams", "services", "plugin_configs", "routes", "global_rules"];

export function configOf({ consumers = [], ...rest }) {
  const entries = kinds.map((kind) => [kind, (rest[kind] ?? []).map((value) => ({ id: value.id, value }))]);
  return { ...Object.fromEntries(entries), consumers, declared: new Set([...kinds, "consumers"]) };
}

/** One credential of the plugin for each. */
export function consumerOf(username, plugin, config) {
  return { id: username, value: { username }, credentials: [{ id: "c", value: { plugins: { [plugin]: config } } }] };
}

export const upstreams = [{ id: "up", nodes: { "127.0.0.1:9": 1 } }];

/** As long as keys usually are: 40 characters. */
export function keyOf(index) {
  return `${(Math.imul(index + 1, 2654435761) >>> 0).toString(16).padStart(8, "0")}${String(index).padStart(32, "k")}`;
}

export function requestOf(target, headers = [], method = "GET") {
  return {
    method,
    target: received(target),
    headers: [["Host", "api.example"], ["User-Agent", "curl/8.5.0"], ["Accept", "*/*"], ...headers],
    remoteAddress: "192.0.2.7",
    scheme: "https",
  };
}

/** A text of its own memory, as one that came through a socket: not joined from pieces, and no constant of the program. */
export function received(text) {
  return Buffer.from(text, "latin1").toString("latin1");
}
