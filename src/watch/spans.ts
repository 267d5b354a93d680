/** A request as spans in the JSON of OTLP (https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding), named as the semantic conventions of HTTP have it. */
import type { AccessEvent } from "../proxy/contract.ts";
import { version } from "../version.ts";

export interface TracedRequest {
  readonly event: AccessEvent;
  /** When the answer ended; milliseconds since the epoch. */
  readonly at: number;
}

interface Attribute {
  readonly key: string;
  readonly value: { readonly stringValue: string } | { readonly intValue: string };
}

const kinds = { server: 2, client: 3 } as const;

const errorStatus = 2;

/** Flags of a span (trace.proto): sampled, and whether the parent is known to be of another process. */
const flags = { ofHere: 0x101, ofElsewhere: 0x301 } as const;

/** What is posted: all spans of these requests. */
export function exportBody(requests: readonly TracedRequest[], resource: Readonly<Record<string, string>>): object {
  const attributes = Object.entries(resource).map(([key, value]) => text(key, value));
  const scope = { name: "rollcall", version };
  return { resourceSpans: [{ resource: { attributes }, scopeSpans: [{ scope, spans: requests.flatMap(spansOf) }] }] };
}

/** One for the request, and one for what was sent to the upstream, if it was. */
function spansOf({ event, at }: TracedRequest): readonly object[] {
  const { trace, upstream, upstreamStart } = event;
  if (!trace) return [];
  const { traceId, spanId, parentSpanId, upstreamSpanId } = trace;
  const startedAt = at - event.duration;
  const server = {
    traceId,
    spanId,
    ...(parentSpanId !== undefined && { parentSpanId }),
    flags: parentSpanId === undefined ? flags.ofHere : flags.ofElsewhere,
    name: spanName(event),
    kind: kinds.server,
    startTimeUnixNano: nanoseconds(startedAt),
    endTimeUnixNano: nanoseconds(at),
    attributes: serverAttributes(event),
    ...(event.status >= 500 && { status: failure(event) }),
  };
  if (upstream === undefined || upstreamStart === undefined) return [server];
  const isAnswered = event.upstreamDuration !== undefined;
  const client = {
    traceId,
    spanId: upstreamSpanId,
    parentSpanId: spanId,
    flags: flags.ofHere,
    name: methodOf(event),
    kind: kinds.client,
    startTimeUnixNano: nanoseconds(startedAt + upstreamStart),
    endTimeUnixNano: nanoseconds(at),
    attributes: [
      text("http.request.method", knownMethod(event)),
      ...(isAnswered ? [whole("http.response.status_code", event.status)] : []),
      text("rollcall.upstream", upstream),
      ...errorType(event, 400),
    ],
    ...((event.status >= 400 || event.reason !== "") && { status: failure(event) }),
  };
  return [server, client];
}

function serverAttributes(event: AccessEvent): readonly Attribute[] {
  const { method, path, httpVersion, status, remoteAddress, route, consumer, plugin, reason } = event;
  const known = knownMethod(event);
  return [
    text("http.request.method", known),
    ...(known === method ? [] : [text("http.request.method_original", method)]),
    // Without the query, which may hold credentials.
    text("url.path", path),
    text("url.scheme", event.isEncrypted ? "https" : "http"),
    text("network.protocol.version", httpVersion),
    text("client.address", remoteAddress),
    // What a client that went away would have got is not known.
    ...(status === 499 ? [] : [whole("http.response.status_code", status)]),
    ...(route === undefined ? [] : [text("rollcall.route", route)]),
    ...(consumer === undefined ? [] : [text("rollcall.consumer", consumer)]),
    ...(plugin === "" ? [] : [text("rollcall.plugin", plugin)]),
    ...(reason === "" ? [] : [text("rollcall.reason", reason)]),
    ...errorType(event, 500),
  ];
}

function errorType({ status }: AccessEvent, from: number): readonly Attribute[] {
  if (status === 499) return [text("error.type", "client_gone")];
  return status >= from ? [text("error.type", String(status))] : [];
}

function failure({ reason }: AccessEvent): object {
  return { code: errorStatus, ...(reason !== "" && { message: reason }) };
}

const methods: ReadonlySet<string> = new Set([
  "CONNECT",
  "DELETE",
  "GET",
  "HEAD",
  "OPTIONS",
  "PATCH",
  "POST",
  "PUT",
  "TRACE",
]);

function knownMethod({ method }: AccessEvent): string {
  return methods.has(method) ? method : "_OTHER";
}

/** Names of spans must be few. */
function methodOf({ method }: AccessEvent): string {
  return methods.has(method) ? method : "HTTP";
}

function spanName(event: AccessEvent): string {
  return event.route === undefined ? methodOf(event) : `${methodOf(event)} ${event.route}`;
}

function text(key: string, value: string): Attribute {
  return { key, value: { stringValue: value } };
}

/** Whole numbers of 64 bits are text in this JSON. */
function whole(key: string, value: number): Attribute {
  return { key, value: { intValue: String(value) } };
}

function nanoseconds(milliseconds: number): string {
  return String(BigInt(Math.round(milliseconds * 1000)) * 1000n);
}
