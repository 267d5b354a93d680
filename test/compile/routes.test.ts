/** What becomes of routes, services, plugin configs and upstreams. */
import { describe, expect, test } from "vitest";
import { compileGlobalRules, compileRoutes } from "../../src/compile/routes.ts";
import { configuration, type Plain, type PlainConfig } from "./configuration.ts";

const off = { _meta: { disable: true } };
const upstream = { nodes: { "a:1": 1 } };

function routeOf(route: Plain, shared: PlainConfig = {}) {
  const [compiled] = compileRoutes(configuration({ ...shared, routes: [{ id: "r", uri: "/", ...route }] }));
  return compiled;
}

describe("plugin precedence", () => {
  const cases: [string, Plain, Plain, Plain, [string, unknown][]][] = [
    ["service alone", { x: { at: "s" } }, {}, {}, [["services/s", "s"]]],
    ["plugin config over service", { x: { at: "s" } }, { x: { at: "p" } }, {}, [["plugin_configs/p", "p"]]],
    ["route over plugin config", {}, { x: { at: "p" } }, { x: { at: "r" } }, [["routes/r", "r"]]],
    ["route over all", { x: { at: "s" } }, { x: { at: "p" } }, { x: { at: "r" } }, [["routes/r", "r"]]],
    ["switched off in the route", { x: { at: "s" } }, { x: { at: "p" } }, { x: off }, []],
    ["switched off in the service", { x: off }, {}, { x: { at: "r" } }, [["routes/r", "r"]]],
    [
      "different names, in their order",
      { z: { at: "s" } },
      { y: { at: "p" } },
      { x: { at: "r" } },
      [
        ["routes/r", "r"],
        ["plugin_configs/p", "p"],
        ["services/s", "s"],
      ],
    ],
  ];
  test.each(cases)("%s", (_name, service, pluginConfig, route, expected) => {
    const compiled = routeOf(
      { service_id: "s", plugin_config_id: "p", plugins: route },
      { services: [{ id: "s", plugins: service }], plugin_configs: [{ id: "p", plugins: pluginConfig }] },
    );
    expect(compiled?.plugins.map(({ owner, config }) => [owner, config.at])).toEqual(expected);
  });

  test("a plugin replaces another wholly, and defaults are filled in", () => {
    const compiled = routeOf(
      { service_id: "s", plugins: { "key-auth": { header: "x-key" } } },
      { services: [{ id: "s", plugins: { "key-auth": { hide_credentials: true } } }] },
    );
    expect(compiled?.plugins[0]?.config).toEqual({
      header: "x-key",
      query: "apikey",
      hide_credentials: false,
      realm: "key",
    });
  });
  test("defaults of the plugins that multi-auth tries", () => {
    const tried = [{ "key-auth": { header: "k" } }, { "basic-auth": {} }];
    const compiled = routeOf({ plugins: { "multi-auth": { auth_plugins: tried } } });
    expect(compiled?.plugins[0]?.config.auth_plugins).toMatchObject([
      { "key-auth": { header: "k", query: "apikey" } },
      { "basic-auth": { realm: "basic" } },
    ]);
  });
});

describe("upstream precedence", () => {
  const shared: PlainConfig = {
    services: [{ id: "own", upstream }, { id: "named", upstream_id: "u" }, { id: "none" }],
    upstreams: [
      { id: "u", ...upstream },
      { id: 7, ...upstream },
      { id: "tcp", scheme: "tcp", ...upstream },
    ],
  };
  const cases: [string, Plain, string | undefined][] = [
    ["own", { upstream, upstream_id: "u", service_id: "own" }, "routes/r"],
    ["named", { upstream_id: "u", service_id: "own" }, "upstreams/u"],
    ["named by a number", { upstream_id: 7 }, "upstreams/7"],
    ["the service's own", { service_id: "own" }, "services/own"],
    ["the service's named", { service_id: "named" }, "upstreams/u"],
    ["with another timeout", { upstream_id: "u", timeout: { read: 5 } }, "routes/r"],
    ["none", { service_id: "none" }, undefined],
    ["a missing upstream, though the service has one", { upstream_id: "x", service_id: "own" }, undefined],
    ["a missing service", { service_id: "x", upstream }, undefined],
    ["a missing plugin config", { plugin_config_id: "x", upstream }, undefined],
    ["a scheme that is not proxied, though the service has one", { upstream_id: "tcp", service_id: "own" }, undefined],
  ];
  test.each(cases)("%s", (_name, route, expected) => {
    const compiled = routeOf(route, shared);
    expect(compiled?.id).toBe("r");
    expect(compiled?.upstream?.owner).toBe(expected);
  });
  test("timeout of the route over the upstream's over 60 seconds", () => {
    const compiled = routeOf({ upstream: { ...upstream, timeout: { connect: 1, read: 2 } }, timeout: { read: 3 } });
    expect(compiled?.upstream?.timeout).toEqual({ connect: 1, send: 60, read: 3 });
  });
});

