/** docs/failures.md, row by row: what a client reads and what the log says when an upstream or the machine fails. */

import { spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, connect as open, type Socket } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { describe, expect, test } from "vitest";
import type { ProxyEvent } from "../../src/proxy/contract.ts";
import { startProxy } from "../../src/proxy/start-proxy.ts";
import { readDoc } from "../docs/markdown.ts";
import { openCase } from "../engine/case-file.ts";
import { freePort } from "../free-port.ts";
import { forwardTo, node, rawExchange, until, upstreamTo } from "./harness.ts";

interface Scenario {
  /** What the upstream does with a connection; a number: the port that is no upstream; "none": no node at all. */
  readonly upstream: ((socket: Socket) => void) | "dead" | "none" | "deaf";
  /** Bytes of the request's body; more than 16 KiB are streamed. */
  readonly body?: number;
  readonly timeout?: Partial<Record<"connect" | "send" | "read", number>>;
  /** Asked before. */
  readonly isSecond?: boolean;
}

const head = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n";

/** Does it when the head of a request has come. */
const onRequest = (act: (socket: Socket) => void) => (socket: Socket) => void socket.once("data", () => act(socket));

const scenarios: Readonly<Record<string, Scenario>> = {
  "nobody listens": { upstream: "dead" },
  "no node to send to": { upstream: "none" },
  "the connection takes longer than `timeout.connect`": { upstream: "deaf", timeout: { connect: 0.3 } },
  "no answer within `timeout.read`": { upstream: onRequest(() => undefined), timeout: { read: 0.6 } },
  "no answer within `timeout.read` after a large body": {
    upstream: (socket) => socket.resume(),
    body: 100_000,
    timeout: { read: 0.6 },
  },
  "a large body is not taken within `timeout.send`": {
    upstream: (socket) => socket.pause(),
    body: 20_000_000,
    timeout: { send: 0.6 },
  },
  "the answer stalls for `timeout.read`": {
    upstream: onRequest((socket) => socket.write(`${head}part`)),
    timeout: { read: 0.6 },
  },
  "the connection is closed before the answer": { upstream: onRequest((socket) => socket.destroy()) },
  "the connection is reset before the answer": { upstream: onRequest((socket) => socket.resetAndDestroy()) },
  "the answer is closed half-way": {
    upstream: onRequest((socket) => socket.write(`${head}part`, () => setTimeout(() => socket.destroy(), 20))),
  },
  "the answer is reset half-way": {
    upstream: onRequest((socket) => socket.write(`${head}part`, () => setTimeout(() => socket.resetAndDestroy(), 100))),
  },
  "the upstream ends its side without an answer": { upstream: onRequest((socket) => socket.end()) },
  "the upstream answers before it has read the body": {
    upstream: onRequest((socket) => socket.pause().write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nearly")),
    body: 20_000_000,
  },
  "the upstream closes a connection while it is idle": {
    upstream: onRequest((socket) => socket.end("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecond")),
    isSecond: true,
  },
  "the answer is no HTTP": { upstream: onRequest((socket) => socket.end("nonsense\r\n\r\n")) },
  "the answer has an unknown transfer-encoding": {
    upstream: onRequest((socket) =>
      socket.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"),
    ),
  },
  "the answer has two lengths": {
    upstream: onRequest((socket) =>
      socket.write("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"),
    ),
  },
};

/** The rows of the first or second table, without head and rule. */
function rows(index: number): readonly (readonly string[])[] {
  const tables = readDoc("docs/failures.md").match(/(?:^\|.*\n)+/gm) ?? [];
  return (tables[index] ?? "")
    .trim()
    .split("\n")
    .slice(2)
    .map((line) => line.split(" | ").map((cell) => cell.replace(/^\| | \|$/g, "")));
}

describe("upstreams", () => {
  test("the table has a row for each scenario", () => {
    expect(rows(0).map(([name]) => name)).toEqual(Object.keys(scenarios));
  });

  test.concurrent.each(rows(0).map((row) => [row[0] ?? "", row] as const))("%s", async (name, row) => {
    const scenario = scenarios[name];
    if (scenario === undefined) throw new Error("no scenario");
    expect(await play(scenario)).toEqual([row[1], row[2], row[3]?.replaceAll("`", "").replace(/^-$/, "")]);
  });
});

/** Status, what the client reads and the reason, as the table tells them. */
async function play(scenario: Scenario): Promise<readonly (string | undefined)[]> {
  const { port, close } = await startUpstream(scenario.upstream);
  const events: ProxyEvent[] = [];
  const timeout = { connect: 2, send: 5, read: 5, ...scenario.timeout };
  const proxy = await startProxy({
    listen: { host: "127.0.0.1", port: 0 },
    engine: forwardTo(upstreamTo(scenario.upstream === "none" ? [] : [node(port)], { timeout })),
    log: (event) => events.push(event),
  });
  const { body = 0 } = scenario;
  const request = `POST / HTTP/1.1\r\nHost: h\r\nContent-Length: ${body}\r\n\r\n`;
  const whole = /^HTTP\/1\.1 ([0-9]{3}) [\s\S]*?Content-Length: ([0-9]+)\r\n[\s\S]*?\r\n\r\n([\s\S]*)$/;
  const isWhole = (text: string): boolean => {
    const [, , length, rest] = whole.exec(text) ?? [];
    return rest?.length === Number(length);
  };
  if (scenario.isSecond) {
    await rawExchange(proxy.address.port, request, isWhole);
    await until(() => events.length === 1);
    events.length = 0;
  }
  const socket = open(proxy.address.port, "127.0.0.1");
  let text = "";
  socket.on("error", () => undefined).on("data", (chunk) => (text += chunk.toString("latin1")));
  socket.write(request);
  if (body > 0) socket.write(Buffer.alloc(body));
  await until(() => isWhole(text) || socket.destroyed, 5_000);
  const wasWhole = isWhole(text);
  socket.destroy();
  await until(() => events.length === 1);
  await Promise.all([proxy.close({ graceMs: 50 }), close()]);
  const [, status, , content = ""] = whole.exec(text) ?? [];
  const told = content.startsWith("{") ? (JSON.parse(content) as { readonly error_msg: string }).error_msg : content;
  const [event] = events;
  return [status, wasWhole ? told : "cut", event?.kind === "access" ? event.reason : undefined];
}

async function startUpstream(kind: Scenario["upstream"]): Promise<{ readonly port: number; close(): Promise<void> }> {
  if (kind === "dead" || kind === "none") return { port: await freePort(), close: async () => undefined };
  if (kind === "deaf") return startDeaf();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    kind(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : 0,
    async close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Listens and never accepts; what may wait is full, so that the kernel drops further connections. */
async function startDeaf(): Promise<{ readonly port: number; close(): Promise<void> }> {
  const code = `const { parentPort } = require("node:worker_threads");
    const server = require("node:net").createServer().listen({ port: 0, host: "127.0.0.1", backlog: 1 }, () => {
      parentPort.postMessage(server.address().port);
      setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
    });`;
  const worker = new Worker(code, { eval: true });
  const port = await new Promise<number>((resolve) => worker.once("message", resolve));
  await new Promise((resolve) => setTimeout(resolve, 100));
  const waiting = Array.from({ length: 8 }, () => open(port, "127.0.0.1").on("error", () => undefined));
  await new Promise((resolve) => setTimeout(resolve, 100));
  return {
    port,
    async close() {
      for (const socket of waiting) socket.destroy();
      await worker.terminate();
    },
  };
}

describe("the machine", () => {
  const machine: Readonly<Record<string, () => Promise<void>>> = {
    "no file descriptors are left": withoutDescriptors,
    "the disk is full under the access log": withFullDisk,
    "the clock is set forward": () => withClock(3_600_000, [401, 200]),
    "the clock is set back": () => withClock(-3_600_000, [200, 503]),
  };

  /** In test/admin/durability.test.ts. */
  const ofTheAdminApi = [
    "the disk is full under the Admin API's state",
    "the process is killed while the Admin API writes",
  ];

  test("the table has a row for each", () => {
    const names = rows(1).map(([name]) => name ?? "");
    expect(names.sort()).toEqual([...Object.keys(machine), ...ofTheAdminApi].sort());
  });

  test.skipIf(process.platform !== "linux").each(Object.entries(machine))("%s", (_name, run) => run());
});

async function serving(shell: string, body: (url: string, told: () => string) => Promise<void>): Promise<void> {
  const upstream = await startUpstream((socket) =>
    socket.on("data", () => socket.write("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfine")),
  );
  const cli = path.resolve(import.meta.dirname, "../../dist/cli.js");
  const nodes = `{ "127.0.0.1:${upstream.port}": 1 }`;
  const checks = "{ active: { type: tcp, unhealthy: { tcp_failures: 1 } } }";
  const config = `routes: [{ id: r, uri: "/*", upstream: { nodes: ${nodes}, checks: ${checks} } }]\n`;
  const folder = await mkdtemp(path.join(tmpdir(), "rollcall-faults-"));
  await writeFile(path.join(folder, "open.yaml"), config);
  const child = spawn("sh", ["-c", shell, "sh", process.execPath, cli], {
    cwd: folder,
    env: { PATH: process.env["PATH"], ROLLCALL_KEY: "07".repeat(32) },
    stdio: ["ignore", "inherit", "pipe"],
  });
  let told = "";
  child.stderr?.on("data", (chunk) => (told += chunk));
  try {
    await until(() => /serving on \S+/.test(told), 20_000);
    await body(/serving on (\S+)/.exec(told)?.[1] ?? "", () => told);
  } finally {
    child.kill("SIGKILL");
    await rm(folder, { recursive: true });
    await upstream.close();
  }
}

const get = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";
const isFine = (text: string): boolean => text.endsWith("fine");

function withoutDescriptors(): Promise<void> {
  return serving('ulimit -n 80; exec "$1" "$2" serve open.yaml --listen 127.0.0.1:0', async (url, told) => {
    const port = Number(new URL(url).port);
    const early = open(port, "127.0.0.1");
    let text = "";
    early.on("data", (chunk) => (text += chunk)).write(get);
    await until(() => isFine(text));
    const many = Array.from({ length: 150 }, () => open(port, "127.0.0.1").on("error", () => undefined));
    await until(() => many.filter((socket) => socket.destroyed).length > 50, 10_000);
    text = "";
    early.write(get);
    await until(() => isFine(text));
    // Long enough for a probe.
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    early.destroy();
    const late = await rawExchange(port, get, (all) => /error_msg|fine/.test(all));
    expect(late.text).toMatch(/^$|^HTTP\/1\.1 (?:502|200) /);
    expect(told()).not.toContain("unhealthy");
    for (const socket of many) socket.destroy();
    let last = "";
    for (let tries = 0; tries < 50 && !isFine(last); tries++)
      last = (await rawExchange(port, get, (all) => /error_msg|fine/.test(all))).text;
    expect(last).toMatch(/^HTTP\/1\.1 200 [\s\S]*fine$/);
  });
}

function withFullDisk(): Promise<void> {
  return serving('exec "$1" "$2" serve open.yaml --listen 127.0.0.1:0 --access-log /dev/full', async (url, told) => {
    for (let index = 0; index < 3; index++) expect(await (await fetch(url)).text()).toBe("fine");
    await until(() => told().includes("the access log cannot be written"));
    expect(told().match(/the access log cannot be written \(ENOSPC\); lines wait/g)).toHaveLength(1);
    expect(await (await fetch(url)).text()).toBe("fine");
  });
}

/** The statuses of a call with a token, and of one whose limit is used up, after the clock has moved by so many milliseconds. */
async function withClock(step: number, expected: readonly number[]): Promise<void> {
  const secret = "a-secret-of-more-than-thirty-two-bytes";
  const upstream = await startUpstream((socket) =>
    socket.on("data", () => socket.write("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfine")),
  );
  const nodes = { nodes: { [`127.0.0.1:${upstream.port}`]: 1 } };
  const limit = { count: 1, time_window: 600, key: "remote_addr", key_type: "var" };
  const { engine, clock } = openCase({
    name: "clock",
    start: "2026-08-01T00:00:00Z",
    config: {
      consumers: [{ username: "jane", credentials: [{ name: "k", plugins: { "jwt-auth": { key: "jane", secret } } }] }],
      routes: [
        { id: "token", uri: "/token", plugins: { "jwt-auth": {} }, upstream: nodes },
        { id: "limit", uri: "/limit", plugins: { "limit-count": limit }, upstream: nodes },
      ],
    },
    requests: [],
  });
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const text = `${part({ alg: "HS256", typ: "JWT" })}.${part({ key: "jane", exp: clock.now / 1000 + 600 })}`;
  const authorization = `Bearer ${text}.${createHmac("sha256", secret).update(text).digest("base64url")}`;
  const proxy = await startProxy({ listen: { host: "127.0.0.1", port: 0 }, engine });
  const status = async (where: string): Promise<number> => {
    const answer = await fetch(proxy.address.url + where, { headers: { authorization } });
    if (answer.status === 401) expect(await answer.json()).toEqual({ message: "failed to verify jwt" });
    else await answer.arrayBuffer();
    return answer.status;
  };
  expect([await status("/token"), await status("/limit"), await status("/limit")]).toEqual([200, 200, 503]);
  clock.now += step;
  expect([await status("/token"), await status("/limit")]).toEqual(expected);
  clock.now -= step;
  expect(await status("/token")).toBe(200);
  await proxy.close({ graceMs: 50 });
  await upstream.close();
}
