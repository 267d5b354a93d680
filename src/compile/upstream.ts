/** An upstream as the proxy uses it: nodes listed, defaults filled in. */

import type { CompiledNode, CompiledUpstream } from "../artifact/contract.ts";
import { compareText } from "../model/identity.ts";
import { type Fields, fieldsOf, numberOf, textOf } from "./fields.ts";
import { compileHealthChecks } from "./health-checks.ts";

type Scheme = CompiledUpstream["scheme"];
type PassHost = CompiledUpstream["passHost"];

const defaultPort: Readonly<Record<Scheme, number>> = { http: 80, https: 443, grpc: 80, grpcs: 443 };
const defaultTimeout = 60;
const defaultKeepalive = { size: 320, idleTimeout: 60, requests: 1000 };
const passHosts: readonly PassHost[] = ["pass", "node", "rewrite"];

/** undefined for a scheme that the proxy does not speak: without an upstream a route forwards nothing. */
export function compileUpstream(owner: string, upstream: Fields): CompiledUpstream | undefined {
  const scheme = textOf(upstream.scheme) ?? "http";
  if (!isProxiedScheme(scheme)) return undefined;
  const type = textOf(upstream.type) ?? "roundrobin";
  const upstreamHost = textOf(upstream.upstream_host);
  const hashKey = textOf(upstream.key);
  const retries = numberOf(upstream.retries);
  const checks = compileHealthChecks(upstream.checks);
  return {
    owner,
    nodes: compileNodes(upstream.nodes, scheme),
    type,
    scheme,
    passHost: passHosts.find((passHost) => passHost === upstream.pass_host) ?? "pass",
    ...(upstreamHost !== undefined && { upstreamHost }),
    ...(type === "chash" && { hashOn: textOf(upstream.hash_on) ?? "vars" }),
    ...(hashKey !== undefined && { hashKey }),
    ...(retries !== undefined && { retries }),
    timeout: compileTimeout(upstream.timeout, { connect: defaultTimeout, send: defaultTimeout, read: defaultTimeout }),
    keepalive: compileKeepalive(upstream.keepalive_pool),
    ...(checks && { checks }),
  };
}

function isProxiedScheme(scheme: string): scheme is Scheme {
  return Object.hasOwn(defaultPort, scheme);
}

export function compileTimeout(value: unknown, standard: CompiledUpstream["timeout"]): CompiledUpstream["timeout"] {
  const { connect, send, read } = fieldsOf(value) ?? {};
  return {
    connect: numberOf(connect) ?? standard.connect,
    send: numberOf(send) ?? standard.send,
    read: numberOf(read) ?? standard.read,
  };
}

function compileKeepalive(value: unknown): CompiledUpstream["keepalive"] {
  const { size, idle_timeout: idleTimeout, requests } = fieldsOf(value) ?? {};
  return {
    size: numberOf(size) ?? defaultKeepalive.size,
    idleTimeout: numberOf(idleTimeout) ?? defaultKeepalive.idleTimeout,
    requests: numberOf(requests) ?? defaultKeepalive.requests,
  };
}

/** A list keeps its order; the entries of an object have none and are sorted. Nodes of weight 0 take no requests. */
function compileNodes(nodes: unknown, scheme: Scheme): readonly CompiledNode[] {
  const listed = Array.isArray(nodes)
    ? nodes.map((node: unknown) => listedNode(fieldsOf(node) ?? {}, scheme))
    : Object.entries(fieldsOf(nodes) ?? {})
        .sort(([left], [right]) => compareText(left, right))
        .map(([address, weight]) => addressedNode(address, weight, scheme));
  return listed.filter((node) => node.host !== "" && node.weight > 0);
}

function listedNode(node: Fields, scheme: Scheme): CompiledNode {
  return {
    host: withoutBrackets(textOf(node.host) ?? ""),
    port: numberOf(node.port) ?? defaultPort[scheme],
    weight: numberOf(node.weight) ?? 1,
    priority: numberOf(node.priority) ?? 0,
  };
}

/** `host`, `host:port`, `[address]`, `[address]:port`, or an IPv6 address without a port. */
function addressedNode(address: string, weight: unknown, scheme: Scheme): CompiledNode {
  const [, host = address, port] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(address) ?? [];
  return {
    host: withoutBrackets(host),
    port: port === undefined ? defaultPort[scheme] : Number(port),
    weight: numberOf(weight) ?? 0,
    priority: 0,
  };
}

function withoutBrackets(host: string): string {
  return host.startsWith("[") && host.endsWith("]") ? host.slice(1, -1) : host;
}
