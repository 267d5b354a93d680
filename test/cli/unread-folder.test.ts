/** A part of a folder that nobody may look into ends every command that reads the folder: its consumers are not gone. */
import { existsSync } from "node:fs";
import { chmod, chown, mkdir, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runHere } from "./in-process.ts";
import { openWorkspace, type Workspace } from "./rollcall.ts";

const nobody = 65534;
const isRoot = process.getuid?.() === 0;
/** Root may look into everything, so it becomes somebody else. */
const asNobody = ["setpriv", `--reuid=${nobody}`, `--regid=${nobody}`, "--clear-groups"];
const cli = [process.execPath, path.resolve(import.meta.dirname, "../../dist/cli.js")] as const;
const remedy = 'Mend or remove it, or name it under "ignore" in rollcall.config.yaml.';

let workspace: Workspace;
beforeAll(async () => {
  const [command, ...given] = isRoot ? [...asNobody, ...cli] : cli;
  workspace = await openWorkspace([command as string, ...given]);
  const consumer = "consumers:\n  - username: anna\n";
  for (const folder of ["locked/team", "linked"]) {
    await mkdir(path.join(workspace.folder, folder), { recursive: true });
    await writeFile(path.join(workspace.folder, folder, "a.yaml"), consumer);
  }
  await writeFile(path.join(workspace.folder, "locked/b.yaml"), consumer.replace("anna", "ben"));
  await symlink("../no-such-team", path.join(workspace.folder, "linked/team"));
  await chmod(path.join(workspace.folder, "locked/team"), 0);
  await chmod(workspace.folder, 0o755);
  if (isRoot) await chown(workspace.folder, nobody, nobody);
});
afterAll(async () => {
  await chmod(path.join(workspace.folder, "locked/team"), 0o755);
  await workspace.close();
});

// Nothing listens there: a command that asked the gateway would say so.
const gateway = ["--server", "http://127.0.0.1:9"];
const commands: readonly [name: string, argv: readonly string[]][] = [
  ["lint", ["lint"]],
  ["lint with a cache", ["lint", "--cache"]],
  ["diff", ["diff", ...gateway]],
  ["sync", ["sync", ...gateway]],
  ["compile", ["compile", "--out", "out.rca"]],
];

const refusal = (place: string, problem: string) => ({
  code: 2,
  stdout: "",
  stderr: `error: ${place}: cannot be read: ${problem}. ${remedy}\n`,
});

describe("a link that leads nowhere", () => {
  test.each(commands)("%s", async (_, argv) => {
    const outcome = await runHere(workspace, [...argv, "linked"]);
    expect(outcome).toEqual(refusal("linked/team", "its link leads nowhere (ENOENT)"));
  });
});

test.skipIf(isRoot && !existsSync("/usr/bin/setpriv"))("a folder without permission", async () => {
  const outcome = await workspace.run(["sync", "locked", ...gateway]);
  expect(outcome).toEqual(refusal("locked/team", "permission denied (EACCES)"));
});
