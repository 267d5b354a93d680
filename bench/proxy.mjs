/**
 * Requests a second of `rollcall serve` (key-auth, 1,000 consumers, limit-count) against the plain node:http proxy.
 * `node bench/proxy.mjs [--runs N] [--seconds N] [--connections N] [--port N]`; needs `npm run build`.
 */
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { drive } from "./load.mjs";
import { median } from "./median.mjs";
import { numberOption } from "./options.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const cli = join(root, "dist/cli.js");
const runs = numberOption("--runs", 5);
const seconds = numberOption("--seconds", 5);
const connections = numberOption("--connections", 32);
const upstreamPort = numberOption("--port", 19170);
const consumerCount = 1000;
/** The servers share the first core, the load and the upstream have the others, where the system can pin at all. */
const canPin = availableParallelism() > 1 && spawnSync("taskset", ["--version"]).status === 0;
const serverCore = "0";
const loadCores = `1-${availableParallelism() - 1}`;

if (!existsSync(cli)) throw new Error("dist/cli.js is missing: npm run build");
const folder = mkdtempSync(join(tmpdir(), "rollcall-bench-"));
const children = [];
try {
  await main();
} finally {
  for (const child of children) child.kill();
  rmSync(folder, { recursive: true, force: true });
}

async function main() {
  const { artifact, keyFile, apiKey } = compileConfiguration();
  const [baselinePort, servePort] = [upstreamPort + 1, upstreamPort + 2];
  const listen = `127.0.0.1:${servePort}`;
  await start(loadCores, upstreamPort, join(root, "bench/upstream.mjs"), `${upstreamPort}`);
  await start(serverCore, baselinePort, join(root, "bench/baseline-proxy.mjs"), `${baselinePort}`, `${upstreamPort}`);
  await start(serverCore, servePort, cli, "serve", artifact, "--key-file", keyFile, "--listen", listen);

  const targets = { "plain node:http proxy": baselinePort, "rollcall serve, key-auth + limit-count": servePort };
  const rates = new Map(Object.keys(targets).map((name) => [name, []]));
  await expectAuthentication(servePort, apiKey);
  const pin = canPin ? loadCores : undefined;
  for (const port of Object.values(targets)) await drive({ port, apiKey, seconds: 1, connections, cores: pin });
  for (let run = 0; run < runs; run++) {
    for (const [name, port] of Object.entries(targets)) {
      const { requests, failures, elapsed } = await drive({ port, apiKey, seconds, connections, cores: pin });
      if (failures > 0) throw new Error(`${name}: ${failures} of ${requests} requests failed`);
      rates.get(name).push(requests / elapsed);
    }
  }
  printTable(rates);
}

/** Writes a configuration of 1,000 consumers with a key each and lets the CLI compile it. */
function compileConfiguration() {
  const keys = Array.from({ length: consumerCount }, () => randomBytes(24).toString("base64url"));
  const limit = { count: 1_000_000_000, time_window: 3600, key: "consumer_name", key_type: "var" };
  const config = {
    consumer_groups: [{ id: "bench", plugins: { "limit-count": limit } }],
    consumers: keys.map((key, index) => ({
      username: `consumer-${index}`,
      group_id: "bench",
      credentials: [{ name: "key", plugins: { "key-auth": { key } } }],
    })),
    routes: [
      {
        id: "bench",
        uri: "/*",
        plugins: { "key-auth": {} },
        upstream: { nodes: [{ host: "127.0.0.1", port: upstreamPort, weight: 1 }] },
      },
    ],
  };
  const [source, artifact, keyFile] = ["config.json", "config.rollcall", "key"].map((name) => join(folder, name));
  writeFileSync(source, JSON.stringify(config));
  writeFileSync(keyFile, `${randomBytes(32).toString("base64")}\n`, { mode: 0o600 });
  const parameters = [cli, "compile", source, "--out", artifact, "--key-file", keyFile];
  const { status, stdout, stderr } = spawnSync(process.execPath, parameters, { encoding: "utf8" });
  if (status !== 0) throw new Error(`rollcall compile ended with ${status}\n${stdout}${stderr}`);
  return { artifact, keyFile, apiKey: keys[consumerCount >> 1] };
}

/** Starts a Node process on these cores and waits until its port answers. */
async function start(cores, port, ...parameters) {
  const command = [process.execPath, ...parameters];
  const [file, ...rest] = canPin ? ["taskset", "-c", cores, ...command] : command;
  const child = spawn(file, rest, { stdio: ["ignore", "ignore", "inherit"] });
  children.push(child);
  const stopped = once(child, "exit").then(([code]) => {
    throw new Error(`${parameters[0]} stopped with ${code}`);
  });
  stopped.catch(() => {});
  await Promise.race([stopped, reachable(port)]);
}

async function reachable(port) {
  for (let attempt = 0; attempt < 100; attempt++) {
    const socket = connect(port, "127.0.0.1");
    const isOpen = await new Promise((resolve) => {
      socket.once("connect", () => resolve(true));
      socket.once("error", () => resolve(false));
    });
    socket.destroy();
    if (isOpen) return;
    await sleep(50);
  }
  throw new Error(`nothing listens on port ${port}`);
}

/** The comparison is void unless the proxy really asks for the key. */
async function expectAuthentication(port, apiKey) {
  const url = `http://127.0.0.1:${port}/bench`;
  const statuses = [await fetch(url), await fetch(url, { headers: { apikey: apiKey } })].map(({ status }) => status);
  if (`${statuses}` !== "401,200") throw new Error(`expected 401 without and 200 with a key, got ${statuses}`);
}

function printTable(rates) {
  const rows = [...rates].map(([name, values]) => [name, median(values), Math.min(...values), Math.max(...values)]);
  console.log(`${"requests/s".padEnd(40)} ${["median", "lowest", "highest"].map((text) => text.padStart(9)).join("")}`);
  for (const [name, ...figures] of rows) {
    console.log(`${name.padEnd(40)} ${figures.map((figure) => figure.toFixed(0).padStart(9)).join("")}`);
  }
  console.log(
    `ratio ${(rows[1][1] / rows[0][1]).toFixed(2)} (rollcall / plain proxy; ${runs} alternating runs of ${seconds} s)`,
  );
}
