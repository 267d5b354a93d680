/** Runs every folder below cases/: its command.txt in a copy of the folder, compared with stdout.txt, stderr.txt and exit-code.txt. UPDATE_GOLDEN=1 writes them anew: review the difference by eye. */
import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const casesFolder = path.join(import.meta.dirname, "cases");
const cli = path.resolve(import.meta.dirname, "../../dist/cli.js");
const isUpdate = process.env["UPDATE_GOLDEN"] === "1";
const goldenFiles = ["stdout.txt", "stderr.txt", "exit-code.txt"] as const;

let workFolder: string;

beforeAll(async () => {
  workFolder = await mkdtemp(path.join(tmpdir(), "rollcall-cases-"));
  await writeFile(path.join(workFolder, "rollcall"), `#!/bin/sh\nexec node "${cli}" "$@"\n`, { mode: 0o755 });
});

afterAll(() => rm(workFolder, { recursive: true, force: true }));

const names = (await readdir(casesFolder)).sort();

describe.concurrent("command-line cases", () => {
  test.each(names)("%s", async (name) => {
    const original = path.join(casesFolder, name);
    const copy = path.join(workFolder, name);
    await cp(original, copy, {
      recursive: true,
      filter: (file) => !goldenFiles.some((golden) => file.endsWith(golden)),
    });
    const command = await readFile(path.join(copy, "command.txt"), "utf8");
    await rm(path.join(copy, "command.txt"));
    const actual = await run(command.trim(), copy);
    for (const golden of goldenFiles) {
      const file = path.join(original, golden);
      if (isUpdate) await writeFile(file, actual[golden]);
      else expect(actual[golden], golden).toBe(await readFile(file, "utf8"));
    }
  });
});

async function run(command: string, cwd: string): Promise<Record<(typeof goldenFiles)[number], string>> {
  const environment = { PATH: `${workFolder}:${process.env["PATH"]}`, ROLLCALL_KEY: "00".repeat(32) };
  return new Promise((resolve) => {
    execFile("sh", ["-c", command], { cwd, env: environment }, (error, stdout, stderr) => {
      const visible = (text: string): string => text.replaceAll(cwd, "<case>");
      const exitCode = typeof error?.code === "number" ? error.code : 0;
      resolve({ "stdout.txt": visible(stdout), "stderr.txt": visible(stderr), "exit-code.txt": `${exitCode}\n` });
    });
  });
}
