/** Two `serve` processes over one Redis: they share a limit exactly, and refuse or let pass as configured when it is away. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { codeBlocks, readDoc } from "../docs/markdown.ts";
import { startUpstream } from "./artifacts.ts";
import { runInProcess } from "./in-process.ts";
import { hasRedis, type RedisServer, startRedis } from "./redis-server.ts";
import { key, openWorkspace, type Server, type Workspace } from "./rollcall.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

test("the example of docs/limits.md lints and compiles", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "rollcall-limits-"));
  const [example = ""] = codeBlocks(readDoc("docs/limits.md"), "yaml");
  await writeFile(path.join(folder, "limits.yaml"), example);
  const lint = ["lint", "limits.yaml", "--target", "rollcall", "--fail-on", "warning"];
  expect(await runInProcess(folder, lint, {})).toMatchObject({ code: 0 });
  const compile = ["compile", "limits.yaml", "--out", "limits.rca"];
  expect(await runInProcess(folder, compile, { ROLLCALL_KEY: key })).toMatchObject({ code: 0, stderr: "" });
  await rm(folder, { recursive: true });
});

describe.skipIf(!hasRedis)("two processes, one Redis", () => {
  let workspace: Workspace;
  let upstream: Awaited<ReturnType<typeof startUpstream>>;
  let redis: RedisServer;
  let proxies: readonly Server[];

  beforeAll(async () => {
    [redis, workspace, upstream] = await Promise.all([startRedis(), openWorkspace(), startUpstream()]);
    const shared = `policy: redis, redis_host: 127.0.0.1, redis_port: ${redis.port}, redis_password: $env://LIMITS_PASSWORD, redis_timeout: 20000`;
    const nodes = `{ nodes: { "127.0.0.1:${upstream.port}": 1 } }`;
    const route = (id: string, more: string): string =>
      `  - { id: ${id}, uri: /${id}, upstream: ${nodes}, plugins: { limit-count: { count: 120, time_window: 3600, rejected_code: 429, ${shared}${more} } } }\n`;
    await writeFile(
      path.join(workspace.folder, "shared.yaml"),
      `routes:\n${route("shut", "")}${route("open", ", allow_degradation: true")}`,
    );
    proxies = await Promise.all(
      [0, 1].map(() => workspace.serve(["shared.yaml"], { LIMITS_PASSWORD: redis.password })),
    );
  });
  afterAll(async () => {
    await workspace?.close();
    upstream?.close();
    await redis?.kill();
  });

  const statuses = async (name: string, count: number): Promise<Readonly<Record<number, number>>> => {
    const found = await Promise.all(
      Array.from({ length: count }, async (_, index) => {
        const answer = await fetch(`${proxies[index % 2]?.url}/${name}`);
        await answer.arrayBuffer();
        return answer.status;
      }),
    );
    return Object.fromEntries(
      [...new Set(found)].map((status) => [status, found.filter((each) => each === status).length]),
    );
  };

  test("500 requests at once: exactly as many pass as the limit says", async () => {
    expect(await statuses("shut", 500)).toEqual({ 200: 120, 429: 380 });
  });

  test("Redis killed: refused or let pass as configured, told once a process, the password never", async () => {
    await redis.kill();
    const answer = await fetch(`${proxies[0]?.url}/shut`);
    expect([answer.status, await answer.json()]).toEqual([500, { error_msg: "failed to limit count" }]);
    expect(await statuses("shut", 20)).toEqual({ 500: 20 });
    expect(await statuses("open", 20)).toEqual({ 200: 20 });
    for (const proxy of proxies) {
      const told = proxy
        .output()
        .split("\n")
        .filter((line) => line.includes("Redis"));
      expect(told).toEqual([
        expect.stringMatching(
          /^warning: redis 127\.0\.0\.1:\d+\/0: Redis cannot be reached \([\w ]+\); limits that count there fail as they are configured$/,
        ),
      ]);
      expect(proxy.output()).not.toContain(redis.password);
    }
    redis = await startRedis({ port: redis.port });
    await expect.poll(async () => (await statuses("shut", 2))[200], { timeout: 10_000 }).toBe(2);
  });
});
