/** Traces: whose a request is, what goes to the upstream, and what a collector is told. */
import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { HeaderList } from "../../src/engine/contract.ts";
import type { ProxyEvent } from "../../src/proxy/contract.ts";
import { samplers } from "../../src/watch/sampler.ts";
import { createSpanExporter, type SpanExporter } from "../../src/watch/span-exporter.ts";
import { createTrace, parseTraceParent } from "../../src/watch/trace-context.ts";
import { readTraceSettings } from "../../src/watch/trace-settings.ts";
import { freePort } from "../free-port.ts";
import { echo, type Seen, seenHeader, until, withProxy } from "../proxy/harness.ts";
import { type Collector, startCollector } from "./collector.ts";
import { accessEvent } from "./events.ts";

const traceId = "0af7651916cd43dd8448eb211c80319c";
const spanId = "b7ad6b7169203331";

test.each([
  ["sampled", `00-${traceId}-${spanId}-01`, true],
  ["not sampled", `00-${traceId}-${spanId}-00`, false],
  ["other flags", `00-${traceId}-${spanId}-02`, false],
  ["all flags", `00-${traceId}-${spanId}-ff`, true],
  ["a later version", `01-${traceId}-${spanId}-01`, true],
  ["a later version with more", `cc-${traceId}-${spanId}-01-what-comes`, true],
  ["more in version 00", `00-${traceId}-${spanId}-01-more`, undefined],
  ["a later version with more that is not set off", `cc-${traceId}-${spanId}-01.more`, undefined],
  ["version ff", `ff-${traceId}-${spanId}-01`, undefined],
  ["no trace", `00-${"0".repeat(32)}-${spanId}-01`, undefined],
  ["no span", `00-${traceId}-${"0".repeat(16)}-01`, undefined],
  ["capital digits", `00-${traceId.toUpperCase()}-${spanId}-01`, undefined],
  ["a short trace", `00-${traceId.slice(1)}-${spanId}-01`, undefined],
  ["blanks", ` 00-${traceId}-${spanId}-01`, undefined],
  ["a line end", `00-${traceId}-${spanId}-01\n`, undefined],
  ["nothing", "", undefined],
])("traceparent: %s", (_name, text, isSampled) => {
  expect(parseTraceParent(text)).toEqual(isSampled === undefined ? undefined : { traceId, spanId, isSampled });
});

const parents = {
  none: undefined,
  yes: { traceId, spanId, isSampled: true },
  no: { traceId, spanId, isSampled: false },
};
test.each([
  ["always_on", 1, { none: 1, yes: 1, no: 1 }],
  ["always_off", 1, { none: 0, yes: 0, no: 0 }],
  ["traceidratio", 0.25, { none: 0.25, yes: 0.25, no: 0.25 }],
  ["traceidratio", 0, { none: 0, yes: 0, no: 0 }],
  ["traceidratio", 1, { none: 1, yes: 1, no: 1 }],
  ["parentbased_always_on", 1, { none: 1, yes: 1, no: 0 }],
  ["parentbased_always_off", 1, { none: 0, yes: 1, no: 0 }],
  ["parentbased_traceidratio", 0.1, { none: 0.1, yes: 1, no: 0 }],
] as const)("sampler %s %d", (name, ratio, expected) => {
  const sampler = samplers[name]?.(ratio);
  const make = createTrace(() => true);
  const ids = Array.from({ length: 4_000 }, () => make([]).traceId);
  for (const [parent, share] of Object.entries(expected)) {
    const told = ids.filter((id) => sampler?.(id, parents[parent as keyof typeof parents])).length / ids.length;
    if (share === 0 || share === 1) expect(told).toBe(share);
    else expect(Math.abs(told - share)).toBeLessThan(0.04);
  }
});

const endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
const ofTraces = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";
const on = { [endpoint]: "http://collector:4318" };
const settingTables: readonly (readonly [
  name: string,
  environment: Readonly<Record<string, string>>,
  expected: object | undefined,
  warnings?: readonly RegExp[],
])[] = [
  ["nothing is asked for", {}, undefined],
  ["an empty variable", { [endpoint]: " " }, undefined],
  [
    "an endpoint",
    on,
    { url: "http://collector:4318/v1/traces", headers: {}, attributes: { "service.name": "rollcall" } },
  ],
  ["an endpoint below a path", { [endpoint]: "https://c.example/otlp/" }, { url: "https://c.example/otlp/v1/traces" }],
  ["one of traces", { ...on, [ofTraces]: "http://c.example/own" }, { url: "http://c.example/own" }],
  ["the exporter alone", { OTEL_TRACES_EXPORTER: "otlp" }, { url: "http://localhost:4318/v1/traces" }],
  ["switched off", { ...on, OTEL_SDK_DISABLED: "TRUE" }, undefined],
  ["no exporter", { ...on, OTEL_TRACES_EXPORTER: "none" }, undefined],
  ["another exporter", { ...on, OTEL_TRACES_EXPORTER: "zipkin" }, undefined, [/names another exporter/]],
  ["another protocol", { ...on, OTEL_EXPORTER_OTLP_PROTOCOL: "grpc" }, undefined, [/says grpc/]],
  ["protobuf, whose collectors take JSON", { ...on, OTEL_EXPORTER_OTLP_PROTOCOL: "http/protobuf" }, {}],
  ["no URL", { [endpoint]: "collector:4318" }, undefined, [/is no http/]],
  ["a user in the URL", { [endpoint]: "http://me:s3cret@collector" }, undefined, [/is no http/]],
  [
    "headers",
    { ...on, OTEL_EXPORTER_OTLP_HEADERS: "api-key=a%20b, x=1=2" },
    { headers: { "api-key": "a b", x: "1=2" } },
  ],
  [
    "headers of traces",
    { ...on, OTEL_EXPORTER_OTLP_HEADERS: "a=1", OTEL_EXPORTER_OTLP_TRACES_HEADERS: "b=2" },
    { headers: { b: "2" } },
  ],
  [
    "headers that are none",
    { ...on, OTEL_EXPORTER_OTLP_HEADERS: "s3cret" },
    { headers: {} },
    [/HEADERS is not understood/],
  ],
  [
    "the service, before the attributes",
    { ...on, OTEL_SERVICE_NAME: "edge", OTEL_RESOURCE_ATTRIBUTES: "service.name=other,deployment.environment=prod" },
    { attributes: { "service.name": "edge", "deployment.environment": "prod" } },
  ],
  [
    "the service among the attributes",
    { ...on, OTEL_RESOURCE_ATTRIBUTES: "service.name=other" },
    { attributes: { "service.name": "other" } },
  ],
  ["an unknown sampler", { ...on, OTEL_TRACES_SAMPLER: "toString" }, {}, [/OTEL_TRACES_SAMPLER names/]],
  [
    "a ratio that is none",
    { ...on, OTEL_TRACES_SAMPLER: "traceidratio", OTEL_TRACES_SAMPLER_ARG: "2" },
    {},
    [/from 0 to 1/],
  ],
  ["a batch as large as the queue", { ...on, OTEL_BSP_MAX_QUEUE_SIZE: "10" }, { queue: 10, batch: 10 }],
  ["a number that is none", { ...on, OTEL_BSP_SCHEDULE_DELAY: "soon" }, { delay: 5_000 }, [/OTEL_BSP_SCHEDULE_DELAY/]],
];

test.each(settingTables.map(([name, ...row]) => ({ name, row })))("environment: $name", ({ row }) => {
  const [environment, expected, warnings = []] = row;
  const read = readTraceSettings(environment);
  if (expected) expect(read.settings).toMatchObject(expected);
  else expect(read.settings).toBeUndefined();
  expect(read.warnings).toHaveLength(warnings.length);
  for (const [index, warning] of warnings.entries()) expect(read.warnings[index]).toMatch(warning);
  expect(read.warnings.join()).not.toContain("s3cret");
});

