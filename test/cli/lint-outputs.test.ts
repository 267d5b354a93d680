/** What lint writes where: no report in place of a file that is checked, or of another report; and an exit code that is explained. */
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runInProcess } from "./in-process.ts";

const text = `consumers:
  - username: acme
    credentials:
      - { name: main, plugins: { key-auth: { key: x8Qw2 } } }
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "rollcall-outputs-"));
  await writeFile(path.join(folder, "a.yaml"), text);
  await symlink("a.yaml", path.join(folder, "link"));
});
afterAll(() => rm(folder, { recursive: true }));

const isInput = (file: string): string =>
  `error: ${file} is one of the files that are checked: name another file to write to.\n`;
const isTwice = (file: string): string => `error: ${file} is named for two things to write: name a file for each.\n`;
const shares = (format: string): string =>
  `error: --format ${format} cannot share standard output with another format: write --format ${format}=FILE.\n`;

test.each<[options: string, stderr: string]>([
  ["-f sarif=a.yaml", isInput("a.yaml")],
  ["-f sarif=./link", isInput("./link")],
  ["-f text -f json=out -f junit=./out", isTwice("./out")],
  ["--cache --cache-location a.yaml", isInput("a.yaml")],
  ["--cache --cache-location out -f json=out", isTwice("out")],
  ["-f json -f sarif", shares("json")],
  ["-f text -f gitlab", shares("gitlab")],
])("refused: lint . %s", async (options, stderr) => {
  const result = await runInProcess(folder, ["lint", ".", ...options.split(" ")], {});
  expect(result).toMatchObject({ code: 2, stdout: "", stderr });
  expect(await readFile(path.join(folder, "a.yaml"), "utf8")).toBe(text);
  expect((await readdir(folder)).sort()).toEqual(["a.yaml", "link"]);
});

test.each<[options: string, code: number, stderr: string]>([
  ["-f compact -f github", 0, ""],
  ["--quiet", 0, ""],
  ["--quiet --max-warnings 0", 1, "exit code 1 for 1 warning and 0 info that --quiet does not show\n"],
  ["--quiet --fail-on warning", 1, "exit code 1 for 1 warning and 0 info that --quiet does not show\n"],
  ["--fail-on warning", 1, ""],
])("lint . %s", async (options, code, stderr) => {
  const result = await runInProcess(folder, ["lint", ".", ...options.split(" ")], {});
  expect(result.code).toBe(code);
  expect(result.stderr.slice(0, Math.max(stderr.length, 1))).toBe(stderr);
});
