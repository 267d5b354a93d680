/**
 * One measurement in a process of its own: `node measure.mjs WHAT FILE COUNT`, where FILE.rca and FILE.json hold the same
 * consumers. Prints milliseconds, and what else was found, as JSON.
 */
import { spawn } from "node:child_process";
import { createHash, hash } from "node:crypto";
import { once } from "node:events";
import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { compileInPieces, digestThread, nodeCrypto, openArtifact } from "../../dist/index.mjs";
import { median } from "../median.mjs";
import { residentBytes } from "../soak/process.mjs";
import { consumersInPieces } from "../sync/data.mjs";

const [, , what, file, count] = process.argv;
const key = new Uint8Array(32).fill(7);
const options = { crypto: nodeCrypto, key };
const lookups = 200_000;
const rounds = 7;
const warmUps = 2;
const root = fileURLToPath(new URL("../..", import.meta.url));
/** Until what was needed for opening is given back. */
const settleMs = 2_000;

const measurements = {
  /** As `rollcall compile` does it, of a checked configuration in memory, up to what it writes; the file is kept for the others. */
  compile() {
    const config = readConfig();
    const credentials = credentialsOf(config);
    const before = process.cpuUsage();
    const measured = timed(() => {
      const digests = digestThread(credentials);
      return compileInPieces(config, { ...options, tool: "rollcall/bench", ...(digests && { digests }) });
    });
    const { user, system } = process.cpuUsage(before);
    const out = openSync(`${file}.rca`, "w");
    for (const piece of measured.result) writeFileSync(out, piece);
    closeSync(out);
    const bytes = measured.result.reduce((sum, { length }) => sum + length, 0);
    return {
      ...measured,
      result: undefined,
      processor: (user + system) / 1000,
      bytes,
      credentials,
    };
  },
  digests() {
    const values = readConfig().consumers.flatMap(({ credentials }) => credentials.map(({ value }) => lookupOf(value)));
    return { ...timed(() => values.reduce((sum, value) => sum + hash("sha256", value, "buffer")[0], 0)) };
  },
  open() {
    return counted(
      timed(() => openArtifact(readFileSync(`${file}.rca`), options)),
      ({ credentialCount }) => credentialCount,
    );
  },
  readAndDigest() {
    return timed(() =>
      createHash("sha256")
        .update(readFileSync(`${file}.rca`))
        .digest("hex"),
    );
  },
  /** What others do at each change: parse, and build a Map of each plugin's credentials. */
  parseAndMap() {
    return counted(
      timed(() => {
        const consumers = parsePieces();
        const byUsername = new Map(consumers.map((consumer) => [consumer.username, consumer]));
        const maps = new Map();
        for (const consumer of consumers) {
          for (const credential of consumer.credentials) {
            const [plugin] = Object.keys(credential.plugins);
            if (!maps.has(plugin)) maps.set(plugin, new Map());
            maps.get(plugin).set(lookupOf(credential), { consumer, credential });
          }
        }
        return { byUsername, maps };
      }),
      ({ maps }) => [...maps.values()].reduce((sum, map) => sum + map.size, 0),
    );
  },
  /** Keys that are there, in an order that has nothing to do with theirs; against the digest, and a small artifact if there is one. */
  lookup() {
    const keys = someKeys(file);
    const works = { lookup: lookingUp(file, keys), digest: () => digestsOf(keys) };
    if (process.env.SMALL) works.small = lookingUp(process.env.SMALL, someKeys(process.env.SMALL));
    const spent = Object.fromEntries(Object.keys(works).map((name) => [name, []]));
    for (let round = 0; round < warmUps + rounds; round++) {
      for (const [name, work] of Object.entries(works)) {
        const milliseconds = processorTime(work);
        if (round >= warmUps) spent[name].push(milliseconds);
      }
    }
    return Object.fromEntries(Object.entries(spent).map(([name, all]) => [name, median(all)]));
  },
  /** What a thread of Node takes that has no program: below it no worker can be. The first one brings what all share. */
  async thread() {
    const resident = [];
    for (let count = 1; count <= 4; count++) {
      const worker = new Worker("require('node:worker_threads').parentPort.on('message', () => {})", { eval: true });
      await once(worker, "online");
      await sleep(settleMs / 4);
      resident.push(residentBytes(process.pid));
      worker.unref();
    }
    return { milliseconds: 0, bytes: (resident[3] - resident[0]) / 3 };
  },
  async memory() {
    return { milliseconds: 0, bytes: await memoryOf(Number(process.env.WORKERS)) };
  },
};

