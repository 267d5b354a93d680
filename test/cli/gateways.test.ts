/** The gitops round on every kind of gateway: our own with its Admin API in a process of its own, and the double that keeps section 4 of the reference to the letter. */
import { readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type DoubleOptions, type GatewayDouble, startGatewayDouble } from "../gateway-double/server.ts";
import { runHere } from "./in-process.ts";
import { openWorkspace, token, type Workspace } from "./rollcall.ts";

interface Target {
  readonly name: string;
  /** As it is detected. */
  readonly backend: string;
  start(workspace: Workspace): Promise<{ readonly url: string; stop(): Promise<unknown> }>;
}

const startDouble = async (options: DoubleOptions) => {
  const double: GatewayDouble = await startGatewayDouble({ ...options, apiKey: token });
  return { url: double.url, stop: () => double.close() };
};

const targets: readonly Target[] = [
  {
    name: "rollcall's own",
    backend: "rollcall",
    async start(workspace) {
      const server = await workspace.serve(["--admin", "127.0.0.1:0", "--state", "state.json"], {
        ROLLCALL_ADMIN_KEY: token,
      });
      return { url: server.admin, stop: () => server.stop() };
    },
  },
  { name: "APISIX, storing what it is sent", backend: "apisix", start: () => startDouble({}) },
  { name: "APISIX, storing defaults too", backend: "apisix", start: () => startDouble({ fillDefaults: true }) },
  { name: "API7", backend: "api7", start: () => startDouble({ mode: "api7", fillDefaults: true, pageLimit: 20 }) },
  { name: "standalone", backend: "standalone", start: () => startDouble({ mode: "standalone" }) },
  {
    name: "standalone, storing defaults too",
    backend: "standalone",
    start: () => startDouble({ mode: "standalone", fillDefaults: true }),
  },
];

describe.each(targets)("$name", ({ backend, start }) => {
  let workspace: Workspace;
  let gateway: Awaited<ReturnType<Target["start"]>>;
  const run = (line: string) => runHere(workspace, [...line.split(" "), "--server", gateway.url]);

  beforeAll(async () => {
    workspace = await openWorkspace();
    gateway = await start(workspace);
  });
  afterAll(async () => {
    await gateway.stop();
    await workspace.close();
  });

  test("sync, then a second sync changes nothing", async () => {
    const first = await run("sync harbourline");
    expect(first.stderr).toBe("");
    expect(first.stdout).toMatch(/\n107 to create, 0 unchanged\n107 applied\n$/);
    expect(first.code).toBe(0);
    expect(await run("sync harbourline")).toEqual({ code: 0, stdout: "no differences, 107 unchanged\n", stderr: "" });
    expect(await run("diff harbourline --exit-code")).toMatchObject({ code: 0 });
  });

  test("what is dumped lints clean and shows no difference", async () => {
    const dumped = await run("dump --out dump.yaml");
    expect(dumped).toMatchObject({ code: 0, stdout: "" });
    for (const file of ["dump.yaml", "dump.yaml.env"]) {
      expect((await stat(path.join(workspace.folder, file))).mode & 0o777, file).toBe(0o600);
    }
    const linted = await workspace.run(["lint", "dump.yaml", "--vars-file", "dump.yaml.env"]);
    expect(linted).toEqual({ code: 0, stdout: "no problems, 1 file checked\n", stderr: "" });
    const diffed = await run("diff dump.yaml --vars-file dump.yaml.env --exit-code");
    expect(diffed).toEqual({ code: 0, stdout: "no differences, 107 unchanged\n", stderr: "" });
  });

  test("a revealed dump shows no difference either, and two dumps are the same bytes", async () => {
    await run("dump --out clear.yaml --reveal");
    await run("dump --out again.yaml --reveal");
    const [clear, again] = await Promise.all(
      ["clear.yaml", "again.yaml"].map((file) => readFile(path.join(workspace.folder, file), "utf8")),
    );
    expect(again).toBe(clear);
    expect(await run("diff clear.yaml --exit-code")).toMatchObject({ code: 0 });
  });

  test("a change is one change, and is taken back", async () => {
    const file = path.join(workspace.folder, "harbourline/partners.yaml");
    const text = await readFile(file, "utf8");
    await writeFile(file, text.replace("desc: Chilled goods from Bergen", "desc: Frozen goods from Bergen"));
    const diff = await run("diff harbourline --exit-code");
    expect(diff.stdout).toMatch(
      /^~ consumer northwind-foods {2}harbourline\/partners.yaml:4:5\n {4}desc: Chilled goods from Bergen → Frozen goods from Bergen\n\n1 to update, 106 unchanged\n$/,
    );
    expect(diff.code).toBe(1);
    expect(await run("sync harbourline")).toMatchObject({ code: 0 });
    await writeFile(file, text);
    expect(await run("sync harbourline")).toMatchObject({ code: 0 });
    expect(await run("diff harbourline --exit-code")).toMatchObject({ code: 0 });
  });

  test("a consumer that leaves the files is deleted with its credentials", async () => {
    const file = path.join(workspace.folder, "harbourline/mobile-apps.json");
    const text = await readFile(file, "utf8");
    const parsed = JSON.parse(text) as { consumers: { username: string }[] };
    const without = { ...parsed, consumers: parsed.consumers.filter(({ username }) => username !== "app-beta") };
    await writeFile(file, JSON.stringify(without));
    expect((await run("diff harbourline --no-delete")).stdout).toBe("no differences, 105 unchanged\n");
    expect((await run("sync harbourline --max-deletes 1")).stderr).toMatch(/^refused: .*deletes 2 of 107 managed/);
    const synced = await run("sync harbourline");
    expect(synced.stdout).toBe("- consumer app-beta (limit-count)\n\n1 to delete, 105 unchanged\n1 applied\n");
    await writeFile(file, text);
    expect((await run("sync harbourline")).stdout).toMatch(/2 to create, 105 unchanged\n2 applied\n$/);
  });

  test("files that declare almost nothing delete nothing by mistake", async () => {
    await writeFile(path.join(workspace.folder, "almost-empty.yaml"), "consumers: []\n");
    const refused = await run("sync almost-empty.yaml");
    expect(refused).toMatchObject({ code: 1, stdout: "" });
    expect(refused.stderr).toMatch(/^refused: the plan deletes 83 of 83 managed resources/);
    expect(await run("diff harbourline --exit-code")).toMatchObject({ code: 0 });
  });

  test("ping says who answers, and a wrong key is told without showing it", async () => {
    const answer = await run("ping");
    expect(answer).toMatchObject({ code: 0, stderr: "" });
    expect(answer.stdout).toMatch(new RegExp(`^${gateway.url} answers: \\S+ \\(${backend}\\)\n$`));
    const wrong = await workspace.run(["ping", "--server", gateway.url], { ROLLCALL_TOKEN: "wrong-token-77aa" });
    expect(wrong).toMatchObject({ code: 2, stdout: "" });
    expect(wrong.stderr).toMatch(/^error: .*401/);
    expect(wrong.stderr).not.toContain("wrong-token-77aa");
  });
});
