/** Saved plans: what they are bound to, what they give away, and how a sync of one goes on after a failure, a signal or a kill. */
import { readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Failure, type GatewayDouble, type LoggedCall, startGatewayDouble } from "../gateway-double/server.ts";
import { runHere } from "./in-process.ts";
import { fixture, openWorkspace, type Result, token, type Workspace } from "./rollcall.ts";

let workspace: Workspace;
let double: GatewayDouble;
let failures: Failure[];
let onWrite: (call: LoggedCall) => void;

beforeEach(async () => {
  failures = [];
  onWrite = () => undefined;
  workspace = await openWorkspace();
  double = await startGatewayDouble({
    apiKey: token,
    failures: { [Symbol.iterator]: () => failures[Symbol.iterator]() } as unknown as readonly Failure[],
    onCall: (call) => (call.method === "GET" ? undefined : onWrite(call)),
  });
});

afterEach(async () => {
  await double.close();
  await workspace.close();
});

const at = (name: string) => path.join(workspace.folder, name);
const write = (name: string, text: string) => writeFile(at(name), text);
const run = (line: string, environment?: Readonly<Record<string, string>>): Promise<Result> =>
  runHere(workspace, [...line.split(" "), "--server", double.url], environment);

const firstKey = "0b7c9d51f2e83a6640c7d1b95e";
const secondKey = "c41f8a02976be35d70fa1c6d84";
const thirdKey = "77aa01d4c3b2e59f8e6d0c1b2a";
const jack = (key: string, more = ""): string =>
  `consumers:\n  - { username: jack, desc: one, credentials: [{ name: main, plugins: { key-auth: { key: ${key} } } }] }\n${more}`;

/** What the double holds, without times. */
const held = () => Object.fromEntries(double.store.keys().map((key) => [key, stored(key)]));
const stored = (key: string): Readonly<Record<string, unknown>> => {
  const { create_time: _created, update_time: _updated, ...value } = double.store.get(key)?.value ?? {};
  return value;
};

test("a plan is saved, shown again, and carried out without the files", async () => {
  const saved = await run("diff harbourline --out p.plan");
  expect(saved).toMatchObject({ code: 0, stderr: expect.stringMatching(/^wrote p\.plan; /) });
  expect((await stat(at("p.plan"))).mode & 0o777).toBe(0o600);
  const bytes = await readFile(at("p.plan"), "latin1");
  for (const secret of [...fixture.secrets, "username", "harbourline"]) expect(bytes).not.toContain(secret);
  expect(await run("diff p.plan")).toEqual({ code: 0, stdout: saved.stdout, stderr: "" });
  expect(await run("diff p.plan --exit-code --summary")).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/^107 to create/),
  });
  expect(await run("sync p.plan --dry-run")).toEqual({ code: 0, stdout: saved.stdout, stderr: "" });
  expect(double.writes()).toEqual([]);
  const synced = await run("sync p.plan");
  expect(synced).toMatchObject({ code: 0, stderr: "" });
  expect(synced.stdout).toMatch(/\n107 applied\n$/);
  expect(await run("diff harbourline --exit-code")).toMatchObject({ code: 0 });
  expect(await run("sync p.plan")).toMatchObject({ code: 0, stderr: expect.stringContaining("already") });
});

describe("the touched part has moved", () => {
  const put = (key: string, change: Readonly<Record<string, unknown>>) => () =>
    void double.store.put(key, { ...stored(key), ...change });
  test.each<[name: string, move: () => void, code: number, told: RegExp]>([
    ["nothing", () => undefined, 0, /^$/],
    [
      "something that the plan does not touch",
      () => void double.store.put("/apisix/consumers/other", { username: "other" }),
      0,
      /^$/,
    ],
    [
      "a field that is to be changed",
      put("/apisix/consumers/jack", { desc: "by hand" }),
      1,
      /consumer jack was changed\n {6}desc: one → by hand\n/,
    ],
    [
      "a secret that is to be changed",
      put("/apisix/consumers/jack/credentials/main", { plugins: { "key-auth": { key: thirdKey } } }),
      1,
      /credential jack\/main was changed\n {6}plugins\.key-auth\.key: sha256:[0-9a-f]{8} → sha256:[0-9a-f]{8}\n/,
    ],
    [
      "what is to be updated is gone",
      () => void double.store.delete("/apisix/consumers/jack/credentials/main"),
      1,
      /credential jack\/main is gone/,
    ],
    [
      "what is to be created is there",
      () => void double.store.put("/apisix/consumers/jill", { username: "jill" }),
      1,
      /consumer jill is there now/,
    ],
    [
      "a consumer that goes has a new credential",
      () =>
        void double.store.put("/apisix/consumers/joe/credentials/new", {
          name: "new",
          plugins: { "key-auth": { key: thirdKey } },
        }),
      1,
      /consumer joe was changed\n {6}credentials\.new\.name: \(none\) → new\n/,
    ],
  ])("%s", async (_name, move, code, told) => {
    await write("a.yaml", jack(firstKey, "  - { username: joe }\n"));
    await run("sync a.yaml");
    await write("b.yaml", jack(secondKey, "  - { username: jill }\n").replace("desc: one", "desc: two"));
    await run("diff b.yaml --out p.plan");
    move();
    const before = held();
    const writes = double.writes().length;
    const result = await run("sync p.plan");
    expect(result.stderr).toMatch(told);
    expect(result.code).toBe(code);
    for (const secret of [firstKey, secondKey, thirdKey]) expect(result.stdout + result.stderr).not.toContain(secret);
    if (code === 0) return expect(stored("/apisix/consumers/jack")).toMatchObject({ desc: "two" });
    expect(held()).toEqual(before);
    expect(double.writes()).toHaveLength(writes);
  });
});

