/** The header lines that go to the upstream: the engine's, with Host by pass_host and X-Forwarded-* of our own making. */

import type { CompiledNode, CompiledUpstream } from "../artifact/contract.ts";
import type { HeaderList } from "../engine/contract.ts";
import { urlHost } from "../model/url-host.ts";
import type { ClientRequest } from "./client-request.ts";
import type { RequestTrace } from "./contract.ts";
import { fieldName } from "./field-names.ts";
import { formatForwarded } from "./forwarded.ts";

/** A flat list of names and values. `contentLength` below 0: the body, if any, is chunked or its length is known to undici. */
export function upstreamHeaders(
  request: ClientRequest,
  headers: HeaderList,
  host: string,
  contentLength: number,
): string[] {
  const flat: string[] = ["host", host];
  const { origin, trace } = request;
  let forwardedFor = origin.peer;
  for (const [written, value] of headers) {
    const { name, lower, isKeptBack } = fieldName(written);
    if (isKeptBack) {
      if (lower === "x-forwarded-for") forwardedFor = appendAddress(forwardedFor, value, origin.peer);
      continue;
    }
    if (trace !== undefined && isOldTrace(lower, trace)) continue;
    flat.push(name, value);
  }
  flat.push("X-Forwarded-For", forwardedFor, "X-Forwarded-Proto", origin.scheme);
  flat.push("X-Forwarded-Host", origin.host === "" ? request.host : origin.host);
  flat.push("X-Forwarded-Port", origin.port, "X-Real-IP", origin.address);
  if (origin.forwarded !== undefined) {
    const own = formatForwarded(origin.peer, origin.scheme, request.host);
    flat.push("Forwarded", origin.forwarded === "" ? own : `${origin.forwarded}, ${own}`);
  }
  if (trace !== undefined) flat.push("traceparent", traceParent(trace));
  if (contentLength >= 0) flat.push("content-length", String(contentLength));
  return flat;
}

/** A tracestate belongs to the trace that its traceparent names: without one that can be read it goes (W3C Trace Context, section 4.3). */
function isOldTrace(lower: string, { parentSpanId }: RequestTrace): boolean {
  return lower === "traceparent" || (lower === "tracestate" && parentSpanId === undefined);
}

function traceParent({ traceId, upstreamSpanId, isSampled }: RequestTrace): string {
  return `00-${traceId}-${upstreamSpanId}-0${isSampled ? 1 : 0}`;
}

/** The Host to send to `node`. */
export function upstreamHost(
  upstream: CompiledUpstream,
  node: CompiledNode,
  request: ClientRequest,
  rewritten?: string,
): string {
  if (upstream.passHost === "rewrite" && upstream.upstreamHost !== undefined) return upstream.upstreamHost;
  const host = rewritten ?? request.host;
  if (upstream.passHost === "pass" && host !== "") return host;
  return node.port === defaultPorts[upstream.scheme] ? urlHost(node.host) : nodeAuthority(node);
}

/** Host and port. */
export function nodeAuthority({ host, port }: Pick<CompiledNode, "host" | "port">): string {
  return `${urlHost(host)}:${port}`;
}

const defaultPorts = { http: 80, https: 443, grpc: 80, grpcs: 443 } as const;

/** `soFar` ends with the address of the other end; earlier lines of the header stand before it in order. */
function appendAddress(soFar: string, value: string, peer: string): string {
  const earlier = soFar.slice(0, soFar.length - peer.length);
  return `${earlier}${value}, ${peer}`;
}
