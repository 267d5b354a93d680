/**
 * Mixed load on `rollcall serve` while its artifact is replaced every second: no good call fails, no bad one passes, memory
 * stays flat, no socket is lost. `SOAK_SECONDS=1800 node bench/soak.mjs`: needs `npm run build` and Linux (/proc). Exit code 1
 * if anything is not so.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { Agent } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { makeArtifacts, sealKey } from "./soak/artifacts.mjs";
import { anyCall, types } from "./soak/calls.mjs";
import { growth, heapBytes, residentBytes, socketsOf } from "./soak/process.mjs";
import { startUpstream } from "./soak/upstream.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const seconds = Number(process.env.SOAK_SECONDS ?? 1800);
const loops = 12;
/** Megabytes that the second half may rise. A short run still warms up in it. */
const [heapLimit, residentLimit] = seconds >= 120 ? [3, 24] : [12, 64];
const megabyte = 1024 * 1024;

const folder = mkdtempSync(join(tmpdir(), "rollcall-soak-"));
const heapFile = join(folder, "heap");
const upstream = await startUpstream();
const replace = makeArtifacts(folder, upstream.port);
replace();
const child = spawn(
  process.execPath,
  [
    ...["--expose-gc", "--require", join(root, "bench/soak/heap.cjs")],
    ...[join(root, "dist/cli.js"), "serve", join(folder, "current.rca"), "--watch", "--listen", "127.0.0.1:0"],
  ],
  { env: { ...process.env, ROLLCALL_KEY: sealKey, SOAK_HEAP_FILE: heapFile }, stdio: ["ignore", "ignore", "pipe"] },
);
try {
  process.exitCode = await main();
} finally {
  child.kill("SIGKILL");
  upstream.close();
  rmSync(folder, { recursive: true });
}

async function main() {
  let told = "";
  child.stderr.on("data", (chunk) => (told += chunk));
  const url = await waitFor(() => /serving on (http:\S+)/.exec(told)?.[1], "serve does not serve");
  const socketsBefore = socketsOf(child.pid);
  const end = performance.now() + seconds * 1000;
  const isOver = () => performance.now() >= end;

  const calls = {};
  const faults = [];
  const agent = new Agent({ keepAlive: true, maxSockets: loops });
  const caller = async (first) => {
    for (let turn = first; !isOver(); turn++) {
      const [kind, call] = anyCall();
      const type = types[turn % types.length];
      const fault = await call({ url, agent }, type).catch((error) => `${error.code ?? ""} ${error.message}`);
      calls[kind] = (calls[kind] ?? 0) + 1;
      if (fault !== "") faults.push(`${kind} ${type}: ${fault}`);
      await sleep(2);
    }
  };
  let replaced = 0;
  const reloading = async () => {
    while (!isOver()) {
      await sleep(1000);
      replace();
      replaced++;
    }
  };
  const resident = [];
  const heap = [];
  const sockets = [];
  const sampling = async () => {
    while (!isOver()) {
      await sleep(Math.min(5000, seconds * 40));
      heap.push(await heapBytes(child.pid, heapFile));
      resident.push(residentBytes(child.pid));
      sockets.push(socketsOf(child.pid));
    }
  };
  await Promise.all([...Array.from({ length: loops }, (_, index) => caller(index)), reloading(), sampling()]);
  agent.destroy();
  const loaded = () => told.split("loaded again").length - 1;
  await waitFor(() => loaded() >= replaced || undefined, `${loaded()} of ${replaced} artifacts were loaded:\n${told}`);
  const lost = () => socketsOf(child.pid) - socketsBefore - upstream.connections();
  await waitFor(() => lost() <= 0 || undefined, "").catch(() => {});

  const failed = faults.filter((fault) => !fault.includes("let through"));
  const passed = faults.filter((fault) => fault.includes("let through"));
  const mb = (bytes) => (bytes / megabyte).toFixed(1);
  const total = Object.values(calls).reduce((sum, count) => sum + count, 0);
  const kinds = Object.entries(calls).map(([kind, count]) => `${kind} ${count}`);
  console.log(`${total} calls in ${seconds} s (${kinds.join(", ")}), ${replaced} artifacts loaded`);
  const checks = [
    [`${failed.length} good calls failed (target 0)`, failed.length === 0],
    [`${passed.length} of ${calls.bad ?? 0} bad ones passed (target 0)`, passed.length === 0],
    [
      `heap ${mb(heap.at(-1))} MB, ${mb(growth(heap))} in the second half (target ${heapLimit})`,
      growth(heap) <= heapLimit * megabyte,
    ],
    [
      `resident ${mb(resident.at(-1))} MB, ${mb(growth(resident))} in the second half (target ${residentLimit})`,
      growth(resident) <= residentLimit * megabyte,
    ],
    [`${Math.max(...sockets)} sockets at most, ${lost()} lost at the end (target 0)`, lost() <= 0],
    ["serve still runs", child.exitCode === null && child.signalCode === null],
  ];
  for (const [text, isSo] of checks) console.log(`  ${isSo ? "ok    " : "FAILED"} ${text}`);
  for (const fault of faults.slice(0, 10)) console.log(`    ${fault}`);
  return checks.every(([, isSo]) => isSo) ? 0 : 1;
}

async function waitFor(find, failure) {
  for (let waited = 0; waited < 200; waited++) {
    const found = find();
    if (found !== undefined) return found;
    await sleep(50);
  }
  throw new Error(failure);
}
