/** Pipes: one named as an input (`rollcall lint <(generate)`) gives its text only once, but may have to be looked at twice; one for the output may be slow. */
import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorkspace, type Workspace } from "./rollcall.ts";

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
  await promisify(execFile)("mkfifo", [path.join(workspace.folder, "pipe.yaml")]);
});
afterAll(() => workspace.close());

test.each([[["lint"]], [["lint", "--cache"]]])("%s", async (argv) => {
  const text = "consumers:\n  - username: acme\n  - username: acme\n";
  const [result] = await Promise.all([
    workspace.run([...argv, "pipe.yaml"]),
    writeFile(path.join(workspace.folder, "pipe.yaml"), text),
  ]);
  expect(result).toEqual({
    code: 1,
    stderr: "",
    stdout: `error[consumer/unique-username]: the username "acme" is taken by another consumer
  --> pipe.yaml:3:15
    │
  2 │   - username: acme
    │               ---- first declared here
  3 │   - username: acme
    │               ^^^^
  help: Rename one of the two, or merge them into one consumer with several credentials.

1 error, 1 file checked
`,
  });
});

test("a reader that is slow to begin gets all of what does not fit into a pipe", async () => {
  const many = 2000;
  await writeFile(path.join(workspace.folder, "many.yaml"), `consumers:\n${"  - username: a b\n".repeat(many)}`);
  const { child, ended } = workspace.start(["lint", "--format", "compact", "many.yaml"]);
  child.stdout?.pause();
  await setTimeout(1000);
  child.stdout?.resume();
  const { stdout } = await ended;
  // A pipe holds 64 KB.
  expect(stdout.length).toBeGreaterThan(2 * 65_536);
  expect(stdout).toContain(`many.yaml:${many + 1}:`);
});
