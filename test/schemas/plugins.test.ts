/** Every plugin's schema against the sentences of the gateway reference, sections 2 and 3. */
import { expect, test } from "vitest";
import { consumer, credential, route, type SchemaError, type Validator } from "../../src/check/generated/validators.js";

/** What is wrong: path within the plugin's configuration and keyword; none for a valid configuration. */
type Row = readonly [name: string, config: unknown, ...faults: string[]];

const long = "x".repeat(257);

const keyAuthCredential: Row[] = [
  ["a key", { key: "k" }],
  ["a reference to the environment", { key: "$env://KEY" }],
  ["key is required", {}, " required"],
  ["an empty key is invalid", { key: "" }, "/key minLength"],
  ["key is a string", { key: 1 }, "/key type"],
  ["a typing error", { key: "k", ky: "k" }, " additionalProperties"],
  ["_meta stands in every plugin", { key: "k", _meta: { disable: true } }],
  ["_meta.disable is a boolean", { key: "k", _meta: { disable: "yes" } }, "/_meta/disable type"],
  ["_meta.priority is an integer", { key: "k", _meta: { priority: 1.5 } }, "/_meta/priority type"],
  ["_meta.error_response as text", { key: "k", _meta: { error_response: "no" } }],
  ["_meta.error_response as object", { key: "k", _meta: { error_response: { code: 1 } } }],
  ["_meta.error_response as number", { key: "k", _meta: { error_response: 1 } }, "/_meta/error_response type"],
  ["_meta.filter is a list", { key: "k", _meta: { filter: {} } }, "/_meta/filter type"],
  ["a plugin is an object", "k", " type"],
];

const basicAuthCredential: Row[] = [
  ["username and password", { username: "u", password: "p" }],
  ["a password may contain colons", { username: "u", password: "p:q r" }],
  ["username is required", { password: "p" }, " required"],
  ["password is required", { username: "u" }, " required"],
  ["password is a string", { username: "u", password: 1 }, "/password type"],
  ["route-side fields do not belong here", { username: "u", password: "p", realm: "r" }, " additionalProperties"],
];

const hmacAuthCredential: Row[] = [
  ["key_id and secret_key", { key_id: "i", secret_key: "s" }],
  ["256 characters", { key_id: "i".repeat(256), secret_key: "s".repeat(256) }],
  ["257 characters of key_id", { key_id: long, secret_key: "s" }, "/key_id maxLength"],
  ["257 characters of secret_key", { key_id: "i", secret_key: long }, "/secret_key maxLength"],
  ["an empty key_id", { key_id: "", secret_key: "s" }, "/key_id minLength"],
  ["an empty secret_key", { key_id: "i", secret_key: "" }, "/secret_key minLength"],
  ["a reference passes every constraint", { key_id: "i", secret_key: `$secret://vault/1/${long}` }],
  ["a reference in capitals", { key_id: "i", secret_key: `$ENV://${long}` }],
  ["a reference stands at the start", { key_id: "i", secret_key: `x$env://${long}` }, "/secret_key maxLength"],
  ["key_id is required", { secret_key: "s" }, " required"],
  ["secret_key is required", { key_id: "i" }, " required"],
];

const publicKey = "-----BEGIN PUBLIC KEY-----\nAA==\n-----END PUBLIC KEY-----";
const jwtAuthCredential: Row[] = [
  ["without algorithm HS256 holds", { key: "k", secret: "s" }],
  ["without algorithm a secret is needed", { key: "k" }, " required"],
  ["without algorithm a public key does not do", { key: "k", public_key: publicKey }, " required"],
  ["HS256 needs a secret", { key: "k", algorithm: "HS256" }, " required"],
  ["HS512 needs a secret", { key: "k", algorithm: "HS512", public_key: publicKey }, " required"],
  ["HS384 with a secret", { key: "k", algorithm: "HS384", secret: "s" }],
  ["RS256 with a public key", { key: "k", algorithm: "RS256", public_key: publicKey }],
  ["RS256 needs a public key", { key: "k", algorithm: "RS256", secret: "s" }, " required"],
  ["PS512 needs a public key", { key: "k", algorithm: "PS512" }, " required"],
  ["ES384 with a public key", { key: "k", algorithm: "ES384", public_key: publicKey }],
  ["EdDSA needs a public key", { key: "k", algorithm: "EdDSA", secret: "s" }, " required"],
  ["none is no algorithm", { key: "k", algorithm: "none", secret: "s" }, "/algorithm enum"],
  ["an algorithm from the environment", { key: "k", algorithm: "$env://ALGORITHM" }],
  ["key is required", { secret: "s" }, " required"],
  ["an empty key", { key: "", secret: "s" }, "/key minLength"],
  ["an empty secret", { key: "k", secret: "" }, "/secret minLength"],
  ["exp from 1", { key: "k", secret: "s", exp: 0 }, "/exp minimum"],
  ["exp is an integer", { key: "k", secret: "s", exp: 1.5 }, "/exp type"],
  ["base64_secret is a boolean", { key: "k", secret: "s", base64_secret: "true" }, "/base64_secret type"],
  ["lifetime_grace_period 0", { key: "k", secret: "s", lifetime_grace_period: 0 }],
  [
    "lifetime_grace_period from 0",
    { key: "k", secret: "s", lifetime_grace_period: -1 },
    "/lifetime_grace_period minimum",
  ],
  ["private_key is not a field", { key: "k", secret: "s", private_key: "p" }, " additionalProperties"],
];

