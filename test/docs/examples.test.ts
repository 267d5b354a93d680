/** The examples of README.md, of src/index.ts and of docs/examples do what they say, and README's lists are the program's. */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { checkSources } from "../../src/check/check-sources.ts";
import { createProgram } from "../../src/cli/program.ts";
import { processTerminal } from "../../src/cli/terminal.ts";
import { sha1Hex } from "../../src/crypto/sha1-hex.ts";
import { executablePlugins } from "../../src/engine/abilities.ts";
import { codeBlocks, readDoc, repository } from "./markdown.ts";

const execute = promisify(execFile);
const readme = readDoc("README.md");

describe("library", () => {
  test("docs/examples/library.mjs", async () => {
    const { stdout } = await execute(process.execPath, ["docs/examples/library.mjs"], { cwd: repository });
    expect(stdout.split("\n")).toEqual([
      "create consumers acme, create credentials main, create routes orders",
      '401 {"message":"Missing API key in request"}',
      "forward acme",
      "forward acme",
      "429 ",
      "",
    ]);
  });

  test("docs/examples/own-plugin.mjs", async () => {
    const { stdout } = await execute(process.execPath, ["docs/examples/own-plugin.mjs"], { cwd: repository });
    expect(stdout.split("\n")).toEqual([
      'The embedded proxy does not execute the plugin opening-hours of route "shop".',
      "0",
      "503 open from 8",
      "forward [ [ 'X-Hours', 'utc' ] ]",
      "",
    ]);
  });

  test("the table of docs/plugins.md has every plugin that is executed", () => {
    const names = [...readDoc("docs/plugins.md").matchAll(/^\| ([a-z-]+(?:, [a-z-]+)*) \| \d/gm)].flatMap(([, cell]) =>
      (cell ?? "").split(", "),
    );
    expect(names.sort()).toEqual([...executablePlugins].sort());
  });

  test("the example of src/index.ts prints its last comment", async () => {
    const comment = /@example\n \* ```ts\n([\s\S]*?) \* ```/.exec(readDoc("src/index.ts"))?.[1] ?? "";
    const code = comment
      .replaceAll(/^ \* ?/gm, "")
      .replace('"rollcall"', JSON.stringify(`${repository}/dist/index.mjs`));
    const folder = await mkdtemp(path.join(tmpdir(), "rollcall-example-"));
    try {
      await writeFile(path.join(folder, "example.mjs"), code);
      const { stdout } = await execute(process.execPath, ["example.mjs"], { cwd: folder });
      expect(`// ${stdout}`).toBe(/^\/\/ .*\n$/m.exec(code)?.[0]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  test("README imports what the package exports", async () => {
    const names = /import \{ (.*) \} from "rollcall"/.exec(readme)?.[1]?.split(", ") ?? [];
    const exported = Object.keys(await import("../../src/index.ts"));
    expect(names.length).toBeGreaterThan(3);
    expect(exported).toEqual(expect.arrayContaining(names));
  });
});

describe("README", () => {
  test("its configuration has no problems", () => {
    const [yaml = ""] = codeBlocks(readme, "yaml");
    const environment = { ACME_KEY: "0f1e2d3c4b5a69788796a5b4c3d2e1f0" };
    const { diagnostics, config } = checkSources([{ file: "README.yaml", text: yaml }], { environment, sha1Hex });
    expect(diagnostics).toEqual([]);
    expect(config?.consumers.map(({ value }) => value.username)).toEqual(["acme"]);
  });

  test("it lists the plugins that the engine executes", () => {
    const list = /Plugins that it runs: ([^.]*)\./.exec(readme)?.[1] ?? "";
    expect(list.split(/, (?:and )?/).sort()).toEqual([...executablePlugins].sort());
  });

  test("it lists the commands", () => {
    const listed = new Set([...readme.matchAll(/^\| `rollcall (\w+)/gm)].map((match) => match[1]));
    const { commands } = createProgram(processTerminal(), () => {});
    expect([...listed].sort()).toEqual(commands.map((command) => command.name()).sort());
  });

  test("its demo and test scripts are the package's", () => {
    const { scripts } = JSON.parse(readDoc("package.json")) as { scripts: Record<string, string> };
    const named = [...readme.matchAll(/npm run ([\w:]+)/g)].map((match) => match[1] ?? "");
    expect(named).toContain("demo");
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});
