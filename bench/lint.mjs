/**
 * The speed of `rollcall lint` on generated consumers, as ratios to baselines measured in the same run, alternating.
 * `node bench/lint.mjs [--most CONSUMERS] [--runs N]`: needs `npm run build`; 1,000,000 consumers take some minutes and 1 GB of disk.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { load as loadYaml } from "js-yaml";
import { generateConsumers } from "./generate.mjs";
import { median } from "./median.mjs";
import { numberOption } from "./options.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const cli = join(root, "dist/cli.js");
const most = numberOption("--most", 1_000_000);
const runs = numberOption("--runs", 5);
const perFile = 1000;
const empty = ["-e", "0"];

if (!existsSync(cli)) throw new Error("dist/cli.js is missing: npm run build");
const folder = mkdtempSync(join(tmpdir(), "rollcall-bench-"));
try {
  run();
} finally {
  rmSync(folder, { recursive: true });
}

function run() {
  coldStart();
  const sizes = [1000, 10_000, 100_000, 1_000_000].filter((size) => size <= most);
  const results = new Map(sizes.map((size) => [size, oneSize(size)]));
  againstLoaders(sizes.includes(100_000) ? 100_000 : sizes.at(-1), results);
  growth(results);
  cached(sizes.at(-1));
  declined();
}

/** One small file. */
function coldStart() {
  const file = writeOne(1);
  const [start, lint] = alternate([empty, [cli, "lint", file]], Math.max(runs, 15));
  report("cold lint of one small file", lint.time / start.time, "× node -e 0", "1.6", lint.time);
}

function oneSize(size) {
  const [one, many] = [writeOne(size), writeMany(size)];
  const bytes = statSync(one).size;
  const [single, several] = alternate(
    [
      [cli, "lint", one],
      [cli, "lint", many],
    ],
    size >= 1_000_000 ? 3 : runs,
  );
  const words = `${size} consumers, ${(bytes / 1e6).toFixed(1)} MB`;
  line(`${words}, one file`, `${single.time.toFixed(0)} ms, peak RSS ${(single.peak / bytes).toFixed(1)} × the file`);
  line(
    `${words}, ${size / perFile} files`,
    `${several.time.toFixed(0)} ms, peak RSS ${(several.peak / bytes).toFixed(1)} × the files`,
  );
  return { file: one, bytes, single };
}

/** js-yaml and JSON.parse load the data in their process; of rollcall it is the whole process. */
function againstLoaders(size, results) {
  const { file } = results.get(size);
  const load = (body) => [
    "-e",
    `${body}; const start = performance.now(); use(); console.log(performance.now() - start)`,
  ];
  const text = `require("node:fs").readFileSync(${JSON.stringify(file)}, "utf8")`;
  const json = `${file}.json`;
  const jsYaml = JSON.stringify(join(root, "node_modules/js-yaml"));
  writeFileSync(json, JSON.stringify(loadYaml(readFileSync(file, "utf8"))));
  const inside = [
    load(`const y = require(${jsYaml}); const text = ${text}; const use = () => y.load(text)`),
    load(
      `const text = require("node:fs").readFileSync(${JSON.stringify(json)}, "utf8"); const use = () => JSON.parse(text)`,
    ),
  ];
  const times = { lint: [], jsYaml: [], json: [] };
  for (let index = 0; index < runs; index++) {
    times.lint.push(execute([cli, "lint", file]).time);
    times.jsYaml.push(Number(execute(inside[0]).output));
    times.json.push(Number(execute(inside[1]).output));
  }
  const [lint, yaml, parse] = [times.lint, times.jsYaml, times.json].map(median);
  report(`lint of ${size} against js-yaml's load (${yaml.toFixed(0)} ms)`, lint / yaml, "×", "0.25", lint);
  report(`lint of ${size} against JSON.parse (${parse.toFixed(0)} ms)`, lint / parse, "×", "3", lint);
}

