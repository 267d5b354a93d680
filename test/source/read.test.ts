/** Which files an input stands for. */
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readSources } from "../../src/source/read.ts";

const files = [
  "a.yaml",
  "b.json",
  "notes.txt",
  "team/c.yml",
  "team/D.YAML",
  "team/deep/e.yaml",
  "team/.hidden/f.yaml",
  "team/node_modules/g.yaml",
  "odd [name]/h (1).yaml",
  "odd [name]/ü 'x'.yaml",
  "-.yaml",
  "empty/readme.md",
];
let cwd = "";

beforeAll(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), "rollcall-read-"));
  for (const file of files) {
    await mkdir(path.join(cwd, path.dirname(file)), { recursive: true });
    await writeFile(path.join(cwd, file), `\uFEFFtext of ${file}`);
  }
  await symlink("nowhere", path.join(cwd, "dangling.yaml"));
});
afterAll(() => rm(cwd, { recursive: true, force: true }));

const read = (...inputs: string[]) => readSources(inputs, { cwd, readStdin: async () => "from stdin" });

describe("inputs", () => {
  test.each<[name: string, inputs: string[], expected: string[]]>([
    ["a file, whatever its ending", ["notes.txt"], ["notes.txt"]],
    ["files in the order given", ["b.json", "a.yaml"], ["b.json", "a.yaml"]],
    ["a folder", ["team"], ["team/D.YAML", "team/c.yml", "team/deep/e.yaml"]],
    ["a folder with a slash", ["./team/deep/"], ["team/deep/e.yaml"]],
    ["a folder with brackets in its name", ["odd [name]"], ["odd [name]/h (1).yaml", "odd [name]/ü 'x'.yaml"]],
    ["a file with brackets in its name", ["odd [name]/h (1).yaml"], ["odd [name]/h (1).yaml"]],
    ["a glob", ["*.{yaml,json}"], ["-.yaml", "a.yaml", "b.json"]],
    ["a glob over folders", ["**/e.yaml"], ["team/deep/e.yaml"]],
    ["a file given twice", ["a.yaml", "./a.yaml", "team/../a.yaml"], ["a.yaml"]],
    ["a file and its folder", ["team/deep/e.yaml", "team"], ["team/deep/e.yaml", "team/D.YAML", "team/c.yml"]],
    ["standard input", ["-", "a.yaml", "-"], ["<stdin>", "a.yaml"]],
    ["nothing", [], []],
  ])("%s", async (_, inputs, expected) => {
    expect((await read(...inputs)).map(({ file }) => file)).toEqual(expected);
  });

  test("texts belong to their names", async () => {
    const texts = (await read("-", "a.yaml")).map(({ text }) => text.replace("\uFEFF", ""));
    expect(texts).toEqual(["from stdin", "text of a.yaml"]);
  });

  test("an absolute path stays as given", async () => {
    const file = path.join(cwd, "a.yaml");
    expect((await read(file, "a.yaml")).map((source) => source.file)).toEqual([file]);
  });
});

describe("refused", () => {
  test.each<[name: string, input: string, message: string]>([
    ["no such file", "nope.yaml", "nope.yaml: no such file or folder. Check the path; it is taken from <cwd>."],
    [
      "a dangling link",
      "dangling.yaml",
      "dangling.yaml: no such file or folder. Check the path; it is taken from <cwd>.",
    ],
    ["a folder without files", "empty", "empty: there is no .yaml, .yml or .json file in this folder."],
    ["a glob without files", "*.nope", "*.nope: no file matches this pattern in <cwd>."],
    [
      "a file as a folder",
      "a.yaml/b.yaml",
      "a.yaml/b.yaml: no such file or folder. Check the path; it is taken from <cwd>.",
    ],
    ["no name", "", "an input has no name. Name a file, a folder, a pattern or `-`."],
  ])("%s", async (_, input, message) => {
    const error: unknown = await read("a.yaml", input).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "InputError" });
    expect((error as Error).message.replaceAll(cwd, "<cwd>")).toBe(message);
  });

  test.skipIf(process.getuid?.() === 0)("a file without permission", async () => {
    await writeFile(path.join(cwd, "locked.txt"), "x");
    await chmod(path.join(cwd, "locked.txt"), 0);
    await expect(read("locked.txt")).rejects.toThrow("locked.txt: cannot be read (EACCES).");
  });
});