describe("a plan that cannot be trusted", () => {
  const otherKey = { ROLLCALL_KEY: "6d".repeat(32) };
  const flip = (offset: number) => (bytes: Buffer) => {
    const changed = Buffer.from(bytes);
    const index = offset < 0 ? bytes.length + offset : offset;
    changed[index] = (changed[index] ?? 0) ^ 1;
    return changed;
  };
  test.each<
    [name: string, damage: (bytes: Buffer) => Buffer, environment: Record<string, string>, code: number, told: RegExp]
  >([
    ["the last byte changed", flip(-1), {}, 2, /damaged/],
    ["a byte in the middle changed", flip(80), {}, 2, /damaged/],
    ["the nonce changed", flip(28), {}, 2, /damaged/],
    ["cut short", (bytes) => bytes.subarray(0, -20), {}, 2, /damaged/],
    ["nothing but its head", (bytes) => bytes.subarray(0, 27), {}, 2, /damaged/],
    ["less than its head", (bytes) => bytes.subarray(0, 20), {}, 2, /cut short/],
    ["another version", flip(15), {}, 2, /has version 0; this rollcall reads version 1/],
    ["another key", (bytes) => bytes, otherKey, 2, /sealed under another key/],
    ["no key", (bytes) => bytes, { ROLLCALL_KEY: "" }, 2, /rollcall init/],
  ])("%s", async (_name, damage, environment, code, told) => {
    await write("a.yaml", jack(firstKey));
    await run("diff a.yaml --out p.plan");
    await writeFile(at("p.plan"), damage(await readFile(at("p.plan"))));
    for (const line of ["sync p.plan", "diff p.plan"]) {
      const result = await run(line, environment);
      expect(result).toMatchObject({ code, stdout: "", stderr: expect.stringMatching(told) });
    }
    expect(double.calls.filter(({ method }) => method !== "GET")).toEqual([]);
  });

  test.each<[line: string, code: number, told: RegExp]>([
    ["diff a.yaml --out none/p.plan", 2, /none\/p\.plan: cannot be written/],
    ["diff p.plan --out q.plan", 2, /is a saved plan already/],
    ["sync p.plan a.yaml", 2, /give it alone/],
    ["sync p.plan --no-delete", 2, /belongs to the diff --out/],
    ["sync a.yaml --resume", 2, /A sync of files goes on by itself/],
  ])("%s", async (line, code, told) => {
    await write("a.yaml", jack(firstKey));
    await run("diff a.yaml --out p.plan");
    expect(await run(line)).toMatchObject({ code, stdout: "", stderr: expect.stringMatching(told) });
  });

  test("a plan is not made without a key", async () => {
    await write("a.yaml", jack(firstKey));
    const result = await run("diff a.yaml --out p.plan", { ROLLCALL_KEY: "" });
    expect(result).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("rollcall init") });
    await expect(stat(at("p.plan"))).rejects.toThrow();
  });

  test("a plan for another gateway", async () => {
    await write("a.yaml", jack(firstKey));
    await run("diff a.yaml --out p.plan");
    const result = await workspace.run(["sync", "p.plan", "--server", "http://127.0.0.1:9"]);
    expect(result).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /^refused: the plan was made for http:\/\/127\.0\.0\.1:\d+, and this is http:\/\/127\.0\.0\.1:9\./,
      ),
    });
  });
});

