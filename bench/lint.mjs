/** Cold start: `rollcall lint` on the fixture against `node -e 0`, alternating. `node bench/lint.mjs [--runs N]` */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { median } from "./median.mjs";
import { numberOption } from "./options.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const { env } = JSON.parse(readFileSync(`${root}/fixtures/demo/secrets.json`, "utf8"));
const runs = numberOption("--runs", 10);
const commands = {
  "node -e 0": ["-e", "0"],
  "rollcall lint fixtures/harbourline": ["dist/cli.js", "lint", "fixtures/harbourline"],
};

if (!existsSync(`${root}/dist/cli.js`)) throw new Error("dist/cli.js is missing: npm run build");
const times = new Map(Object.keys(commands).map((name) => [name, []]));
for (const parameters of Object.values(commands)) milliseconds(parameters);
for (let run = 0; run < runs; run++) {
  for (const [name, parameters] of Object.entries(commands)) times.get(name).push(milliseconds(parameters));
}
const medians = [...times].map(([name, values]) => [name, median(values)]);
for (const [name, value] of medians) console.log(`${name.padEnd(36)} ${value.toFixed(1).padStart(8)} ms`);
console.log(`ratio ${(medians[1][1] / medians[0][1]).toFixed(2)} (medians of ${runs} alternating runs)`);

function milliseconds(parameters) {
  const start = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(process.execPath, parameters, {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: "utf8",
  });
  const elapsed = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0) throw new Error(`node ${parameters.join(" ")} ended with ${status}\n${stdout}${stderr}`);
  return elapsed;
}
