/** What the embedded proxy would not execute is reported, each with its place. */
import { describe, expect, test } from "vitest";
import { unsupportedByProxy } from "../../src/compile/unsupported.ts";
import { configuration, type PlainConfig } from "./configuration.ts";

const executable = new Set(["key-auth", "multi-auth", "limit-count", "cors"]);
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
    "auth plugin in a route is not",
    { routes: [{ id: "r", plugins: { "basic-auth": {} } }] },
    ['plugin -: The embedded proxy does not execute the plugin basic-auth of route "r".'],
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
  ["local policy", { routes: [{ id: "r", plugins: { "limit-count": { policy: "local" } } }] }, []],
  [
    "redis policy",
    { consumers: [{ username: "u", line: 1, plugins: { "limit-count": { policy: "redis" } } }] },
    ['policy 4: The embedded proxy does not have the policy "redis" of plugin limit-count in consumer "u".'],
  ],
  ["http and https", { upstreams: [{ id: "a", scheme: "http" }, { id: "b", scheme: "https" }, { id: "c" }] }, []],
  [
    "upstream scheme",
    { upstreams: [{ id: "a", line: 1, scheme: "grpc" }] },
    ['scheme 2: The embedded proxy does not speak "grpc", the scheme of upstream "a".'],
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
    const found = unsupportedByProxy(configuration(plain), executable);
    const lines = found.map(({ rule, span, message }) => {
      const name = rule.replace(/^compile\/(.*)-not-executed$/, "$1");
      return `${name} ${span?.start.line ?? "-"}: ${message}`;
    });
    expect(lines).toEqual(expected);
    expect(found.every(({ severity, help }) => severity === "error" && help !== undefined)).toBe(true);
  });
});
