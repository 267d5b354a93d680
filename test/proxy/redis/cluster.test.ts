/** Limits that count in a real Redis Cluster of three masters. */
import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CounterStore } from "../../../src/engine/contract.ts";
import { keyName } from "../../../src/proxy/redis/key-name.ts";
import { createRemoteCounters, type RemoteCounters } from "../../../src/proxy/redis/remote-counters.ts";
import { hasRedis } from "../../cli/redis-server.ts";
import { type RedisCluster, startCluster } from "./cluster.ts";

describe.skipIf(!hasRedis)("Redis Cluster", () => {
  let cluster: RedisCluster;
  let remotes: readonly RemoteCounters[];
  let stores: readonly Required<CounterStore>[];
  const told: string[] = [];
  beforeAll(async () => {
    cluster = await startCluster();
    remotes = [0, 1, 2].map(() => createRemoteCounters({ tell: (message) => told.push(message) }));
    const settings = {
      policy: "redis-cluster",
      redis_cluster_name: "limits",
      // The others are told by the one that is named.
      redis_cluster_nodes: cluster.nodes.slice(0, 1),
      redis_password: cluster.servers[0]?.password,
      redis_timeout: 10_000,
    };
    stores = remotes.map((remote, index) => {
      // The third is for a cluster that fails.
      const own = index === 2 ? { ...settings, redis_timeout: 1000 } : settings;
      return remote.find(own) as Required<CounterStore>;
    });
  });
  afterAll(async () => {
    for (const remote of remotes ?? []) remote.close();
    await cluster?.kill();
  });

  test("500 requests at once on each of 9 counters over two proxies", async () => {
    const keys = Array.from({ length: 9 }, (_, index) => `key-${index}`);
    const passed = await Promise.all(
      keys.map(async (key) => {
        const states = await Promise.all(
          Array.from({ length: 500 }, (_, index) => stores[index % 2]?.hit(key, 100, 3600, 0)),
        );
        return states.filter((state) => state !== undefined && state.remaining >= 0).length;
      }),
    );
    expect(passed).toEqual(keys.map(() => 100));
    const sizes = await Promise.all(
      cluster.servers.map(async ({ port, password }) => {
        const redis = new Redis({ port, password, protocol: 2 });
        const size = await redis.dbsize();
        redis.disconnect();
        return size;
      }),
    );
    expect(sizes.reduce((sum, size) => sum + size)).toBe(9);
    expect(Math.min(...sizes)).toBeGreaterThan(0);
  });

  test("a slot that moves (MOVED) is followed", async () => {
    const key = "moved";
    const [first] = stores;
    expect(await first?.hit(key, 100, 3600, 0)).toMatchObject({ remaining: 99 });
    const slot = slotOf(keyName("fixed", key));
    const owner = Math.floor(slot / Math.ceil(16_384 / 3));
    await deleteKey(owner, keyName("fixed", key));
    await cluster.moveSlot(slot, (owner + 1) % 3);
    // Its counter stayed behind: here only that the new owner is asked.
    expect(await first?.hit(key, 100, 3600, 0)).toMatchObject({ remaining: 99 });
    expect(await first?.hit(key, 100, 3600, 0)).toMatchObject({ remaining: 98 });
    expect(told).toEqual([]);
  });

  test("a master that dies: its counters fail in time", async () => {
    await stores[2]?.hit("before", 100, 3600, 0);
    await cluster.servers[2]?.kill();
    const results = await Promise.all(
      Array.from({ length: 30 }, async (_, index) => {
        const start = performance.now();
        await Promise.resolve(stores[2]?.hit(`after-${index}`, 100, 3600, 0)).catch(() => {});
        return performance.now() - start;
      }),
    );
    expect(Math.max(...results)).toBeLessThan(3000);
    expect(told.join("\n")).toMatch(/^redis-cluster 127\.0\.0\.1:\d+: /);
    expect(told.join("\n")).not.toContain("redis-password");
  });

  async function deleteKey(owner: number, key: string): Promise<void> {
    const server = cluster.servers[owner];
    if (!server) throw new Error(`no node ${owner}`);
    const redis = new Redis({ port: server.port, password: server.password, protocol: 2 });
    expect(await redis.del(key)).toBe(1);
    redis.disconnect();
  }
});

/** CRC16 (XMODEM) of what stands in the braces, as the cluster specification says. */
function slotOf(key: string): number {
  const tag = Buffer.from(/\{([^}]+)\}/.exec(key)?.[1] ?? key);
  let crc = 0;
  for (const byte of tag) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = ((crc << 1) ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xffff;
  }
  return crc % 16_384;
}
