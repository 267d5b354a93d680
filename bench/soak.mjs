/**
 * Mixed load on `rollcall serve --workers 2` while its artifact is replaced every second and a worker ends every ten: no good
 * call fails but on connections of the worker that ends, no bad one passes, memory stays flat, no connection is lost.
 * `SOAK_SECONDS=1800 node bench/soak.mjs`: needs `npm run build` and Linux (/proc). Exit code 1 if anything is not so.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { Agent } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { makeArtifacts, sealKey } from "./soak/artifacts.mjs";
import { anyCall, types } from "./soak/calls.mjs";
import { childrenOf, connectionsOf, growth, residentBytes } from "./soak/process.mjs";
import { startUpstream } from "./soak/upstream.mjs";
import { deathsIn, endWorker, heapBytes } from "./soak/watch.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const seconds = Number(process.env.SOAK_SECONDS ?? 1800);
const loops = 12;
/** Milliseconds from one end of a worker to the next: five in the shortest run. */
const endEvery = Math.min(10_000, (seconds * 1000) / 6);
/** Megabytes that the second half of a process's life may rise. A short run still warms up in it. */
const [heapLimit, residentLimit] = seconds >= 120 ? [3, 24] : [12, 64];
const megabyte = 1024 * 1024;
/** Of a process that was started too late in the run, too little is known. */
const fewestSamples = 10;

/** Milliseconds in which a client may learn that its connection is gone. */
const learnsWithin = 1_000;

