/** Which spellings are the same, and which are not. */
import { describe, expect, test } from "vitest";
import type { Kind } from "../../src/model/config.ts";
import { canonicalResource } from "../../src/plan/canonical.ts";

type Row = [name: string, kind: Kind, left: unknown, right: unknown];

const plugins = (name: string, config: unknown) => ({ plugins: { [name]: config } });

describe("equal", () => {
  test.each<Row>([
    ["order of keys", "routes", { uri: "/", desc: "d" }, { desc: "d", uri: "/" }],
    ["server times and id", "routes", { id: 1, uri: "/", create_time: 1, update_time: 2 }, { uri: "/" }],
    ["uri and uris", "routes", { uri: "/a" }, { uris: ["/a"] }],
    ["host and hosts", "routes", { host: "a" }, { hosts: ["a"] }],
    ["remote_addr and remote_addrs", "routes", { remote_addr: "1.1.1.1" }, { remote_addrs: ["1.1.1.1"] }],
    ["order of methods", "routes", { methods: ["GET", "PUT"] }, { methods: ["PUT", "GET"] }],
    ["order of hosts", "services", { hosts: ["a", "b"] }, { hosts: ["b", "a"] }],
    [
      "integer ids",
      "routes",
      { service_id: 1, upstream_id: 2, plugin_config_id: 3 },
      { service_id: "1", upstream_id: "2", plugin_config_id: "3" },
    ],
    ["integer group", "consumers", { username: "a", group_id: 7 }, { username: "a", group_id: "7" }],
    ["a route's defaults", "routes", { uri: "/" }, { uri: "/", priority: 0, status: 1 }],
    ["empty labels and plugins", "consumers", { username: "a" }, { username: "a", labels: {}, plugins: {} }],
    [
      "nodes as object and list",
      "upstreams",
      { nodes: { "a:80": 1, "b:81": 2 } },
      {
        nodes: [
          { host: "b", port: 81, weight: 2 },
          { host: "a", port: 80, weight: 1 },
        ],
      },
    ],
    [
      "a node's default port and priority",
      "upstreams",
      { nodes: { a: 1 }, scheme: "https" },
      { nodes: [{ host: "a", port: 443, weight: 1, priority: 0 }], scheme: "https" },
    ],
    ["an IPv6 node", "upstreams", { nodes: { "[::1]:80": 1 } }, { nodes: [{ host: "::1", port: 80, weight: 1 }] }],
    [
      "an upstream's defaults inside a route",
      "routes",
      { uri: "/", upstream: { nodes: { "a:1": 1 } } },
      {
        uri: "/",
        upstream: {
          type: "roundrobin",
          scheme: "http",
          pass_host: "pass",
          hash_on: "vars",
          nodes: [{ host: "a", port: 1, weight: 1 }],
        },
      },
    ],
    [
      "an implied object of defaults",
      "upstreams",
      { nodes: {} },
      { nodes: [], keepalive_pool: { size: 320, idle_timeout: 60, requests: 1000 } },
    ],
    [
      "a credential's plugin defaults",
      "credentials",
      plugins("jwt-auth", { key: "k", secret: "s" }),
      plugins("jwt-auth", { key: "k", secret: "s", exp: 86400, algorithm: "HS256" }),
    ],
    [
      "a consumer's plugin defaults",
      "consumers",
      plugins("limit-count", { count: 1, time_window: 1 }),
      plugins("limit-count", { count: 1, time_window: 1, policy: "local", key: "remote_addr" }),
    ],
    [
      "a route's plugin defaults",
      "routes",
      plugins("key-auth", {}),
      plugins("key-auth", { header: "apikey", query: "apikey" }),
    ],
    [
      "defaults inside multi-auth",
      "routes",
      plugins("multi-auth", { auth_plugins: [{ "key-auth": {} }, { "basic-auth": {} }] }),
      plugins("multi-auth", {
        auth_plugins: [{ "key-auth": { header: "apikey" } }, { "basic-auth": { realm: "basic" } }],
      }),
    ],
    [
      "order of a whitelist",
      "consumers",
      plugins("ip-restriction", { whitelist: ["1.1.1.1", "2.2.2.2"] }),
      plugins("ip-restriction", { whitelist: ["2.2.2.2", "1.1.1.1"] }),
    ],
    [
      "order of an acl's values",
      "routes",
      plugins("acl", { allow_labels: { team: ["a", "b"] } }),
      plugins("acl", { allow_labels: { team: ["b", "a"] } }),
    ],
  ])("%s", (_name, kind, left, right) => {
    expect(canonicalResource(kind, left)).toEqual(canonicalResource(kind, right));
  });
});

describe("different", () => {
  test.each<Row>([
    ["a value that is not the default", "routes", { uri: "/" }, { uri: "/", status: 0 }],
    ["another weight", "upstreams", { nodes: { "a:80": 1 } }, { nodes: { "a:80": 2 } }],
    ["another port", "upstreams", { nodes: { "a:80": 1 } }, { nodes: { "a:81": 1 } }],
    [
      "order of multi-auth",
      "routes",
      plugins("multi-auth", { auth_plugins: [{ "key-auth": {} }, { "basic-auth": {} }] }),
      plugins("multi-auth", { auth_plugins: [{ "basic-auth": {} }, { "key-auth": {} }] }),
    ],
    [
      "order of limit-count rules",
      "consumers",
      plugins("limit-count", { rules: [{ count: 1 }, { count: 2 }] }),
      plugins("limit-count", { rules: [{ count: 2 }, { count: 1 }] }),
    ],
    ["a plugin without settings and none", "routes", plugins("key-auth", {}), {}],
    ["no upstream and one", "routes", { uri: "/" }, { uri: "/", upstream: { nodes: {} } }],
    [
      "text and number in a plugin",
      "consumers",
      plugins("limit-count", { count: 1 }),
      plugins("limit-count", { count: "1" }),
    ],
    ["order of vars", "routes", { vars: [["a"], ["b"]] }, { vars: [["b"], ["a"]] }],
  ])("%s", (_name, kind, left, right) => {
    expect(canonicalResource(kind, left)).not.toEqual(canonicalResource(kind, right));
  });
});

test("as-written leaves defaults out", () => {
  expect(canonicalResource("routes", { uri: "/a", plugins: { "key-auth": {} } }, "as-written")).toEqual({
    uris: ["/a"],
    plugins: { "key-auth": {} },
  });
});
