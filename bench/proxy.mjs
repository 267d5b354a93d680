/**
 * `rollcall serve` against a plain node:http reverse proxy, `@fastify/http-proxy` and nginx, none of which asks for a key.
 * `node bench/proxy.mjs [--only ROW] [--runs N] [--seconds N] [--consumers N] [--connections N] [--port N]`
 * Rows: rate, latency, auth, transfer, workers. Needs `npm run build`, Linux, wrk and nginx. Runs alternate; medians are
 * compared. Proxies share one core; the load and the upstream, which is an nginx, have the others.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { drive } from "./load.mjs";
import { median } from "./median.mjs";
import { numberOption } from "./options.mjs";
import { compileConfiguration, kinds, writeRequests } from "./proxy/configuration.mjs";
import { proxyFile, upstreamFile } from "./proxy/nginx.mjs";
import { cpuSeconds, run, start, stopAll } from "./proxy/processes.mjs";
import { residentBytes } from "./soak/process.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const script = (name) => join(root, "bench", name);
const cli = join(root, "dist/cli.js");
const runs = numberOption("--runs", 5);
const seconds = numberOption("--seconds", 5);
const consumers = numberOption("--consumers", 100_000);
const connections = numberOption("--connections", 32);
const firstPort = numberOption("--port", 19170);
const megabytes = numberOption("--megabytes", 100);
const atOnce = numberOption("--at-once", 50);

const rows = { rate: compareRates, latency: compareLatency, auth: compareAuth, transfer: compareTransfers, workers };
const only = process.argv.includes("--only") ? process.argv[process.argv.indexOf("--only") + 1] : undefined;
if (only !== undefined && !Object.hasOwn(rows, only)) throw new Error(`--only takes one of ${Object.keys(rows)}`);
if (!existsSync(cli)) throw new Error("dist/cli.js is missing: npm run build");
const [upstreamPort, sinkPort, plainPort, fastifyPort, nginxPort, servePort] = Array.from(
  { length: 6 },
  (_, index) => firstPort + index,
);
const folder = mkdtempSync(join(tmpdir(), "rollcall-bench-"));
const requestsFile = join(folder, "requests");
const loadCores = availableParallelism() > 1 ? `1-${availableParallelism() - 1}` : undefined;

try {
  console.log(`load average before: ${loadavg()[0].toFixed(1)}; ${runs} alternating runs of ${seconds} s`);
  const servers = only === "workers" ? undefined : await startServers();
  for (const [name, compare] of Object.entries(rows)) {
    if (only !== undefined && only !== name) continue;
    console.log(`\n${name}`);
    await compare(servers);
  }
} finally {
  stopAll();
  rmSync(folder, { recursive: true, force: true });
}

async function startServers() {
  const options = { cli, folder, consumers, upstreamPort, sinkPort };
  const { artifact, keyFile, callers } = compileConfiguration(options);
  writeFileSync(join(folder, "download"), Buffer.alloc(megabytes * 1_000_000, "x"));
  const node = process.execPath;
  await start("load", upstreamPort, "nginx", "-c", upstreamFile(folder, upstreamPort));
  await start("load", sinkPort, node, script("proxy/sink.mjs"), `${sinkPort}`);
  const plain = [node, script("baseline-proxy.mjs"), `${plainPort}`, `${upstreamPort}`];
  const fastify = [node, script("proxy/fastify-proxy.mjs"), `${fastifyPort}`, `${upstreamPort}`];
  const nginx = ["nginx", "-c", proxyFile(folder, nginxPort, upstreamPort, sinkPort)];
  const serve = [node, cli, "serve", artifact, "--key-file", keyFile, "--listen", `127.0.0.1:${servePort}`];
  const servers = {
    callers,
    plain: await start("proxy", plainPort, ...plain),
    fastify: await start("proxy", fastifyPort, ...fastify),
    nginx: await start("proxy", nginxPort, ...nginx),
    serve: await start("proxy", servePort, ...serve),
  };
  await expectAuthentication(servers);
  return servers;
}

/** The comparison is void unless the proxy really asks for credentials. */
async function expectAuthentication({ serve, callers }) {
  const statuses = [];
  for (const kind of kinds) {
    statuses.push((await fetch(`http://127.0.0.1:${serve.port}/${kind}`)).status);
    const requests = writeRequests(requestsFile, kind, callers);
    const { failures } = await drive({ port: serve.port, requests, seconds: 1, connections, cores: loadCores });
    if (failures > 0) throw new Error(`${kind}: ${failures} requests failed`);
  }
  if (`${statuses}` !== "200,401,401,401")
    throw new Error(`expected 200 and 401s without credentials, got ${statuses}`);
}

async function compareRates({ plain, fastify, nginx, serve, callers }) {
  const requests = writeRequests(requestsFile, "key", callers);
  const targets = { "(a) plain node:http": plain, "(b) @fastify/http-proxy": fastify, "(c) nginx": nginx, serve };
  const found = await alternate(targets, (server) => measureRate(server, requests));
  printRates(found, `serve: key-auth, ${consumers} consumers, limit-count; the others ask for nothing`);
  for (const [name, target] of [
    ["(a) plain node:http", 1.3],
    ["(b) @fastify/http-proxy", 1.8],
    ["(c) nginx", 0.6],
  ]) {
    const ratios = [found.serve.rate / found[name].rate, found[name].cost / found.serve.cost];
    const [byRate, byCost] = ratios.map((ratio) => ratio.toFixed(2));
    console.log(`serve / ${name.slice(0, 3)} ${byRate} (target ${target}); by processor time ${byCost}`);
  }
}

