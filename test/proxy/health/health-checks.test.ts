/** Health checks over sockets: which nodes take requests, and what is known of them after a reload. */

import { readFile } from "node:fs/promises";
import { createServer as createHttps } from "node:https";
import { createServer, type Socket } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import type { CompiledActiveCheck, CompiledChecks, CompiledUpstream } from "../../../src/artifact/contract.ts";
import type { ProxyEvent, RunningProxy } from "../../../src/proxy/contract.ts";
import { startProxy } from "../../../src/proxy/start-proxy.ts";
import { freePort } from "../../free-port.ts";
import { forwardTo, node, startUpstream, type Upstream, until, upstreamTo } from "../harness.ts";

const rules = {
  healthyStatuses: [200],
  unhealthyStatuses: [500],
  successes: 2,
  httpFailures: 2,
  tcpFailures: 2,
  timeouts: 2,
};

const noHealing = { successes: 0, httpFailures: 0, tcpFailures: 0, timeouts: 0 };

function active(more: Partial<CompiledActiveCheck> = {}): CompiledActiveCheck {
  return {
    ...rules,
    type: "http",
    timeout: 0.5,
    concurrency: 10,
    path: "/health",
    isVerified: true,
    headers: [],
    healthyInterval: 0.01,
    unhealthyInterval: 0.01,
    ...more,
  };
}

const opened: { close(options?: { graceMs?: number }): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const each of opened.splice(0).reverse()) await each.close({ graceMs: 50 });
});

/** Answers probes with a status that can be changed, and requests with its name. */
interface Server {
  readonly port: number;
  readonly probes: { path: string; host: string; header: string }[];
  status: number;
  /** Of requests. */
  answer: number;
  readonly upstream: Upstream;
}

async function server(name: string): Promise<Server> {
  const upstream = await startUpstream((request, response) => {
    if (request.url?.startsWith("/health")) {
      const header = String(request.headers["x-probe"] ?? "");
      self.probes.push({ path: request.url, host: request.headers.host ?? "", header });
      response.writeHead(self.status).end();
    } else {
      response.writeHead(self.answer).end(name);
    }
  });
  const self: Server = { port: upstream.port, probes: [], status: 200, answer: 200, upstream };
  opened.push(upstream);
  return self;
}

function engineFor(upstream: CompiledUpstream) {
  return { ...forwardTo(upstream), checkedUpstreams: [upstream] };
}

async function proxyFor(upstream: CompiledUpstream): Promise<{ proxy: RunningProxy; told: string[] }> {
  const told: string[] = [];
  const log = (event: ProxyEvent): void => void (event.kind === "fault" && told.push(event.reason));
  const proxy = await startProxy({ listen: { host: "127.0.0.1", port: 0 }, engine: engineFor(upstream), log });
  opened.push(proxy);
  return { proxy, told };
}

async function ask(proxy: RunningProxy, times: number): Promise<string> {
  let answers = "";
  for (let each = 0; each < times; each++) answers += await (await fetch(proxy.address.url)).text();
  return answers;
}

const states = (proxy: RunningProxy): string =>
  proxy
    .nodes()
    .map(({ isHealthy }) => (isHealthy ? "+" : "-"))
    .join("");

const upstreamOf = (checks: CompiledChecks, ...ports: readonly number[]): CompiledUpstream =>
  upstreamTo(
    ports.map((port) => node(port)),
    { checks },
  );

test("a node that fails its probes takes no requests until it is well again; if none is well, all do", async () => {
  const [a, b] = [await server("a"), await server("b")];
  const { proxy, told } = await proxyFor(upstreamOf({ active: active() }, a.port, b.port));
  expect(await ask(proxy, 4)).toBe("abab");
  a.status = 500;
  await until(() => states(proxy) === "-+");
  expect(await ask(proxy, 4)).toBe("bbbb");
  b.status = 500;
  await until(() => states(proxy) === "--");
  expect([...(await ask(proxy, 4))].sort().join("")).toBe("aabb");
  a.status = 200;
  await until(() => states(proxy) === "+-");
  expect(await ask(proxy, 4)).toBe("aaaa");
  expect(told).toEqual([
    `upstreams/test: node 127.0.0.1:${a.port} is unhealthy`,
    `upstreams/test: node 127.0.0.1:${b.port} is unhealthy`,
    `upstreams/test: node 127.0.0.1:${a.port} is healthy again`,
  ]);
});

test("a status that stands in neither list says nothing", async () => {
  const a = await server("a");
  a.status = 404;
  const { proxy } = await proxyFor(upstreamOf({ active: active({ httpFailures: 1 }) }, a.port));
  await until(() => a.probes.length > 5);
  expect(states(proxy)).toBe("+");
});

test("what a probe says", async () => {
  const a = await server("a");
  const headers = [
    ["X-Probe", "p"],
    ["Host", "of.the.headers"],
  ] as const;
  const cases = [
    [{}, { path: "/health", host: `127.0.0.1:${a.port}`, header: "" }],
    [
      { path: "/health?x=1", host: "h.example" },
      { path: "/health?x=1", host: "h.example", header: "" },
    ],
    [{ headers }, { path: "/health", host: "of.the.headers", header: "p" }],
  ] as const;
  for (const [more, expected] of cases) {
    a.probes.length = 0;
    const { proxy } = await proxyFor(upstreamOf({ active: active(more) }, a.port));
    await until(() => a.probes.length > 0);
    await proxy.close();
    expect(a.probes[0]).toEqual(expected);
  }
});

const silent: Socket[] = [];

const bare = async (onSocket: (socket: Socket) => void): Promise<number> => {
  const listener = createServer(onSocket);
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  opened.push({
    close: async () => {
      for (const socket of silent.splice(0)) socket.destroy();
      listener.close();
    },
  });
  return (listener.address() as { port: number }).port;
};

