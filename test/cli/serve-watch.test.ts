/** What a serving process tells, as its operators meet it: signals, files that fill up, addresses that are refused. */
import { mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createServer, type Server as HttpServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startCollector } from "../watch/collector.ts";
import { runInProcess } from "./in-process.ts";
import { openWorkspace, type Server, type Workspace } from "./rollcall.ts";

let workspace: Workspace;
let upstream: HttpServer;
const file = (name: string): string => path.join(workspace.folder, name);
const statusOf = (server: Server): string => /status on (\S+)/.exec(server.output())?.[1] ?? "";

beforeAll(async () => {
  workspace = await openWorkspace();
  upstream = createServer((message, response) =>
    setTimeout(() => response.end("ok"), message.url === "/slow" ? 700 : 0),
  );
  await new Promise<void>((resolve) => upstream.listen(0, "127.0.0.1", resolve));
  const { port } = upstream.address() as AddressInfo;
  await writeFile(
    file("open.yaml"),
    `routes: [{ id: open, uri: /*, upstream: { nodes: { "127.0.0.1:${port}": 1 } } }]\n`,
  );
});
afterAll(async () => {
  await workspace.close();
  upstream.closeAllConnections();
  upstream.close();
});

describe.skipIf(process.platform === "win32")("a process", () => {
  test("SIGUSR2 opens the access log again: no line is lost; ready says so while it drains; spans are sent to the last", async () => {
    const collector = await startCollector();
    const running = await workspace.serve(
      ["open.yaml", "--access-log", "access.log", "--status-listen", "127.0.0.1:0"],
      { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_EXPORTER_OTLP_HEADERS: "api-key=collector-key-55aa" },
    );
    const status = statusOf(running);
    const ask = async (count: number, name: string): Promise<void> => {
      for (let index = 0; index < count; index++) await (await fetch(`${running.url}/${name}/${index}`)).text();
    };
    await ask(20, "before");
    await linesOf(file("access.log"), 1);
    await rename(file("access.log"), file("access.log.1"));
    const during = ask(60, "during");
    running.child.kill("SIGUSR2");
    await during;
    await linesOf(file("access.log"), 1);
    await ask(20, "after");
    expect([(await fetch(`${status}/-/ready`)).status, await textOf(`${status}/-/ready`)]).toEqual([200, "ready\n"]);

    const slow = fetch(`${running.url}/slow`).then((response) => response.text());
    await untilActive(status);
    running.child.kill("SIGTERM");
    await until(() => running.output().includes("stopping"));
    const draining = await fetch(`${status}/-/ready`);
    expect([draining.status, await draining.text()]).toEqual([503, "draining\n"]);
    expect((await fetch(`${status}/-/health`)).status).toBe(200);
    expect(await slow).toBe("ok");
    expect(await running.stop()).toBe(0);

    // What waited is sent before the process ends.
    await collector.close();
    expect(collector.faults).toEqual([]);
    expect(collector.spans).toHaveLength(2 * 101);
    expect(running.output()).not.toContain("collector-key-55aa");

    const [old, now] = [await linesOf(file("access.log.1"), 0), await linesOf(file("access.log"), 0)];
    const names = (name: string, count: number) => Array.from({ length: count }, (_, index) => `/${name}/${index}`);
    expect([...old, ...now]).toEqual([...names("before", 20), ...names("during", 60), ...names("after", 20), "/slow"]);
    expect(now).toEqual(expect.arrayContaining(names("after", 20)));
    expect(old[0]).toBe("/before/0");
  });

  test("questions about a request use up nothing of the limit that it is under", async () => {
    const limited = (await readFile(file("open.yaml"), "utf8")).replace(
      "uri: /*",
      "uri: /*, plugins: { limit-count: { count: 2, time_window: 600 } }",
    );
    await writeFile(file("limited.yaml"), limited);
    const server = await workspace.serve(["limited.yaml", "--status-listen", "127.0.0.1:0"]);
    const verdicts: string[] = [];
    for (let index = 0; index < 5; index++) {
      const asked = await fetch(`${statusOf(server)}/-/explain?url=/a`, { method: "POST" });
      verdicts.push(((await asked.json()) as { verdict: string }).verdict);
    }
    expect(verdicts).toEqual(Array(5).fill("forwarded"));
    const statuses: number[] = [];
    for (let index = 0; index < 3; index++) statuses.push((await fetch(`${server.url}/a`)).status);
    expect(statuses).toEqual([200, 200, 503]);
    expect(await textOf(`${statusOf(server)}/-/metrics`)).toContain(
      'rollcall_http_requests_total{route="open",code="200"} 2',
    );
    expect(await server.stop()).toBe(0);
  });

  test("a full disk costs lines, which are counted, and no request", async () => {
    const server = await workspace.serve(["open.yaml", "--access-log", "/dev/full", "--status-listen", "127.0.0.1:0"]);
    // Lines of 8 kB fill what may wait.
    const answers = await Promise.all(Array.from({ length: 20 }, () => pipelined(server.url, "x".repeat(8_000), 80)));
    expect(answers).toEqual(answers.map(() => 80));
    expect(server.output().match(/cannot be written \(ENOSPC\)/g)).toHaveLength(1);
    const metrics = await textOf(`${statusOf(server)}/-/metrics`);
    const dropped = Number(/^rollcall_access_log_dropped_total (\d+)$/m.exec(metrics)?.[1]);
    expect(dropped).toBeGreaterThan(10);
    expect(dropped).toBeLessThan(1_600);
    expect(metrics).toContain('rollcall_http_requests_total{route="open",code="200"} 1600');
    expect(await server.stop()).toBe(0);
  });
});

