/** Services and upstreams of Kong as native upstreams. */
import type { Foreign } from "../foreign.ts";
import { addTags, type Labels } from "../labels.ts";
import { settings } from "./turn.ts";

export interface Target {
  readonly host: string;
  readonly port: number;
  readonly weight: number;
}

/** Where a service sends requests, before its upstream is looked up. */
export interface ServiceAddress {
  readonly scheme: string;
  readonly host: string;
  readonly port: number;
  readonly path: string;
}

const defaultPorts: Readonly<Record<string, number>> = { http: 80, https: 443, grpc: 80, grpcs: 443 };

/** undefined if it is not spoken to over HTTP, or has no host. */
export function serviceAddress(service: Foreign): ServiceAddress | undefined {
  const url = service.text("url");
  const [, urlScheme, urlHost, urlPort, urlPath] =
    /^(\w+):\/\/(\[[^\]]+\]|[^:/]+)(?::(\d+))?(\/.*)?$/.exec(url ?? "") ?? [];
  const scheme = urlScheme ?? service.text("protocol") ?? "http";
  const host = urlHost ?? service.text("host");
  const port = urlPort === undefined ? service.number("port") : Number(urlPort);
  const path = urlPath ?? service.text("path") ?? "";
  const usual = defaultPorts[scheme];
  if (usual === undefined || host === undefined) return undefined;
  return { scheme, host, port: port ?? (url === undefined ? 80 : usual), path };
}

const milliseconds = ["connect_timeout", "write_timeout", "read_timeout"] as const;

/** What a service says of its connections, whatever its upstream is. */
export function connectionFields(service: Foreign, scheme: string): Record<string, unknown> {
  const [connect, send, read] = milliseconds.map((name) => {
    const time = service.number(name);
    return time === undefined ? undefined : time / 1000;
  });
  const timeout = settings({ connect, send, read });
  return settings({
    scheme: scheme === "http" ? undefined : scheme,
    retries: service.number("retries"),
    timeout: Object.keys(timeout).length > 0 ? timeout : undefined,
  });
}

export function nodesOf(targets: readonly Target[]): Record<string, number> {
  return Object.fromEntries(
    targets.map(({ host, port, weight }) => [
      `${/:.*:/.test(host) && !host.startsWith("[") ? `[${host}]` : host}:${port}`,
      weight,
    ]),
  );
}

const algorithms: Readonly<Record<string, string>> = {
  "round-robin": "roundrobin",
  "least-connections": "least_conn",
  "consistent-hashing": "chash",
  latency: "ewma",
};

/** @param further targets that stand at the top of the file */
export function upstreamFields(upstream: Foreign, further: readonly Foreign[]): Record<string, unknown> {
  upstream.ignore("created_at", "updated_at", "slots");
  upstream.ignoreIf("use_srv_name", false);
  const type = algorithms[upstream.text("algorithm") ?? "round-robin"];
  const hash = type === "chash" ? hashFields(upstream) : {};
  if (type !== "chash") upstream.ignoreIf("hash_on", "none");
  const host = upstream.text("host_header");
  const labels: Labels = {};
  addTags(labels, upstream.texts("tags"));
  return settings({
    labels: Object.keys(labels).length > 0 ? labels : undefined,
    nodes: nodesOf([...upstream.list("targets"), ...further].flatMap(targetOf)),
    type: hash ? (type === "roundrobin" ? undefined : type) : undefined,
    ...hash,
    ...(host === undefined ? { pass_host: "node" } : { pass_host: "rewrite", upstream_host: host }),
  });
}

function targetOf(item: Foreign): readonly Target[] {
  item.ignore("id", "created_at", "updated_at", "upstream");
  const [, host, port] = /^(\[[^\]]+\]|[^:]+)(?::(\d+))?$/.exec(item.text("target") ?? "") ?? [];
  // Kong's default for a target without a port.
  return host === undefined ? [] : [{ host, port: Number(port ?? 8000), weight: item.number("weight") ?? 100 }];
}

/** What is hashed; undefined if a native upstream cannot hash it, and then it takes turns. */
function hashFields(upstream: Foreign): Record<string, unknown> | undefined {
  upstream.ignoreIf("hash_fallback", "none");
  const on = upstream.field("hash_on")?.value;
  const named = (name: string): string | undefined => upstream.text(name);
  const fields = hashKinds(named)[String(on)];
  upstream.ignore("hash_on");
  if (!fields) {
    upstream
      .field("algorithm")
      ?.lose(
        "approximated",
        `\`hash_on: ${String(on ?? "none")}\``,
        "the nodes take turns",
        "Choose another thing to hash.",
        "key",
      );
  }
  return fields;
}

function hashKinds(named: (name: string) => string | undefined): Readonly<Record<string, Record<string, unknown>>> {
  const header = named("hash_on_header");
  const cookie = named("hash_on_cookie");
  const argument = named("hash_on_query_arg");
  return {
    consumer: { hash_on: "consumer" },
    ip: { hash_on: "vars", key: "remote_addr" },
    path: { hash_on: "vars", key: "uri" },
    ...(header !== undefined && { header: { hash_on: "header", key: header } }),
    ...(cookie !== undefined && { cookie: { hash_on: "cookie", key: cookie } }),
    ...(argument !== undefined && { query_arg: { hash_on: "vars", key: `arg_${argument}` } }),
  };
}