const realms: Row[] = [
  ["a realm", { realm: "Vault 7 (west)" }],
  ["an empty realm", { realm: "" }, "/realm minLength", "/realm pattern"],
  ["a realm of 128", { realm: "r".repeat(128) }],
  ["a realm of 129", { realm: "r".repeat(129) }, "/realm maxLength"],
  ["a realm with a quotation mark", { realm: 'a"b' }, "/realm pattern"],
  ["a realm with a backslash", { realm: "a\\b" }, "/realm pattern"],
  ["a realm with a line break", { realm: "a\nb" }, "/realm pattern"],
  ["a realm beyond ASCII", { realm: "Büro" }, "/realm pattern"],
  ["a realm from the environment", { realm: `$env://${long}` }],
  ["an anonymous consumer", { anonymous_consumer: "guest" }],
  ["hide_credentials is a boolean", { hide_credentials: 1 }, "/hide_credentials type"],
];

const keyAuthRoute: Row[] = [
  ["nothing", {}],
  ["header and query", { header: "X-Key", query: "k" }],
  ["header is a string", { header: true }, "/header type"],
  ["a key belongs to a credential", { key: "k" }, " additionalProperties"],
  ...realms,
];

const hmacAuthRoute: Row[] = [
  ["nothing", {}],
  ["one algorithm", { allowed_algorithms: ["hmac-sha256"] }],
  ["at least one algorithm", { allowed_algorithms: [] }, "/allowed_algorithms minItems"],
  ["an unknown algorithm", { allowed_algorithms: ["hmac-md5"] }, "/allowed_algorithms/0 enum"],
  ["clock_skew from 1", { clock_skew: 0 }, "/clock_skew minimum"],
  ["signed headers", { signed_headers: ["date", "@request-target"] }],
  ["an empty signed header", { signed_headers: [""] }, "/signed_headers/0 minLength"],
  ["a signed header of 51", { signed_headers: ["h".repeat(51)] }, "/signed_headers/0 maxLength"],
  ["validate_request_body is a boolean", { validate_request_body: 1 }, "/validate_request_body type"],
  ["max_req_body_size is an integer", { max_req_body_size: "1m" }, "/max_req_body_size type"],
];

const jwtAuthRoute: Row[] = [
  ["nothing", {}],
  ["all places", { header: "x", query: "q", cookie: "c", key_claim_name: "iss", store_in_ctx: true }],
  ["an empty claim name", { key_claim_name: "" }, "/key_claim_name minLength"],
  ["claims", { claims_to_verify: ["exp", "nbf"] }],
  ["a claim twice", { claims_to_verify: ["exp", "exp"] }, "/claims_to_verify uniqueItems"],
  ["an unknown claim", { claims_to_verify: ["iat"] }, "/claims_to_verify/0 enum"],
];

const multiAuth: Row[] = [
  ["two plugins", { auth_plugins: [{ "key-auth": {} }, { "basic-auth": { realm: "r" } }] }],
  ["one plugin", { auth_plugins: [{ "key-auth": {} }] }, "/auth_plugins minItems"],
  ["auth_plugins is required", {}, " required"],
  [
    "two in one entry",
    { auth_plugins: [{ "key-auth": {} }, { "jwt-auth": {}, "basic-auth": {} }] },
    "/auth_plugins/1 maxProperties",
  ],
  ["none in one entry", { auth_plugins: [{ "key-auth": {} }, {}] }, "/auth_plugins/1 minProperties"],
  [
    "route-side fields",
    { auth_plugins: [{ "key-auth": { heder: "x" } }, { "jwt-auth": {} }] },
    "/auth_plugins/0/key-auth additionalProperties",
  ],
];

