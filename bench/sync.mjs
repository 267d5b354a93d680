/**
 * Planning, and the calls of reading and writing a gateway, as ratios to baselines measured in the same run, alternating.
 * `node bench/sync.mjs [--consumers N] [--resources N] [--runs N]`: needs `npm run build`; a plan of 1,000,000 consumers needs some minutes and 3 GB.
 */
import { fork, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { median } from "./median.mjs";
import { numberOption } from "./options.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const consumers = numberOption("--consumers", 1_000_000);
const resources = numberOption("--resources", 10_000);
const runs = numberOption("--runs", 5);
const changes = 1000;

if (!existsSync(join(root, "dist/index.mjs"))) throw new Error("dist/index.mjs is missing: npm run build");
const folder = mkdtempSync(join(tmpdir(), "rollcall-bench-"));
try {
  planning("stored");
  planning("filled");
  await calling();
} finally {
  rmSync(folder, { recursive: true });
}

/** `stored`: the gateway holds what it was sent; `filled`: with its defaults, so that every resource differs as written. */
function planning(stored) {
  const times = Math.min(runs, 3);
  const measured = alternate(
    {
      parse: ["bench/sync/plan.mjs", "parse", consumers, changes, stored],
      plan: ["bench/sync/plan.mjs", "plan", consumers, changes, stored],
    },
    times,
  );
  const [{ result }] = measured.plan;
  if (result.changes !== changes) throw new Error(`the plan has ${result.changes} changes instead of ${changes}`);
  const words = stored === "stored" ? "as sent" : "with its defaults";
  report(
    `plan of ${consumers} against ${consumers} consumers, ${changes} changes, held ${words}`,
    middle(measured.plan) / middle(measured.parse),
    "× JSON.parse of both",
    "3",
    middle(measured.plan),
  );
  const peak = Math.max(...measured.plan.map(({ peak: bytes }) => bytes));
  console.log(`  peak RSS of that process, data included: ${(peak / 1e9).toFixed(2)} GB (target 3)`);
}

async function calling() {
  const bundle = await bundleGateway();
  const server = fork(join(root, "bench/sync/server.mjs"), [String(resources)]);
  try {
    const port = await new Promise((resolve) => server.once("message", resolve));
    for (const [what, words, target] of [
      ["read", `reading ${resources} consumers with credentials`, "1.25"],
      ["write", `${resources} creates`, "1.3"],
    ]) {
      const client = (who) => ["bench/sync/client.mjs", what, who, port, bundle, resources];
      const measured = alternate({ bare: client("bare"), rollcall: client("rollcall") }, runs);
      const [bare, ours] = [measured.bare[0].result.count, measured.rollcall[0].result.count];
      if (bare !== ours) throw new Error(`${what}: ${ours} resources instead of ${bare}`);
      report(
        words,
        middle(measured.rollcall) / middle(measured.bare),
        "× a bare undici loop",
        target,
        middle(measured.rollcall),
      );
    }
  } finally {
    server.kill();
  }
}

/** The gateway stage alone, out of the sources. */
async function bundleGateway() {
  const input = { gateway: join(root, "src/gateway/index.ts"), apply: join(root, "src/gateway/apply-plan.ts") };
  const bundle = await rolldown({ input, platform: "node" });
  await bundle.write({ dir: folder, format: "esm", entryFileNames: "[name].mjs" });
  const both = join(folder, "both.mjs");
  const { writeFileSync } = await import("node:fs");
  writeFileSync(both, 'export * from "./gateway.mjs";\nexport * from "./apply.mjs";\n');
  return both;
}

function alternate(commands, times) {
  const measured = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let run = 0; run < times; run++) {
    for (const [name, args] of Object.entries(commands)) measured[name].push(runChild(args.map(String)));
  }
  return measured;
}

function runChild(args) {
  const peakFile = join(folder, "peak");
  const options = ["--max-old-space-size=8192", "--require", join(root, "bench/peak.cjs")];
  const child = spawnSync(process.execPath, [...options, ...args], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, PEAK_FILE: peakFile },
  });
  if (child.status !== 0) throw new Error(`${args.join(" ")} failed: ${child.stderr}`);
  const { milliseconds, ...result } = JSON.parse(child.stdout);
  return { milliseconds, result, peak: Number(readFileSync(peakFile, "utf8")) * 1024 };
}

function middle(measured) {
  return median(measured.map(({ milliseconds }) => milliseconds));
}

function report(words, ratio, unit, target, milliseconds) {
  console.log(`${words}: ${ratio.toFixed(2)} ${unit} (target ${target}; ${milliseconds.toFixed(0)} ms)`);
}