const { result: _result, ...printed } = await measurements[what]();
console.log(JSON.stringify(printed));

/** Cold, as what is opened or compiled is. */
function timed(work) {
  globalThis.gc?.();
  const start = performance.now();
  const result = work();
  return { milliseconds: performance.now() - start, result };
}

/** Milliseconds of the processor: what else the machine does counts less than in the time that passes. */
function processorTime(work) {
  const before = process.cpuUsage();
  if (work() < 0) throw new Error("nothing was done");
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function lookingUp(name, keys) {
  const artifact = openArtifact(readFileSync(`${name}.rca`), options);
  return () => keys.reduce((found, value) => found + (artifact.findCredential("key-auth", value) >= 0 ? 1 : 0), 0);
}

function digestsOf(keys) {
  return keys.reduce((sum, value) => sum + createHash("sha256").update(value).digest()[0], 0);
}

function counted({ milliseconds, result }, countOf) {
  return { milliseconds, count: countOf(result) };
}

function parsePieces(name = file) {
  const lines = readFileSync(`${name}.json`).toString("latin1").split("\n");
  return lines.flatMap((line) => (line === "" ? [] : JSON.parse(line)));
}

function readConfig() {
  if (what === "compile") writePieces();
  const consumers = parsePieces().map(({ credentials, ...value }) => ({
    id: value.username,
    value,
    credentials: credentials.map((credential) => ({ id: credential.name, value: credential })),
  }));
  consumers.sort((left, right) => (left.id < right.id ? -1 : 1));
  const rest = { consumer_groups: [], upstreams: [], services: [], plugin_configs: [], routes: [], global_rules: [] };
  return { ...rest, consumers, declared: new Set(["consumers", "credentials"]) };
}

/** A text a thousand consumers: one of all would pass the longest string. */
function writePieces() {
  const out = openSync(`${file}.json`, "w");
  // One consumer in twenty has plugins of its own, as the figure of the issue has it.
  let index = 0;
  for (const piece of consumersInPieces(Number(count))) {
    const consumers = piece.map(({ plugins, ...consumer }) =>
      index++ % 20 === 0 && plugins ? { ...consumer, plugins } : consumer,
    );
    writeSync(out, `${JSON.stringify(consumers)}\n`);
  }
  closeSync(out);
}

function credentialsOf({ consumers }) {
  return consumers.reduce((sum, { credentials }) => sum + credentials.length, 0);
}

function lookupOf({ plugins }) {
  const [config] = Object.values(plugins);
  return config.key_id ?? config.username ?? config.key;
}

/** Each a text of its own, as a request brings one: of few keys and of many the same memory is read, but for what is looked up in. */
function someKeys(name) {
  const keys = parsePieces(name).flatMap(({ credentials }) =>
    credentials.flatMap(({ plugins }) => plugins["key-auth"]?.key ?? []),
  );
  let state = 1;
  return Array.from({ length: lookups }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Buffer.from(keys[state % keys.length]).toString("latin1");
  });
}

/** Of the process of `serve` with so many workers, which have opened the artifact and listen. */
async function memoryOf(workers) {
  const child = spawn(
    process.execPath,
    [join(root, "dist/cli.js"), "serve", `${file}.rca`, "--workers", String(workers), "--listen", "127.0.0.1:0"],
    { env: { ...process.env, ROLLCALL_KEY: Buffer.from(key).toString("hex") }, stdio: ["ignore", "ignore", "pipe"] },
  );
  try {
    let told = "";
    for await (const chunk of child.stderr) {
      told += chunk;
      if (told.includes("serving on")) break;
    }
    if (!told.includes("serving on")) throw new Error(`serve ended: ${told}`);
    await sleep(settleMs);
    // Below the supervisor.
    const [pid] = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, "utf8").trim().split(" ");
    return residentBytes(pid);
  } finally {
    child.kill("SIGTERM");
    if (child.exitCode === null) await once(child, "exit");
  }
}
