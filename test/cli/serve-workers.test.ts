/** `rollcall serve --workers`: threads that count and load together, and processes that follow each other without a failed request. */
import { spawn } from "node:child_process";
import { copyFile, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createServer, type Server as HttpServer, request } from "node:http";
import { request as requestTls } from "node:https";
import { type AddressInfo, createServer as createNetServer } from "node:net";
import path from "node:path";
import type { Stream } from "node:stream";
import { connect as connectTls } from "node:tls";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { key, openWorkspace, type Server, type Workspace } from "./rollcall.ts";

const probe = path.resolve(import.meta.dirname, "worker-probe.cjs");
const cli = path.resolve(import.meta.dirname, "../../dist/cli.js");

/** Restarts under load; `npm run proof:restarts` makes more of them. */
const rounds = Number(process.env["RESTART_ROUNDS"] ?? 1);

let workspace: Workspace;
let upstream: HttpServer;
/** Requests that the upstream answers when it is told. */
const held: (() => void)[] = [];
const release = (): void => {
  for (const answer of held.splice(0)) answer();
};
const file = (name: string): string => path.join(workspace.folder, name);

beforeAll(async () => {
  workspace = await openWorkspace();
  upstream = createServer((message, response) => {
    if (message.headers["x-hold"] === "yes") held.push(() => response.end("ok"));
    else response.end("ok");
  });
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
function ask(url: string, isHeld = false): Promise<Answer> {
  return new Promise((resolve) => {
    const fail = (error: NodeJS.ErrnoException): void => resolve({ status: error.code ?? error.message, version: "" });
    const sent = request(url, { agent: false, headers: { "x-hold": isHeld ? "yes" : "no" } }, (response) => {
      response.on("error", fail);
      response.resume().on("end", () => {
        resolve({ status: response.statusCode ?? 0, version: response.headers["x-version"] as string | undefined });
      });
    });
    sent.on("error", fail).end();
  });
}

async function askMany(url: string, count: number): Promise<readonly Answer[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => ask(`${url}/${index}`)));
}

/** None of them is answered by the upstream before all are there or refused. */
async function askAtOnce(url: string, count: number): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  const asked = Array.from({ length: count }, async (_, index) => answers.push(await ask(`${url}/${index}`, true)));
  await until("all requests", () => held.length + answers.length === count);
  release();
  await Promise.all(asked);
  return answers;
}