/** At half of the plain proxy's top rate. */
async function compareLatency({ plain, nginx, serve, callers }) {
  const requests = writeRequests(requestsFile, "key", callers);
  const top = await alternate({ plain }, (server) => measureRate(server, requests));
  const rate = Math.round(top.plain.rate / 2);
  const found = await alternate({ nginx, serve }, async ({ port }) => {
    const parameters = [`${port}`, `${rate}`, `${seconds + 1}`, requests];
    const paced = JSON.parse(await run("load", process.execPath, script("proxy/paced.mjs"), ...parameters));
    if (paced.failures > 0) throw new Error(`${paced.failures} requests failed or came late for the count`);
    return paced;
  });
  for (const [name, { p50, p99, late }] of Object.entries(found)) {
    const told = [p50, p99, late].map((value) => value.toFixed(2));
    console.log(
      `${name.padEnd(8)} p50 ${told[0]} ms, p99 ${told[1]} ms at ${rate} requests/s (client late: ${told[2]} ms)`,
    );
  }
  console.log(`p99 serve / nginx ${(found.serve.p99 / found.nginx.p99).toFixed(2)} (target 1.5)`);
}

async function compareAuth({ serve, callers }) {
  const routes = Object.fromEntries(kinds.map((kind) => [kind, kind]));
  const found = await alternate(routes, (kind) => measureRate(serve, writeRequests(requestsFile, kind, callers)));
  printRates(found, "serve with limit-count; off: no authentication");
  for (const [kind, target] of [
    ["key", 12],
    ["hmac", 25],
    ["jwt", 25],
  ]) {
    console.log(`${kind}: ${((1 - found[kind].rate / found.off.rate) * 100).toFixed(1)} % fewer (target ${target})`);
  }
}

async function compareTransfers({ nginx, serve, callers }) {
  for (const direction of ["download", "upload"]) {
    const found = await alternate({ nginx, serve }, ({ port, pid }) => transfer(direction, port, pid, callers[0]));
    for (const [name, { rate, work, growth }] of Object.entries(found)) {
      const told = [rate, work, growth].map((value) => value.toFixed(0));
      console.log(`${direction} ${name.padEnd(6)} ${told[0]} MB/s, ${told[1]} MB a CPU-second, RSS +${told[2]} MB`);
    }
    const ratio = (figure) => (found.serve[figure] / found.nginx[figure]).toFixed(2);
    console.log(
      `${direction} serve / nginx ${ratio("rate")} in time, ${ratio("work")} in work (target 0.5; RSS + 100 MB)`,
    );
  }
}

async function transfer(direction, port, pid, apiKey) {
  const before = residentBytes(pid);
  const cpuBefore = cpuSeconds(pid);
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, residentBytes(pid));
  }, 50);
  const parameters = [direction, `${port}`, `${megabytes}`, `${atOnce}`, apiKey];
  const took = Number(await run("load", process.execPath, script("proxy/transfer.mjs"), ...parameters));
  clearInterval(watch);
  const moved = megabytes * atOnce;
  return { rate: moved / took, work: moved / (cpuSeconds(pid) - cpuBefore), growth: (most - before) / 1e6 };
}

/** Also says what memory a million credentials take. */
function workers() {
  const parameters = [script("workers.mjs"), "--runs", `${runs}`, "--seconds", `${seconds}`];
  const { status } = spawnSync(process.execPath, parameters, { stdio: "inherit" });
  if (status !== 0) throw new Error(`bench/workers.mjs ended with ${status}`);
}

/** Measures each target in turn, `runs` times after one that warms up. Resolves with the medians of each figure. */
async function alternate(targets, measure) {
  const measured = Object.fromEntries(Object.keys(targets).map((name) => [name, []]));
  for (let round = 0; round <= runs; round++) {
    for (const [name, target] of Object.entries(targets)) {
      const figures = await measure(target);
      if (round > 0) measured[name].push(figures);
    }
  }
  const medians = (list) =>
    Object.fromEntries(Object.keys(list[0]).map((figure) => [figure, median(list.map((one) => one[figure]))]));
  return Object.fromEntries(Object.entries(measured).map(([name, list]) => [name, medians(list)]));
}

async function measureRate({ port, pid }, requests) {
  const before = cpuSeconds(pid);
  const {
    requests: count,
    failures,
    elapsed,
  } = await drive({ port, requests, seconds, connections, cores: loadCores });
  if (failures > 0) throw new Error(`port ${port}: ${failures} of ${count} requests failed`);
  return { rate: count / elapsed, cost: ((cpuSeconds(pid) - before) / count) * 1e6 };
}

function printRates(found, title) {
  console.log(title);
  for (const [name, { rate, cost }] of Object.entries(found)) {
    console.log(
      `${name.padEnd(26)} ${rate.toFixed(0).padStart(8)} requests/s ${cost.toFixed(1).padStart(8)} µs of CPU each`,
    );
  }
}