describe("through the proxy", () => {
  let collector: Collector;
  beforeAll(async () => {
    collector = await startCollector();
  });
  afterAll(() => collector.close());

  const tables: readonly (readonly [
    name: string,
    headers: readonly string[],
    isContinued: boolean,
    isSampled: boolean,
    state: readonly string[],
  ])[] = [
    ["made", [], false, true, []],
    ["passed on", ["traceparent", `00-${traceId}-${spanId}-01`, "tracestate", "a=1"], true, true, ["a=1"]],
    ["not sampled", ["TraceParent", `00-${traceId}-${spanId}-00`], true, false, []],
    [
      "twice",
      ["traceparent", `00-${traceId}-${spanId}-01`, "traceparent", `00-${traceId}-${spanId}-01`],
      false,
      true,
      [],
    ],
    ["one that is none", ["traceparent", "00-<script>-1-01", "tracestate", "a=1"], false, true, []],
    ["a state of nothing", ["tracestate", "a=1"], false, true, []],
  ];

  test.each(tables)("%s", async (_name, headers, isContinued, isSampled, state) => {
    const { exporter, proxy } = traced(collector.url);
    const before = collector.spans.length;
    let parent = "";
    await withProxy(
      echo,
      async (stage) => {
        const seen = JSON.parse((await get(stage.proxy.address.port, "/a?apikey=s3cret", headers)).body) as Seen;
        const [made, ...more] = seenHeader(seen, "traceparent");
        expect(more).toEqual([]);
        expect(parseTraceParent(made ?? "")?.isSampled).toBe(isSampled);
        expect(made?.slice(3, 35) === traceId).toBe(isContinued);
        expect(made).not.toContain(spanId);
        expect(seenHeader(seen, "tracestate")).toEqual(state);
        parent = made?.slice(36, 52) ?? "";
      },
      { proxy },
    );
    await exporter.close();
    expect(collector.faults).toEqual([]);
    const [server, client, ...others] = collector.spans.slice(before);
    if (!isSampled) {
      expect(server).toBeUndefined();
      return;
    }
    expect(others).toEqual([]);
    expect(server).toMatchObject({ name: "GET r1", kind: 2, ...(isContinued && { traceId, parentSpanId: spanId }) });
    expect("parentSpanId" in (server ?? {})).toBe(isContinued);
    expect(server?.attributes).toMatchObject({
      "http.request.method": "GET",
      "url.path": "/a",
      "http.response.status_code": 200,
      "client.address": "127.0.0.1",
      "rollcall.route": "r1",
      "rollcall.consumer": "jane",
    });
    expect(client).toMatchObject({ traceId: server?.traceId, parentSpanId: server?.spanId, spanId: parent, kind: 3 });
    expect(client?.attributes).toMatchObject({
      "rollcall.upstream": "upstreams/test",
      "http.response.status_code": 200,
    });
    expect((client?.start ?? 0n) >= (server?.start ?? 1n) && (client?.end ?? 1n) <= (server?.end ?? 0n)).toBe(true);
    expect(
      JSON.stringify([server, client], (_, value) => (typeof value === "bigint" ? `${value}` : value)),
    ).not.toContain("s3cret");
    expect(collector.resource()).toEqual({ "service.name": "edge" });
    expect(collector.posts.at(-1)).toMatchObject({ path: "/v1/traces", headers: { "api-key": "k" } });
  });

  test("a refusal has one span, a failed upstream two, an unknown method a name of its own", async () => {
    const { exporter, proxy } = traced(collector.url);
    const before = collector.spans.length;
    await withProxy(
      (message) => message.socket.destroy(),
      async (stage) => {
        const { port } = stage.proxy.address;
        expect((await get(port, "/refused", [])).status).toBe(401);
        expect((await get(port, "/a", [])).status).toBe(502);
        expect((await get(port, "/refused", [], "PROPFIND")).status).toBe(401);
      },
      { proxy },
    );
    await exporter.close();
    expect(collector.faults).toEqual([]);
    const spans = collector.spans.slice(before).map(({ name, kind, status, attributes }) => ({
      name,
      kind,
      isFailed: status?.code === 2,
      plugin: attributes["rollcall.plugin"],
      error: attributes["error.type"],
    }));
    expect(spans).toEqual([
      { name: "GET r1", kind: 2, isFailed: false, plugin: "key-auth", error: undefined },
      { name: "GET r1", kind: 2, isFailed: true, plugin: undefined, error: "502" },
      { name: "GET", kind: 3, isFailed: true, plugin: undefined, error: "502" },
      { name: "HTTP r1", kind: 2, isFailed: false, plugin: "key-auth", error: undefined },
    ]);
  });

  test("without tracing, trace headers are passed on like any other", async () => {
    await withProxy(echo, async ({ proxy }) => {
      const headers = ["traceparent", "anything", "tracestate", "a=1"];
      const seen = JSON.parse((await get(proxy.address.port, "/a", headers)).body) as Seen;
      expect([seenHeader(seen, "traceparent"), seenHeader(seen, "tracestate")]).toEqual([["anything"], ["a=1"]]);
    });
  });
});

