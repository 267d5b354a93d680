/** What some versions add to what they store (gateway reference, sections 2 to 4). */

type Value = Record<string, unknown>;

const credentialDefaults: Readonly<Record<string, Value>> = {
  "jwt-auth": { exp: 86400, algorithm: "HS256", base64_secret: false, lifetime_grace_period: 0 },
};

const requestDefaults: Readonly<Record<string, Value>> = {
  "key-auth": { header: "apikey", query: "apikey", hide_credentials: false, realm: "key" },
  "basic-auth": { hide_credentials: false, realm: "basic" },
  "limit-count": {
    window_type: "fixed",
    key: "remote_addr",
    key_type: "var",
    rejected_code: 503,
    policy: "local",
    allow_degradation: false,
    show_limit_quota_header: true,
  },
  "consumer-restriction": { type: "consumer_name", rejected_code: 403 },
  "ip-restriction": { message: "Your IP address is not allowed", response_code: 403 },
  acl: { rejected_code: 403 },
};

const upstreamDefaults: Value = { type: "roundrobin", hash_on: "vars", scheme: "http", pass_host: "pass" };

const resourceDefaults: Readonly<Record<string, Value>> = {
  routes: { priority: 0, status: 1 },
  upstreams: upstreamDefaults,
};

export function fill(collection: string, value: Value): Value {
  const filled: Value = { ...resourceDefaults[collection], ...value };
  const upstream = value["upstream"] as Value | undefined;
  if (upstream) filled["upstream"] = { ...upstreamDefaults, ...upstream };
  const plugins = value["plugins"] as Record<string, Value> | undefined;
  if (plugins) {
    filled["plugins"] = Object.fromEntries(
      Object.entries(plugins).map(([name, config]) => [name, { ...pluginDefaultsOf(collection, name), ...config }]),
    );
  }
  return filled;
}

function pluginDefaultsOf(collection: string, plugin: string): Value | undefined {
  return collection === "credentials" ? credentialDefaults[plugin] : requestDefaults[plugin];
}