test("health checks of a file: nodes are taken out, and metrics, /-/config and the log say so, over a reload too", async () => {
  const { port } = upstream.address() as AddressInfo;
  const checked = (more: string): Promise<void> =>
    writeFile(
      file("checked.yaml"),
      `upstreams:
  - id: u
    nodes: { "127.0.0.1:${port}": 1, "localhost:1": 1 }
    checks: { active: { type: tcp, unhealthy: { tcp_failures: 1 } } }
routes: [{ id: checked, uri: /*, upstream_id: u${more} }]
`,
    );
  await checked("");
  const server = await workspace.serve(["checked.yaml", "--status-listen", "127.0.0.1:0"]);
  const health = async (): Promise<readonly string[]> =>
    [...(await textOf(`${statusOf(server)}/-/metrics`)).matchAll(/^rollcall_upstream_healthy\{(.*)\} (.)$/gm)].map(
      ([, labels, value]) => `${labels} ${value}`,
    );
  const expected = [`upstream="upstreams/u",node="127.0.0.1:${port}" 1`, 'upstream="upstreams/u",node="localhost:1" 0'];
  await until(() => server.output().includes("upstreams/u: node localhost:1 is unhealthy"));
  expect(await health()).toEqual(expected);
  await checked(", priority: 1");
  server.child.kill("SIGHUP");
  await until(() => server.output().includes("loaded"));
  expect(await health()).toEqual(expected);
  expect(JSON.parse(await textOf(`${statusOf(server)}/-/config`)).nodes).toEqual([
    { upstream: "upstreams/u", node: `127.0.0.1:${port}`, healthy: true },
    {
      ...{ upstream: "upstreams/u", node: "localhost:1", healthy: false },
      ...{ since: expect.stringMatching(/^\d{4}-.*Z$/), by: "active", found: "tcpFailure" },
    },
  ]);
  expect(server.output().match(/unhealthy/g)).toHaveLength(1);
  expect(await server.stop()).toBe(0);
});

