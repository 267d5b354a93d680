/** `compile` killed at any moment leaves the old artifact or the new one. KILL_ROUNDS makes the run longer. */
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorkspace, type Workspace } from "./rollcall.ts";

const rounds = Number(process.env["KILL_ROUNDS"] ?? 10);
let workspace: Workspace;

beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());

test(`${rounds} compilations that are killed`, { timeout: 60_000 + rounds * 5_000 }, async () => {
  const target = path.join(workspace.folder, "a.rca");
  const inputs = ["one", "two"].map((label) => path.join(workspace.folder, `${label}.yaml`));
  const artifacts: Buffer[] = [];
  for (const [index, input] of inputs.entries()) {
    await writeFile(input, `consumers:\n  - { username: jack, labels: { round: n${index} } }\n`);
    await workspace.run(["compile", "harbourline", path.basename(input), "--out", "a.rca"]);
    artifacts.push(await readFile(target));
  }
  expect(artifacts[0]?.equals(artifacts[1] ?? Buffer.alloc(0))).toBe(false);

  const start = performance.now();
  await workspace.run(["compile", "harbourline", "one.yaml", "--out", "a.rca"]);
  const usual = performance.now() - start;
  const found = { old: 0, new: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const next = (round + 1) % 2;
    const { child, ended } = workspace.start([
      "compile",
      "harbourline",
      `${next === 0 ? "one" : "two"}.yaml`,
      "--out",
      "a.rca",
    ]);
    // Most moments lie near the end, where the file is written.
    const moment = usual * (1.1 - 0.7 * ((round * 0.618) % 1) ** 2);
    await sleep(moment);
    child.kill("SIGKILL");
    await ended;
    const held = await readFile(target);
    const which = artifacts.findIndex((artifact) => artifact.equals(held));
    expect(which, `round ${round}: ${held.length} bytes after ${moment.toFixed(0)} ms are neither artifact`).not.toBe(
      -1,
    );
    found[which === next ? "new" : "old"] += 1;
  }
  // What was being written may stay behind under its temporary name, never under that of the artifact.
  for (const left of await readdir(workspace.folder)) {
    if (left.endsWith(".tmp")) await rm(path.join(workspace.folder, left));
  }
  expect(found.old + found.new).toBe(rounds);
  if (rounds >= 100) expect([found.old, found.new].every((count) => count > 0)).toBe(true);
});