function tally(answers: readonly Answer[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

async function until<T>(what: string | (() => string), find: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const end = Date.now() + 50_000;
  for (;;) {
    const found = await find();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited in vain for ${typeof what === "string" ? what : what()}`);
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

const timesIn = (server: Server, text: string): number => server.output().split(text).length - 1;
const told = (server: Server, text: string, times = 1): Promise<boolean> =>
  until(
    () => `"${text}" in:\n${server.output()}`,
    () => timesIn(server, text) >= times,
  );

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
      [...["api.yaml", "--workers", "4", "--status-listen", "127.0.0.1:0", "--access-log", "access.log"]],
      { NODE_OPTIONS: `--require=${probe} --max-old-space-size=100`, PROBE_FOLDER: workspace.folder },
    );
  });

  test.each([
    ["fixed", 160, { 200: 100, 429: 60 }],
    ["sliding", 160, { 200: 100, 429: 60 }],
    ["rate", 40, { 200: 20, 429: 20 }],
    ["places", 20, { 200: 5, 429: 15 }],
  ])("count together, exactly: %s", async (route, count, expected) => {
    expect(tally(await askAtOnce(`${server.url}/${route}`, count))).toEqual(expected);
  });

  test.skipIf(process.platform !== "linux")("share as many arenas of memory as they need", async () => {
    const environment = await readFile(`/proc/${await servingProcess(server)}/environ`, "utf8");
    expect(environment.split("\0")).toContain("MALLOC_ARENA_MAX=6");
  });

  test("have taken part, more than one of them", async () => {
    expect(new Set((await served()).values()).size).toBeGreaterThan(1);
  });

  test("tell of all requests, in one place", async () => {
    let metrics = "";
    // Whoever has got an answer finds it counted, without waiting.
    for (let count = 1; count <= 20; count++) {
      await ask(`${server.url}/open/counted/${count}`);
      metrics = await (await fetch(`${statusOf(server)}/-/metrics`)).text();
      expect(metrics).toContain(`rollcall_http_requests_total{route="open",code="200"} ${count}`);
    }
    expect(metrics).toContain('rollcall_http_requests_total{route="sliding",code="200"} 100');
    expect(metrics).toContain('rollcall_http_requests_total{route="fixed",code="429"} 60');
    expect(metrics).toContain("rollcall_forwarded_requests_total 245");
    expect(metrics).toContain("rollcall_active_requests 0");
    const lines = await until("all lines in the access log", async () => {
      const all = (await readFile(file("access.log"), "utf8")).trim().split("\n");
      return all.length === 400 ? all : undefined;
    });
    expect(new Set(lines.map((line) => JSON.parse(line).path)).size).toBe(400);
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
    const asked = [...paths, ...paths.slice(0, 5).map((each) => each.replace("open", "places"))].map((each) =>
      ask(`${server.url}${each}`, true),
    );
    await until("all requests", () => held.length === asked.length);
    await writeFile(file("end.new"), how);
    await rename(file("end.new"), file("end"));
    await told(server, "another one takes its place", before + 1);
    release();
    const all = await Promise.all(asked);
    const answers = all.slice(0, paths.length);
    const dead = await readFile(file("ended"), "utf8");
    const threads = await served();
    expect(answers.map(({ status }) => status)).toEqual(
      paths.map((each) => (threads.get(each) === dead ? "ECONNRESET" : 200)),
    );
    // It may have had those alone that are limited by places.
    expect(all.map(({ status }) => status)).toContain("ECONNRESET");
    expect(server.output()).toContain(cause);
    expect(server.output()).not.toContain("words-of-the-error-41c7");
    // Places of the dead are free again, its locks too.
    expect(tally(await askAtOnce(`${server.url}/places`, 7))).toEqual({ 200: 5, 429: 2 });
    expect(tally(await askMany(`${server.url}/fixed`, 20))).toEqual({ 429: 20 });
  });

  test("a new process takes over, again and again, and no request fails", { timeout: rounds * 60_000 }, async () => {
    let isOver = false;
    const failed: Answer[] = [];
    let count = 0;
    // Else they would take the processors from the process that starts.
    const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 3));
    const call = async (): Promise<void> => {
      while (!isOver) {
        const answer = await ask(`${server.url}/open/load`);
        count++;
        if (answer.status !== 200) failed.push(answer);
        await pause();
      }
    };
    const kept = async (): Promise<void> => {
      while (!isOver) {
        const answer = await fetch(`${server.url}/open/kept`).catch((error: Error) => error);
        const status = answer instanceof Error ? String(answer.cause ?? answer) : answer.status;
        if (!(answer instanceof Error)) await answer.text();
        count++;
        if (status !== 200) failed.push({ status, version: "" });
        await pause();
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
    if (rounds > 1) process.stdout.write(`${count} requests in ${rounds} restarts, ${failed.length} failed\n`);
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
    // Its workers serve a moment before it can be told to end.
    await until(
      "the end of its start",
      () => server.output().lastIndexOf("serving on") > server.output().indexOf("SIGKILL"),
    );
  });

  test("requests under way are finished at the end", async () => {
    const slow = ask(`${server.url}/open/slow`, true);
    await until("the request", () => held.length === 1);
    const stopped = server.stop();
    await told(server, "stopping (SIGTERM)");
    release();
    expect((await slow).status).toBe(200);
    expect(await stopped).toBe(0);
    expect((await ask(`${server.url}/open/late`)).status).toBe("ECONNREFUSED");
  });
});

describe.skipIf(process.platform === "win32")("two workers", () => {
  const adminKey = "admin-key-of-the-workers";
  const certificates = path.resolve(import.meta.dirname, "../proxy/tls");
  let server: Server;
  const install = async (name: string): Promise<void> => {
    await copyFile(path.join(certificates, `${name}.cert.pem`), file("api.crt"));
    await writeFile(file("api.key"), await readFile(path.join(certificates, `${name}.key.pem`)), { mode: 0o600 });
  };
  const shown = (): Promise<string> =>
    new Promise((resolve, reject) => {
      const port = Number(new URL(server.url).port);
      const socket = connectTls({ port, host: "127.0.0.1", rejectUnauthorized: false }, () => {
        resolve(socket.getPeerCertificate().fingerprint256);
        socket.destroy();
      });
      socket.on("error", reject);
    });
  const shownToMany = async (): Promise<ReadonlySet<string>> => {
    const all = await Promise.all(Array.from({ length: 20 }, shown));
    return new Set(all);
  };

  beforeAll(async () => {
    await install("first");
    server = await workspace.serve(
      [
        ...["--workers", "2", "--admin", "127.0.0.1:0", "--state", "state.json"],
        ...["--tls-cert", "api.crt", "--tls-key", "api.key"],
      ],
      { ROLLCALL_ADMIN_KEY: adminKey },
    );
  });

  test("serve by what the Admin API has acknowledged, all of them and at once", async () => {
    const { port } = upstream.address() as AddressInfo;
    for (const status of [201, 202, 203]) {
      const written = await fetch(`${server.admin}/apisix/admin/routes/r`, {
        method: "PUT",
        headers: { "X-API-KEY": adminKey },
        body: JSON.stringify({
          uri: "/r/*",
          upstream: { nodes: { [`127.0.0.1:${port}`]: 1 } },
          plugins: { "response-rewrite": { status_code: status } },
        }),
      });
      expect(written.ok).toBe(true);
      const asked = Array.from({ length: 16 }, () => askTls(`${server.url}/r/${status}`));
      expect(new Set(await Promise.all(asked))).toEqual(new Set([status]));
    }
  });

  test("show a renewed certificate, all of them", async () => {
    const [before] = await shownToMany();
    await install("renewed");
    server.child.kill("SIGHUP");
    await told(server, "certificates loaded again");
    const after = await until("one certificate", async () => {
      const all = await shownToMany();
      return all.size === 1 ? [...all] : undefined;
    });
    expect(after).not.toEqual([before]);
  });

  test("have no successor while the Admin API has the state", async () => {
    server.child.kill("SIGUSR1");
    await told(server, "no new process: with --admin the state belongs to one process at a time");
  });

  test("end by themselves when the supervisor is killed", async () => {
    const serving = await servingProcess(server);
    server.child.kill("SIGKILL");
    await until("the end", () => !isAlive(serving));
    expect(server.output()).toContain("stopping (the supervisor is gone)");
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function askTls(url: string): Promise<number | string> {
  return new Promise((resolve) => {
    const sent = requestTls(url, { agent: false, rejectUnauthorized: false }, (response) =>
      response.resume().on("end", () => resolve(response.statusCode ?? 0)),
    );
    sent.on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message)).end();
  });
}

/** Each is sent in the moment in which the socket is listened on, and a request may have come already. */
describe.skipIf(process.platform === "win32")("signals while serve starts", () => {
  test.each([
    ["SIGTERM", "one process", [], "stopping (SIGTERM)"],
    ["SIGTERM", "a worker's process", ["--workers", "2"], "stopping (SIGTERM)"],
    ["SIGTERM", "the supervisor", ["--workers", "2"], "stopping (SIGTERM)"],
    ["SIGHUP", "one process", [], "loaded again"],
  ] as const)("%s to %s", async (signal, whom, argv, expected) => {
    const pid = whom === "the supervisor" ? "process.ppid" : "process.pid";
    await writeFile(
      file("early.cjs"),
      `const { Server } = require("node:net");
       const { emit } = Server.prototype;
       Server.prototype.emit = function (name, ...more) {
         if (name === "listening") process.kill(${pid}, "${signal}");
         return emit.call(this, name, ...more);
       };`,
    );
    const running = workspace.start(["serve", "api.yaml", "--listen", "127.0.0.1:0", ...argv], {
      NODE_OPTIONS: `--require=${file("early.cjs")}`,
    });
    let output = "";
    running.child.stderr?.on("data", (chunk: Buffer) => {
      const hadCome = output.includes(expected);
      output += chunk.toString();
      // A supervisor would start another process.
      const goesOn = signal === "SIGHUP" || whom === "a worker's process";
      if (goesOn && !hadCome && output.includes(expected)) running.child.kill("SIGTERM");
    });
    const { code, stderr } = await running.ended;
    expect([code, stderr]).toEqual([0, expect.stringContaining(expected)]);
  });
});

describe.skipIf(process.platform === "win32")("a worker that hangs in its start", () => {
  const environment = () => ({
    NODE_OPTIONS: `--require=${path.resolve(import.meta.dirname, "hanging-worker.cjs")}`,
    PROBE_FOLDER: workspace.folder,
  });
  const hung = "it took no requests within 30 s of its start";

  test("is replaced, and holds no reload up", async () => {
    await writeFile(file("api.yaml"), routesWith("first"));
    const server = await workspace.serve(["api.yaml", "--workers", "2"], environment());
    await writeFile(file("hang"), "");
    await writeFile(file("end"), "");
    await told(server, "another one takes its place");
    await until("the worker that hangs", () => readFile(file("hang.found")).catch(() => undefined));
    await writeFile(file("api.yaml"), routesWith("second"));
    server.child.kill("SIGHUP");
    await told(server, "loaded again");
    expect(server.output()).toContain(`worker 3 has ended (${hung}); another one takes its place`);
    const answers = await askMany(`${server.url}/open/second`, 20);
    expect(new Set(answers.map(({ version }) => version))).toEqual(new Set(["second"]));
    await server.stop();
  });

  test("before any other has served, says so", async () => {
    await writeFile(file("hang"), "");
    const { code, stderr } = await workspace.run(
      ["serve", "api.yaml", "--listen", "127.0.0.1:0", "--workers", "2"],
      environment(),
    );
    expect([code, stderr]).toEqual([2, expect.stringMatching(/worker [12] took no requests within 30 s of its start/)]);
  });
});

/** As systemd starts it: the socket is descriptor 3, LISTEN_PID is the process's own number. */
describe.skipIf(process.platform === "win32")("a socket that systemd hands over", () => {
  test.each([
    ["one process", []],
    ["workers", ["--workers", "2"]],
  ])("is served on: %s", async (_, argv) => {
    const socket = createNetServer();
    await new Promise<void>((resolve) => socket.listen(0, "127.0.0.1", resolve));
    const { port } = socket.address() as AddressInfo;
    const child = spawn(
      "/bin/sh",
      [
        "-c",
        'LISTEN_PID=$$ exec "$@"',
        "sh",
        process.execPath,
        cli,
        "serve",
        "api.yaml",
        "--listen",
        "systemd",
        ...argv,
      ],
      {
        cwd: workspace.folder,
        env: { PATH: process.env["PATH"], ROLLCALL_KEY: key, LISTEN_FDS: "1" },
        stdio: ["ignore", "ignore", "pipe", (socket as unknown as { _handle: Stream })._handle],
      },
    );
    // Nothing is taken here: the socket lives on with the process alone.
    socket.close();
    let output = "";
    child.stderr?.on("data", (chunk: Buffer) => (output += chunk.toString()));
    const ended = new Promise((resolve) => child.once("exit", resolve));
    // It waits in the queue of the socket until somebody listens.
    expect((await ask(`http://127.0.0.1:${port}/open/first`)).status).toBe(200);
    await expect.poll(() => output, { timeout: 10_000 }).toContain(`serving on http://127.0.0.1:${port} `);
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
  });

  test("is missed", async () => {
    const { code, stderr } = await workspace.run(["serve", "api.yaml", "--listen", "systemd"], { LISTEN_FDS: "1" });
    expect([code, stderr]).toEqual([2, expect.stringContaining("systemd handed over 0 sockets, and one is expected")]);
  });
});
