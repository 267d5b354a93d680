/** The double's own checks of what is written, with the error texts of section 4 of the gateway reference. */

type Value = Record<string, unknown>;

const authPlugins = ["key-auth", "basic-auth", "hmac-auth", "jwt-auth"];

const otherPlugins = [
  ..."request-id fault-injection mocking cors ip-restriction ua-restriction referer-restriction multi-auth acl".split(
    " ",
  ),
  ..."consumer-restriction attach-consumer-label forward-auth proxy-rewrite api-breaker limit-conn limit-count".split(
    " ",
  ),
  ..."limit-req response-rewrite prometheus http-logger".split(" "),
];

export const knownPlugins: readonly string[] = [...authPlugins, ...otherPlugins];

/** Fields beyond which a resource takes none; a kind without a row takes any. */
const allowedFields: Readonly<Record<string, readonly string[]>> = {
  consumers: ["username", "desc", "labels", "plugins", "group_id"],
  credentials: ["id", "name", "desc", "labels", "plugins"],
  consumer_groups: ["id", "name", "desc", "labels", "plugins"],
  plugin_configs: ["id", "name", "desc", "labels", "plugins"],
  global_rules: ["id", "plugins"],
};

const requiredFields: Readonly<Record<string, readonly string[]>> = {
  consumers: ["username"],
  credentials: ["plugins"],
  consumer_groups: ["plugins"],
  plugin_configs: ["plugins"],
  global_rules: ["plugins"],
};

const requiredOfCredential: Readonly<Record<string, readonly string[]>> = {
  "key-auth": ["key"],
  "basic-auth": ["username", "password"],
  "hmac-auth": ["key_id", "secret_key"],
  "jwt-auth": ["key"],
};

/** The text of the refusal; undefined if there is nothing to refuse. */
export function problemOf(collection: string, value: Value): string | undefined {
  for (const field of ["create_time", "update_time"]) {
    if (field in value) return `the property is forbidden:  ${field}`;
  }
  const missing = requiredFields[collection]?.find((field) => value[field] === undefined);
  if (missing) return `invalid configuration: property "${missing}" is required`;
  const unknown = Object.keys(value).find((field) => allowedFields[collection]?.includes(field) === false);
  if (unknown) return `invalid configuration: additional properties forbidden, found ${unknown}`;
  return problemOfIdentity(collection, value) ?? problemOfPlugins(collection, value["plugins"]);
}

function problemOfIdentity(collection: string, value: Value): string | undefined {
  const { username, id, uri } = value;
  if (collection === "routes" && uri !== undefined && typeof uri !== "string")
    return 'invalid configuration: property "uri" validation failed: wrong type: expected string';
  if (collection === "consumers" && !(typeof username === "string" && /^[a-zA-Z0-9_-]{1,256}$/.test(username))) {
    return 'invalid configuration: property "username" validation failed: failed to match pattern';
  }
  if (id === undefined) return undefined;
  return (Number.isInteger(id) && Number(id) >= 1) || (typeof id === "string" && /^[a-zA-Z0-9-_.]{1,64}$/.test(id))
    ? undefined
    : 'invalid configuration: property "id" validation failed: object matches none of the required';
}

function problemOfPlugins(collection: string, plugins: unknown): string | undefined {
  if (plugins === undefined) return undefined;
  if (typeof plugins !== "object" || plugins === null || Array.isArray(plugins)) {
    return 'invalid configuration: property "plugins" validation failed: wrong type: expected object';
  }
  const entries = Object.entries(plugins as Record<string, Value>);
  if (collection === "credentials" && entries.length > 1) {
    return 'invalid configuration: property "plugins" validation failed: expect object to have at most 1 properties';
  }
  for (const [name, config] of entries) {
    const isAuth = authPlugins.includes(name);
    if (!isAuth && !otherPlugins.includes(name)) return `unknown plugin ${name}`;
    if (collection !== "credentials") continue;
    if (!isAuth) return "only supports auth type plugins in consumer credential";
    const missing = requiredOfCredential[name]?.find((field) => config[field] === undefined);
    if (missing) return `failed to check the configuration of plugin ${name} err: property "${missing}" is required`;
  }
  return undefined;
}
