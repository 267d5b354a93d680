/** Several gateway groups of an API7 in one run, and the file of a standalone APISIX, by the command line. */
import { readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type GatewayDouble, startGatewayDouble } from "../gateway-double/server.ts";
import { openWorkspace, token, type Workspace } from "./rollcall.ts";

let workspace: Workspace;

beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());

const files = `
consumers:
  - username: acme
    credentials: [{ name: main, plugins: { key-auth: { key: "q8Zr2kVt0xWn5bLmYc7HdJ4s" } } }]
routes:
  - { id: orders, uri: /orders/*, plugins: { key-auth: {} }, upstream: { nodes: { "127.0.0.1:1980": 1 } } }
`;

describe("gateway groups", () => {
  let double: GatewayDouble;
  const run = (line: string) => workspace.run([...line.split(" "), "--server", double.url]);

  beforeAll(async () => {
    double = await startGatewayDouble({ mode: "api7", apiKey: token, groups: { g1: "one", g2: "two", g3: "three" } });
    await writeFile(path.join(workspace.folder, "api.yaml"), files);
  });
  afterAll(() => double.close());

  test("each has its plan; consumers are written with the first", async () => {
    const synced = await run("sync api.yaml --gateway-group one --gateway-group g2");
    expect(synced).toMatchObject({ code: 0, stderr: "gateway group one:\ngateway group g2:\n" });
    expect(synced.stdout.match(/^\d+ (?:to create|applied).*$/gm)).toEqual([
      "3 to create, 0 unchanged",
      "3 applied",
      "1 to create, 0 unchanged",
      "1 applied",
    ]);
    expect(double.store.keys()).toEqual(["/apisix/consumers/acme", "/apisix/consumers/acme/credentials/main"]);
    expect(["g1", "g2", "g3"].map((group) => double.storeOf(group).keys())).toEqual([
      ["/apisix/routes/orders"],
      ["/apisix/routes/orders"],
      [],
    ]);
  });

  test.each([
    ["both groups are as they should be", "--gateway-group one --gateway-group two", 0],
    ["the third is not, and decides the exit code", "--gateway-group three --gateway-group two", 1],
  ])("%s", async (_, groups, code) => {
    expect(await run(`diff api.yaml --exit-code ${groups}`)).toMatchObject({ code });
  });

  test("JSON is one document that names them", async () => {
    const { stdout } = await run("diff api.yaml --format json --gateway-group one --gateway-group three");
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      groups: [
        { group: "one", counts: { create: 0, unchanged: 3 } },
        { group: "three", counts: { create: 1, unchanged: 0 } },
      ],
    });
  });

  test("the group may be a variable, or a setting", async () => {
    const diff = ["diff", "api.yaml", "--summary", "--server", double.url];
    expect(await workspace.run(diff, { ROLLCALL_GATEWAY_GROUP: "two" })).toMatchObject({
      code: 0,
      stdout: "no differences, 3 unchanged\n",
    });
    await writeFile(path.join(workspace.folder, "groups.config.json"), '{"gateway":{"groups":["one","two"]}}');
    expect(await workspace.run([...diff, "--config", "groups.config.json"])).toMatchObject({
      code: 0,
      stdout: "no differences, 3 unchanged\nno differences, 1 unchanged\n",
    });
  });

  test.each([
    ["none, of several", "ping", /say which gateway group is meant, with --gateway-group. There are: one, two, three/],
    ["an unknown one", "ping --gateway-group four", /no group with the id or name four. There are: one, two, three/],
    ["two, for a dump", "dump --gateway-group one --gateway-group two", /one gateway group at a time/],
    ["one, of an APISIX", "ping --gateway-group one --gateway apisix", /for API7 only, and the gateway is apisix/],
  ])("%s", async (_, line, expected) => {
    const failed = await run(line);
    expect(failed).toMatchObject({ code: 2, stdout: "" });
    expect(failed.stderr).toMatch(expected);
  });

  test("after a group that failed, sync leaves the others alone", async () => {
    const failing = await startGatewayDouble({
      mode: "api7",
      apiKey: token,
      groups: { g1: "one", g2: "two" },
      failures: [{ on: /^PUT/, how: { status: 400, body: '{"error_msg":"no"}' } }],
    });
    const failed = await workspace.run([
      "sync",
      "api.yaml",
      "--server",
      failing.url,
      "--gateway-group",
      "one",
      "--gateway-group",
      "two",
    ]);
    await failing.close();
    expect(failed).toMatchObject({ code: 2, stderr: "gateway group one:\ngateway group two: not tried\n" });
    expect(failing.storeOf("g2").keys()).toEqual([]);
  });
});

describe("a file", () => {
  const file = () => path.join(workspace.folder, "apisix.yaml");
  const run = (line: string) => workspace.run([...line.split(" "), "--server", "apisix.yaml"], { ROLLCALL_TOKEN: "" });

  test("needs no key; sync, then diff finds nothing, and what is not managed stays", async () => {
    await writeFile(file(), "# ours\nssls:\n  - id: s # kept\n#END\n", { mode: 0o600 });
    expect(await run("ping")).toEqual({
      code: 0,
      stdout: "apisix.yaml answers: a configuration file (standalone)\n",
      stderr: "",
    });
    const synced = await run("sync harbourline");
    expect(synced).toMatchObject({ code: 0, stderr: "" });
    expect(synced.stdout).toMatch(/\n107 to create, 0 unchanged\n107 applied\n$/);
    expect(await run("diff harbourline --exit-code")).toMatchObject({
      code: 0,
      stdout: "no differences, 107 unchanged\n",
    });
    const text = await readFile(file(), "utf8");
    expect(text).toMatch(/^# ours\nssls:\n {2}- id: s # kept\n/);
    expect(text).toMatch(/\n#END\n$/);
    expect((await stat(file())).mode & 0o777).toBe(0o600);
  });

  test("is dumped as any gateway", async () => {
    expect(await run("dump --out file.dump.yaml")).toMatchObject({ code: 0, stdout: "" });
    const diffed = await run("diff file.dump.yaml --vars-file file.dump.yaml.env --exit-code");
    expect(diffed).toMatchObject({ code: 0, stdout: "no differences, 107 unchanged\n" });
  });

  test("that cannot be read changes nothing and says why", async () => {
    await writeFile(file(), "routes: []\n");
    const failed = await run("sync harbourline");
    expect(failed).toMatchObject({ code: 2, stdout: "" });
    expect(failed.stderr).toBe(
      "error: the configuration file does not end with the line #END: it may be half written\n",
    );
  });
});