const limit = { count: 2, time_window: 60 };
const limitCount: Row[] = [
  ["count and time_window", limit],
  ["variables", { count: "$http_x_quota", time_window: "$http_x_window" }],
  ["neither", {}, " required", " required"],
  ["count alone", { count: 2 }, " required"],
  ["count above 0", { count: 0, time_window: 60 }, "/count exclusiveMinimum"],
  ["time_window above 0", { count: 1, time_window: -1 }, "/time_window exclusiveMinimum"],
  ["count is whole", { count: 1.5, time_window: 60 }, "/count type"],
  ["rules", { rules: [{ count: 1, time_window: 1, key: "$remote_addr", header_prefix: "one" }] }],
  ["rules and count", { rules: [{ ...limit, key: "$uri" }], count: 1 }, "/count not"],
  ["rules and both", { rules: [{ ...limit, key: "$uri" }], ...limit }, "/count not", "/time_window not"],
  ["rules and group", { rules: [{ ...limit, key: "$uri" }], group: "g" }, "/group not"],
  ["a rule without key", { rules: [limit] }, "/rules/0 required"],
  ["a sliding window", { ...limit, window_type: "sliding" }],
  ["an unknown window", { ...limit, window_type: "rolling" }, "/window_type enum"],
  ["a constant key", { ...limit, key: "all", key_type: "constant" }],
  ["an unknown key type", { ...limit, key_type: "header" }, "/key_type enum"],
  ["rejected_code from 200", { ...limit, rejected_code: 199 }, "/rejected_code minimum"],
  ["rejected_code to 599", { ...limit, rejected_code: 600 }, "/rejected_code maximum"],
  ["redis", { ...limit, policy: "redis", redis_host: "redis.local", redis_password: "$secret://vault/1/redis" }],
  ["redis needs a host", { ...limit, policy: "redis" }, " required"],
  ["redis-cluster", { ...limit, policy: "redis-cluster", redis_cluster_nodes: ["a:1"], redis_cluster_name: "c" }],
  ["redis-cluster needs nodes and name", { ...limit, policy: "redis-cluster" }, " required", " required"],
  [
    "redis-sentinel",
    { ...limit, policy: "redis-sentinel", redis_sentinels: [{ host: "s1", port: 1 }], redis_master_name: "m" },
  ],
  ["redis-sentinel needs sentinels", { ...limit, policy: "redis-sentinel", redis_master_name: "m" }, " required"],
  ["an unknown policy", { ...limit, policy: "memcached" }, "/policy enum"],
  ["a port out of range", { ...limit, policy: "redis", redis_host: "r1", redis_port: 70000 }, "/redis_port maximum"],
  ["a typing error", { ...limit, time_windw: 1 }, " additionalProperties"],
];

const limitReq: Row[] = [
  ["rate, burst and key", { rate: 0.5, burst: 0, key: "remote_addr" }],
  ["rate above 0", { rate: 0, burst: 0, key: "remote_addr" }, "/rate exclusiveMinimum"],
  ["burst from 0", { rate: 1, burst: -1, key: "remote_addr" }, "/burst minimum"],
  ["a constant key is not possible", { rate: 1, burst: 0, key: "k", key_type: "constant" }, "/key_type enum"],
  ["redis needs a host", { rate: 1, burst: 0, key: "remote_addr", policy: "redis" }, " required"],
  ["nodelay is a boolean", { rate: 1, burst: 0, key: "remote_addr", nodelay: 1 }, "/nodelay type"],
];

const conn = { conn: 1, burst: 0, default_conn_delay: 0.1, key: "remote_addr" };
const limitConn: Row[] = [
  ["all that is needed", conn],
  ["conn above 0", { ...conn, conn: 0 }, "/conn exclusiveMinimum"],
  ["burst from 0", { ...conn, burst: -1 }, "/burst minimum"],
  ["delay above 0", { ...conn, default_conn_delay: 0 }, "/default_conn_delay exclusiveMinimum"],
  ["only_use_default_delay is a boolean", { ...conn, only_use_default_delay: "no" }, "/only_use_default_delay type"],
  ["an empty message", { ...conn, rejected_msg: "" }, "/rejected_msg minLength"],
];