function growth(results) {
  const [less, more] = [100_000, 1_000_000].map((size) => results.get(size));
  if (!less || !more) return;
  report("growth from 100,000 to 1,000,000", more.single.time / less.single.time, "× time", "11");
  report("peak RSS at 1,000,000", more.single.peak / more.bytes, "× the file", "8");
}

function cached(size) {
  const many = join(folder, `many-${size}`);
  const lint = [cli, "lint", "--cache", "--cache-location", join(folder, "cache"), many];
  const first = execute(lint);
  execute(lint);
  const [start, again] = alternate([empty, lint], runs);
  report(
    `--cache, nothing changed, ${size} in ${size / perFile} files (first run ${first.time.toFixed(0)} ms)`,
    again.time / start.time,
    "× node -e 0",
    "5",
    again.time,
  );
}

/** An anchor is outside of the fast reader's subset: in one item, and in every item. */
function declined() {
  const text = generateConsumers(10_000);
  let anchors = 0;
  againstYaml("a declined file (10,000 consumers, one anchor)", text.replace("labels:", "labels: &labels"));
  againstYaml(
    "a declined file (an anchor in every consumer)",
    text.replaceAll("labels:", () => `labels: &labels${anchors++}`),
  );
}

function againstYaml(what, text) {
  const file = join(folder, "declined.yaml");
  writeFileSync(file, text);
  const yaml = JSON.stringify(join(root, "node_modules/yaml"));
  const alone = `const { parseAllDocuments } = require(${yaml}); for (const d of parseAllDocuments(require("node:fs").readFileSync(${JSON.stringify(file)}, "utf8"))) d.toJS()`;
  const [parse, lint] = alternate(
    [
      ["-e", alone],
      [cli, "lint", file],
    ],
    runs,
  );
  report(`${what} against the yaml package alone`, lint.time / parse.time, "×", "1.1", lint.time);
}

function writeOne(size) {
  const file = join(folder, `one-${size}.yaml`);
  writeFileSync(file, generateConsumers(size));
  return file;
}

function writeMany(size) {
  const [head, ...consumers] = readFileSync(join(folder, `one-${size}.yaml`), "utf8").split(/(?=^ {2}- username)/m);
  const many = join(folder, `many-${size}`);
  mkdirSync(many);
  for (let from = 0; from < size; from += perFile) {
    const text = head + consumers.slice(from, from + perFile).join("");
    writeFileSync(join(many, `${String(from / perFile).padStart(6, "0")}.yaml`), text);
  }
  return many;
}

/** Medians of each command's times, in milliseconds, and the highest of its peaks, in bytes. */
function alternate(commands, count) {
  const measured = commands.map(() => []);
  for (const command of commands) execute(command);
  for (let index = 0; index < count; index++) {
    for (const [at, command] of commands.entries()) measured[at].push(execute(command));
  }
  return measured.map((all) => ({
    time: median(all.map(({ time }) => time)),
    peak: Math.max(...all.map(({ peak }) => peak)),
  }));
}

function execute(parameters) {
  const peakFile = join(folder, "peak");
  const isLint = parameters[0] === cli;
  const env = isLint ? { ...process.env, PEAK_FILE: peakFile } : process.env;
  const hook = isLint ? ["--require", join(root, "bench/peak.cjs")] : [];
  const start = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(process.execPath, [...hook, ...parameters], {
    env,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  const time = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0)
    throw new Error(
      `node ${parameters.join(" ").slice(0, 200)} ended with ${status}\n${stdout.slice(0, 2000)}${stderr.slice(0, 2000)}`,
    );
  return { time, output: stdout, peak: isLint ? Number(readFileSync(peakFile, "utf8")) * 1024 : 0 };
}

function report(what, ratio, unit, target, milliseconds) {
  const time = milliseconds === undefined ? "" : `, ${milliseconds.toFixed(0)} ms`;
  line(what, `${ratio.toFixed(2)} ${unit} (target ${target})${time}`);
}

function line(what, result) {
  console.log(`${what.padEnd(78)} ${result}`);
}