describe("upstream", () => {
  test("defaults", () => {
    expect(routeOf({ upstream })?.upstream).toEqual({
      owner: "routes/r",
      nodes: [{ host: "a", port: 1, weight: 1, priority: 0 }],
      type: "roundrobin",
      scheme: "http",
      passHost: "pass",
      timeout: { connect: 60, send: 60, read: 60 },
      keepalive: { size: 320, idleTimeout: 60, requests: 1000 },
    });
  });
  const standardActive = {
    type: "http",
    timeout: 1,
    concurrency: 10,
    path: "/",
    isVerified: true,
    headers: [],
    healthyInterval: 1,
    unhealthyInterval: 1,
    healthyStatuses: [200, 302],
    unhealthyStatuses: [429, 404, 500, 501, 502, 503, 504, 505],
    successes: 2,
    httpFailures: 5,
    tcpFailures: 2,
    timeouts: 3,
  };
  const everyActive = {
    type: "https",
    timeout: 0.5,
    concurrency: 3,
    host: "h.example",
    port: 9,
    http_path: "/h",
    https_verify_certificate: false,
    req_headers: ["X-A: b:c ", "X-D:e"],
    healthy: { interval: 4, http_statuses: [204], successes: 5 },
    unhealthy: { interval: 6, http_statuses: [500], http_failures: 7, tcp_failures: 8, timeouts: 9 },
  };
  test.each([
    ["none", undefined, undefined],
    ["without probes", { passive: {} }, undefined],
    ["defaults of APISIX", { active: {} }, { active: standardActive }],
    [
      "all of a probe",
      { active: everyActive },
      {
        active: {
          type: "https",
          timeout: 0.5,
          concurrency: 3,
          host: "h.example",
          port: 9,
          path: "/h",
          isVerified: false,
          headers: [
            ["X-A", "b:c"],
            ["X-D", "e"],
          ],
          healthyInterval: 4,
          unhealthyInterval: 6,
          healthyStatuses: [204],
          unhealthyStatuses: [500],
          successes: 5,
          httpFailures: 7,
          tcpFailures: 8,
          timeouts: 9,
        },
      },
    ],
    [
      "of connections alone, statuses are not looked at",
      { active: { type: "tcp" }, passive: { type: "tcp" } },
      {
        active: { ...standardActive, type: "tcp", healthyStatuses: [], unhealthyStatuses: [] },
        passive: {
          healthyStatuses: [],
          unhealthyStatuses: [],
          successes: 5,
          httpFailures: 5,
          tcpFailures: 2,
          timeouts: 7,
        },
      },
    ],
    [
      "requests",
      { active: {}, passive: { healthy: { http_statuses: [200] }, unhealthy: { http_failures: 0 } } },
      {
        active: standardActive,
        passive: {
          healthyStatuses: [200],
          unhealthyStatuses: [429, 500, 503],
          successes: 5,
          httpFailures: 0,
          tcpFailures: 2,
          timeouts: 7,
        },
      },
    ],
  ])("health checks: %s", (_name, checks, expected) => {
    expect(routeOf({ upstream: { ...upstream, checks } })?.upstream?.checks).toEqual(expected);
  });
  test("everything set", () => {
    const compiled = routeOf({
      upstream: {
        nodes: [{ host: "b", port: 2, weight: 3, priority: -1 }],
        type: "chash",
        key: "x-user",
        hash_on: "header",
        scheme: "https",
        pass_host: "rewrite",
        upstream_host: "b.example",
        retries: 0,
        timeout: { connect: 0.5, send: 1, read: 2 },
        keepalive_pool: { size: 1, idle_timeout: 0, requests: 3 },
      },
    });
    expect(compiled?.upstream).toEqual({
      owner: "routes/r",
      nodes: [{ host: "b", port: 2, weight: 3, priority: -1 }],
      type: "chash",
      hashOn: "header",
      hashKey: "x-user",
      scheme: "https",
      passHost: "rewrite",
      upstreamHost: "b.example",
      retries: 0,
      timeout: { connect: 0.5, send: 1, read: 2 },
      keepalive: { size: 1, idleTimeout: 0, requests: 3 },
    });
  });
  const nodes: [string, unknown, string, string[]][] = [
    ["host and port", { "a:8080": 1 }, "http", ["a 8080 1"]],
    ["host alone, http", { a: 1 }, "http", ["a 80 1"]],
    ["host alone, https", { a: 1 }, "https", ["a 443 1"]],
    ["IPv6 and port", { "[::1]:8080": 1 }, "http", ["::1 8080 1"]],
    ["IPv6 in brackets", { "[::1]": 1 }, "http", ["::1 80 1"]],
    ["IPv6 bare", { "fe80::1": 1 }, "http", ["fe80::1 80 1"]],
    ["weight 0", { "a:1": 0, "b:2": 2 }, "http", ["b 2 2"]],
    ["an object is sorted", { "b:1": 1, "a:1": 1 }, "http", ["a 1 1", "b 1 1"]],
    [
      "a list is not",
      [
        { host: "b", weight: 1 },
        { host: "a", port: 9, weight: 2 },
      ],
      "https",
      ["b 443 1", "a 9 2"],
    ],
    ["weight 0 in a list", [{ host: "b", weight: 0 }], "http", []],
    ["a list with IPv6", [{ host: "[::1]", weight: 1 }], "http", ["::1 80 1"]],
    ["none", undefined, "http", []],
  ];
  test.each(nodes)("nodes: %s", (_name, written, scheme, expected) => {
    const compiled = routeOf({ upstream: { nodes: written, scheme } })?.upstream?.nodes;
    expect(compiled?.map(({ host, port, weight }) => `${host} ${port} ${weight}`)).toEqual(expected);
  });
});

