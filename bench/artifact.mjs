/**
 * The artifact: its size, opening, look-ups, memory and compiling, as ratios to baselines measured in the same run, alternating.
 * `node bench/artifact.mjs [--consumers N] [--runs N]`: needs `npm run build`; 833,000 consumers have a million credentials.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { median } from "./median.mjs";
import { numberOption } from "./options.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const largest = numberOption("--consumers", 833_000);
const runs = numberOption("--runs", 5);
const smallest = 1_000;
/** In each of which rounds alternate. */
const lookupRuns = 3;

if (!existsSync(join(root, "dist/index.mjs"))) throw new Error("dist/index.mjs is missing: npm run build");
const folder = mkdtempSync(join(tmpdir(), "rollcall-bench-"));
try {
  for (const consumers of [...[smallest, 10_000, 100_000].filter((count) => count < largest), largest])
    measure(consumers);
} finally {
  rmSync(folder, { recursive: true });
}

function measure(consumers) {
  const file = join(folder, String(consumers));
  const isLargest = consumers === largest;
  const times = isLargest ? Math.min(runs, 3) : runs;
  const { compile, digests } = alternate(["compile", "digests"], file, consumers, runs);
  const [{ bytes, credentials }] = compile;
  console.log(`${consumers} consumers, ${credentials} credentials`);
  console.log(`  ${(bytes / credentials).toFixed(1)} bytes a credential (target 128 at a million)`);
  // Of neighbours, since a machine that others use too is faster at one time than at another.
  const ratios = compile.map(({ milliseconds }, round) => milliseconds / digests[round].milliseconds);
  line("compile", median(ratios), "× one SHA-256 a credential", "2", middle(compile));
  console.log(`  of the processor: ${median(compile.map(({ processor }) => processor)).toFixed(0)} ms`);
  const opened = alternate(["open", "readAndDigest", "parseAndMap"], file, consumers, times);
  if (opened.open[0].count !== opened.parseAndMap[0].count) throw new Error("the artifact lacks credentials");
  line(
    "open and verify",
    middle(opened.open) / middle(opened.readAndDigest),
    "× reading and SHA-256",
    "2",
    middle(opened.open),
  );
  line("open and verify", middle(opened.open) / middle(opened.parseAndMap), "× JSON.parse and Maps", "0.1");
  const small = isLargest && consumers > smallest ? { SMALL: join(folder, String(smallest)) } : {};
  const found = Array.from({ length: lookupRuns }, () => run("lookup", file, consumers, small));
  const share = (name) => median(found.map((each) => each.lookup / each[name]));
  line("look-up, digest included", share("digest"), "× createHash of the key", "1.5");
  if (!isLargest) return;
  if (consumers > smallest) line("look-up", share("small"), `× one among ${smallest} consumers`, "1.5");
  const [one, four] = [1, 4].map((workers) =>
    median(Array.from({ length: 3 }, () => run("memory", file, consumers, { WORKERS: String(workers) }).bytes)),
  );
  line("memory of 4 workers", four / one, "× that of 1", "1.15");
  const thread = run("thread", file, consumers).bytes;
  console.log(`  with three threads more that have no program: ${((one + 3 * thread) / one).toFixed(2)} ×`);
  console.log(`  ${(one / 1e6).toFixed(0)} MB with one worker, ${(four / 1e6).toFixed(0)} MB with four`);
}

function alternate(names, file, consumers, times) {
  const measured = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < times; round++) for (const name of names) measured[name].push(run(name, file, consumers));
  return measured;
}

function run(what, file, consumers, environment = {}) {
  const script = join(root, "bench/artifact/measure.mjs");
  const child = spawnSync(
    process.execPath,
    ["--max-old-space-size=12288", "--expose-gc", script, what, file, String(consumers)],
    {
      encoding: "utf8",
      env: { ...process.env, ...environment },
    },
  );
  if (child.status !== 0) throw new Error(`${what} failed: ${child.stderr}`);
  return JSON.parse(child.stdout);
}

function middle(measured) {
  return median(measured.map(({ milliseconds }) => milliseconds));
}

function line(words, ratio, unit, target, milliseconds) {
  const time = milliseconds === undefined ? "" : `; ${milliseconds.toFixed(0)} ms`;
  console.log(`  ${words}: ${ratio.toFixed(2)} ${unit} (target ${target}${time})`);
}