const consumerRestriction: Row[] = [
  ["a whitelist", { whitelist: ["jack"] }],
  ["a blacklist", { blacklist: ["jack"] }],
  ["methods", { allowed_by_methods: [{ user: "jack", methods: ["GET"] }] }],
  ["whitelist with methods", { whitelist: ["jack"], allowed_by_methods: [{ user: "jack", methods: ["GET"] }] }],
  ["at least one of the three", {}, " required"],
  ["routes", { type: "route_id", whitelist: ["r1"] }],
  ["an unknown type", { type: "ip", whitelist: ["r1"] }, "/type enum"],
  ["rejected_code from 200", { whitelist: ["jack"], rejected_code: 100 }, "/rejected_code minimum"],
  [
    "an unknown method",
    { allowed_by_methods: [{ user: "jack", methods: ["GETT"] }] },
    "/allowed_by_methods/0/methods/0 enum",
  ],
  ["methods without user", { allowed_by_methods: [{ methods: ["GET"] }] }, "/allowed_by_methods/0 required"],
];

const acl: Row[] = [
  ["allow", { allow_labels: { team: ["red", "blue"] } }],
  ["deny", { deny_labels: { team: ["red"] } }],
  ["both", { allow_labels: { team: ["red"] }, deny_labels: { plan: ["free"] } }],
  ["at least one", { rejected_code: 403 }, " required"],
  ["values are a list", { allow_labels: { team: "red" } }, "/allow_labels/team type"],
  ["an empty list", { allow_labels: { team: [] } }, "/allow_labels/team minItems"],
  ["no label", { allow_labels: {} }, "/allow_labels minProperties"],
];

const ipRestriction: Row[] = [
  ["addresses", { whitelist: ["10.0.0.0/8", "192.0.2.1", "2001:db8::/32", "::1"] }],
  ["both lists", { whitelist: ["10.0.0.1"], blacklist: ["10.0.0.2"] }, "/blacklist not"],
  ["neither list", {}, " required"],
  ["an octet above 255", { whitelist: ["10.0.0.256"] }, "/whitelist/0 format"],
  ["a prefix above 32", { blacklist: ["10.0.0.0/33"] }, "/blacklist/0 format"],
  ["an empty list", { blacklist: [] }, "/blacklist minItems"],
  ["404", { blacklist: ["10.0.0.1"], response_code: 404 }],
  ["only 403 and 404", { blacklist: ["10.0.0.1"], response_code: 401 }, "/response_code enum"],
];

const uaRestriction: Row[] = [
  ["allow", { allowlist: ["^curl/"] }],
  ["deny, with PCRE's inline flag", { denylist: ["(?i)bot"] }],
  ["both", { allowlist: ["a"], denylist: ["b"] }, "/denylist not"],
  ["neither", { bypass_missing: true }, " required"],
  ["not a regular expression", { denylist: ["("] }, "/denylist/0 format"],
];

const refererRestriction: Row[] = [
  ["hosts", { whitelist: ["example.com", "*.example.org"] }],
  ["both", { whitelist: ["a"], blacklist: ["b"] }, "/blacklist not"],
  ["neither", {}, " required"],
  ["not a host", { whitelist: ["https://example.com/"] }, "/whitelist/0 pattern"],
];

