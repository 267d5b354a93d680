/** Which different spellings mean the same to a gateway (gateway reference, sections 1 and 3): the tables behind the canonical form. */
import type { Kind } from "../model/config.ts";

/** Set by the server, and identity that is compared elsewhere. */
export const uncomparedFields: ReadonlySet<string> = new Set(["id", "create_time", "update_time", "credentials"]);

/** A field for one value that has a sibling for several. */
export const pluralFields: Partial<Record<Kind, Readonly<Record<string, string>>>> = {
  routes: { uri: "uris", host: "hosts", remote_addr: "remote_addrs" },
};

/** Ids may be written as integers. */
export const idFields: readonly string[] = ["group_id", "service_id", "upstream_id", "plugin_config_id"];

/** Maps whose absence means the same as emptiness. */
export const optionalMaps: readonly string[] = ["labels", "plugins"];

/** Objects with defaults that a gateway fills in even where the whole object is left out. */
export const impliedObjects: ReadonlySet<string> = new Set(["keepalive_pool", "healthy", "unhealthy", "range_id"]);

/** Lists whose order means nothing, as paths from the resource; `*` stands for any key or index. */
export const resourceSets: Partial<Record<Kind, readonly string[]>> = {
  routes: ["uris", "hosts", "methods", "remote_addrs"],
  services: ["hosts"],
};

/** The same, as paths from the plugin's configuration. */
export const pluginSets: Readonly<Record<string, readonly string[]>> = {
  acl: ["allow_labels/*", "deny_labels/*"],
  "api-breaker": ["healthy/http_statuses", "unhealthy/http_statuses"],
  "consumer-restriction": ["whitelist", "blacklist", "allowed_by_methods/*/methods"],
  cors: ["allow_origins_by_regex", "allow_origins_by_metadata", "timing_allow_origins_by_regex"],
  "forward-auth": ["request_headers", "upstream_headers", "client_headers"],
  "hmac-auth": ["allowed_algorithms", "signed_headers"],
  "ip-restriction": ["whitelist", "blacklist"],
  "jwt-auth": ["claims_to_verify"],
  "limit-conn": ["redis_cluster_nodes", "redis_sentinels"],
  "limit-count": ["redis_cluster_nodes", "redis_sentinels"],
  "limit-req": ["redis_cluster_nodes", "redis_sentinels"],
  "proxy-rewrite": ["headers/remove"],
  "referer-restriction": ["whitelist", "blacklist"],
  "response-rewrite": ["headers/remove"],
  "ua-restriction": ["allowlist", "denylist"],
};

/** Ports of nodes that give none. */
export const schemePorts: Readonly<Record<string, number>> = { http: 80, https: 443, grpc: 80, grpcs: 443 };
