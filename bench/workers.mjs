/**
 * What workers cost and gain: requests for a second of the processor with two of them against one, and the memory of each
 * further one. `node bench/workers.mjs [--runs N] [--seconds N] [--consumers N]`: needs `npm run build` and Linux (/proc);
 * 833,000 consumers have a million credentials. `--memory`: memory alone. With `--handover` only: connections that are lost while listeners replace
 * each other, on one socket and (Node 22.12 and newer) on sockets with SO_REUSEPORT.
 */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { drive } from "./load.mjs";
import { median } from "./median.mjs";
import { numberOption } from "./options.mjs";
import { residentBytes } from "./soak/process.mjs";
import { lostConnections } from "./workers/handover.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const runs = numberOption("--runs", 5);
const seconds = numberOption("--seconds", 3);
const consumers = numberOption("--consumers", 833_000);
const apiKey = "bench-key-of-the-workers";
const folder = mkdtempSync(join(tmpdir(), "rollcall-bench-"));
/** That of bench/artifact/measure.mjs. */
const sealKey = "07".repeat(32);

try {
  if (process.argv.includes("--handover")) await compareHandovers();
  else {
    if (!process.argv.includes("--memory")) await compareWork();
    await compareMemory();
  }
} finally {
  rmSync(folder, { recursive: true });
}

async function compareHandovers() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  const hasReusePort = major > 22 || (major === 22 && minor >= 12);
  for (const way of ["one socket", ...(hasReusePort ? ["SO_REUSEPORT"] : [])]) {
    const { requests, failures } = await lostConnections(way, 20);
    console.log(`${way}: ${failures} of ${requests} new connections failed in 20 replacements of two listeners`);
  }
}

async function compareWork() {
  const upstream = createServer((_, response) => response.end("ok")).listen(0, "127.0.0.1");
  await once(upstream, "listening");
  const file = join(folder, "api.json");
  const nodes = { [`127.0.0.1:${upstream.address().port}`]: 1 };
  const limit = { count: 1e9, time_window: 3600, key: "consumer_name", key_type: "var" };
  const consumer = { username: "bench", credentials: [{ name: "key", plugins: { "key-auth": { key: apiKey } } }] };
  const route = { id: "bench", uri: "/*", plugins: { "key-auth": {}, "limit-count": limit }, upstream: { nodes } };
  writeFileSync(file, JSON.stringify({ consumers: [consumer], routes: [route] }));
  const counts = [1, 2];
  const servers = [];
  for (const count of counts) servers.push(await serve(file, count));
  const rates = counts.map(() => []);
  for (let run = 0; run <= runs; run++) {
    for (const [index, { pid, port }] of servers.entries()) {
      const before = cpuSeconds(pid);
      const { requests, failures } = await drive({ port, apiKey, seconds, connections: 32 });
      if (failures > 0) throw new Error(`${failures} of ${requests} requests failed`);
      // The first run warms up.
      if (run > 0) rates[index].push(requests / (cpuSeconds(pid) - before));
    }
  }
  for (const { stop } of servers) await stop();
  upstream.closeAllConnections();
  upstream.close();
  const [one, two] = rates.map(median);
  console.log(`requests a second of the processor: ${one.toFixed(0)} with one worker, ${two.toFixed(0)} with two`);
  console.log(
    `two workers on processors of their own do ${((2 * two) / one).toFixed(2)} × the work of one (target 1.6)`,
  );
}

async function compareMemory() {
  const file = join(folder, "many");
  const script = join(root, "bench/artifact/measure.mjs");
  const made = spawnSync(process.execPath, ["--max-old-space-size=12288", script, "compile", file, `${consumers}`], {
    encoding: "utf8",
  });
  if (made.status !== 0) throw new Error(made.stderr);
  const { bytes, credentials } = JSON.parse(made.stdout);
  const counts = [1, 4];
  const resident = [];
  for (const count of counts) {
    const { pid, stop } = await serve(`${file}.rca`, count);
    await sleep(2000);
    resident.push(residentBytes(pid));
    await stop();
  }
  const mb = (size) => (size / 1e6).toFixed(0);
  const further = (resident[1] - resident[0]) / (counts[1] - counts[0]);
  console.log(`${credentials} credentials, artifact of ${mb(bytes)} MB, not driven by load`);
  console.log(`  resident: ${resident.map((size, index) => `${mb(size)} MB with ${counts[index]}`).join(", ")}`);
  console.log(
    `  beyond the artifact: ${mb(resident[0] - bytes)} MB with one worker (target 120), ${mb(further)} MB each further one`,
  );
}

/** Resolves with the process that serves, below the supervisor. */
async function serve(file, count) {
  const child = spawn(
    process.execPath,
    [join(root, "dist/cli.js"), "serve", file, "--workers", `${count}`, "--listen", "127.0.0.1:0"],
    { env: { ...process.env, ROLLCALL_KEY: sealKey }, stdio: ["ignore", "ignore", "pipe"] },
  );
  let told = "";
  child.stderr.on("data", (chunk) => (told += chunk));
  while (!/serving on/.test(told)) {
    if (child.exitCode !== null) throw new Error(`serve ended:\n${told}`);
    await sleep(50);
  }
  const pid = Number(readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, "utf8").trim());
  const stop = async () => {
    child.kill("SIGTERM");
    await once(child, "exit");
  };
  return { pid, port: Number(/serving on http:\/\/[^:]+:(\d+)/.exec(told)[1]), stop };
}

/** Of all threads, user and system. */
function cpuSeconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