const others: Record<string, Row[]> = {
  cors: [
    ["nothing", {}],
    ["by regular expression", { allow_origins_by_regex: [".*\\.example\\.com"] }],
    ["max_age is an integer", { max_age: "5" }, "/max_age type"],
    ["a typing error", { allow_origin: "*" }, " additionalProperties"],
  ],
  "request-id": [
    ["nothing", {}],
    ["range_id", { algorithm: "range_id", range_id: { length: 8, char_set: "abcdef" } }],
    ["too short", { range_id: { length: 5 } }, "/range_id/length minimum"],
    ["an unknown algorithm", { algorithm: "snowflake" }, "/algorithm enum"],
  ],
  "proxy-rewrite": [
    [
      "uri and header operations",
      { uri: "/v2$uri", headers: { set: { "X-A": "1" }, add: { "X-B": 2 }, remove: ["X-C"] } },
    ],
    ["the older form of headers", { headers: { "X-A": "$remote_addr" } }],
    ["a path starts with a slash", { uri: "v2" }, "/uri pattern"],
    ["a pair", { regex_uri: ["^/a/(.*)"] }, "/regex_uri minItems"],
    ["an unknown method", { method: "FETCH" }, "/method enum"],
    ["a header's value is no list", { headers: { "X-A": ["1"] } }, "/headers/X-A type"],
  ],
  "response-rewrite": [
    ["status and body", { status_code: 200, body: "{}", headers: { add: ["X-A: 1"], remove: ["Server"] } }],
    ["body and filters", { body: "x", filters: [{ regex: "a", replace: "b" }] }, "/filters not"],
    ["filters", { filters: [{ regex: "a", scope: "global", replace: "b" }] }],
    ["a filter without replacement", { filters: [{ regex: "a" }] }, "/filters/0 required"],
    ["a status out of range", { status_code: 99 }, "/status_code minimum"],
  ],
  "fault-injection": [
    ["abort", { abort: { http_status: 503, body: "x", percentage: 10 } }],
    ["delay", { delay: { duration: 0.5 } }],
    ["neither", {}, " required"],
    ["abort without status", { abort: { body: "x" } }, "/abort required"],
    ["more than all", { delay: { duration: 1, percentage: 101 } }, "/delay/percentage maximum"],
  ],
  mocking: [
    ["an example", { response_example: "{}", response_status: 201 }],
    ["a schema", { response_schema: { type: "object" } }],
    ["neither", {}, " required"],
  ],
  "attach-consumer-label": [
    ["a label", { headers: { "X-Team": "$team" } }],
    ["no label", { headers: {} }, "/headers minProperties"],
    ["a label starts with $", { headers: { "X-Team": "team" } }, "/headers/X-Team pattern"],
    ["headers are required", {}, " required"],
  ],
  prometheus: [
    ["prefer_name", { prefer_name: true }],
    ["prefer_name is a boolean", { prefer_name: "yes" }, "/prefer_name type"],
  ],
  "forward-auth": [
    ["uri", { uri: "http://127.0.0.1:9" }],
    ["uri is required", {}, " required"],
    ["timeout to 60000", { uri: "http://127.0.0.1:9", timeout: 60001 }, "/timeout maximum"],
  ],
  "api-breaker": [
    ["a code", { break_response_code: 502, unhealthy: { http_statuses: [500, 503], failures: 2 } }],
    ["a code is required", {}, " required"],
    [
      "healthy statuses are no failures",
      { break_response_code: 502, unhealthy: { http_statuses: [200] } },
      "/unhealthy/http_statuses/0 minimum",
    ],
  ],
};

const inCredential: Record<string, Row[]> = {
  "key-auth": keyAuthCredential,
  "basic-auth": basicAuthCredential,
  "hmac-auth": hmacAuthCredential,
  "jwt-auth": jwtAuthCredential,
};

const inRoute: Record<string, Row[]> = {
  "key-auth": keyAuthRoute,
  "basic-auth": realms,
  "hmac-auth": [...hmacAuthRoute, ...realms],
  "jwt-auth": [...jwtAuthRoute, ...realms],
  "multi-auth": multiAuth,
};

const onBothSides: Record<string, Row[]> = {
  "limit-count": limitCount,
  "limit-req": limitReq,
  "limit-conn": limitConn,
  "consumer-restriction": consumerRestriction,
  acl,
  "ip-restriction": ipRestriction,
  "ua-restriction": uaRestriction,
  "referer-restriction": refererRestriction,
  ...others,
};

test.each(cases(inCredential))("%s of a credential: %s", (plugin, _name, config, faults) => {
  expect(faultsOf(credential, { name: "c", plugins: { [plugin]: config } }, plugin)).toEqual(faults);
});

test.each(cases({ ...inRoute, ...onBothSides }))("%s of a route: %s", (plugin, _name, config, faults) => {
  expect(faultsOf(route, { uri: "/*", plugins: { [plugin]: config } }, plugin)).toEqual(faults);
});

test.each(cases({ ...inCredential, ...onBothSides }))("%s of a consumer: %s", (plugin, _name, config, faults) => {
  expect(faultsOf(consumer, { username: "u", plugins: { [plugin]: config } }, plugin)).toEqual(faults);
});

function cases(tables: Record<string, Row[]>): [plugin: string, name: string, config: unknown, faults: string[]][] {
  return Object.entries(tables).flatMap(([plugin, rows]) =>
    rows.map(([name, config, ...faults]): [string, string, unknown, string[]] => [plugin, name, config, faults.sort()]),
  );
}

/** `if` only repeats what the condition's branch says. */
function faultsOf(validate: Validator, value: unknown, plugin: string): string[] {
  const prefix = `/plugins/${plugin}`;
  const errors: readonly SchemaError[] = validate(value) ? [] : (validate.errors ?? []);
  return errors
    .filter((error) => error.keyword !== "if")
    .map((error) => `${error.instancePath.replace(prefix, "")} ${error.keyword}`)
    .sort();
}
