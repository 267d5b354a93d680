/** What `diff --base` takes for a base and what it refuses, by the command line. */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type GatewayDouble, startGatewayDouble } from "../gateway-double/server.ts";
import { openWorkspace, token, type Workspace } from "./rollcall.ts";

let workspace: Workspace;
let double: GatewayDouble;
const keys = ["0b7c9d51f2e83a6640c7d1b95e", "c41f8a02976be35d70fa1c6d84", "77aa01d4c3b2e59f8e6d0c1b2a"] as const;

const jack = (key: string, desc = "one"): string =>
  `consumers:\n  - { username: jack, desc: ${desc}, credentials: [{ name: main, plugins: { key-auth: { key: "${key}" } } }] }\n`;
const run = (line: string, environment?: Readonly<Record<string, string>>) =>
  workspace.run([...line.split(" "), "--server", double.url], environment);

beforeAll(async () => {
  workspace = await openWorkspace();
  double = await startGatewayDouble({ apiKey: token });
  const write = (name: string, text: string) => writeFile(path.join(workspace.folder, name), text);
  await write("old.yaml", jack(keys[0]));
  await write("new.yaml", jack(keys[1]));
  await write("variable.yaml", jack("${MAIN_KEY}"));
  await write("own.env", `MAIN_KEY=${keys[0]}\n`);
  await write("wrong.yaml", "consumers: [{ username: jack }, { username: jack }]\n");
  await run("diff old.yaml --out old.plan --summary");
  await run("sync old.yaml");
});
afterAll(async () => {
  await double.close();
  await workspace.close();
});

test.each<[line: string, variable: string, summary: string, told: RegExp]>([
  ["--base old.yaml", "", "1 intended, 0 drifted, 0 in conflict", /^$/],
  ["--base old.plan", "", "1 intended, 0 drifted, 0 in conflict", /^$/],
  ["--base new.yaml", "", "0 intended, 1 drifted, 0 in conflict", /^$/],
  [
    "--base variable.yaml",
    "",
    "0 intended, 0 drifted, 0 in conflict, 1 unknown to the base",
    /1 variable of the base is not set \(MAIN_KEY\)/,
  ],
  [
    "--base variable.yaml",
    keys[1],
    "0 intended, 1 drifted, 0 in conflict",
    /takes its variables from the present environment/,
  ],
  ["--base variable.yaml --base-vars-file own.env", keys[1], "1 intended, 0 drifted, 0 in conflict", /^$/],
  ["--base variable.yaml", keys[2], "0 intended, 0 drifted, 1 in conflict", /^$/],
])("%s with %s", async (line, variable, summary, told) => {
  const environment = variable === "" ? {} : { MAIN_KEY: variable };
  const { code, stdout, stderr } = await run(`diff new.yaml --fail-on-drift --no-impact ${line}`, environment);
  expect(stdout).toMatch(new RegExp(`\\n1 to update, 1 unchanged; since the base: ${summary}\\n$`));
  expect(code).toBe(/ 1 (drifted|in conflict)/.test(summary) ? 1 : 0);
  expect(stderr).toMatch(told);
  for (const secret of keys) expect(stdout + stderr).not.toContain(secret);
});

test.each<[line: string, told: RegExp]>([
  ["diff new.yaml --fail-on-drift", /--fail-on-drift needs a --base/],
  ["diff new.yaml --base-vars-file own.env", /variables of a --base/],
  ["diff new.yaml --base gone.yaml", /gone.yaml: no such file or folder/],
  ["diff new.yaml --base wrong.yaml", /the base wrong.yaml is not right/],
  ["diff new.yaml --base old.plan --base old.yaml", /give it alone/],
  ["diff new.yaml --base old.plan --gateway-group g", /made for http:\S+, and this is http:\S+ \(gateway group g\)/],
  ["diff old.plan --base old.yaml", /--base belongs to a diff of files/],
  ["diff - --base -", /standard input can be read once/],
  ["sync new.yaml --format html", /shows what is planned: add --dry-run/],
])("%s", async (line, told) => {
  expect(await run(line)).toMatchObject({ code: 2, stdout: "", stderr: expect.stringMatching(told) });
});
