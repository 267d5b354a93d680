/** Limits that count at the master that a real Redis Sentinel names. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createRemoteCounters, type RemoteCounters } from "../../../src/proxy/redis/remote-counters.ts";
import { hasRedis, type RedisServer, startRedis } from "../../cli/redis-server.ts";
import { freePort } from "../../free-port.ts";

vi.setConfig({ testTimeout: 20_000, hookTimeout: 20_000 });

describe.skipIf(!hasRedis)("Redis Sentinel", () => {
  let master: RedisServer;
  let replica: RedisServer;
  let sentinel: ChildProcess;
  let sentinelPort: number;
  let folder: string;
  let remote: RemoteCounters;

  beforeAll(async () => {
    master = await startRedis();
    const following = ["--port", "PORT", "--replicaof", `127.0.0.1 ${master.port}`, "--masterauth", master.password];
    replica = await startRedis({ arguments: [...following, "--repl-diskless-sync-delay", "0"] });
    const connection = new Redis({ port: replica.port, password: replica.password, protocol: 2 });
    await vi.waitFor(
      async () => expect(await connection.info("replication")).toContain("master_link_status:up"),
      10_000,
    );
    connection.disconnect();
    folder = await mkdtemp(path.join(tmpdir(), "rollcall-sentinel-"));
    sentinelPort = await freePort();
    await writeFile(
      path.join(folder, "sentinel.conf"),
      `port ${sentinelPort}
bind 127.0.0.1
sentinel monitor limits 127.0.0.1 ${master.port} 1
sentinel auth-pass limits ${master.password}
sentinel down-after-milliseconds limits 300
sentinel failover-timeout limits 2000
`,
    );
    sentinel = spawn("redis-server", [path.join(folder, "sentinel.conf"), "--sentinel"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let printed = "";
    sentinel.stdout?.on("data", (chunk) => {
      printed += chunk;
    });
    await vi.waitFor(() => expect(printed).toContain("+slave "), 15_000);
    remote = createRemoteCounters();
  });
  afterAll(async () => {
    remote?.close();
    sentinel?.kill("SIGKILL");
    await Promise.all([master?.kill(), replica?.kill()]);
    await rm(folder, { recursive: true, force: true });
  });

  test("counts at the master, fails in time while there is none, and goes on at the next one", async () => {
    const store = remote.find({
      policy: "redis-sentinel",
      redis_sentinels: [{ host: "127.0.0.1", port: sentinelPort }],
      redis_master_name: "limits",
      redis_password: master.password,
      redis_read_timeout: 1000,
    });
    expect(await store.hit("k", 5, 3600, 0)).toMatchObject({ remaining: 4 });
    expect(await store.hit("k", 5, 3600, 0)).toMatchObject({ remaining: 3 });
    // Redis answers before its replica has what was written.
    await new Promise((resolve) => setTimeout(resolve, 500));
    await master.kill();
    const attempt = async (): Promise<number | string> => {
      const start = performance.now();
      try {
        return (await store.hit("k", 5, 3600, 0)).remaining;
      } catch {
        const waited = performance.now() - start;
        return waited < 3000 ? "failed in time" : `failed after ${waited} ms`;
      }
    };
    const found = [await attempt()];
    const end = Date.now() + 15_000;
    while (typeof found.at(-1) === "string" && Date.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      found.push(await attempt());
    }
    // The replica had both.
    expect([...new Set(found)]).toEqual(["failed in time", 2]);
  });
});
