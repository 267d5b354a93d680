/** `rollcall serve --workers`: threads that count and load together, and processes that follow each other without a failed request. */
import { type ChildProcess, spawn } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import { createServer, request, type Server as HttpServer } from "node:http";
import { type AddressInfo, createServer as createNetServer } from "node:net";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorkspace, type Server, type Workspace } from "./rollcall.ts";

const probe = path.resolve(import.meta.dirname, "worker-probe.cjs");
const cli = path.resolve(import.meta.dirname, "../../dist/cli.js");

/** Restarts under load; `npm run proof:restarts` makes more of them. */
const rounds = Number(process.env["RESTART_ROUNDS"] ?? 2);

let workspace: Workspace;
let upstream: HttpServer;
const file = (name: string): string => path.join(workspace.folder, name);

beforeAll(async () => {
  workspace = await openWorkspace();
  upstream = createServer((message, response) => setTimeout(() => response.end("ok"), Number(message.headers["x-wait"])));
  await new Promise<void>((resolve) => upstream.listen(0, "127.0.0.1", resolve));
  await writeFile(file("api.yaml"), routesWith("first"));
});
afterAll(async () => {
  await workspace.close();
  upstream.closeAllConnections();
  upstream.close();
});

function routesWith(version: string): string {
  const { port } = upstream.address() as AddressInfo;
  const route = (id: string, plugins: string): string =>
    `  - { id: ${id}, uri: /${id}/*, upstream: { nodes: { "127.0.0.1:${port}": 1 } }, plugins: { ${plugins} } }\n`;
  const limit = "count: 100, time_window: 600, rejected_code: 429, key: remote_addr";
  return [
    "routes:\n",
    route("open", `response-rewrite: { headers: { set: { X-Version: ${version} } } }`),
    route("fixed", `limit-count: { ${limit} }`),
    route("sliding", `limit-count: { ${limit}, window_type: sliding }`),
    route("rate", "limit-req: { rate: 0.001, burst: 19, rejected_code: 429, key: remote_addr, nodelay: true }"),
    route("places", "limit-conn: { conn: 5, burst: 0, default_conn_delay: 1, rejected_code: 429, key: remote_addr }"),
  ].join("");
}

interface Answer {
  /** Or the code of what failed. */
  readonly status: number | string;
  readonly version: string | undefined;
}

/** Over a connection of its own. */
function ask(url: string, wait = 0): Promise<Answer> {
  return new Promise((resolve) => {
    const fail = (error: NodeJS.ErrnoException): void => resolve({ status: error.code ?? error.message, version: "" });
    const sent = request(url, { agent: false, headers: { "x-wait": wait } }, (response) => {
      response.on("error", fail);
      response.resume().on("end", () => {
        resolve({ status: response.statusCode ?? 0, version: response.headers["x-version"] as string | undefined });
      });
    });
    sent.on("error", fail).end();
  });
}

async function askMany(url: string, count: number, wait = 0): Promise<readonly Answer[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => ask(`${url}/${index}`, wait)));
}

