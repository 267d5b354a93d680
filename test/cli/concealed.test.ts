/** A gateway that does not show its secrets: no difference for ever, no mask that becomes a secret. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import type { Concealment } from "../gateway-double/conceal.ts";
import { type DoubleOptions, type GatewayDouble, startGatewayDouble } from "../gateway-double/server.ts";
import { runHere } from "./in-process.ts";
import { openWorkspace, type Result, token, type Workspace } from "./rollcall.ts";

let workspace: Workspace;
let double: GatewayDouble;

const open = async (options: DoubleOptions): Promise<void> => {
  workspace = await openWorkspace();
  double = await startGatewayDouble({ apiKey: token, ...options });
};

afterEach(async () => {
  await double.close();
  await workspace.close();
});

const run = (line: string, environment?: Readonly<Record<string, string>>): Promise<Result> =>
  runHere(workspace, [...line.split(" "), "--server", double.url], environment);

const first = "0b7c9d51f2e83a6640c7d1b95e";
const second = "c41f8a02976be35d70fa1c6d84";
const declare = (key: string, desc = "one") =>
  writeFile(
    path.join(workspace.folder, "c.yaml"),
    `consumers:\n  - { username: jack, desc: ${desc}, credentials: [{ name: main, plugins: { key-auth: { key: ${key} } } }] }\n`,
  );
const held = () => double.store.get("/apisix/consumers/jack/credentials/main")?.value["plugins"];

describe.each<Concealment>(["masked", "hashed"])("%s", (conceals) => {
  test("is compared by the marks that a forced sync leaves", async () => {
    await open({ conceals });
    await declare(first);
    expect(await run("sync c.yaml --allow-empty")).toMatchObject({ code: 0 });

    // Nothing tells yet, and the diff of every day stays quiet.
    const unknown = await run("diff c.yaml --exit-code");
    expect(unknown).toMatchObject({
      code: 0,
      stderr: "1 resource holds secrets that the gateway does not show: it is written only with --force-secrets\n",
    });
    expect(unknown.stdout).toMatch(
      /^Cannot be compared, .*\n\? credential main of consumer jack .*\n {4}plugins\.key-auth\.key: \(not shown by the gateway\) → sha256:[0-9a-f]{8}\n\nno differences, 1 unchanged, 1 cannot be compared\n$/,
    );
    const before = double.writes().length;
    expect(await run("sync c.yaml")).toMatchObject({ code: 0 });
    expect(double.writes()).toHaveLength(before);

    // From here on the marks tell.
    expect(await run("sync c.yaml --force-secrets")).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/\n1 applied\n$/),
    });
    expect(await run("diff c.yaml --exit-code")).toEqual({
      code: 0,
      stdout: "no differences, 2 unchanged\n",
      stderr: "",
    });
    await declare(second);
    const changed = await run("diff c.yaml --exit-code");
    expect(changed).toMatchObject({ code: 1, stderr: "" });
    expect(changed.stdout).toMatch(
      /~ {3}credential main .*\n {6}plugins\.key-auth\.key: \(not shown by the gateway\) → sha256:[0-9a-f]{8}\n/,
    );
    expect(await run("sync c.yaml")).toMatchObject({ code: 0 });
    expect(held()).toEqual({ "key-auth": { key: second } });
    expect(await run("diff c.yaml --exit-code")).toMatchObject({ code: 0, stdout: "no differences, 2 unchanged\n" });

    // Under another key they tell nothing.
    const otherKey = await run("diff c.yaml --exit-code", { ROLLCALL_KEY: "7d".repeat(32) });
    expect(otherKey).toMatchObject({ code: 0, stdout: expect.stringContaining("1 cannot be compared") });
  });
});

test("a saved plan is carried out, and known as carried out, by its marks", async () => {
  await open({ conceals: "masked" });
  await declare(first);
  await run("sync c.yaml --allow-empty");
  expect(await run("diff c.yaml --force-secrets --out p.plan")).toMatchObject({ code: 0 });
  expect(await run("sync p.plan")).toMatchObject({ code: 0 });
  expect(await run("sync p.plan --resume")).toMatchObject({
    code: 0,
    stdout: expect.not.stringContaining("1 applied"),
  });
});

test("the impact does not take a mask for a key", async () => {
  await open({ conceals: "masked" });
  const folder = workspace.folder;
  const route = `routes:\n  - { id: r, uri: /r, plugins: { key-auth: {} }, upstream: { nodes: { "127.0.0.1:1": 1 } } }\n`;
  const write = (keys: readonly string[]) =>
    writeFile(
      path.join(folder, "c.yaml"),
      `consumers:\n${keys.map((key, index) => `  - { username: u${index}, credentials: [{ name: main, plugins: { key-auth: { key: ${key} } } }] }\n`).join("")}${route}`,
    );
  await write([first, second]);
  await run("sync c.yaml --force-secrets --allow-empty");
  expect(await run("diff c.yaml")).toMatchObject({ stdout: "no differences, 5 unchanged\n" });
  await write([first, "77aa01d4c3b2e59f8e6d0c1b2a"]);
  const { stdout } = await run("diff c.yaml");
  expect(stdout).toContain("1 caller loses access");
  expect(stdout).toContain("u1");
  const forced = await run("diff c.yaml --force-secrets", { ROLLCALL_KEY: "7d".repeat(32) });
  expect(forced.stdout).toContain("The secrets of 2 resources are not shown by the gateway");
  expect(forced.stdout).not.toContain("loses access");
});

test.each(["", " --reveal"])("a dump%s does not keep masks", async (reveal) => {
  await open({ conceals: "masked" });
  await declare(first);
  await run("sync c.yaml --allow-empty");
  const dumped = await run(`dump -o d.yaml${reveal}`);
  expect(dumped.stderr).toContain(
    "the gateway does not show 1 secret: set the variables yourself, such as JACK_MAIN_KEY",
  );
  expect(await readFile(path.join(workspace.folder, "d.yaml"), "utf8")).toMatch(/key: \$\{JACK_MAIN_KEY\}/);
  const synced = await run("sync d.yaml");
  expect(synced).toMatchObject({ code: 1, stderr: expect.stringContaining("JACK_MAIN_KEY") });
});

test("a standalone configuration is not written where masks would become secrets", async () => {
  await open({ mode: "standalone", conceals: "masked" });
  await declare(first);
  // The read after the write does not show what was written.
  expect(await run("sync c.yaml --allow-empty")).toMatchObject({ code: 2 });
  const before = double.writes().length;
  await writeFile(path.join(workspace.folder, "c.yaml"), "consumers:\n  - { username: jill }\n");
  expect(await run("sync c.yaml --no-delete")).toMatchObject({
    code: 2,
    stdout: expect.stringContaining("the masks would become the secrets. Nothing was written"),
  });
  expect(double.writes()).toHaveLength(before);
});
