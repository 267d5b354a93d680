/** Where the settings of a project are found, and which option wins. */
import { chmod, chown, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Command, Option } from "commander";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findProjectFile } from "../../src/cli/find-project.ts";
import { joinProject } from "../../src/cli/project.ts";
import { processTerminal } from "../../src/cli/terminal.ts";

let root = "";
const terminal = processTerminal();
const at = (...parts: readonly string[]): string => path.join(root, ...parts);

const files: Readonly<Record<string, string>> = {
  "top/rollcall.config.yaml": "inputs: [consumers, 'more/*.yaml', /abs/x.yaml]\nkeyFile: k\nvarsFiles: [.env]\n",
  "top/middle/deep/a.txt": "",
  "top/repository/.git/HEAD": "",
  "top/repository/inside/a.txt": "",
  "top/own/.git/HEAD": "",
  "top/own/rollcall.config.json": "{}",
  "top/several/rollcall.config.mjs": "",
  "top/several/rollcall.config.yml": "",
  "top/folder/rollcall.config.yaml/a.txt": "",
  "odd [x]/rollcall.config.mjs":
    "export default { inputs: ['a', '*.yaml'], gateway: { server: 'http://file', timeout: 5, tokenFile: 't' } };",
  "odd [x]/empty.yaml": "# nothing yet\n",
  "odd [x]/broken.mjs": "export default {",
  "odd [x]/nothing.mjs": "export const a = 1;",
};

beforeAll(async () => {
  root = await realpath(await mkdtemp(path.join(tmpdir(), "rollcall-project-")));
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(at(file)), { recursive: true });
    await writeFile(at(file), text);
  }
});
afterAll(() => rm(root, { recursive: true, force: true }));

describe("discovery", () => {
  test.each<[name: string, from: string, expected: string | undefined]>([
    ["in the folder itself", "top", "top/rollcall.config.yaml"],
    ["above it", "top/middle/deep", "top/rollcall.config.yaml"],
    ["not above a repository", "top/repository/inside", undefined],
    ["in a repository's folder", "top/own", "top/own/rollcall.config.json"],
    ["the first by kind", "top/several", "top/several/rollcall.config.yml"],
    ["a folder of that name is none", "top/folder", "top/rollcall.config.yaml"],
  ])("%s", (_, from, expected) => expect(findProjectFile(at(from))).toBe(expected && at(expected)));

  test("a link that leads nowhere is no absence of settings", async () => {
    await mkdir(at("linked/below"), { recursive: true });
    await symlink("moved.yaml", at("linked/rollcall.config.yaml"));
    expect(() => findProjectFile(at("linked/below"))).toThrow(
      `${at("linked/rollcall.config.yaml")}: cannot be read: its link leads nowhere. Mend or remove it; or add --no-config.`,
    );
  });

  test.skipIf(process.getuid?.() !== 0)("not by another user in a folder open to all", async () => {
    const folder = at("open");
    const file = path.join(folder, "rollcall.config.yaml");
    await mkdir(folder);
    await writeFile(file, "{}");
    await chown(file, 12_345, 12_345);
    expect(findProjectFile(folder)).toBe(file);
    await chmod(folder, 0o1777);
    expect(() => findProjectFile(folder)).toThrow("belongs to another user");
    await chown(file, 0, 0);
    expect(findProjectFile(folder)).toBe(file);
  });
});

/** A command line in `folder`, joined with its project. */
async function join(folder: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const command = new Command("lint")
    .argument("[inputs...]")
    .option("--config <file>")
    .option("--no-config")
    .addOption(new Option("--server <url>").env("TEST_SERVER").default("http://default"))
    .option("--timeout <seconds>", "", Number, 30)
    .option("--key-file <file>")
    .option("--token-file <file>")
    .addOption(new Option("--vars-file <file>").default([]).argParser((text, all: string[]) => [...all, text]));
  Object.assign(process.env, environment);
  try {
    command.parse(args, { from: "user" });
  } finally {
    for (const name in environment) delete process.env[name];
  }
  const joined = { ...terminal, cwd: at(folder), environment };
  return joinProject(command, { inputs: command.args, options: command.opts() }, joined);
}

describe("what wins", () => {
  test.each<
    [name: string, folder: string, args: readonly string[], environment: Record<string, string>, expected: object]
  >([
    ["the file over defaults", "odd [x]", [], {}, { server: "http://file", timeout: 5, tokenFile: "t" }],
    [
      "the command line over the file",
      "odd [x]",
      ["--server", "http://cli", "--timeout", "30"],
      {},
      { server: "http://cli", timeout: 30 },
    ],
    [
      "the environment over the file",
      "odd [x]",
      [],
      { TEST_SERVER: "http://env" },
      { server: "http://env", timeout: 5 },
    ],
    ["a list as a whole", "top", ["--vars-file", "x"], {}, { varsFile: ["x"] }],
    ["nothing of it with --no-config", "odd [x]", ["--no-config"], {}, { server: "http://default", timeout: 30 }],
    [
      "a file that is named",
      "top",
      ["--config", "../odd [x]/rollcall.config.mjs"],
      {},
      { timeout: 5, tokenFile: "../odd [x]/t" },
    ],
    ["ROLLCALL_KEY over keyFile", "top", [], { ROLLCALL_KEY: "00" }, { varsFile: [".env"] }],
  ])("%s", async (_, folder, args, environment, expected) => {
    const { options } = await join(folder, args, environment);
    expect(options).toMatchObject(expected);
    if (environment["ROLLCALL_KEY"]) expect(options).not.toHaveProperty("keyFile");
  });

  test.each<[name: string, folder: string, args: readonly string[], expected: readonly string[]]>([
    ["from the file's folder", "top", [], ["consumers", "more/*.yaml", "/abs/x.yaml"]],
    ["from below", "top/middle", [], ["../consumers", "../more/*.yaml", "/abs/x.yaml"]],
    [
      "from elsewhere",
      "top",
      ["--config", "../odd [x]/rollcall.config.mjs"],
      ["../odd [x]/a", "../odd \\[x\\]/*.yaml"],
    ],
    ["named on the command line", "top", ["b.yaml"], ["b.yaml"]],
    ["of a file that says nothing", "odd [x]", ["--config", "empty.yaml"], []],
  ])("inputs %s", async (_, folder, args, expected) => expect((await join(folder, args)).inputs).toEqual(expected));

  test("paths are taken from the file's folder", async () => {
    const { options } = await join("top/middle/deep", []);
    expect(options).toMatchObject({ keyFile: "../../k", varsFile: ["../../.env"] });
  });

  test.each<[name: string, file: string, message: RegExp]>([
    ["is missing", "none.yaml", /^none\.yaml: cannot be read: no such file/],
    ["has a syntax error", "broken.mjs", /^broken\.mjs: cannot be loaded: \w*Error: /],
    ["exports nothing", "nothing.mjs", /^nothing\.mjs: this module has no default export/],
  ])("a module that %s", async (_, file, message) => {
    await expect(join("odd [x]", ["--config", file])).rejects.toThrow(message);
  });
});
