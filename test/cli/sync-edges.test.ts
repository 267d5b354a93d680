/** Where sync and dump could tell less than the truth: gateways that lack kinds, readers that go away, gateways that are killed. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Failure, type GatewayDouble, startGatewayDouble } from "../gateway-double/server.ts";
import { runHere } from "./in-process.ts";
import { openWorkspace, token, type Workspace } from "./rollcall.ts";

let workspace: Workspace;
let double: GatewayDouble | undefined;

beforeEach(async () => {
  workspace = await openWorkspace();
});

afterEach(async () => {
  await double?.close();
  double = undefined;
  await workspace.close();
});

const start = async (failures: readonly Failure[] = []): Promise<string> => {
  double = await startGatewayDouble({ apiKey: token, failures });
  return double.url;
};
const write = (name: string, text: string) => writeFile(path.join(workspace.folder, name), text);
const run = (line: string, environment?: Readonly<Record<string, string>>) =>
  runHere(workspace, line.split(" "), environment);

describe("a gateway that lacks kinds", () => {
  const unsupported = (kind: string): Failure => ({
    on: new RegExp(` /${kind}$`),
    how: { status: 404, body: `{"error_msg":"Unsupported resource type: ${kind}"}` },
  });
  const lacking = [unsupported("plugin_configs"), unsupported("consumer_groups")];

  test("is dumped without them, and that is said", async () => {
    const server = await start(lacking);
    const dumped = await run(`dump --server ${server}`);
    expect(dumped).toEqual({
      code: 0,
      stdout: "consumers: []\n",
      stderr: "this gateway has no consumer_groups, plugin_configs; the dump has none either\n",
    });
  });

  test.each([
    [
      "an empty section is as it should be",
      "consumers: []\nplugin_configs: []\n",
      0,
      /^no differences, 0 unchanged\n$/,
    ],
    ["resources are refused", 'plugin_configs: [{ id: "1", plugins: {} }]\n', 2, /the gateway has no plugin_configs/],
  ])("%s", async (_name, text, code, output) => {
    const server = await start(lacking);
    await write("some.yaml", text);
    const result = await run(`sync some.yaml --server ${server}`);
    expect(result.code).toBe(code);
    expect(result.stdout + result.stderr).toMatch(output);
    expect(double?.writes()).toEqual([]);
  });

  test.each([
    ["a 404 of something else", { status: 404, body: '{"error_msg":"404 Route Not Found"}' }],
    ["a proxy's page", { status: 404, body: "<html>not found</html>" }],
    ["no consumers at all", { status: 404, body: '{"message":"Key not found"}' }],
  ])("%s is no such gateway", async (_name, how) => {
    const server = await start([{ how }]);
    await write("none.yaml", "consumers: []\nplugin_configs: []\n");
    expect(await run(`sync none.yaml --server ${server} --timeout 5`)).toMatchObject({ code: 2, stdout: "" });
    expect(await run(`dump --server ${server} --timeout 5`)).toMatchObject({ code: 2, stdout: "" });
  });
});

test("a reader that goes away does not stop a sync, nor hide its exit code", async () => {
  const server = await start();
  const running = workspace.start(["sync", "harbourline", "--server", server]);
  running.child.stdout?.destroy();
  running.child.stderr?.destroy();
  expect((await running.ended).code).toBe(0);
  expect(await run(`diff harbourline --exit-code --server ${server}`)).toMatchObject({ code: 0 });
});

test("names that would be steps in a path", async () => {
  const server = await start();
  const credentials = [".", "..", "...", "a/b", "%2e%2e", "ü"].map((name, index) => ({
    name,
    plugins: { "key-auth": { key: `0b7c9d51f2e83a6640c7d1b95e${index}` } },
  }));
  await write("names.json", JSON.stringify({ consumers: [{ username: "jack", credentials }] }));
  expect(await run(`sync names.json --server ${server}`)).toMatchObject({ code: 0, stderr: "" });
  expect(double?.store.keys()).toHaveLength(7);
  expect(await run(`diff names.json --exit-code --server ${server}`)).toMatchObject({ code: 0 });
});

describe("dump", () => {
  const held = (username: string, password: string): string =>
    JSON.stringify({
      consumers: [{ username, plugins: { "key-auth": { key: password } } }],
    });

  test.each([
    ["every kind of quote and line end", "jack", "a'b\"c`d\r\ne#f ${HOME} \\${X}"],
    ["a name that would be one of our own settings", "rollcall", "9d1b7c40aa51"],
  ])("%s", async (_name, username, secret) => {
    const server = await start();
    // JSON's `${HOME}` is escaped as in every file.
    await write("held.json", held(username, secret.replace(/\$\{/g, "\\${")));
    expect(await run(`sync held.json --server ${server}`)).toMatchObject({ code: 0 });
    const dumped = await run(`dump --out d.yaml --server ${server}`);
    expect(dumped.code).toBe(0);
    expect(dumped.stderr).not.toContain("warning");
    const diff = await run(`diff d.yaml --vars-file d.yaml.env --exit-code --server ${server}`);
    expect(diff).toMatchObject({ code: 0 });
    expect(await readFile(path.join(workspace.folder, "d.yaml"), "utf8")).not.toContain("9d1b7c40aa51");
  });

  test("a variable that the environment sets differently is told of", async () => {
    const server = await start();
    await write("held.json", held("aws-access", "9d1b7c40aa51"));
    await run(`sync held.json --server ${server}`);
    const dumped = await run(`dump --out d.yaml --server ${server}`, { AWS_ACCESS_KEY: "other" });
    expect(dumped.stderr).toMatch(/warning: AWS_ACCESS_KEY has another value in the environment/);
  });

  test.each([
    ["dump --out a.yaml --secrets ./a.yaml", /name the same file/],
    ["dump --out a.yaml --reveal --secrets b.env", /--secrets has nothing to write/],
  ])("%s is refused", async (line, message) => {
    const result = await run(`${line} --server http://127.0.0.1:9`);
    expect(result.code).toBe(2);
    expect(result.stderr).toMatch(message);
  });
});

test.each([20, 90])("our gateway killed %i ms into a sync keeps what it said it had taken", async (ms) => {
  const serve = () =>
    workspace.serve(["--admin", "127.0.0.1:0", "--state", "state.json"], { ROLLCALL_ADMIN_KEY: token });
  const first = await serve();
  const syncing = workspace.start(["sync", "harbourline", "--server", first.admin, "--format", "json"]);
  await new Promise<void>((resolve) => {
    // The first write makes the state file; the kill comes so long after it.
    const look = setInterval(() => {
      readFile(path.join(workspace.folder, "state.json")).then(
        () => {
          clearInterval(look);
          setTimeout(resolve, ms);
        },
        () => undefined,
      );
    }, 5);
  });
  await first.stop("SIGKILL");
  const { stdout } = await syncing.ended;
  const { counts } = JSON.parse(stdout) as { counts: Record<string, number> };
  const second = await serve();
  const diff = await run(`diff harbourline --format json --server ${second.admin}`);
  const left = (JSON.parse(diff.stdout) as { counts: { create: number; update: number; delete: number } }).counts;
  // What was being written may have been taken without an answer; what was answered must be there.
  expect(left.create).toBeLessThanOrEqual(107 - (counts["applied"] ?? 0));
  expect([left.update, left.delete]).toEqual([0, 0]);
  expect(await run(`sync harbourline --server ${second.admin}`)).toMatchObject({ code: 0 });
  expect(await run(`diff harbourline --exit-code --server ${second.admin}`)).toMatchObject({ code: 0 });
});

test.each([
  ["auto", "1/2 applied    create consumer jack\n2/2 failed     create credential jack/k\n"],
  ["lines", "1/2 applied    create consumer jack\n2/2 failed     create credential jack/k\n"],
  ["none", ""],
])("--progress %s without a terminal", async (mode, stderr) => {
  const server = await start([{ on: /^PUT .*credentials/, how: { status: 400, body: '{"error_msg":"no"}' } }]);
  await write(
    "c.yaml",
    "consumers:\n  - { username: jack, credentials: [{ name: k, plugins: { key-auth: { key: 0b7c9d51f2e83a6640c7d1b95e } } }] }\n",
  );
  expect(await run(`sync c.yaml --server ${server} --progress ${mode}`)).toMatchObject({ code: 2, stderr });
});
