/** What a user may do by mistake, told in one line that says what was found and how to mend it; and an exit code that is true. */
import { spawn, spawnSync } from "node:child_process";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runHere } from "./in-process.ts";
import { openWorkspace, type Workspace } from "./rollcall.ts";

const cli = path.resolve(import.meta.dirname, "../../dist/cli.js");
let workspace: Workspace;
const at = (name: string): string => path.join(workspace.folder, name);

beforeAll(async () => {
  workspace = await openWorkspace();
  const right = "consumers:\n  - username: anna\n";
  await writeFile(at("right.yaml"), right);
  await writeFile(at("wrong.yaml"), right.replace("anna", "a b"));
  await writeFile(at("asks.yaml"), `${right}    desc: \${ANNA}\n`);
  await writeFile(at("latin1.env"), Buffer.from("OTHER=x\nANNA=p\u00e4ss\n", "latin1"));
  await writeFile(at("marked.env"), "\uFEFFANNA=pass\n");
});
afterAll(() => workspace.close());

describe("refused", () => {
  const noFile = "error: `-` is no file to write to: name one.\n";
  const notUtf8 =
    "error: latin1.env:2: this is not a text file in UTF-8. An env file has lines such as NAME=value; save it as UTF-8.\n";
  test.each<[name: string, argv: string[], stderr: string]>([
    ["an artifact to standard output", ["compile", "right.yaml", "--out", "-"], noFile],
    ["a report to standard output, by its sign", ["lint", "right.yaml", "--format", "json=-"], noFile],
    ["a dump to standard output, by its sign", ["dump", "--out", "-"], noFile],
    [
      "an env file in another encoding, whose secrets would be others",
      ["lint", "asks.yaml", "--vars-file", "latin1.env"],
      notUtf8,
    ],
    ["help for no command", ["help", "lnit"], "error: unknown command 'lnit'\n(--help lists the options)\n"],
    [
      "a folder that an unset variable names",
      ["init", ""],
      "error: the folder has no name. Name one, or leave it out for this one.\n",
    ],
  ])("%s", async (_, argv, stderr) => {
    const before = await readdir(workspace.folder);
    expect(await workspace.run(argv)).toEqual({ code: 2, stdout: "", stderr });
    expect(await readdir(workspace.folder)).toEqual(before);
  });

  test("but not a byte order mark before the first variable", async () => {
    expect(await runHere(workspace, ["lint", "asks.yaml", "--vars-file", "marked.env"])).toMatchObject({ code: 0 });
  });
});

test("policy tests that are empty are told what belongs into them", async () => {
  await writeFile(at("nothing.test.yaml"), "# to do\n");
  const { code, stdout } = await workspace.run(["test", "nothing.test.yaml"]);
  expect(code).toBe(1);
  expect(stdout).toContain("help: Write at least one case below `cases`, or leave the file out.\n");
});

describe("whoever reads the output", () => {
  const codeOf = async (command: string): Promise<number | null> => {
    const child = spawn("bash", ["-c", command, process.execPath, cli], { cwd: workspace.folder, stdio: "ignore" });
    return new Promise((resolve) => child.on("close", resolve));
  };
  test.each<[name: string, command: string, code: number]>([
    ["a full disk", '"$0" "$1" lint right.yaml > /dev/full', 2],
    ["a reader that goes away from findings", '"$0" "$1" lint wrong.yaml | true; exit ${PIPESTATUS[0]}', 1],
  ])("%s", async (_, command, code) => {
    expect(await codeOf(command)).toBe(code);
  });
});

describe("a disk that is full", () => {
  // Needs the right to mount, which a CI machine may not give.
  const disk = path.join("/tmp", `rollcall-init-full-${process.pid}`);
  const isMounted =
    process.getuid?.() === 0 &&
    spawnSync("sh", ["-c", `mkdir -p ${disk} && mount -t tmpfs -o size=4k tmpfs ${disk}`]).status === 0;
  afterAll(() => void spawnSync("sh", ["-c", `umount ${disk}; rmdir ${disk}`]));

  test.skipIf(!isMounted)("leaves nothing behind of a first configuration", async () => {
    await writeFile(path.join(disk, "fill"), "x".repeat(4096));
    await mkdir(path.join(disk, "new"));
    expect(await runHere(workspace, ["init", path.join(disk, "new")])).toEqual({
      code: 2,
      stdout: "",
      stderr: `error: ${disk}/new/rollcall.yaml: cannot be written: no space left (ENOSPC).\n`,
    });
    expect(await readdir(path.join(disk, "new"))).toEqual([]);
  });
});