describe("what takes a node out", () => {
  const keys = async () => ({
    cert: await readFile(new URL("../tls/first.cert.pem", import.meta.url)),
    key: await readFile(new URL("../tls/first.key.pem", import.meta.url)),
  });
  const secure = async (): Promise<number> => {
    const listener = createHttps(await keys(), (_request, response) => response.end());
    await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
    opened.push({ close: async () => void listener.close() });
    return (listener.address() as { port: number }).port;
  };
  const quiet = (): Promise<number> => bare((socket) => void silent.push(socket));
  const cases: readonly (readonly [string, () => Promise<number>, Partial<CompiledActiveCheck>, string])[] = [
    ["http: nobody listens", freePort, {}, "-"],
    ["http: no answer in time", quiet, { timeout: 0.03 }, "-"],
    ["http: what answers is no HTTP", () => bare((socket) => void socket.end("nonsense\r\n\r\n")), {}, "-"],
    ["http: the connection is closed", () => bare((socket) => void socket.destroy()), {}, "-"],
    ["tcp: nobody listens", freePort, { type: "tcp" }, "-"],
    ["tcp: somebody listens", quiet, { type: "tcp" }, "+"],
    ["https: an unknown authority", secure, { type: "https", host: "localhost" }, "-"],
    ["https: an unknown authority that is not looked at", secure, { type: "https", isVerified: false }, "+"],
    ["https: nobody speaks TLS", async () => (await server("plain")).port, { type: "https" }, "-"],
  ];
  test.each(cases)("%s", async (_name, open, more, expected) => {
    const port = await open();
    // That a node is well shows when another one, which is not, has been found out.
    const ports = expected === "+" ? [port, await freePort()] : [port];
    const { proxy } = await proxyFor(upstreamOf({ active: active(more) }, ...ports));
    await until(() => states(proxy).includes("-"));
    if (expected === "+") await new Promise((resolve) => setTimeout(resolve, 60));
    expect(states(proxy)).toBe(expected === "+" ? "+-" : "-");
  });
});

describe("passive checks", () => {
  const calm = active({ ...noHealing, healthyInterval: 60, unhealthyInterval: 60 });
  const checks: CompiledChecks = { active: calm, passive: { ...rules, successes: 3 } };

  test("answers to requests take a node out, and bring it back when there is no other", async () => {
    const [a, b] = [await server("a"), await server("b")];
    const { proxy } = await proxyFor(upstreamOf(checks, a.port, b.port));
    a.answer = 500;
    expect(await ask(proxy, 6)).toBe("ababbb");
    expect(states(proxy)).toBe("-+");
    b.answer = 500;
    await ask(proxy, 2);
    expect(states(proxy)).toBe("--");
    a.answer = 200;
    b.answer = 404;
    await ask(proxy, 6);
    expect(states(proxy)).toBe("+-");
    expect(await ask(proxy, 3)).toBe("aaa");
  });

  test("broken connections", async () => {
    const [a, broken] = [await server("a"), await bare((socket) => void socket.destroy())];
    const { proxy } = await proxyFor(upstreamOf(checks, broken, a.port));
    expect(await ask(proxy, 1)).toBe("a");
    expect(states(proxy)).toBe("++");
    expect(await ask(proxy, 2)).toBe("aa");
    expect(states(proxy)).toBe("-+");
  });
});

describe("reload", () => {
  test("nodes that stay keep their state, those that go are not probed any more", async () => {
    const [a, b, c] = [await server("a"), await server("b"), await server("c")];
    a.status = 500;
    const { proxy } = await proxyFor(upstreamOf({ active: active() }, a.port, b.port));
    await until(() => states(proxy) === "-+");
    const next = upstreamOf({ active: active() }, a.port, c.port);
    proxy.use(engineFor(next));
    const change = { by: "active", found: "httpFailure", at: expect.any(Number) };
    expect(proxy.nodes()).toEqual([
      { upstream: "upstreams/test", node: `127.0.0.1:${a.port}`, isHealthy: false, change },
      { upstream: "upstreams/test", node: `127.0.0.1:${c.port}`, isHealthy: true },
    ]);
    expect(await ask(proxy, 2)).toBe("cc");
    const before = b.probes.length;
    await until(() => c.probes.length > 5);
    expect(b.probes.length).toBe(before);
    // Other checks: nothing is known yet.
    proxy.use(engineFor(upstreamOf({ active: active({ path: "/health/other" }) }, a.port)));
    expect(states(proxy)).toBe("+");
    proxy.use(forwardTo(next));
    expect(proxy.nodes()).toEqual([]);
  });

  test("after close nothing is probed", async () => {
    const a = await server("a");
    const { proxy } = await proxyFor(upstreamOf({ active: active() }, a.port));
    await until(() => a.probes.length > 2);
    await proxy.close();
    const { length } = a.probes;
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(a.probes.length).toBe(length);
  });
});

test("not more probes at a time than concurrency says", async () => {
  let open = 0;
  let most = 0;
  const ports: number[] = [];
  for (let each = 0; each < 6; each++) {
    const upstream = await startUpstream((_request, response) => {
      most = Math.max(most, ++open);
      setTimeout(() => {
        open--;
        response.end();
      }, 10);
    });
    opened.push(upstream);
    ports.push(upstream.port);
  }
  const { proxy } = await proxyFor(upstreamOf({ active: active({ concurrency: 2 }) }, ...ports));
  await until(() => most > 0 && proxy.nodes().length === 6);
  await new Promise((resolve) => setTimeout(resolve, 120));
  expect(most).toBe(2);
});
