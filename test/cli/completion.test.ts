/** `rollcall completion`, in the real shells: what each makes of a line after which Tab is pressed. */
import { execFile, spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorkspace, type Workspace } from "./rollcall.ts";

const run = promisify(execFile);

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
  await writeFile(path.join(workspace.folder, "web-tier.yaml"), "consumers: []\n");
  for (const shell of ["bash", "zsh", "fish"]) {
    const { stdout, stderr, code } = await workspace.run(["completion", shell]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    await writeFile(path.join(workspace.folder, `completion.${shell}`), stdout);
  }
});
afterAll(() => workspace.close());

/** Of which each has one completion in every shell. */
const unique: readonly (readonly [line: string, word: string])[] = [
  ["rollcall li", "lint"],
  ["rollcall comple", "completion"],
  ["rollcall lint --fail-on w", "warning"],
  ["rollcall lint --fail-on=w", "warning"],
  ["rollcall lint --fix-only=de", "description"],
  ["rollcall lint --target st", "standalone"],
  ["rollcall lint web-tier.yaml -f sa", "sarif"],
  ["rollcall test --format che", "checkstyle"],
  ["rollcall sync --progress l", "lines"],
  ["rollcall inspect --find h", "hmac-auth"],
  ["rollcall completion f", "fish"],
  ["rollcall help pu", "publish"],
  ["rollcall sync --max-d", "--max-deletes"],
  ["rollcall lint --no-c", "--no-config"],
];

/** Where a file is meant, shells complete its name themselves. */
const paths = ["rollcall lint web-t", "rollcall compile --base web-t", "rollcall lint -f sarif=web-t"];

describe("bash", () => {
  /** The candidates, and whether bash is told to complete file names. */
  async function candidates(line: string): Promise<readonly string[]> {
    // bash splits words at `=`, as COMP_WORDBREAKS says.
    const words = line.split(/ |(=)/).filter((word) => word !== undefined);
    const script = `
      compopt() { echo "<$*>"; }
      source completion.bash
      COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")}) COMP_CWORD=${words.length - 1}
      _rollcall
      printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout } = await run("bash", ["-c", script], { cwd: workspace.folder });
    return stdout.split("\n").filter((word) => word !== "");
  }

  test.each(unique)("%s", async (line, word) => {
    expect(await candidates(line)).toEqual([word]);
  });

  test.each(paths)("%s: a file", async (line) => {
    expect(await candidates(line)).toEqual(["<-o default>"]);
  });

  test.each([
    ["rollcall compile --max-overlay ", []],
    ["rollcall ping web-t", []],
    ["rollcall lint --fix", ["--fix", "--fix-only"]],
    ["rollcall lint --format=", (all: readonly string[]) => all.length === 9],
    ["rollcall nonsense --", []],
    ["rollcall --", ["--help", "--version"]],
  ] as const)("%s", async (line, expected) => {
    const actual = await candidates(line);
    if (typeof expected === "function") expect(expected(actual)).toBe(true);
    else expect(actual).toEqual(expected);
  });
});

describe.skipIf(!isThere("zsh"))("zsh", () => {
  const pathLines = paths.slice(0, 2);
  const lines = [...unique.map(([line]) => line), ...pathLines];
  let completed: readonly string[];
  beforeAll(async () => {
    const driver = path.join(import.meta.dirname, "completion.zsh");
    const { stdout } = await run("zsh", ["-f", driver, "./completion.zsh", ...lines], { cwd: workspace.folder });
    // A word is followed by a blank, an option with a value by `=`, as one would type on.
    completed = stdout.split("\n").map((line) => line.slice(1, -1).replace(/[ =]$/, ""));
  });

  test.each(unique)("%s", (line, word) => {
    expect(completed[lines.indexOf(line)]).toBe(line.replace(/[^ =]*$/, word));
  });

  test.each(pathLines)("%s: a file", (line) => {
    expect(completed[lines.indexOf(line)]).toBe(`${line.slice(0, -"web-t".length)}web-tier.yaml`);
  });
});

describe.skipIf(!isThere("fish"))("fish", () => {
  async function candidates(line: string): Promise<readonly string[]> {
    const script = `source completion.fish; complete -C '${line}'`;
    const { stdout } = await run("fish", ["--no-config", "-c", script], { cwd: workspace.folder });
    return stdout.split("\n").flatMap((text) => (text === "" ? [] : [text.split("\t")[0] ?? ""]));
  }

  test.each(unique)("%s", async (line, word) => {
    const whole = line.includes("=") ? `${/[^ ]*=/.exec(line)?.[0]}${word}` : word;
    expect(await candidates(line)).toEqual([whole]);
  });

  test.each(paths.slice(0, 2))("%s: a file", async (line) => {
    expect(await candidates(line)).toEqual(["web-tier.yaml"]);
  });

  test("no files where none is meant", async () => {
    expect(await candidates("rollcall ping web-t")).toEqual([]);
  });
});

test("a shell that is not known", async () => {
  expect(await workspace.run(["completion", "tcsh"])).toEqual({
    code: 2,
    stdout: "",
    stderr:
      "error: command-argument value 'tcsh' is invalid for argument 'shell'. Allowed choices are bash, zsh, fish.\n(--help lists the options)\n",
  });
});

function isThere(command: string): boolean {
  return spawnSync(command, ["--version"]).status === 0;
}
