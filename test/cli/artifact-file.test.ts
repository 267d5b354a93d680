/** compile --check and --sign, inspect and serve with the artifacts that they make, as a user has them. */

import { spawnSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openWorkspace, type Result, type Workspace } from "./rollcall.ts";

let workspace: Workspace;
const secret = "0b7c9d51f2e83a6640c7d1b95e";
const consumers = (more = "", key = secret) =>
  `consumers:\n  - username: jack${more}\n    credentials: [{ name: main, plugins: { key-auth: { key: ${key} } } }]\n`;
const at = (name: string) => path.join(workspace.folder, name);
const write = (name: string, text: string, mode = 0o600) => writeFile(at(name), text, { mode });
const run = (line: string): Promise<Result> => workspace.run(line.split(" "));

beforeEach(async () => {
  workspace = await openWorkspace();
  for (const name of ["ours", "theirs"]) {
    const { privateKey, publicKey } = generateKeyPairSync("ed25519");
    await write(`${name}.pem`, privateKey.export({ type: "pkcs8", format: "pem" }).toString());
    await write(`${name}.pub`, publicKey.export({ type: "spki", format: "pem" }).toString(), 0o644);
  }
  await write("c.yaml", consumers());
});
afterEach(() => workspace.close());

test("a committed artifact is checked, and nothing is written", async () => {
  expect(await run("compile c.yaml --out c.rca --check")).toMatchObject({
    code: 1,
    stdout: "c.rca is missing: compile it.\n",
  });
  await run("compile c.yaml --out c.rca");
  const before = await stat(at("c.rca"), { bigint: true });
  expect(await run("compile c.yaml --out c.rca --check")).toMatchObject({ code: 0, stdout: "c.rca is up to date\n" });
  await write("c.yaml", consumers("\n    labels: { team: a }"));
  expect(await run("compile c.yaml --out c.rca --check")).toMatchObject({
    code: 1,
    stdout:
      "~ consumer jack: labels  c.yaml:2\nc.rca is stale: the files say something else in 1 place. Compile it again.\n",
  });
  await write("c.yaml", `# moved\n${consumers()}`);
  expect(await run("compile c.yaml --out c.rca --check")).toMatchObject({
    code: 1,
    stdout: "c.rca is stale: the files say the same in other lines. Compile it again.\n",
  });
  expect((await stat(at("c.rca"), { bigint: true })).mtimeNs).toBe(before.mtimeNs);
});

test("signed inside or beside, and refused where it is not", async () => {
  expect(await run("compile c.yaml --out in.rca --sign ours.pem")).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/bytes, signed\n$/),
  });
  await run("compile c.yaml --out beside.rca --sign ours.pem --detached");
  await run("compile c.yaml --out plain.rca");
  expect((await readdir(workspace.folder)).filter((name) => name.includes(".rca")).sort()).toEqual([
    "beside.rca",
    "beside.rca.sig",
    "in.rca",
    "plain.rca",
  ]);
  expect((await stat(at("beside.rca.sig"))).mode & 0o777).toBe(0o600);
  const openings = await Promise.all(
    ["in.rca", "beside.rca", "plain.rca"].flatMap((file) =>
      ["ours", "theirs"].map(async (who) => [file, who, (await run(`inspect ${file} --trust ${who}.pub`)).code]),
    ),
  );
  expect(openings).toEqual([
    ["in.rca", "ours", 0],
    ["in.rca", "theirs", 2],
    ["beside.rca", "ours", 0],
    ["beside.rca", "theirs", 2],
    ["plain.rca", "ours", 2],
    ["plain.rca", "theirs", 2],
  ]);
  expect(await run("compile c.yaml --out in.rca --check --trust ours.pub")).toMatchObject({ code: 0 });
  expect(await run("compile c.yaml --out plain.rca --check --trust ours.pub")).toMatchObject({ code: 2 });
  expect(await run("serve plain.rca --trust ours.pub")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("plain.rca: The artifact is not signed, and only signed ones are trusted here."),
  });
  const server = await workspace.serve(["in.rca", "--trust", "ours.pub"]);
  // A reload is held to the same.
  await writeFile(at("in.rca"), await readFile(at("plain.rca")));
  server.child.kill("SIGHUP");
  await expect.poll(server.output).toContain("not reloaded, the running configuration stays");
  // What is compiled anew has no signature of the one before.
  await run("compile c.yaml --out beside.rca");
  expect((await readdir(workspace.folder)).includes("beside.rca.sig")).toBe(false);
});

test("who answers, who a consumer is, what two differ in", async () => {
  await run("compile c.yaml --out a.rca");
  await write("c.yaml", consumers("", "c41f8a02976be35d70fa1c6d84"));
  await run("compile c.yaml --out b.rca");
  const asked = spawnSync(process.execPath, [path.resolve("dist/cli.js"), "inspect", "a.rca", "--find", "key-auth"], {
    cwd: workspace.folder,
    input: `${secret}\n`,
    env: { ...process.env, ROLLCALL_KEY: "5c".repeat(32) },
    encoding: "utf8",
  });
  expect(asked.stdout).toMatch(
    /^consumer +jack\ndeclared +c\.yaml:2\ncredential +main\nplugin +key-auth\nlookup +#[0-9a-f]{8}\nsecret +none\nsource +c\.yaml:3\n$/,
  );
  expect(await run("inspect a.rca --consumer jack")).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(
      /^username +jack\n(?:.*\n)*credentials \(1\)\n {2}main \(key-auth\) look-up #[0-9a-f]{8}, secret none {2}c\.yaml:3\n$/,
    ),
  });
  expect(await run("inspect a.rca --consumer jill")).toMatchObject({ code: 1 });
  expect(await run("inspect --diff a.rca b.rca")).toMatchObject({
    code: 1,
    stdout: "~ credential main (key-auth) of consumer jack: look-up value  c.yaml:3\n\n1 changed\n",
  });
  expect(await run("inspect --diff a.rca a.rca")).toMatchObject({ code: 0, stdout: "no differences\n" });
  const json = JSON.parse((await run("inspect --diff a.rca b.rca --format json")).stdout) as object;
  expect(json).toEqual({
    version: 1,
    changes: [
      {
        action: "changed",
        kind: "credential",
        name: "main",
        consumer: "jack",
        plugin: "key-auth",
        source: "c.yaml:3",
        parts: ["look-up value"],
      },
    ],
  });
});

test("usage", async () => {
  await run("compile c.yaml --out a.rca");
  const lines: readonly (readonly [string, string])[] = [
    ["compile c.yaml --out x.rca --check --sign ours.pem", "--check writes nothing"],
    ["compile c.yaml --out x.rca --detached", "give both"],
    ["compile c.yaml --out x.rca --trust ours.pub", "--trust belongs to --check"],
    ["compile c.yaml --out x.rca --sign ours.pub", "ours.pub: an Ed25519 private key (PEM) signs artifacts"],
    ["inspect a.rca --trust ours.pem", "ours.pem: --trust takes an Ed25519 public key (PEM)"],
    ["inspect a.rca a.rca", "name one artifact, or two with --diff"],
    ["inspect --diff a.rca", "--diff compares two artifacts"],
    ["serve c.yaml --trust ours.pub", "--trust is for an artifact that somebody signed"],
  ];
  const results = await Promise.all(lines.map(async ([line, expected]) => [line, expected, await run(line)] as const));
  for (const [line, expected, { code, stderr }] of results) {
    expect([line, code, stderr]).toEqual([line, 2, expect.stringContaining(expected)]);
  }
});