describe("resume", () => {
  const save = () => run("diff harbourline --out p.plan --summary");

  test("after a refusal of the gateway", async () => {
    await save();
    failures = [{ on: /^PUT \/routes/, how: { status: 400, body: '{"error_msg":"not today"}' } }];
    const first = await run("sync p.plan");
    expect(first.code).toBe(2);
    expect(first.stdout).toMatch(/failed {5}create route \S+ \(harbourline\/\S+:\d+:\d+\): .*not today/);
    expect(first.stdout).toContain("Run sync p.plan --resume: it does only what is still missing.");
    failures = [];
    expect(await run("sync p.plan")).toMatchObject({ code: 1, stderr: expect.stringContaining("add --resume") });
    const writes = double.writes().length;
    const rest = await run("sync p.plan --resume");
    expect(rest).toMatchObject({ code: 0, stderr: expect.stringMatching(/^resumed: \d+ changes were made before\n$/) });
    expect(
      double
        .writes()
        .slice(writes)
        .every((call) => /^PUT \/(routes|global_rules)/.test(call)),
    ).toBe(true);
    expect(await run("diff harbourline --exit-code")).toMatchObject({ code: 0 });
    await expect(stat(at("p.plan.journal"))).rejects.toThrow();
  });

  test.each<[signal: NodeJS.Signals, call: number]>([
    ["SIGKILL", 1],
    ["SIGKILL", 40],
    ["SIGKILL", 106],
    ["SIGINT", 30],
    ["SIGTERM", 30],
  ])("after %s at write %i of a slow gateway", async (signal, call) => {
    await save();
    failures = [{ on: /^PUT/, how: { delayMs: 20 } }];
    let writes = 0;
    const { child, ended } = workspace.start(["sync", "p.plan", "--server", double.url, "--format", "json"]);
    onWrite = () => {
      writes += 1;
      if (writes === call) child.kill(signal);
    };
    const { code, stdout, stderr } = await ended;
    onWrite = () => undefined;
    if (signal !== "SIGKILL") {
      expect(code).toBe(2);
      expect(stderr).toBe("stopping: calls under way are finished first\n");
      const { counts, failed } = JSON.parse(stdout) as { counts: Record<string, number>; failed: unknown[] };
      // What was under way is finished, so that the report and the gateway agree.
      expect(counts["applied"]).toBe(double.store.keys().length);
      expect(failed).toEqual([]);
      expect((counts["applied"] ?? 0) + (counts["notTried"] ?? 0)).toBe(107);
    }
    const journal = await readFile(at("p.plan.journal"), "utf8");
    for (const secret of fixture.secrets) expect(journal).not.toContain(secret);
    failures = [];
    expect(await run("sync p.plan --resume")).toMatchObject({ code: 0 });
    expect(double.store.keys()).toHaveLength(107);
    expect(await run("diff harbourline --exit-code")).toMatchObject({ code: 0 });
  });

  test("what was applied and then changed by hand is refused", async () => {
    await write("a.yaml", jack(firstKey));
    await run("sync a.yaml");
    await write("b.yaml", jack(secondKey, "  - { username: jill }\n").replace("desc: one", "desc: two"));
    await run("diff b.yaml --out p.plan");
    failures = [{ on: /credentials/, after: 1, how: { status: 400, body: "{}" } }];
    expect(await run("sync p.plan")).toMatchObject({ code: 2 });
    failures = [];
    double.store.put("/apisix/consumers/jack", { username: "jack", desc: "one" });
    const result = await run("sync p.plan --resume");
    expect(result).toMatchObject({ code: 1, stderr: expect.stringContaining("consumer jack was changed back") });
  });

  test("the journal of another plan", async () => {
    await save();
    await write("p.plan.journal", "rollcall-journal 1 00\napplied 3\n");
    expect(await run("sync p.plan --resume")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("another plan"),
    });
  });
});

describe("files that declare nothing", () => {
  test.each([
    ["sync empty.yaml", 1],
    ["sync empty.yaml --dry-run", 1],
    ["sync empty.yaml --no-delete", 0],
    ["sync empty.yaml --allow-empty", 0],
    ["sync p.plan", 1],
    ["sync p.plan --allow-empty", 0],
  ])("%s", async (line, code) => {
    await write("a.yaml", jack(firstKey));
    await run("sync a.yaml");
    await write("empty.yaml", "consumers: []\n");
    await run("diff empty.yaml --out p.plan");
    const result = await run(line);
    expect(result.code).toBe(code);
    expect(/declare no resource at all/.test(result.stderr)).toBe(code === 1);
    expect(double.store.has("/apisix/consumers/jack")).toBe(!line.includes("--allow-empty"));
  });
});

test("a part by its label, end to end", async () => {
  await write("all.yaml", "consumers:\n  - { username: ann, labels: { team: a } }\n  - { username: bob }\n");
  await write("bob.yaml", "consumers: [{ username: bob }]\n");
  const part = await run("sync all.yaml --select team=a --own");
  expect(part).toMatchObject({ code: 0, stderr: "1 declared resources are outside --select and are left alone\n" });
  expect(stored("/apisix/consumers/ann")).toEqual({
    username: "ann",
    labels: { team: "a", "managed-by": "rollcall" },
  });
  expect(double.store.has("/apisix/consumers/bob")).toBe(false);
  double.store.put("/apisix/consumers/eve", { username: "eve" });
  const dumped = await run("dump --select team=a");
  expect(dumped.stdout).toContain("ann");
  expect(dumped.stdout).not.toContain("eve");
  expect(await run("sync bob.yaml --select team=a")).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("declare no resource"),
  });
  for (const line of ["diff all.yaml --select team", "diff all.yaml --select team=a --select team=b"]) {
    expect(await run(line)).toMatchObject({ code: 2, stdout: "" });
  }
});
