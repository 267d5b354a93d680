/** What each plugin of Kong becomes on a route: the native plugin, or the route switched off (`off`), or left out (`gone`). */
import { expect, test } from "vitest";
import { checkSources } from "../../src/check/check-sources.ts";
import { convert } from "../../src/convert/convert.ts";
import { publicKeyPem } from "../../src/crypto/jwk-pem.ts";
import { sha1Hex } from "../../src/crypto/sha1-hex.ts";

const post = "/only";

test.each<[name: string, config: object, native: object | "off" | "gone", losses: number]>([
  ["key-auth", {}, { "key-auth": {} }, 0],
  [
    "key-auth",
    { key_names: ["x-key"], realm: "r" },
    { "key-auth": { header: "x-key", query: "x-key", realm: "r" } },
    0,
  ],
  ["key-auth", { key_in_header: false, key_in_body: true, run_on_preflight: false }, { "key-auth": {} }, 1],
  ["key-auth", { anonymous: "ghost" }, { "key-auth": {} }, 1],
  ["key-auth", { anonymous: "a.n.y" }, { "key-auth": { anonymous_consumer: "a_n_y" } }, 0],
  ["basic-auth", { realm: 'with "quotes"' }, { "basic-auth": {} }, 1],
  [
    "jwt",
    { claims_to_verify: ["exp", "nbf"] },
    { "jwt-auth": { key_claim_name: "iss", claims_to_verify: ["exp", "nbf"] } },
    0,
  ],
  ["jwt", { maximum_expiration: 3600 }, "off", 2],
  ["hmac-auth", { algorithms: ["hmac-sha384"] }, "off", 1],
  [
    "acl",
    { allow: ["a"], deny: ["b"] },
    { acl: { allow_labels: { groups: ["a"] }, deny_labels: { groups: ["b"] } } },
    0,
  ],
  ["acl", { deny: ["a"], include_consumer_groups: true }, "off", 1],
  ["acl", {}, "off", 1],
  ["ip-restriction", { deny: ["10.0.0.0/8"], status: 418 }, { "ip-restriction": { blacklist: ["10.0.0.0/8"] } }, 1],
  ["ip-restriction", { allow: ["10.0.0.0/8"], deny: ["10.1.0.0/16"] }, "off", 1],
  [
    "request-termination",
    { status_code: 451, message: "no" },
    { "fault-injection": { abort: { http_status: 451, body: '{"message":"no"}' } } },
    0,
  ],
  ["request-termination", { trigger: "x" }, "off", 1],
  ["rate-limiting", { minute: 5, limit_by: "ip" }, limit({ count: 5, time_window: 60, key: "remote_addr" }), 0],
  [
    "rate-limiting",
    { minute: 5, limit_by: "header", header_name: "X-Tenant" },
    limit({ count: 5, time_window: 60, key: "http_x_tenant" }),
    0,
  ],
  ["rate-limiting", { minute: 5, limit_by: "path", path: post }, "gone", 1],
  [
    "rate-limiting",
    { second: 1, hour: 9, limit_by: "ip" },
    limit({
      rules: [
        { count: 1, time_window: 1, key: "$remote_addr/second" },
        { count: 9, time_window: 3600, key: "$remote_addr/hour" },
      ],
    }),
    0,
  ],
  [
    "rate-limiting",
    { minute: 5, policy: "redis", redis_host: "redis.internal", fault_tolerant: false },
    limit({
      count: 5,
      time_window: 60,
      key: "consumer_name",
      policy: "redis",
      redis_host: "redis.internal",
      allow_degradation: false,
    }),
    0,
  ],
  ["rate-limiting", { minute: 0 }, "gone", 1],
  [
    "cors",
    {},
    {
      cors: {
        allow_origins: "*",
        allow_methods: "GET,HEAD,PUT,PATCH,POST,DELETE,OPTIONS,TRACE,CONNECT",
        allow_headers: "*",
      },
    },
    0,
  ],
  [
    "cors",
    {
      origins: ["https://a.example", "https://.*\\.b\\.example"],
      methods: ["GET"],
      headers: ["X-A"],
      max_age: 60,
      preflight_continue: true,
    },
    {
      cors: {
        allow_origins: "https://a.example",
        allow_origins_by_regex: ["^(?:https://.*\\.b\\.example)$"],
        allow_methods: "GET",
        allow_headers: "X-A",
        max_age: 60,
      },
    },
    1,
  ],
  [
    "request-transformer",
    { append: { headers: ["x-a: 1"] }, http_method: "PUT" },
    { "proxy-rewrite": { headers: { add: { "x-a": "1" } }, method: "PUT" } },
    0,
  ],
  ["request-transformer", { add: { querystring: ["a:b"] } }, "gone", 1],
  [
    "response-transformer",
    { replace: { headers: ["x-a:1"] } },
    { "response-rewrite": { headers: { set: { "x-a": "1" } } } },
    1,
  ],
  [
    "correlation-id",
    { generator: "uuid", header_name: "X-Id", echo_downstream: true },
    { "request-id": { header_name: "X-Id", include_in_response: true } },
    0,
  ],
  ["bot-detection", {}, "gone", 1],
  ["http-log", { http_endpoint: "http://log.internal" }, "gone", 1],
  ["ldap-auth", {}, "off", 1],
  ["an-own-one", {}, "off", 1],
])("%s %j", (name, config, native, losses) => {
  const kong = {
    _format_version: "3.0",
    consumers: [{ username: "a.n.y" }],
    services: [
      {
        name: "s",
        host: "s.internal",
        routes: [{ name: "r", paths: [post], strip_path: false, plugins: [{ name, config }] }],
      },
    ],
  };
  const source = { file: "kong.json", text: JSON.stringify(kong) };
  const converted = convert([{ source, format: "kong" }], { sha1Hex, publicKeyPem, environment: {} });
  const route = converted.config.routes[0]?.value;
  const isOff = route?.status === 0;
  expect(isOff ? "off" : (route?.plugins ?? "gone")).toEqual(native);
  expect(converted.losses.filter(({ outcome }) => outcome !== "renamed")).toHaveLength(losses);
  const text = JSON.stringify({ routes: [{ id: "r", uri: post, plugins: { "key-auth": {}, ...route?.plugins } }] });
  const { diagnostics } = checkSources([{ file: "r.json", text }], { environment: {}, sha1Hex });
  expect(
    diagnostics.filter(({ rule }) => /^schema|^plugin/.test(rule)).filter(({ severity }) => severity === "error"),
  ).toEqual([]);
});

function limit(fields: object): object {
  return { "limit-count": { rejected_code: 429, rejected_msg: "API rate limit exceeded", ...fields } };
}
