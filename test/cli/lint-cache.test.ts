/** `lint --cache`: what was found is taken over when, and only when, nothing has changed on which it depends. */
import { createHash } from "node:crypto";
import { chmod, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openWorkspace, type Result, type Workspace } from "./rollcall.ts";

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());

const inPlace = (name: string): string => path.join(workspace.folder, name);
const lint = (argv: readonly string[] = [], environment: Readonly<Record<string, string>> = {}): Promise<Result> =>
  workspace.run(["lint", "--cache", "-f", "compact", ...argv, "a.yaml", "b.json"], { OWN_KEY: secret, ...environment });

const secret = "4f1d0c9ab27e4e6fa1";
const yaml =
  "consumers:\n  - username: a\n    credentials:\n      - { name: m, plugins: { key-auth: { key: '${OWN_KEY}' } } }\n";
const old = new Date(Date.now() - 60_000);

beforeEach(async () => {
  await rm(inPlace(".rollcallcache"), { force: true });
  await writeFile(inPlace("a.yaml"), yaml);
  await writeFile(inPlace("b.json"), '{ "consumers": [{ "username": "b" }] }\n');
  for (const file of ["a.yaml", "b.json"]) await utimes(inPlace(file), old, old);
});

/** Puts a finding into the cache that no lint makes, so that its output tells where it comes from. */
async function mark(): Promise<void> {
  const [, text = ""] = (await readFile(inPlace(".rollcallcache"), "utf8")).split("\n");
  const cache = JSON.parse(text) as { entries: { diagnostics: unknown[] }[] };
  for (const { diagnostics } of cache.entries) diagnostics.push({ rule: "x/kept", severity: "info", message: "kept" });
  const marked = JSON.stringify(cache);
  const digest = createHash("sha256").update(marked).digest("hex");
  await writeFile(inPlace(".rollcallcache"), `${digest}\n${marked}\n`);
}

test.each<[name: string, isTakenOver: boolean, change: () => Promise<unknown>, again?: () => Promise<Result>]>([
  ["nothing", true, async () => undefined],
  ["the times of a file", true, () => utimes(inPlace("a.yaml"), new Date(), new Date())],
  ["a file written again as it was", true, () => writeFile(inPlace("a.yaml"), yaml)],
  ["a file", false, () => writeFile(inPlace("a.yaml"), yaml.replace("username: a", "username: c"))],
  [
    "a file, but not its size and times",
    false,
    async () => {
      await writeFile(inPlace("a.yaml"), yaml.replace("username: a", "username: c"));
      await utimes(inPlace("a.yaml"), old, old);
    },
  ],
  ["a variable", false, async () => undefined, () => lint([], { OWN_KEY: "another-5be0d1c9" })],
  ["a variable that no file names", true, async () => undefined, () => lint([], { OTHER: "x" })],
  ["an option", false, async () => undefined, () => lint(["--target", "apisix"])],
  ["how it is printed", true, async () => undefined, () => lint(["--fail-on", "info", "--max-warnings", "9"])],
  [
    "the settings of the project",
    false,
    () => writeFile(inPlace("rollcall.config.yaml"), "presets: [strict]\n"),
    async () => {
      const result = await lint();
      await rm(inPlace("rollcall.config.yaml"));
      return result;
    },
  ],
  [
    "a damaged cache",
    false,
    async () => {
      const text = await readFile(inPlace(".rollcallcache"), "utf8");
      await writeFile(inPlace(".rollcallcache"), text.replace("kept", "kexx"));
    },
  ],
  ["an empty cache", false, () => writeFile(inPlace(".rollcallcache"), "")],
])("%s changed", async (_name, isTakenOver, change, again = lint) => {
  const first = await lint();
  expect(first).toMatchObject({ code: 0, stderr: "" });
  await mark();
  await change();
  const second = await again();
  expect(second.stdout.includes("x/kept")).toBe(isTakenOver);
});

test("findings are shown again, with their frames, and with the same exit code", async () => {
  await writeFile(inPlace("a.yaml"), yaml.replace("username: a", "username: not valid"));
  const argv = ["lint", "--cache", "a.yaml"];
  const first = await workspace.run(argv, { OWN_KEY: secret });
  const second = await workspace.run(argv, { OWN_KEY: secret });
  expect(first.code).toBe(1);
  expect(first.stdout).toContain("- username: not valid");
  expect(second).toEqual(first);
});

test("the file is private and holds no secret, no value of a variable", async () => {
  await lint();
  const { mode } = await stat(inPlace(".rollcallcache"));
  expect(mode & 0o777).toBe(0o600);
  expect(await readFile(inPlace(".rollcallcache"), "utf8")).not.toContain(secret);
});

test("standard input is linted anew", async () => {
  const result = await workspace.run(["lint", "--cache", "-"]);
  expect(result.stdout).toContain("source/empty");
  await expect(stat(inPlace(".rollcallcache"))).rejects.toThrow("ENOENT");
});

test("a cache that cannot be written is told and fails nothing", async () => {
  const result = await lint(["--cache-location", "no/such/folder/cache"]);
  expect(result).toMatchObject({
    code: 0,
    stderr:
      "note: nothing is kept for the next run: no/such/folder/cache: cannot be written: no such file or folder (ENOENT).\n",
  });
});

test("a file that cannot be read is no silent pass", async () => {
  await lint();
  await mark();
  await rm(inPlace("b.json"));
  expect(await lint()).toMatchObject({ code: 2 });
  await chmod(inPlace("a.yaml"), 0o600);
});
