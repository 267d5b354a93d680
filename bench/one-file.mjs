/**
 * What the one file costs at a start: processor time of `rollcall lint` of one small file, by `dist/rollcall.cjs` against `dist/cli.js`.
 * `node bench/one-file.mjs [--runs N]`: `npm run bench:one-file` builds both first. Runs alternate; medians are compared.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateConsumers } from "./generate.mjs";
import { median } from "./median.mjs";
import { numberOption } from "./options.mjs";

const runs = numberOption("--runs", 31);
const [oneFile, cli] = ["rollcall.cjs", "cli.js"].map((name) =>
  fileURLToPath(new URL(`../dist/${name}`, import.meta.url)),
);
for (const program of [oneFile, cli]) {
  if (!existsSync(program)) throw new Error(`${program} is missing: npm run build && npm run bundle`);
}

const folder = mkdtempSync(join(tmpdir(), "rollcall-bench-"));
try {
  const file = join(folder, "one.yaml");
  writeFileSync(file, generateConsumers(1));
  const times = { [oneFile]: [], [cli]: [] };
  for (let index = 0; index <= runs; index++) {
    for (const [program, all] of Object.entries(times)) all.push(processorTime(program, file));
  }
  // The first start fills the caches of the disk.
  const [ofFile, ofChunks] = Object.values(times).map((all) => median(all.slice(1)));
  const size = (statSync(oneFile).size / 1e6).toFixed(1);
  console.log(
    `rollcall.cjs, ${size} MB: ${(ofFile / ofChunks).toFixed(2)} × dist/cli.js (${ofFile.toFixed(0)}, ${ofChunks.toFixed(0)} ms of CPU)`,
  );
} finally {
  rmSync(folder, { recursive: true });
}

/** Of one process, in milliseconds: bash tells that of the children it has waited for. */
function processorTime(program, file) {
  const script = `TIMEFORMAT="%U %S"; time "$@" > /dev/null`;
  const { status, stderr } = spawnSync("bash", ["-c", script, "bash", process.execPath, program, "lint", file], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${program} ended with ${status}\n${stderr}`);
  const [user, system] = (stderr.trim().split("\n").at(-1) ?? "").split(" ").map(Number);
  return (user + system) * 1000;
}
