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
  "project/rollcall.config.yaml",
  "project/a.yaml",
  "project/draft/b.yaml",
  "project/deep/c.draft.yaml",
  "named/ends.yaml/readme.md",
  "named/ends.yaml/a.yaml",
  "teams/one/a.yaml",
  "teams-shared/b.yaml",
  "links-of-links/own.yaml",
];
let cwd = "";

beforeAll(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), "rollcall-read-"));
  for (const file of files) {
    await mkdir(path.join(cwd, path.dirname(file)), { recursive: true });
    await writeFile(path.join(cwd, file), `\uFEFFtext of ${file}`);
  }
  // No search enters a hidden folder.
  await mkdir(path.join(cwd, ".dead"));
  await symlink("nowhere", path.join(cwd, ".dead/dangling.yaml"));
  await symlink("circle.yaml", path.join(cwd, ".dead/circle.yaml"));
  await mkdir(path.join(cwd, "links"));
  await symlink("../teams", path.join(cwd, "links-of-links/teams"));
  // Its target begins as that of the link above it does, which is no circle.
  await symlink("../../teams-shared", path.join(cwd, "teams/one/shared"));
  await symlink("../links", path.join(cwd, "links/self"));
  await symlink("../b.json", path.join(cwd, "links/b.json"));
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
    ["a file and links to it", ["b.json", "links", "links/self/b.json"], ["b.json"]],
    ["a folder that holds itself", ["links"], ["links/b.json"]],
    ["a file and its folder", ["team/deep/e.yaml", "team"], ["team/deep/e.yaml", "team/D.YAML", "team/c.yml"]],
    ["a folder named like a file", ["named"], ["named/ends.yaml/a.yaml"]],
    [
      "a folder behind a link behind a link",
      ["links-of-links"],
      ["links-of-links/own.yaml", "links-of-links/teams/one/a.yaml", "links-of-links/teams/one/shared/b.yaml"],
    ],
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

describe("left out", () => {
  test.each<[name: string, inputs: string[], patterns: string[], expected: string[]]>([
    [
      "the project's settings",
      ["project"],
      [],
      ["project/a.yaml", "project/deep/c.draft.yaml", "project/draft/b.yaml"],
    ],
    ["the settings in a glob", ["project/*.yaml"], [], ["project/a.yaml"]],
    ["not the settings when named", ["project/rollcall.config.yaml"], [], ["project/rollcall.config.yaml"]],
    ["a folder", ["project"], ["draft"], ["project/a.yaml", "project/deep/c.draft.yaml"]],
    ["a folder with a slash", ["project"], ["draft/"], ["project/a.yaml", "project/deep/c.draft.yaml"]],
    ["a glob", ["project"], ["**/*.draft.yaml"], ["project/a.yaml", "project/draft/b.yaml"]],
    ["from a folder above", ["."], ["**/*.yaml"], ["b.json", "team/D.YAML", "team/c.yml"]],
    ["from a folder below", ["project/draft", "project/a.yaml"], ["**/c*"], ["project/draft/b.yaml", "project/a.yaml"]],
    ["from a glob", ["project/**/*.yaml"], ["draft", "*/c*"], ["project/a.yaml"]],
    ["not a file named by itself", ["project/draft/b.yaml"], ["draft"], ["project/draft/b.yaml"]],
  ])("%s", async (_, inputs, patterns, expected) => {
    const folder = path.join(cwd, inputs[0] === "." ? "" : "project");
    const options = { cwd, readStdin: async () => "", ignore: { folder, patterns } };
    expect((await readSources(inputs, options)).map(({ file }) => file)).toEqual(expected);
  });

  test("everything of a folder below", async () => {
    const options = { cwd, readStdin: async () => "", ignore: { folder: cwd, patterns: ["**/*.draft.yaml"] } };
    const message = "project/deep: there is no .yaml, .yml or .json file but those that are ignored in this folder.";
    await expect(readSources(["project/deep"], options)).rejects.toThrow(message);
  });
});

describe("refused", () => {
  test.each<[name: string, input: string, message: string]>([
    ["no such file", "nope.yaml", "nope.yaml: no such file or folder. Check the path; it is taken from <cwd>."],
    [
      "a dangling link",
      ".dead/dangling.yaml",
      ".dead/dangling.yaml: no such file or folder. Check the path; it is taken from <cwd>.",
    ],
    [
      "a link to itself",
      ".dead/circle.yaml",
      ".dead/circle.yaml: cannot be read: its links lead round in a circle (ELOOP).",
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
    await expect(read("locked.txt")).rejects.toThrow("locked.txt: cannot be read: permission denied (EACCES).");
  });
});

describe("what a search cannot look into", () => {
  const links: Readonly<Record<string, string>> = {
    "file/b.yaml": "nowhere.yaml",
    "folder/team": "../nowhere",
    "circle/round": "round",
    "unseen/node_modules/.bin/tool.yaml": "nowhere",
    "unseen/.#a.yaml": "user@host.1",
    "unseen/b.test.yaml": "nowhere",
  };
  const remedy = ' Mend or remove it, or name it under "ignore" in rollcall.config.yaml.';
  const deadLink = `cannot be read: its link leads nowhere (ENOENT).${remedy}`;
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "rollcall-unread-"));
    for (const [link, target] of Object.entries(links)) {
      await mkdir(path.join(folder, path.dirname(link)), { recursive: true });
      await symlink(target, path.join(folder, link));
    }
    for (const name of ["file", "folder", "circle", "unseen"]) await writeFile(path.join(folder, name, "a.yaml"), "x");
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const outcomeOf = async (input: string, patterns: string[]): Promise<string> => {
    const options = { cwd: folder, readStdin: async () => "", ignore: { folder, patterns } };
    return readSources([input], options).then(
      (sources) => sources.map(({ file }) => file).join(" "),
      (error: Error) => error.message.replaceAll(folder, "<cwd>"),
    );
  };

  test.each<[name: string, input: string, ignore: string[], expected: string]>([
    ["a link to a file that is not there", "file", [], `file/b.yaml: ${deadLink}`],
    ["a link to a folder that is not there", "folder/", [], `folder/team: ${deadLink}`],
    [
      "a link to itself",
      "./circle",
      [],
      `circle/round: cannot be read: its links lead round in a circle (ELOOP).${remedy}`,
    ],
    ["a dead link that a pattern matches", "file/*.yaml", [], `file/b.yaml: ${deadLink}`],
    ["a dead link within a pattern", "folder/*/*.yaml", [], `folder/team: ${deadLink}`],
    ["a dead link that a pattern does not match", "f*/a.yaml", [], "file/a.yaml folder/a.yaml"],
    ["dead links where no search goes", "unseen", [], "unseen/a.yaml"],
    ["an ignored link", "file", ["file/b.yaml"], "file/a.yaml"],
    ["an ignored link to a folder", "folder", ["**/team"], "folder/a.yaml"],
    ["a link beside what is ignored", "folder", ["folder/team2", "folder/a*"], `folder/team: ${deadLink}`],
    ["all of a folder with a dead link", "circle/*", ["circle/r*"], "circle/a.yaml"],
    [
      "a pattern beneath what is not there",
      "nowhere/*.yaml",
      [],
      "nowhere/*.yaml: no file matches this pattern in <cwd>.",
    ],
    [
      "a pattern beneath a file",
      "file/a.yaml/*.yaml",
      [],
      "file/a.yaml/*.yaml: no file matches this pattern in <cwd>.",
    ],
  ])("%s", async (_, input, ignore, expected) => {
    expect(await outcomeOf(input, ignore)).toBe(expected);
  });
});
