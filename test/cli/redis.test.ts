/** publish and serve with a real Redis: what each other's failures, kills and restarts leave behind. */
import { cp, readFile } from "node:fs/promises";
import path from "node:path";
import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type ArtifactName, type Artifacts, keepCalling, makeArtifacts, printed, startUpstream } from "./artifacts.ts";
import { runInProcess } from "./in-process.ts";
import { hasRedis, type RedisServer, startRedis } from "./redis-server.ts";
import { key, openWorkspace, type Result, type Workspace } from "./rollcall.ts";

// Processes that start and stop: a machine with other work takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const tlsFolder = path.resolve(import.meta.dirname, "../gateway/tls");

/** `npm run test:distribution` asks for more. */
const rounds = Number(process.env["DISTRIBUTION_ROUNDS"] ?? 5);

describe.skipIf(!hasRedis)("Redis", () => {
  let workspace: Workspace;
  let upstream: Awaited<ReturnType<typeof startUpstream>>;
  let artifacts: Artifacts;
  let server: RedisServer;
  let redis: Redis;
  const environment = () => ({ ROLLCALL_KEY: key, ROLLCALL_SOURCE_TOKEN: server.password });
  const url = (name: string) => `redis://127.0.0.1:${server.port}/${name}`;
  const short = (name: ArtifactName) => `artifact ${artifacts.digest[name].slice(0, 12)}`;
  const publish = (name: ArtifactName, to: string, ...options: readonly string[]): Promise<Result> =>
    runInProcess(workspace.folder, ["publish", `${name}.rca`, "--to", url(to), ...options], environment());
  const connect = () => new Redis({ port: server.port, password: server.password, protocol: 2 });

  beforeAll(async () => {
    server = await startRedis();
    workspace = await openWorkspace();
    upstream = await startUpstream();
    artifacts = await makeArtifacts(workspace.folder, upstream.port);
    await cp(tlsFolder, path.join(workspace.folder, "tls"), { recursive: true });
    redis = connect();
  });
  afterAll(async () => {
    redis?.disconnect();
    await workspace?.close();
    upstream?.close();
    await server?.kill();
  });

  test("what is published: the value, the pointer and the last of them", async () => {
    expect(await publish("a", "kept")).toEqual({
      code: 0,
      stdout: `published a.rca at ${url("kept")}: ${artifacts.bytes.a.length} bytes, artifact ${artifacts.digest.a}\n`,
      stderr: "",
    });
    expect(await redis.getBuffer(`kept:${artifacts.digest.a}`)).toEqual(artifacts.bytes.a);
    for (const name of ["b", "signed", "a"] as const) await publish(name, "kept", "--keep-last", "2");
    const { digest } = artifacts;
    expect(await redis.get("kept")).toBe(digest.a);
    expect(await redis.lrange("kept:recent", 0, -1)).toEqual([digest.a, digest.signed]);
    expect((await redis.keys("kept*")).sort()).toEqual(
      ["kept", `kept:${digest.a}`, `kept:${digest.signed}`, "kept:recent"].sort(),
    );
  });

  test.each<[name: string, key: string, prepare: () => Promise<unknown>, problem: string]>([
    ["nothing there", "none", async () => {}, "nothing has been published there; `rollcall publish` does."],
    ["no digest", "text", () => redis.set("text", "hello"), "the key holds no digest of an artifact"],
    ["another type", "list", () => redis.lpush("list", "x"), "this key holds something else; name another one"],
    [
      "a value that is gone",
      "gone",
      () => redis.set("gone", "ab".repeat(32)),
      `it points to ${"ab".repeat(32)}, which is not there; publish that artifact again.`,
    ],
    [
      "another value than it is named",
      "lies",
      async () => {
        await redis.set("lies", "ab".repeat(32));
        await redis.set(`lies:${"ab".repeat(32)}`, artifacts.bytes.a);
      },
      `and ${"ab".repeat(32)} was promised.`,
    ],
    [
      "half a value",
      "half",
      async () => {
        await redis.set("half", artifacts.digest.a);
        await redis.set(`half:${artifacts.digest.a}`, artifacts.bytes.a.subarray(0, 4000));
      },
      "The artifact is damaged or not one",
    ],
  ])("serve refuses %s", async (_, name, prepare, problem) => {
    await prepare();
    const { code, stderr } = await runInProcess(workspace.folder, ["serve", url(name)], environment());
    expect([code, stderr]).toEqual([2, expect.stringContaining(`error: ${url(name)}: `)]);
    expect(stderr).toContain(problem);
  });

  test.each([
    ["no password", "", "Redis wants a password: ROLLCALL_SOURCE_TOKEN or --source-token-file."],
    ["a wrong one", "guessed-password", "Redis does not take this password."],
  ])("%s", async (_, ROLLCALL_SOURCE_TOKEN, problem) => {
    for (const argv of [
      ["serve", url("kept")],
      ["publish", "a.rca", "--to", url("kept")],
    ]) {
      const { code, stderr } = await runInProcess(workspace.folder, argv, { ROLLCALL_KEY: key, ROLLCALL_SOURCE_TOKEN });
      expect([code, stderr]).toEqual([2, `error: ${url("kept")}: ${problem}\n`]);
    }
  });

  test("a message wakes serve, polling finds what no message told, and Redis may die and come back", async () => {
    await publish("a", "live");
    const argv = [url("live"), "--poll", "600", "--keep", "kept.rca"];
    const woken = await workspace.serve(argv, environment());
    const polling = await workspace.serve([url("live"), "--poll", "0.3"], environment());
    const calling = [keepCalling(woken), keepCalling(polling)];
    await publish("b", "live");
    for (const served of [woken, polling]) await printed(served, `${short("b")})`);
    await redis.set("live", artifacts.digest.a);
    await printed(polling, `loaded again (300 consumers, 300 credentials, 1 route, ${short("a")})`);
    redis.disconnect();
    await server.kill();
    await printed(polling, "not reloaded, the running configuration stays: ");
    server = await startRedis({ port: server.port });
    redis = connect();
    await publish("signed", "live");
    for (const served of [woken, polling]) await printed(served, `${short("signed")})`);
    for (const callers of calling) expect((await callers.stop()).failed).toEqual([]);
    expect([await woken.stop(), await polling.stop()]).toEqual([0, 0]);
    expect(await readFile(path.join(workspace.folder, "kept.rca"))).toEqual(artifacts.bytes.signed);
    expect(woken.output() + polling.output()).not.toContain(server.password);
  });

  test("publish killed at any moment: the pointer names a whole artifact", async () => {
    let seed = 20_261_124;
    await publish("a", "killed");
    for (let round = 0; round < rounds; round += 1) {
      const name = round % 2 === 0 ? "b" : "a";
      const argv = ["publish", `${name}.rca`, "--to", url("killed"), "--keep-last", "2"];
      const { child, ended } = workspace.start(argv, environment());
      seed = (seed * 48_271) % 0x7fffffff;
      await new Promise((resolve) => setTimeout(resolve, 150 + (seed % 400)));
      child.kill("SIGKILL");
      await ended;
      const digest = await redis.get("killed");
      const which = digest === artifacts.digest.a ? "a" : "b";
      expect([digest, await redis.getBuffer(`killed:${digest}`)]).toEqual([
        artifacts.digest[which],
        artifacts.bytes[which],
      ]);
    }
    // What a killed one left behind goes with the next that is published.
    await redis.rpush("killed:recent", "cd".repeat(32));
    await redis.set(`killed:${"cd".repeat(32)}`, "half");
    for (const name of ["signed", "a"] as const) await publish(name, "killed", "--keep-last", "2");
    expect(await redis.lrange("killed:recent", 0, -1)).toEqual([artifacts.digest.a, artifacts.digest.signed]);
    expect(await redis.exists(`killed:${"cd".repeat(32)}`)).toBe(0);
  }, 600_000);

  test("many publishers at once: the pointer names a whole artifact", async () => {
    const names = ["a", "b", "signed", "forged"] as const;
    const all = await Promise.all([...names, ...names].map((name) => publish(name, "many", "--keep-last", "2")));
    expect(all.map(({ code }) => code)).toEqual(all.map(() => 0));
    const digest = await redis.get("many");
    const current = names.find((name) => artifacts.digest[name] === digest);
    expect(current && (await redis.getBuffer(`many:${digest}`))).toEqual(current && artifacts.bytes[current]);
    expect(current).toBeDefined();
  });

  test("TLS: its authority is asked for, and the password never shows in the process list", async () => {
    const file = (name: string) => path.join(tlsFolder, `server.${name}.pem`);
    const secure = await startRedis({
      arguments: ["--port", "0", "--tls-port", "PORT", "--tls-auth-clients", "no"].concat([
        "--tls-cert-file",
        file("cert"),
        "--tls-key-file",
        file("key"),
        "--tls-ca-cert-file",
        file("cert"),
      ]),
    });
    try {
      const to = `rediss://127.0.0.1:${secure.port}/tls`;
      const argv = ["publish", "a.rca", "--to", to];
      const withPassword = { ...environment(), ROLLCALL_SOURCE_TOKEN: secure.password };
      const refused = await runInProcess(workspace.folder, argv, withPassword);
      expect(refused.stderr).toMatch(/Redis cannot be reached \((DEPTH_ZERO_)?SELF_SIGNED_CERT/);
      const trusted = ["--source-ca-file", "tls/server.cert.pem"];
      expect(await runInProcess(workspace.folder, [...argv, ...trusted], withPassword)).toMatchObject({ code: 0 });
      const served = await workspace.serve([to, ...trusted], withPassword);
      const title = await readFile(`/proc/${served.child.pid}/cmdline`, "utf8").catch(() => "");
      expect(title).not.toContain(secure.password);
      expect(await served.stop()).toBe(0);
    } finally {
      await secure.kill();
    }
  });
});