describe("route", () => {
  const services = [{ id: "s", hosts: ["s.example"], enable_websocket: true }];
  const cases: [string, Plain, Plain][] = [
    ["uri", { uri: "/a" }, { uris: ["/a"] }],
    ["uri and uris", { uri: "/a", uris: ["/a", "/b"] }, { uris: ["/a", "/b"] }],
    ["host over the service's", { host: "h", service_id: "s" }, { hosts: ["h"], serviceId: "s" }],
    ["hosts over the service's", { hosts: ["h", "i"], service_id: "s" }, { hosts: ["h", "i"] }],
    ["the service's hosts", { service_id: "s" }, { hosts: ["s.example"], enableWebsocket: true }],
    ["websocket over the service's", { service_id: "s", enable_websocket: false }, { enableWebsocket: false }],
    ["defaults", {}, { hosts: [], methods: [], priority: 0, remoteAddrs: [], enableWebsocket: false }],
    ["methods and priority", { methods: ["GET"], priority: 5 }, { methods: ["GET"], priority: 5 }],
    [
      "remote_addr and remote_addrs",
      { remote_addr: "::1", remote_addrs: ["10.0.0.0/8"] },
      { remoteAddrs: ["::1", "10.0.0.0/8"] },
    ],
    ["vars and name", { vars: [["a", "==", 1]], name: "n" }, { vars: [["a", "==", 1]], name: "n" }],
  ];
  test.each(cases)("%s", (_name, route, expected) => {
    expect(routeOf(route, { services })).toMatchObject(expected);
  });
  test("status 0 is not compiled, and routes are ordered by id", () => {
    const routes = [{ id: "b" }, { id: "off", status: 0 }, { id: "a", status: 1 }];
    expect(compileRoutes(configuration({ routes })).map(({ id }) => id)).toEqual(["a", "b"]);
  });
});

test("global rules: by rule, then name, without those switched off", () => {
  const rules = [
    { id: "2", plugins: { "ip-restriction": { whitelist: ["::1"] } } },
    { id: "1", plugins: { "request-id": {}, cors: {}, acl: off } },
  ];
  const compiled = compileGlobalRules(configuration({ global_rules: rules }));
  expect(compiled.map(({ owner, name }) => `${owner} ${name}`)).toEqual([
    "global_rules/1 cors",
    "global_rules/1 request-id",
    "global_rules/2 ip-restriction",
  ]);
});