describe("what serve does not start with", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "rollcall-watch-"));
    await writeFile(path.join(folder, "open.yaml"), "routes: []\n");
    await writeFile(path.join(folder, "short"), "0123456789\n");
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each([
    [
      "an address of others without a token",
      ["--status-listen", "0.0.0.0:0"],
      {},
      "other machines can reach this address",
    ],
    ["all of IPv6", ["--status-listen", "[::]:0"], {}, "--status-token-file"],
    ["a short token", ["--status-listen", "0.0.0.0:0", "--status-token-file", "short"], {}, "it must have at least 16"],
    [
      "a short token in the environment",
      ["--status-listen", "0.0.0.0:0"],
      { ROLLCALL_STATUS_TOKEN: "0123456789" },
      "has 10",
    ],
    [
      "a token file that is not there",
      ["--status-listen", "127.0.0.1:0", "--status-token-file", "absent"],
      {},
      "absent",
    ],
    ["a token for nothing", ["--status-token-file", "short"], {}, "add --status-listen HOST:PORT"],
    ["consumers for nothing", ["--metrics-consumers", "5"], {}, "--metrics-consumers is for the status listener"],
    ["PROXY protocol of nobody", ["--proxy-protocol"], {}, "--proxy-protocol needs --trusted-proxy"],
    ["no connections", ["--max-connections", "0"], {}, "a whole number from 1 to 999999999 is expected"],
    ["no number", ["--max-upstream-requests", "many"], {}, "a whole number from 1 to 999999999 is expected"],
    ["no address", ["--status-listen", "9090"], {}, "an address is HOST:PORT"],
    ["a log in no folder", ["--access-log", "absent/access.log"], {}, "cannot be written (ENOENT)"],
  ])("%s", async (_name, more, environment, told) => {
    const argv = ["serve", "open.yaml", "--listen", "127.0.0.1:0", ...more];
    const { code, stderr, stdout } = await runInProcess(folder, argv, environment);
    expect(stderr + stdout).toContain(told);
    expect(stderr + stdout).not.toContain("0123456789");
    expect(code).toBe(2);
  });

  const tls = ["--admin-tls-cert", "c.pem", "--admin-tls-key", "k.pem"];
  const admin = ["--admin", "127.0.0.1:0", "--state", "state"];
  test.each([
    ["an Admin API's certificate without its key", [...admin, ...tls.slice(0, 2)], "belong together"],
    ["an authority without a certificate", [...admin, "--admin-client-ca", "c.pem"], "--admin-client-ca needs"],
    ["no rate", [...admin, "--admin-rate", "0"], "from 1 to 999999"],
    ["an Admin API for others in clear", ["--admin", "0.0.0.0:0", "--state", "state"], "Give it --admin-tls-cert"],
    ["TLS for no Admin API", ["open.yaml", ...tls], "are for the Admin API; add --admin"],
  ])("%s", async (_name, argv, told) => {
    const { code, stderr } = await runInProcess(folder, ["serve", "--listen", "127.0.0.1:0", ...argv]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(told)]);
  });
});

/** Asks so many times on one connection, and counts the answers with status 200. */
function pipelined(url: string, path: string, count: number): Promise<number> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let text = "";
    socket.setEncoding("latin1").on("data", (chunk: string) => (text += chunk));
    socket.on("error", reject).on("close", () => resolve(text.split("HTTP/1.1 200 ").length - 1));
    const one = (more: string) => `GET /${path} HTTP/1.1\r\nHost: a.example\r\n${more}\r\n`;
    socket.write(one("").repeat(count - 1) + one("Connection: close\r\n"));
  });
}

async function textOf(url: string): Promise<string> {
  return (await fetch(url)).text();
}

/** The paths in an access log, once there are so many. */
async function linesOf(name: string, least: number): Promise<readonly string[]> {
  for (;;) {
    const text = await readFile(name, "utf8").catch(() => "");
    const lines = text.split("\n").slice(0, -1);
    if (lines.length >= least) return lines.map((line) => JSON.parse(line).path as string);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function untilActive(status: string): Promise<void> {
  while (!(await textOf(`${status}/-/metrics`)).includes("rollcall_active_requests 1")) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5));
}
