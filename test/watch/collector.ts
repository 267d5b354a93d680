/** A collector of OTLP over HTTP that takes only what the protocol allows: JSON of ExportTraceServiceRequest (opentelemetry-proto, trace.proto). */
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

export interface CollectedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly start: bigint;
  readonly end: bigint;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly status?: { readonly code: number; readonly message?: string };
}

export interface Collector {
  readonly url: string;
  readonly posts: readonly { readonly path: string; readonly headers: IncomingHttpHeaders; readonly spans: number }[];
  readonly spans: readonly CollectedSpan[];
  /** Of the resource of the last post. */
  resource(): Readonly<Record<string, string | number>>;
  /** What was wrong with posts. */
  readonly faults: readonly string[];
  close(): Promise<void>;
}

/** @param statusOf of the answer to the post with this index; nothing is answered while it is pending */
export async function startCollector(
  statusOf: (index: number) => number | Promise<number> = () => 200,
): Promise<Collector> {
  const posts: Collector["posts"][number][] = [];
  const spans: CollectedSpan[] = [];
  const faults: string[] = [];
  let resource: Readonly<Record<string, string | number>> = {};
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    const index = posts.length;
    const read = readBody(request.method, request.headers, body);
    posts.push({ path: request.url ?? "", headers: request.headers, spans: read.spans.length });
    faults.push(...read.faults);
    const status = read.faults.length > 0 ? 400 : await statusOf(index);
    if (status === 200) {
      spans.push(...read.spans);
      resource = read.resource;
    }
    response.writeHead(status, { "Content-Type": "application/json" }).end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    posts,
    spans,
    faults,
    resource: () => resource,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Json = Readonly<Record<string, unknown>>;

function readBody(method: string | undefined, headers: IncomingHttpHeaders, body: string) {
  const faults: string[] = [];
  const expectThat = (isSo: boolean, what: string): void => {
    if (!isSo) faults.push(what);
  };
  /** The object, if it has these fields, and none but these and the optional ones. */
  const fields = (value: unknown, needed: readonly string[], optional: readonly string[] = []): Json => {
    const object = (typeof value === "object" && value !== null ? value : {}) as Json;
    for (const name of needed) expectThat(name in object, `${name} is missing`);
    for (const name of Object.keys(object)) expectThat([...needed, ...optional].includes(name), `${name} is unknown`);
    return object;
  };
  const list = (value: unknown): readonly unknown[] => {
    expectThat(Array.isArray(value) && value.length > 0, "a list is empty or none");
    return Array.isArray(value) ? value : [];
  };
  const attributes = (value: unknown): Record<string, string | number> => {
    const read: Record<string, string | number> = {};
    for (const each of list(value)) {
      const { key, value: held } = fields(each, ["key", "value"]);
      const { stringValue, intValue } = fields(held, [], ["stringValue", "intValue"]);
      expectThat(typeof key === "string" && key !== "" && !(key in read), `key ${String(key)}`);
      const isText = typeof stringValue === "string" && intValue === undefined;
      const isWhole = typeof intValue === "string" && /^-?\d+$/.test(intValue) && stringValue === undefined;
      expectThat(isText || isWhole, `value of ${String(key)}`);
      read[String(key)] = isText ? stringValue : Number(intValue);
    }
    return read;
  };
  const id = (value: unknown, digits: number): string => {
    const isId =
      typeof value === "string" && value.length === digits && /^[0-9a-f]+$/.test(value) && !/^0+$/.test(value);
    expectThat(isId, `id ${String(value)}`);
    return String(value);
  };
  const time = (value: unknown): bigint => {
    const isTime = typeof value === "string" && /^\d{19}$/.test(value);
    expectThat(isTime, `time ${String(value)}`);
    return isTime ? BigInt(value) : 0n;
  };
  const needed = ["traceId", "spanId", "name", "kind", "startTimeUnixNano", "endTimeUnixNano", "attributes", "flags"];
  const span = (value: unknown): CollectedSpan => {
    const read = fields(value, needed, ["parentSpanId", "status"]);
    const [start, end] = [time(read["startTimeUnixNano"]), time(read["endTimeUnixNano"])];
    expectThat(start <= end, "a span ends before it starts");
    expectThat(typeof read["name"] === "string" && read["name"] !== "", "name");
    expectThat([2, 3].includes(Number(read["kind"])), "kind");
    expectThat(Number.isInteger(read["flags"]), "flags");
    const status = "status" in read ? fields(read["status"], ["code"], ["message"]) : undefined;
    return {
      traceId: id(read["traceId"], 32),
      spanId: id(read["spanId"], 16),
      ...("parentSpanId" in read && { parentSpanId: id(read["parentSpanId"], 16) }),
      name: String(read["name"]),
      kind: Number(read["kind"]),
      start,
      end,
      attributes: attributes(read["attributes"]),
      ...(status && { status: status as unknown as { readonly code: number } }),
    };
  };
  expectThat(method === "POST" && headers["content-type"] === "application/json", "method or content type");
  const [first, ...others] = list(fields(JSON.parse(body), ["resourceSpans"])["resourceSpans"]);
  expectThat(others.length === 0, "more than one resource");
  const { resource, scopeSpans } = fields(first, ["resource", "scopeSpans"]);
  const spans = list(scopeSpans).flatMap((scoped) => {
    const { scope, spans: held } = fields(scoped, ["scope", "spans"]);
    fields(scope, ["name", "version"]);
    return list(held).map(span);
  });
  return { faults, spans, resource: attributes(fields(resource, ["attributes"])["attributes"]) };
}
