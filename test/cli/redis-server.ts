/** A real Redis on a port of its own, for tests. CI has one (.ci/run); elsewhere such tests are skipped where there is none. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { freePort } from "../free-port.ts";

const isInstalled = spawnSync("redis-server", ["--version"]).status === 0;
if (!isInstalled) console.warn("redis-server is not installed: the tests that need it are skipped (not in CI)");

/** In CI a missing server is a failure, not a skip. */
export const hasRedis = isInstalled || process.env["CI"] === "true";

export interface RedisServer {
  readonly port: number;
  readonly password: string;
  /** As a crash does; nothing is kept. */
  kill(): Promise<void>;
  /** SIGSTOP: connections stay open and nothing is answered; SIGCONT ends that. */
  signal(name: "SIGSTOP" | "SIGCONT"): void;
}

export async function startRedis(
  options: { readonly port?: number; readonly arguments?: readonly string[] } = {},
): Promise<RedisServer> {
  const port = options.port ?? (await freePort());
  const password = "redis-password-7d1e";
  const plain = options.arguments ?? ["--port", String(port)];
  const settings = ["--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--requirepass", password];
  const child = spawn("redis-server", [...plain.map((text) => text.replace("PORT", String(port))), ...settings], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.on("close", () => resolve()));
  await untilReady(child);
  return {
    port,
    password,
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
    signal(name) {
      child.kill(name);
    },
  };
}

function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let printed = "";
    child.on("error", reject);
    child.on("close", () => reject(new Error(`redis-server ended:\n${printed}`)));
    child.stdout?.on("data", (chunk) => {
      printed += chunk;
      if (printed.includes("Ready to accept connections")) resolve();
    });
  });
}
