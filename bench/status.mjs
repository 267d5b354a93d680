/**
 * The status page's search among many consumers: processor time and time of an answer, how long others wait, and memory.
 * `node bench/status.mjs [--consumers N] [--runs N]`: needs `npm run build`.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile, nodeCrypto } from "../dist/index.mjs";
import { median } from "./median.mjs";
import { numberOption } from "./options.mjs";

const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
const count = numberOption("--consumers", 1_000_000);
const runs = numberOption("--runs", 30);
const key = "07".repeat(32);
const folder = mkdtempSync(join(tmpdir(), "rollcall-bench-"));
const nameOf = (index) => `customer-${String((index * 7_919) % count).padStart(7, "0")}`;

writeFileSync(join(folder, "all.rca"), artifactBytes(), { mode: 0o600 });
const child = spawn(
  process.execPath,
  [cli, "serve", join(folder, "all.rca"), "--listen", "127.0.0.1:0", "--status-listen", "127.0.0.1:0", "--no-config"],
  { env: { PATH: process.env.PATH, ROLLCALL_KEY: key }, stdio: ["ignore", "pipe", "pipe"] },
);
try {
  const status = await addressOf(child);
  const searches = [
    ["the whole name", `?consumer=${nameOf(5)}`],
    ["a beginning", "?consumer=customer-07"],
    ["a page far behind", `?consumer=customer-&after=${nameOf(count - 1)}`],
    ["a part that no name has", "?consumer=nobody"],
  ];
  console.log(`${count} consumers, ${runs} runs, milliseconds`);
  const before = residentBytes(child.pid);
  for (const [name, query] of [["no search", ""], ...searches]) {
    const times = [];
    const idle = cpuMilliseconds(child.pid);
    for (let run = 0; run < runs; run++) await timed(`${status}/${query}`);
    const cpu = (cpuMilliseconds(child.pid) - idle) / runs;
    let longestWait = 0;
    for (let run = 0; run < runs; run++) {
      const waits = untilOver(`${status}/-/health`, (wait) => {
        longestWait = Math.max(longestWait, wait);
      });
      times.push(await timed(`${status}/${query}`));
      await waits.stop();
    }
    const [middle, most] = [median(times), Math.max(...times)].map((time) => time.toFixed(1));
    console.log(
      `  ${name}: ${cpu.toFixed(1)} of the processor; median ${middle}, longest ${most}; ` +
        `a request beside it waited ${longestWait.toFixed(1)} at most`,
    );
  }
  const grown = (residentBytes(child.pid) - before) / 1e6;
  console.log(`  memory after ${runs * (searches.length + 1)} pages: ${grown.toFixed(0)} MB more`);
} finally {
  child.kill();
  rmSync(folder, { recursive: true });
}

function artifactBytes() {
  const consumers = Array.from({ length: count }, (_, index) => ({
    id: nameOf(index),
    value: { username: nameOf(index), labels: { tier: `tier-${index % 5}` } },
    credentials: [{ id: "main", value: { name: "main", plugins: { "key-auth": { key: `key-of-${index}` } } } }],
  }));
  const route = { id: "r", uri: "/r", plugins: { "key-auth": {} }, upstream: { nodes: { "127.0.0.1:9": 1 } } };
  const none = { consumer_groups: [], upstreams: [], services: [], plugin_configs: [], global_rules: [] };
  const declared = new Set(["consumers", "credentials", "routes"]);
  const config = { ...none, consumers, routes: [{ id: "r", value: route }], declared };
  return compile(config, { crypto: nodeCrypto, key: new Uint8Array(Buffer.from(key, "hex")), tool: "rollcall/bench" });
}

function addressOf({ stderr, stdout }) {
  return new Promise((resolve) => {
    let told = "";
    let status;
    const listen = (chunk) => {
      told += chunk;
      status ??= /status on (\S+)/.exec(told)?.[1];
      if (status !== undefined && told.includes("serving on")) resolve(status);
    };
    stderr.on("data", listen);
    stdout.on("data", listen);
  });
}

async function timed(url) {
  const start = performance.now();
  const response = await fetch(url);
  await response.text();
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return performance.now() - start;
}

/** Asks again and again until it is stopped. */
function untilOver(url, tell) {
  let isOver = false;
  const asking = (async () => {
    while (!isOver) tell(await timed(url));
  })();
  return {
    async stop() {
      isOver = true;
      await asking;
    },
  };
}

/** User and system time (proc(5)), in ticks of 10 ms. */
function cpuMilliseconds(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
  const [, , , , , , , , , , , user, system] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(user) + Number(system)) * 10;
}

function residentBytes(pid) {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) * 1024;
}
