/** A real Redis Cluster of three masters on loopback. */
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { type RedisServer, startRedis } from "../../cli/redis-server.ts";
import { freePort } from "../../free-port.ts";

const run = promisify(execFile);

export interface RedisCluster {
  readonly servers: readonly RedisServer[];
  /** `host:port` each. */
  readonly nodes: readonly string[];
  /** Moves a slot to another master. */
  moveSlot(slot: number, to: number): Promise<void>;
  kill(): Promise<void>;
}

export async function startCluster(): Promise<RedisCluster> {
  const folder = await mkdtemp(path.join(tmpdir(), "rollcall-cluster-"));
  const started = await Promise.all([0, 1, 2].map((index) => startNode(folder, index)));
  const servers = started.map(({ server }) => server);
  const nodes = servers.map(({ port }) => `127.0.0.1:${port}`);
  const password = servers[0]?.password ?? "";
  const cli = async (port: number, ...words: readonly string[]): Promise<string> =>
    (await run("redis-cli", ["--no-auth-warning", "-a", password, "-p", String(port), ...words])).stdout.trim();
  const ports = servers.map(({ port }) => port);
  const ids = await Promise.all(ports.map((port) => cli(port, "cluster", "myid")));
  // What `redis-cli --cluster create` does, without its pauses of a second.
  const share = Math.ceil(16_384 / ports.length);
  await Promise.all(
    ports.map(async (port, index) => {
      await cli(port, "cluster", "set-config-epoch", String(index + 1));
      const last = Math.min(16_383, (index + 1) * share - 1);
      await cli(port, "cluster", "addslotsrange", String(index * share), String(last));
    }),
  );
  const [first] = started;
  for (const port of ports.slice(1)) {
    await cli(port, "cluster", "meet", "127.0.0.1", String(first?.server.port), String(first?.busPort));
  }
  const deadline = Date.now() + 15_000;
  for (const port of ports) {
    const isWhole = async (): Promise<boolean> =>
      (await cli(port, "cluster", "info")).includes("cluster_state:ok") &&
      (await cli(port, "cluster", "slots")).split("127.0.0.1").length >= 4;
    while (!(await isWhole())) {
      if (Date.now() > deadline) throw new Error("the cluster does not come up");
      await pause(50);
    }
  }
  return {
    servers,
    nodes,
    async moveSlot(slot, to) {
      for (const port of ports) await cli(port, "cluster", "setslot", String(slot), "node", ids[to] ?? "");
    },
    async kill() {
      await Promise.all(servers.map((server) => server.kill()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function startNode(folder: string, index: number) {
  const port = await freePort();
  const busPort = await freePort();
  const words = ["--cluster-enabled", "yes", "--cluster-port", String(busPort), "--cluster-node-timeout", "1000"];
  const file = path.join(folder, `${index}.conf`);
  const server = await startRedis({
    port,
    arguments: ["--port", String(port), ...words, "--cluster-config-file", file],
  });
  return { server, busPort };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
