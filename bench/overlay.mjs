/**
 * What ten changed credentials cost a proxy that runs with a million: processor time of each, and what callers notice of it.
 * `node bench/overlay.mjs [--consumers N] [--changes N] [--rounds N]`: needs `npm run build` and Linux (/proc).
 */
import { fork, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { Agent, get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { median } from "./median.mjs";
import { numberOption } from "./options.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const consumers = numberOption("--consumers", 833_000);
const changes = numberOption("--changes", 10);
const rounds = numberOption("--rounds", 5);
const applied = 10;
const everyMs = 500;
/** Of callers: few, so that latency is that of the proxy and not of a queue. */
const connections = 4;
/** Linux counts processor time in these. */
const ticksASecond = Number(spawnSync("getconf", ["CLK_TCK"], { encoding: "utf8" }).stdout);

const folder = mkdtempSync(join(tmpdir(), "rollcall-bench-"));
const children = [];
let replacer;
try {
  await main();
} finally {
  for (const child of children) child.kill("SIGKILL");
  rmSync(folder, { recursive: true });
}

async function main() {
  const port = (await start(["bench/upstream.mjs", "0"], /listening (\d+)/, "stdout"))[1];
  const make = [join(root, "bench/overlay/make.mjs"), folder, String(consumers), String(changes), port];
  const made = spawnSync(process.execPath, ["--max-old-space-size=12288", ...make], { encoding: "utf8" });
  if (made.status !== 0) throw new Error(made.stderr);
  const { digest, bytes, credentials, apiKey } = JSON.parse(made.stdout);
  console.log(`${credentials} credentials, artifact of ${bytes} bytes; ${made.stderr.trim().replace("\n", ", ")}`);
  replacer = fork(join(root, "bench/overlay/replace.mjs"), [folder]);
  children.push(replacer);
  await replace("base");
  copyFileSync(join(folder, "base.rca"), join(folder, `${digest}.rca`));
  const serve = ["dist/cli.js", "serve", join(folder, "current.rca"), "--watch", "--listen", "127.0.0.1:0"];
  const [line, url] = await start(serve, /serving on (http:\S+)/, "stderr");
  const proxy = children.at(-1);
  if (!line) throw new Error("serve does not serve");

  // One of each first: what has never run is not yet compiled by V8.
  await apply(proxy, 2);
  const costs = [];
  for (let round = 0; round < rounds; round++) {
    const idle = await processorTime(proxy, () => sleep(applied * everyMs));
    const busy = await processorTime(proxy, () => apply(proxy, applied));
    costs.push((busy - idle) / applied);
  }
  console.log(`  ${changes} changed credentials: ${median(costs).toFixed(1)} ms of processor time (target 50)`);

  const quiet = [];
  const changing = [];
  let failed = 0;
  let calls = 0;
  await load(url, apiKey, sleep(2000));
  for (let round = 0; round < rounds; round++) {
    for (const [into, work] of [
      [quiet, () => sleep(applied * everyMs)],
      [changing, () => apply(proxy, applied)],
    ]) {
      const found = await load(url, apiKey, work());
      failed += found.failed;
      calls += found.times.length;
      into.push(found.times[Math.floor(found.times.length * 0.99)]);
    }
  }
  const ratio = median(changing) / median(quiet);
  console.log(
    `  99th percentile while they come: ${ratio.toFixed(2)} × without (target 1.2); ${failed} of ${calls} requests failed (target 0)`,
  );
}

async function start(argv, pattern, stream) {
  const child = spawn(process.execPath, argv, {
    cwd: root,
    env: { ...process.env, ROLLCALL_KEY: "07".repeat(32) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  let output = "";
  return new Promise((resolve, reject) => {
    child.on("exit", () => reject(new Error(output)));
    child[stream].on("data", (chunk) => {
      output += chunk;
      const found = pattern.exec(output);
      if (found) resolve(found);
    });
  });
}

/** By another process: files that are copied here would hold up the callers, which are in this one. */
async function replace(name) {
  replacer.send(name);
  await once(replacer, "message");
}

/** Returns when the last has been loaded. @param times each is told by the proxy in a line */
async function apply(proxy, times) {
  let loaded = 0;
  const count = (chunk) => {
    loaded += String(chunk).split("loaded again").length - 1;
  };
  proxy.stderr.on("data", count);
  for (let done = 0; done < times; done++) {
    const begin = performance.now();
    await replace(done % 2 === 0 ? "a" : "b");
    await sleep(everyMs - (performance.now() - begin));
  }
  for (let waited = 0; loaded < times && waited < 100; waited++) await sleep(50);
  proxy.stderr.off("data", count);
  if (loaded !== times) throw new Error(`${loaded} of ${times} overlays were loaded`);
}

/** Milliseconds that the process was on a processor meanwhile. */
async function processorTime({ pid }, work) {
  const before = ticks(pid);
  await work();
  return ((ticks(pid) - before) * 1000) / ticksASecond;
}

/** utime and stime, fields 14 and 15 of proc(5). */
function ticks(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return Number(fields[11]) + Number(fields[12]);
}

/** Milliseconds of each call, rising. */
async function load(url, apiKey, until) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times = [];
  let failed = 0;
  let isOver = false;
  const ended = until.then(() => {
    isOver = true;
  });
  const caller = async () => {
    while (!isOver) {
      const begin = performance.now();
      const status = await new Promise((resolve) => {
        get(`${url}/bench`, { agent, headers: { apikey: apiKey } }, (answer) => {
          answer.resume().on("end", () => resolve(answer.statusCode));
        }).on("error", () => resolve(0));
      });
      times.push(performance.now() - begin);
      if (status !== 200) failed++;
      // At some share of what the proxy could do: what waits behind others is not what is measured.
      await sleep(1);
    }
  };
  await Promise.all(Array.from({ length: connections }, caller));
  await ended;
  agent.destroy();
  return { times: times.sort((left, right) => left - right), failed };
}
