/** deploy/rollcall.service: systemd takes it, and what it starts serves. */
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { chmod, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorkspace, type Workspace } from "../cli/rollcall.ts";
import { runPage } from "./deploy-page.ts";
import { drainSeconds } from "./drain.ts";
import { writeFiles } from "./files.ts";

const repository = path.resolve(import.meta.dirname, "../..");
const unit = readFileSync(path.join(repository, "deploy/rollcall.service"), "utf8");
const setting = (name: string): string => new RegExp(`^${name}=(.*)$`, "m").exec(unit)?.[1] ?? "";

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
  await writeFiles(workspace.folder);
});
afterAll(() => workspace.close());

test("installed as docs/deploy.md says, its command serves with the key that systemd hands over, and loads again", async () => {
  const root = path.join(workspace.folder, "root");
  const calls = await runPage(workspace.folder, ["The artifact and its key", "systemd"]);
  expect(calls).toEqual(["systemctl daemon-reload", "systemctl enable --now rollcall.service"]);
  expect(await readFile(path.join(root, "etc/systemd/system/rollcall.service"), "utf8")).toBe(unit);

  const [credential, origin = ""] = setting("LoadCredential").split(":");
  expect(credential).toBe("key");
  expect((await stat(path.join(root, origin))).mode & 0o777).toBe(0o600);
  const [node, program = "", ...given] = setting("ExecStart").split(" ");
  expect(node).toBe("/usr/bin/node");
  await stat(path.join(root, program));
  const argv = given.map((argument) =>
    argument
      .replace("${CREDENTIALS_DIRECTORY}", path.join(root, path.dirname(origin)))
      .replace(/^\/etc\//, `${root}/etc/`)
      .replace(/^(?:0\.0\.0\.0|127\.0\.0\.1):90[89]0$/, "127.0.0.1:0"),
  );
  expect(argv.shift()).toBe("serve");
  const server = await workspace.serve(argv, { ROLLCALL_KEY: "" });
  expect((await fetch(server.url, { headers: { apikey: "a-key-of-acme-5e1d" } })).status).toBe(299);
  const status = /status on (\S+)/.exec(server.output())?.[1];
  expect((await fetch(`${status}/-/ready`)).status).toBe(200);
  expect(server.output()).not.toContain("warning");

  const [, reload] = /^\/bin\/kill -(\w+) \$MAINPID$/.exec(setting("ExecReload")) ?? [];
  server.child.kill(`SIG${reload}` as NodeJS.Signals);
  await expect.poll(() => server.output()).toContain("loaded again");
  expect(await server.stop()).toBe(0);
  expect(Number(setting("TimeoutStopSec"))).toBeGreaterThan(drainSeconds());
});

const hasSystemd = spawnSync("systemd-analyze", ["--version"]).status === 0;

test.runIf(hasSystemd)("systemd has nothing to say against it, and finds it well closed off", async () => {
  const file = path.join(workspace.folder, "rollcall.service");
  const node = path.join(workspace.folder, "node");
  await writeFile(node, "");
  await chmod(node, 0o755);
  await writeFile(file, unit.replace("/usr/bin/node", node));
  const verified = spawnSync("systemd-analyze", ["verify", file], { encoding: "utf8" });
  expect([verified.status, verified.stdout + verified.stderr]).toEqual([0, ""]);
  const judged = execFileSync("systemd-analyze", ["security", "--offline=true", "--no-pager", file], {
    encoding: "utf8",
  });
  const [, exposure] = /Overall exposure level for \S+: ([\d.]+)/.exec(judged) ?? [];
  expect(Number(exposure)).toBeLessThan(1.5);
});