function tally(answers: readonly Answer[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

async function until<T>(what: string, find: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const end = Date.now() + 30_000;
  for (;;) {
    const found = await find();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

const timesIn = (server: Server, text: string): number => server.output().split(text).length - 1;
const told = (server: Server, text: string, times = 1): Promise<boolean> =>
  until(`"${text}" in:\n${server.output()}`, () => timesIn(server, text) >= times);

/** Which thread got which request. */
async function served(): Promise<ReadonlyMap<string, string>> {
  const lines = (await readFile(file("served"), "utf8")).trim().split("\n");
  return new Map(lines.map((line) => line.split(" ", 2).reverse() as [string, string]));
}

const statusOf = (server: Server): string => /status on (\S+)/.exec(server.output())?.[1] ?? "";

function servingProcess({ child }: Server): Promise<number> {
  return until("the serving process", async () => {
    const children = await readFile(`/proc/${child.pid}/task/${child.pid}/children`, "utf8");
    return Number(children.trim().split(" ")[0]);
  });
}

describe.skipIf(process.platform === "win32")("four workers", () => {
  let server: Server;
  beforeAll(async () => {
    server = await workspace.serve(
      [
        ...["api.yaml", "--workers", "4", "--status-listen", "127.0.0.1:0", "--access-log", "access.log"],
      ],
      { NODE_OPTIONS: `--require=${probe} --max-old-space-size=150`, PROBE_FOLDER: workspace.folder },
    );
  });

  test.each([
    ["fixed", 0, 160, { 200: 100, 429: 60 }],
    ["sliding", 0, 160, { 200: 100, 429: 60 }],
    ["rate", 0, 40, { 200: 20, 429: 20 }],
    ["places", 1500, 20, { 200: 5, 429: 15 }],
  ])("count together, exactly: %s", async (route, wait, count, expected) => {
    expect(tally(await askMany(`${server.url}/${route}`, count, wait))).toEqual(expected);
  });

  test("have taken part, more than one of them", async () => {
    expect(new Set((await served()).values()).size).toBeGreaterThan(1);
  });

  test("tell of all requests, in one place", async () => {
    const metrics = await until("all requests in the metrics", async () => {
      const text = await (await fetch(`${statusOf(server)}/-/metrics`)).text();
      return text.includes('route="sliding",code="200"} 100') && text;
    });
    expect(metrics).toContain('rollcall_http_requests_total{route="fixed",code="429"} 60');
    expect(metrics).toContain("rollcall_forwarded_requests_total 225");
    expect(metrics).toContain("rollcall_active_requests 0");
    const lines = await until("all lines in the access log", async () => {
      const all = (await readFile(file("access.log"), "utf8")).trim().split("\n");
      return all.length === 380 && all;
    });
    expect(new Set(lines.map((line) => JSON.parse(line).path)).size).toBe(380);
  });

  test("have all loaded what is told as loaded", async () => {
    await writeFile(file("api.yaml"), routesWith("second"));
    server.child.kill("SIGHUP");
    await told(server, "loaded again");
    const answers = await askMany(`${server.url}/open/second`, 60);
    expect(new Set(answers.map(({ version }) => version))).toEqual(new Set(["second"]));
  });

  test.each([
    ["error", "(TypeError at "],
    ["exit", "has ended; another one"],
    ["memory", "(ERR_WORKER_OUT_OF_MEMORY)"],
  ])("one that dies takes its own requests with it, and no others: %s", async (how, cause) => {
    const before = timesIn(server, "another one takes its place");
    await rm(file("ended"), { force: true });
    const paths = Array.from({ length: 24 }, (_, index) => `/open/${how}/${index}`);
    const asked = paths.map((each) => ask(`${server.url}${each}`, 4000));
    const places = askMany(`${server.url}/places/${how}`, 5, 4000);
    await until("all requests", async () => (await served()).has(`/open/${how}/23`) && (await served()).size >= 29);
    await until("each of them", async () => {
      const known = await served();
      return paths.every((each) => known.has(each));
    });
    await writeFile(file("end"), how);
    const answers = await Promise.all(asked);
    await places;
    const dead = await readFile(file("ended"), "utf8");
    const threads = await served();
    expect(answers.map(({ status }) => status)).toEqual(
      paths.map((each) => (threads.get(each) === dead ? "ECONNRESET" : 200)),
    );
    await told(server, "another one takes its place", before + 1);
    expect(server.output()).toContain(cause);
    expect(server.output()).not.toContain("words-of-the-error-41c7");
    // Places of the dead are free again, its locks too.
    expect(tally(await askMany(`${server.url}/places`, 5, 50))).toEqual({ 200: 5 });
    expect(tally(await askMany(`${server.url}/fixed`, 20))).toEqual({ 429: 20 });
  });

  test("a new process takes over, again and again, and no request fails", async () => {
    let isOver = false;
    const failed: Answer[] = [];
    let count = 0;
    const call = async (): Promise<void> => {
      while (!isOver) {
        const answer = await ask(`${server.url}/open/load`);
        count++;
        if (answer.status !== 200) failed.push(answer);
      }
    };
    const kept = async (): Promise<void> => {
      while (!isOver) {
        const answer = await fetch(`${server.url}/open/kept`, { headers: { "x-wait": "0" } }).catch((error: Error) => error);
        const status = answer instanceof Error ? String(answer.cause ?? answer) : answer.status;
        if (!(answer instanceof Error)) await answer.text();
        count++;
        if (status !== 200) failed.push({ status, version: "" });
      }
    };
    const callers = [call(), call(), call(), call(), kept(), kept()];
    for (let round = 1; round <= rounds; round++) {
      const before = await servingProcess(server);
      server.child.kill("SIGUSR1");
      await told(server, `${before} finishes its requests and ends`);
      await until("the end of the process before", async () => (await servingProcess(server)) !== before);
    }
    isOver = true;
    await Promise.all(callers);
    if (rounds > 2) process.stdout.write(`${count} requests in ${rounds} restarts, ${failed.length} failed\n`);
    expect(failed).toEqual([]);
    expect(count).toBeGreaterThan(50);
  });

  test("a process that cannot begin leaves the one before in place", async () => {
    await writeFile(file("api.yaml"), "routes: [{ id: 7 }]\n");
    server.child.kill("SIGUSR1");
    await told(server, "the new process did not begin to serve (exit code 1); the one before goes on");
    await writeFile(file("api.yaml"), routesWith("third"));
    expect(tally(await askMany(`${server.url}/open/still`, 10))).toEqual({ 200: 10 });
  });

  test("a process that is killed is replaced; who comes meanwhile waits", async () => {
    const before = await servingProcess(server);
    process.kill(before, "SIGKILL");
    await told(server, "the serving process has ended (SIGKILL)");
    const answers = await askMany(`${server.url}/open/killed`, 10);
    expect(tally(answers)).toEqual({ 200: 10 });
    expect(answers[0]?.version).toBe("third");
    expect(await servingProcess(server)).not.toBe(before);
  });

  test("requests under way are finished at the end", async () => {
    const slow = ask(`${server.url}/open/slow`, 1000);
    await until("the request", async () => (await served()).has("/open/slow"));
    expect(await server.stop()).toBe(0);
    expect((await slow).status).toBe(200);
    expect((await ask(`${server.url}/open/late`)).status).toBe("ECONNREFUSED");
  });
});