describe("a collector", () => {
  const make = createTrace(() => true);
  const event = () => accessEvent({ trace: make([]) });
  const exporterTo = (url: string, more: object = {}) => {
    const faults: string[] = [];
    const settings = { ...settingsOf(url), onFault: (reason: string) => void faults.push(reason) };
    return { faults, exporter: createSpanExporter({ ...settings, delay: 20, retries: [10, 10], ...more }) };
  };
  const send = (exporter: SpanExporter, count: number): void => {
    for (let index = 0; index < count; index++) exporter.record(event());
  };

  test("gets batches of the size asked for, and what is left when the process ends", async () => {
    const collector = await startCollector();
    const { exporter } = exporterTo(collector.url, { batch: 100, delay: 60_000 });
    send(exporter, 250);
    await exporter.close();
    expect(collector.posts.map(({ spans }) => spans)).toEqual([100, 100, 50]);
    expect(exporter.counts).toEqual({ exported: 250, dropped: 0 });
    await collector.close();
  });

  test("that is busy is asked again", async () => {
    const collector = await startCollector((index) => (index < 2 ? 503 : 200));
    const { exporter, faults } = exporterTo(collector.url);
    send(exporter, 3);
    await until(() => collector.spans.length === 3);
    expect(collector.posts).toHaveLength(3);
    await exporter.close();
    expect([exporter.counts, faults]).toEqual([{ exported: 3, dropped: 0 }, []]);
    await collector.close();
  });

  test("that refuses is not asked again, is told of once, and costs what it refused", async () => {
    const collector = await startCollector((index) => (index < 2 ? 403 : 200));
    const { exporter, faults } = exporterTo(collector.url);
    for (const count of [1, 2, 3]) {
      send(exporter, 2);
      await until(() => exporter.counts.exported + exporter.counts.dropped === 2 * count);
    }
    await exporter.close();
    expect(collector.posts).toHaveLength(3);
    expect([exporter.counts, faults]).toEqual([{ exported: 2, dropped: 4 }, ["it answers 403"]]);
    await collector.close();
  });

  test("that never answers: memory is bounded, spans beyond it are counted, and closing ends", async () => {
    const collector = await startCollector(() => new Promise(() => {}));
    const { exporter } = exporterTo(collector.url, { queue: 100, batch: 50 });
    const started = performance.now();
    send(exporter, 10_000);
    expect(performance.now() - started).toBeLessThan(1_000);
    expect(exporter.counts.dropped).toBe(10_000 - 150);
    await exporter.close();
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(exporter.counts).toEqual({ exported: 0, dropped: 10_000 });
    await collector.close();
  });

  test("that is away, and asked again and again, leaves no listener behind each time", async () => {
    const [added, removed] = (["addEventListener", "removeEventListener"] as const).map((name) =>
      vi.spyOn(AbortSignal.prototype, name),
    );
    const { exporter, faults } = exporterTo(`http://127.0.0.1:${await freePort()}`, { retries: Array(20).fill(1) });
    send(exporter, 5);
    await until(() => exporter.counts.dropped === 5);
    expect(faults).toEqual(["ECONNREFUSED"]);
    const times = (signals: readonly unknown[] = [], signal: unknown): number =>
      signals.filter((each) => each === signal).length;
    const [own] = (added?.mock.contexts ?? []).toSorted(
      (left, right) => times(added?.mock.contexts, right) - times(added?.mock.contexts, left),
    );
    expect(times(added?.mock.contexts, own)).toBeGreaterThanOrEqual(20);
    expect(times(removed?.mock.contexts, own)).toBe(times(added?.mock.contexts, own));
    vi.restoreAllMocks();
    await exporter.close();
  });
});

function settingsOf(url: string) {
  const { settings } = readTraceSettings({
    [endpoint]: url,
    OTEL_SERVICE_NAME: "edge",
    OTEL_EXPORTER_OTLP_HEADERS: "api-key=k",
  });
  if (!settings) throw new Error("no settings");
  return settings;
}

function traced(url: string) {
  const settings = settingsOf(url);
  const exporter = createSpanExporter({ ...settings, onFault: () => {} });
  const trace = createTrace(settings.sampler);
  const log = (event: ProxyEvent): void => {
    if (event.kind === "access") exporter.record(event);
  };
  return { exporter, proxy: { trace: (headers: HeaderList) => trace(headers), log } };
}

function get(port: number, path: string, headers: readonly string[], method = "GET") {
  return new Promise<{ readonly status: number; readonly body: string }>((resolve, reject) => {
    const raw = ["Host", "a.example", "Connection", "close", ...headers];
    const asked = request({ host: "127.0.0.1", port, path, method, headers: raw }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
    });
    asked.on("error", reject).end();
  });
}
