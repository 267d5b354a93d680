/** The tables made from the schemas' annotations, against the gateway reference. */
import { expect, test } from "vitest";
import { kinds } from "../../src/model/config.ts";
import { pluginDefaults, resourceDefaults } from "../../src/model/generated/defaults.ts";
import {
  plainFieldNames,
  pluginNames,
  resourceFieldNames,
  secretFieldNames,
  secretFieldsByPlugin,
} from "../../src/model/generated/fields.ts";

const credentialDefaults: readonly [plugin: string, defaults: object][] = [
  ["key-auth", {}],
  ["basic-auth", {}],
  ["hmac-auth", {}],
  ["jwt-auth", { algorithm: "HS256", exp: 86400, base64_secret: false, lifetime_grace_period: 0 }],
];

test.each(credentialDefaults)("defaults of a %s credential", (plugin, defaults) => {
  expect(pluginDefaults.credential[plugin]).toEqual(defaults);
});

const requestDefaults: readonly [plugin: string, defaults: object][] = [
  ["key-auth", { header: "apikey", query: "apikey", hide_credentials: false, realm: "key" }],
  ["basic-auth", { hide_credentials: false, realm: "basic" }],
  ["hmac-auth", { clock_skew: 300, signed_headers: ["date"], max_req_body_size: 67108864, realm: "hmac" }],
  ["jwt-auth", { header: "authorization", query: "jwt", cookie: "jwt", key_claim_name: "key", realm: "jwt" }],
  [
    "limit-count",
    {
      window_type: "fixed",
      key: "remote_addr",
      rejected_code: 503,
      policy: "local",
      show_limit_quota_header: true,
      redis_port: 6379,
    },
  ],
  ["limit-req", { rejected_code: 503, nodelay: false }],
  ["limit-conn", { rejected_code: 503 }],
  ["consumer-restriction", { type: "consumer_name", rejected_code: 403 }],
  ["acl", { rejected_code: 403 }],
  ["ip-restriction", { message: "Your IP address is not allowed", response_code: 403 }],
  ["ua-restriction", { bypass_missing: false, message: "Not allowed" }],
  ["request-id", { header_name: "X-Request-Id", include_in_response: true }],
];

test.each(requestDefaults)("defaults of %s", (plugin, defaults) => {
  expect(pluginDefaults.request[plugin]).toMatchObject(defaults);
});

test("defaults of resources, nested ones where they belong", () => {
  expect(resourceDefaults["routes"]).toMatchObject({ priority: 0, status: 1, upstream: { type: "roundrobin" } });
  expect(resourceDefaults["upstreams"]).toMatchObject({ scheme: "http", pass_host: "pass", nodes: [{ priority: 0 }] });
  expect(resourceDefaults["consumers"]).toEqual({});
});

test("the secret fields are those that a gateway encrypts", () => {
  expect(secretFieldsByPlugin).toEqual({
    "basic-auth": ["password"],
    "hmac-auth": ["secret_key"],
    "jwt-auth": ["secret"],
    "key-auth": ["key"],
    "limit-conn": ["redis_password", "sentinel_password"],
    "limit-count": ["redis_password", "sentinel_password"],
    "limit-req": ["redis_password", "sentinel_password"],
  });
});

test("a name is secret or plain, never both", () => {
  expect([...secretFieldNames].filter((name) => plainFieldNames.has(name))).toEqual([]);
  expect([...plainFieldNames]).toEqual(expect.arrayContaining(["username", "key_id", "public_key", "rejected_code"]));
});

test("plugins by side", () => {
  expect(pluginNames.credential).toEqual(["basic-auth", "hmac-auth", "jwt-auth", "key-auth"]);
  expect(pluginNames.request).toEqual(expect.arrayContaining(["multi-auth", "limit-count", "key-auth", "prometheus"]));
  expect(pluginNames.known).toEqual(
    expect.arrayContaining([...pluginNames.request, "openid-connect", "traffic-split"]),
  );
});

test("every kind's fields are listed", () => {
  expect(Object.keys(resourceFieldNames).sort()).toEqual([...kinds].sort());
  expect(resourceFieldNames.consumers).toEqual(expect.arrayContaining(["username", "group_id", "credentials"]));
});