const folder = mkdtempSync(join(tmpdir(), "rollcall-soak-"));
const upstream = await startUpstream();
const replace = makeArtifacts(folder, upstream.port);
replace();
const child = spawn(
  process.execPath,
  [
    ...["--expose-gc", "--require", join(root, "bench/soak/thread.cjs"), join(root, "dist/cli.js"), "serve"],
    ...[join(folder, "current.rca"), "--watch", "--workers", "2", "--listen", "127.0.0.1:0"],
  ],
  { env: { ...process.env, ROLLCALL_KEY: sealKey, SOAK_FOLDER: folder }, stdio: ["ignore", "ignore", "pipe"] },
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
  const timesTold = (text) => told.split(text).length - 1;
  const url = await waitFor(() => /serving on (http:\S+)/.exec(told)?.[1], "serve does not serve");
  const [firstProcess] = childrenOf(child.pid);
  const serving = () => Number([...told.matchAll(/process (\d+) serves now/g)].at(-1)?.[1] ?? firstProcess);
  const end = performance.now() + seconds * 1000;
  const isOver = () => performance.now() >= end;

  const calls = {};
  const faults = [];
  // Each connection is used again soon, so that none is closed as idle in the moment in which it is.
  const agent = new Agent({ keepAlive: true, maxSockets: loops, scheduling: "fifo" });
  const caller = async (first) => {
    for (let turn = first; !isOver(); turn++) {
      const [kind, call] = anyCall();
      const type = types[turn % types.length];
      const ports = new Set();
      const from = Date.now();
      const fault = await call({ url, agent, ports }, type).catch((error) => `${error.code ?? ""} ${error.message}`);
      calls[kind] = (calls[kind] ?? 0) + 1;
      if (fault !== "") faults.push({ text: `${kind} ${type}: ${fault}`, ports, from, to: Date.now() });
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
  let ended = 0;
  const ending = async () => {
    for (;;) {
      await sleep(endEvery);
      if (performance.now() > end - endEvery / 2) return;
      await endWorker(folder, ended % 2 === 0 ? "error" : "exit");
      ended++;
    }
  };
  /** By process. */
  const samples = new Map();
  const supervisor = [];
  const sampling = async () => {
    while (!isOver()) {
      await sleep(Math.min(5000, seconds * 40));
      const pid = serving();
      const heap = await heapBytes(folder, pid);
      if (heap === undefined || pid !== serving()) continue;
      const series = samples.get(pid) ?? { heap: [], resident: [], connections: [] };
      samples.set(pid, series);
      series.heap.push(heap);
      series.resident.push(residentBytes(pid));
      series.connections.push(connectionsOf(pid));
      supervisor.push(residentBytes(child.pid));
    }
  };
  const callers = Array.from({ length: loops }, (_, index) => caller(index));
  await Promise.all([...callers, reloading(), ending(), sampling()]);
  agent.destroy();
  const successors = timesTold("serves now");
  // While a worker or a process starts, only the last of those that come is loaded.
  const loaded = timesTold("loaded again");
  replace();
  await waitFor(() => timesTold("loaded again") > loaded || undefined, `the last artifact was not loaded:\n${told}`);
  const lost = () => connectionsOf(serving()) - upstream.connections();
  await waitFor(() => lost() <= 0 || undefined, "").catch(() => {});
  const leftOver = lost();
  const isRunning = child.exitCode === null && child.signalCode === null;
  child.kill("SIGTERM");
  if (isRunning) await once(child, "exit");

  const deaths = deathsIn(folder);
  const passed = faults.filter(({ text }) => text.includes("let through"));
  const cut = faults.filter((fault) => isCut(fault, deaths));
  const failed = faults.filter((fault) => !passed.includes(fault) && !cut.includes(fault));
  const mb = (bytes) => (bytes / megabyte).toFixed(1);
  const known = [...samples.values()].filter(({ heap }) => heap.length >= fewestSamples);
  const steepest = (name) => Math.max(...known.map((series) => growth(series[name])));
  const highest = (name) => Math.max(...known.flatMap((series) => series[name]));
  const total = Object.values(calls).reduce((sum, count) => sum + count, 0);
  const kinds = Object.entries(calls).map(([kind, count]) => `${kind} ${count}`);
  console.log(
    `${total} calls in ${seconds} s (${kinds.join(", ")}), ${loaded} of ${replaced} artifacts loaded, ` +
      `${ended} workers ended, ${successors} processes took over`,
  );
  const checks = [
    [`${failed.length} good calls failed on connections of workers that live (target 0)`, failed.length === 0],
    [
      `${cut.length} calls cut with the worker that ended (target at most ${loops} for each of ${deaths.length})`,
      cut.length <= loops * deaths.length && deaths.length === ended,
    ],
    [`${passed.length} of ${calls.bad ?? 0} bad ones passed (target 0)`, passed.length === 0],
    [
      `heap ${mb(highest("heap"))} MB at most, up ${mb(steepest("heap"))} in the second half of a process (target ${heapLimit})`,
      steepest("heap") <= heapLimit * megabyte,
    ],
    [
      `resident ${mb(highest("resident"))} MB at most, up ${mb(steepest("resident"))} in the second half of a process ` +
        `(target ${residentLimit})`,
      steepest("resident") <= residentLimit * megabyte,
    ],
    [
      `the supervisor ${mb(Math.max(...supervisor))} MB at most, up ${mb(growth(supervisor))} (target ${residentLimit})`,
      growth(supervisor) <= residentLimit * megabyte,
    ],
    [
      "at least half of the artifacts were loaded, and each worker that ended was replaced",
      loaded >= replaced / 2 && timesTold("another one takes its place") === ended,
    ],
    [`${highest("connections")} connections at most, ${leftOver} lost at the end (target 0)`, leftOver <= 0],
    ["serve ran to the end, and ended in good order", isRunning && child.exitCode === 0],
  ];
  for (const [text, isSo] of checks) console.log(`  ${isSo ? "ok    " : "FAILED"} ${text}`);
  for (const { text } of [...passed, ...failed].slice(0, 10)) console.log(`    ${text}`);
  return checks.every(([, isSo]) => isSo) ? 0 : 1;
}

/** It broke off, on a connection that a worker had when it ended. An answer that is whole and wrong is never excused. */
function isCut({ text, ports, from, to }, deaths) {
  if (!/: (?:ECONNRESET|EPIPE)|socket hang up|aborted|the tunnel was cut|: 200 with \d+ bytes/.test(text)) return false;
  return deaths.some((each) => {
    const isThen = from <= each.at + learnsWithin && to >= each.at;
    return isThen && each.ports.some((port) => ports.has(port));
  });
}

async function waitFor(find, failure) {
  for (let waited = 0; waited < 200; waited++) {
    const found = find();
    if (found !== undefined) return found;
    await sleep(50);
  }
  throw new Error(failure);
}
