/** What the embedded proxy would not execute is reported, each with its place. */
import { describe, expect, test } from "vitest";
import { type Abilities, unsupportedByProxy } from "../../src/compile/unsupported.ts";
import { engineAbilities } from "../../src/engine/abilities.ts";
import { configuration, type PlainConfig } from "./configuration.ts";

const abilities: Abilities = engineAbilities;
const key = { "key-auth": {} };
const limit = { count: 1, time_window: 60 };
const off = { _meta: { disable: true } };
const odd = { plugins: { odd: {}, cors: {} } };

const cases: [string, PlainConfig, string[]][] = [
  ["executed plugins", { routes: [{ id: "r", plugins: { cors: {}, "key-auth": {} } }] }, []],
  [
    "route",
    { routes: [{ id: "r", line: 1, ...odd }] },
    ['plugin 3: The embedded proxy does not execute the plugin odd of route "r".'],
  ],
  [
    "service",
    { services: [{ id: "s", ...odd }] },
    ['plugin -: The embedded proxy does not execute the plugin odd of service "s".'],
  ],
  [
    "plugin config",
    { plugin_configs: [{ id: "p", ...odd }] },
    ['plugin -: The embedded proxy does not execute the plugin odd of plugin config "p".'],
  ],
  [
    "group",
    { consumer_groups: [{ id: "g", ...odd }] },
    ['plugin -: The embedded proxy does not execute the plugin odd of consumer group "g".'],
  ],
  [
    "consumer",
    { consumers: [{ username: "u", ...odd }] },
    ['plugin -: The embedded proxy does not execute the plugin odd of consumer "u".'],
  ],
  [
    "global rule",
    { global_rules: [{ id: "1", ...odd }] },
    ['plugin -: The embedded proxy does not execute the plugin odd of global rule "1".'],
  ],
  ["switched off", { routes: [{ id: "r", plugins: { odd: off } }] }, []],
  ["route that is switched off", { routes: [{ id: "r", status: 0, script: "x", ...odd }] }, []],
  ["auth plugin in a consumer is a credential", { consumers: [{ username: "u", plugins: { "basic-auth": {} } }] }, []],
  [
    "auth plugin that is none of ours, in a route",
    { routes: [{ id: "r", plugins: { "ldap-auth": {} } }] },
    ['plugin -: The embedded proxy does not execute the plugin ldap-auth of route "r".'],
  ],
  [
    "multi-auth in a consumer",
    { consumers: [{ username: "u", plugins: { "multi-auth": {} } }] },
    ['plugin -: The embedded proxy does not execute the plugin multi-auth of consumer "u".'],
  ],
  [
    "plugin that multi-auth tries",
    {
      routes: [
        { id: "r", line: 1, plugins: { "multi-auth": { auth_plugins: [{ "key-auth": {} }, { "ldap-auth": {} }] } } },
      ],
    },
    ['plugin 6: The embedded proxy does not execute the plugin ldap-auth of route "r".'],
  ],
  [
    "plugin in multi-auth that is no auth plugin",
    { routes: [{ id: "r", plugins: { "multi-auth": { auth_plugins: [key, { "limit-count": limit }] } } }] },
    ['plugin -: The embedded proxy does not execute the plugin limit-count of route "r".'],
  ],
  [
    "_meta in multi-auth, which looks at none",
    { routes: [{ id: "r", line: 1, plugins: { "multi-auth": { auth_plugins: [key, { "basic-auth": off }] } } }] },
    ['field 7: The embedded proxy does not execute the field _meta of plugin basic-auth in multi-auth of route "r".'],
  ],
  [
    "configurations that the engine cannot execute",
    {
      routes: [
        {
          id: "r",
          line: 1,
          plugins: {
            "request-id": { algorithm: "snowflake" },
            "ua-restriction": { denylist: ["a(?=b)"] },
            "key-auth": { _meta: { filter: [["arg_a", "=~", "b"]] } },
          },
        },
      ],
    },
    [
      'configuration 3: The embedded proxy cannot execute the plugin key-auth of route "r" as it is configured: its filter is not understood.',
      'configuration 3: The embedded proxy cannot execute the plugin request-id of route "r" as it is configured: an unknown algorithm.',
      'configuration 3: The embedded proxy cannot execute the plugin ua-restriction of route "r" as it is configured: a regular expression with a lookahead, which takes backtracking.',
    ],
  ],
  [
    "references outside of credentials",
    {
      consumers: [{ username: "u", plugins: { "key-auth": { key: "$env://KEY" } } }],
      routes: [
        {
          id: "r",
          line: 1,
          plugins: {
            "consumer-restriction": { blacklist: ["bob", "$ENV://WHO"] },
            "key-auth": { realm: "$secret://a/b/c" },
          },
        },
      ],
    },
    [
      'reference 5: The embedded proxy does not resolve the reference in consumer-restriction.blacklist.1 of route "r".',
      'reference 4: The embedded proxy does not resolve the reference in key-auth.realm of route "r".',
    ],
  ],
  [
    "users whom acl does not know",
    {
      services: [
        { id: "s", line: 1, plugins: { acl: { allow_labels: { a: ["b"] }, external_user_label_field: "g" } } },
      ],
    },
    ['field 4: The embedded proxy does not execute the field external_user_label_field of plugin acl of service "s".'],
  ],
  ["routes that can be matched", { routes: [{ id: "r", uri: "/a/*", vars: [["arg_a", "~~", "^[.]\\d"]] }] }, []],
  [
    "routes that cannot be matched",
    {
      routes: [
        { id: "a", line: 1, uri: "/", vars: [["no_such_variable", "==", "b"]] },
        { id: "b", uris: ["/a", "/a/*/b/*/c"] },
        { id: "c", uri: "/", remote_addrs: ["10.0.0.0/33"] },
      ],
    },
    [
      'route 1: The embedded proxy cannot match route "a": its vars are not understood.',
      'route -: The embedded proxy cannot match route "b": a path of it has several inner wildcards.',
      'route -: The embedded proxy cannot match route "c": its remote_addrs are not all addresses.',
    ],
  ],
  [
    "health checks",
    {
      services: [{ id: "s", upstream: { checks: { active: {} } } }],
      upstreams: [{ id: "u", checks: { active: {}, passive: {} } }],
    },
    [],
  ],
  ["local policy", { routes: [{ id: "r", plugins: { "limit-count": { ...limit, policy: "local" } } }] }, []],
  [
    "redis policy",
    { consumers: [{ username: "u", line: 1, plugins: { "limit-count": { ...limit, policy: "redis" } } }] },
    [],
  ],
  [
    "references in a redis policy",
    {
      consumers: [
        {
          username: "u",
          line: 1,
          plugins: {
            "limit-count": { ...limit, policy: "redis", redis_password: "$env://P", redis_host: "$env://H" },
          },
        },
      ],
    },
    ['reference 4: The embedded proxy does not resolve the reference in limit-count.redis_host of consumer "u".'],
  ],
  [
    "schemes that are spoken",
    { upstreams: [{ id: "a" }, ...["http", "https", "grpc", "grpcs"].map((scheme) => ({ id: scheme, scheme }))] },
    [],
  ],
  [
    "upstream scheme",
    { upstreams: [{ id: "a", line: 1, scheme: "tls" }] },
    ['scheme 2: The embedded proxy does not speak "tls", the scheme of upstream "a".'],
  ],
  [
    "scheme in a service",
    { services: [{ id: "s", line: 1, upstream: { scheme: "kafka" } }] },
    ['scheme 3: The embedded proxy does not speak "kafka", the scheme of the upstream of service "s".'],
  ],
  [
    "route fields",
    { routes: [{ id: "r", line: 1, script: "x", filter_func: "y", uri: "/" }] },
    [
      'field 2: The embedded proxy does not execute the field filter_func of route "r".',
      'field 2: The embedded proxy does not execute the field script of route "r".',
    ],
  ],
  [
    "upstream fields",
    { routes: [{ id: "r", upstream: { discovery_type: "dns" } }] },
    ['field -: The embedded proxy does not execute the field discovery_type of the upstream of route "r".'],
  ],
];

describe("unsupportedByProxy", () => {
  test.each(cases)("%s", (_name, plain, expected) => {
    const found = unsupportedByProxy(configuration(plain), abilities);
    const lines = found.map(({ rule, severity, span, message }) => {
      const name = rule.replace(/^compile\/(.*)-not-executed$/, "$1");
      return `${severity === "error" ? "" : `${severity} `}${name} ${span?.start.line ?? "-"}: ${message}`;
    });
    expect(lines).toEqual(expected);
    expect(found.every(({ help }) => help !== undefined)).toBe(true);
  });
});
