/** Runs every folder below rules/, one a rule: bad.yaml is found, good.yaml is silent; in this process, since starting sixty takes long. UPDATE_GOLDEN=1 writes the expected files anew: review the difference by eye. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { ruleIds } from "../../src/check/rule-ids.ts";
import { runCommandLine } from "../../src/cli/run.ts";
import type { Terminal } from "../../src/cli/terminal.ts";
import { createStyle } from "../../src/report/style.ts";
import { exampleVariables } from "../check/example-variables.ts";

const rulesFolder = path.join(import.meta.dirname, "rules");
const isUpdate = process.env["UPDATE_GOLDEN"] === "1";
const goldenFiles = ["stdout.txt", "stderr.txt", "exit-code.txt"] as const;
type Golden = Record<(typeof goldenFiles)[number], string>;

test("every rule has its folder, and every folder its rule", () => {
  expect(readdirSync(rulesFolder).sort()).toEqual(ruleIds.map(folderOf).sort());
});

describe.each(ruleIds)("%s", (rule) => {
  const folder = path.join(rulesFolder, folderOf(rule));
  const commands = readFileSync(path.join(folder, "command.txt"), "utf8").trim().split("\n");

  test("prints what the folder says", async () => {
    const actual = await runAll(commands, folder);
    for (const golden of goldenFiles) {
      const file = path.join(folder, golden);
      if (isUpdate) writeFileSync(file, actual[golden]);
      else expect(actual[golden], golden).toBe(readFileSync(file, "utf8"));
    }
  });

  test("finds exactly this rule in bad.yaml and nothing in good.yaml, and shows no value of a variable", async () => {
    const [bad = "", good = ""] = commands;
    expect([bad.includes("bad.yaml"), good.includes("good.yaml"), commands.length]).toEqual([true, true, 2]);
    const found = (await runAll([bad], folder))["stdout.txt"];
    const ids = [...found.matchAll(/^(?:error|warning|info)\[([a-z0-9/-]+)\]: /gm)].map(([, id]) => id);
    expect(new Set(ids)).toEqual(new Set([rule]));
    expect((await runAll([good], folder))["stdout.txt"]).toBe(`$ ${good}\nno problems, 1 file checked\n`);
    expect(Object.values(exampleVariables).filter((secret) => found.includes(secret))).toEqual([]);
  });
});

function folderOf(rule: string): string {
  return rule.replace("/", "-");
}

async function runAll(commands: readonly string[], cwd: string): Promise<Golden> {
  const printed: Golden = { "stdout.txt": "", "stderr.txt": "", "exit-code.txt": "" };
  for (const command of commands) {
    printed["stdout.txt"] += `$ ${command}\n`;
    const exitCode = await runCommandLine(["node", ...command.split(" ")], terminalIn(cwd, printed));
    printed["exit-code.txt"] += `${exitCode}\n`;
  }
  return printed;
}

function terminalIn(cwd: string, printed: Golden): Terminal {
  const plain = createStyle(false);
  const write = (to: "stdout.txt" | "stderr.txt", text: string): void => {
    printed[to] += text === "" || text.endsWith("\n") ? text : `${text}\n`;
  };
  return {
    cwd,
    environment: exampleVariables,
    out: (text) => write("stdout.txt", text),
    note: (text) => write("stderr.txt", text),
    progress: (line) => write("stderr.txt", line),
    outStyle: plain,
    noteStyle: plain,
    isInteractive: false,
    readStdin: () => Promise.resolve(""),
    outlastOutput: () => {},
  };
}
