/** Overlays from `compile --base` to a running `serve`: over a file, HTTP and Redis, with callers all the while. */
import { once } from "node:events";
import { copyFile, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { createServer, get, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { keepCalling, printed, startUpstream } from "./artifacts.ts";
import { runInProcess } from "./in-process.ts";
import { hasRedis, startRedis } from "./redis-server.ts";
import { key, openWorkspace, type Server, type Workspace } from "./rollcall.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** `npm run proof:overlays` asks for 500. */
const rounds = Number(process.env["OVERLAY_KILLS"] ?? 3);

let workspace: Workspace;
let upstream: Awaited<ReturnType<typeof startUpstream>>;
const at = (name: string) => path.join(workspace.folder, name);
const rollcall = (argv: readonly string[], environment = {}) =>
  runInProcess(workspace.folder, argv, { ROLLCALL_KEY: key, ...environment });

/** A hundred consumers with a key each; `changed` of them have another one. The route /open asks for none. */
async function writeConfig(changed: number): Promise<void> {
  const consumer = (index: number) =>
    `  - { username: u${index}, credentials: [{ name: k, plugins: { key-auth: { key: ${index < changed ? "new" : "old"}-${index}-7c1d02ab } } }] }\n`;
  const nodes = `{ nodes: { "127.0.0.1:${upstream.port}": 1 } }`;
  const routes = `routes:\n  - { id: open, uri: /x, upstream: ${nodes} }\n  - { id: keyed, uri: /k, plugins: { key-auth: {} }, upstream: ${nodes} }\n`;
  await writeFile(
    at("c.yaml"),
    `consumers:\n${Array.from({ length: 100 }, (_, each) => consumer(each)).join("")}${routes}`,
  );
}

async function compile(...options: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await rollcall(["compile", "c.yaml", ...options]);
  expect([code, stderr]).toEqual([0, expect.not.stringContaining("error")]);
  return stdout;
}

async function digestOf(file: string): Promise<string> {
  const { stdout } = await rollcall(["inspect", file, "--format", "json"]);
  return (JSON.parse(stdout) as { readonly digest: string }).digest;
}

const status = async ({ url }: Server, apikey: string) => (await fetch(`${url}/k`, { headers: { apikey } })).status;

const statusAnew = ({ url }: Server, apikey: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    get(`${url}/k`, { agent: false, headers: { apikey } }, (response) =>
      response.resume().on("end", () => resolve(response.statusCode)),
    ).on("error", reject);
  });

/** Threads that share base and overlay, where they are offered. */
const workers = process.platform === "win32" ? [] : ["--workers", "2"];

beforeAll(async () => {
  workspace = await openWorkspace();
  upstream = await startUpstream();
});
afterAll(async () => {
  await workspace.close();
  upstream.close();
});

test("a watched file becomes an overlay, another one, and a whole again; --check knows each", async () => {
  await writeConfig(0);
  await compile("--out", "p.rca");
  const base = await digestOf("p.rca");
  const server = await workspace.serve(["p.rca", "--watch", ...workers]);
  const calling = keepCalling(server);
  expect([await status(server, "old-0-7c1d02ab"), await status(server, "new-0-7c1d02ab")]).toEqual([200, 401]);

  await writeConfig(1);
  expect(await compile("--out", "p.rca", "--base", "p.rca")).toMatch(
    new RegExp(
      `^wrote p\\.rca: 100 consumers, 100 credentials, 2 routes, \\d+ bytes, an overlay over ${base.slice(0, 12)}\n$`,
    ),
  );
  expect((await stat(at("p.rca"))).mode & 0o777).toBe(0o600);
  await printed(server, ` over ${base.slice(0, 12)})`);
  expect([await status(server, "old-0-7c1d02ab"), await status(server, "new-0-7c1d02ab")]).toEqual([401, 200]);
  // Over connections of their own, so that no worker is left out.
  const anew = Array.from({ length: 16 }, () => statusAnew(server, "new-0-7c1d02ab"));
  expect(new Set(await Promise.all(anew))).toEqual(new Set([200]));
  expect(await rollcall(["compile", "c.yaml", "--out", "p.rca", "--check"])).toMatchObject({
    code: 0,
    stdout: "p.rca is up to date\n",
  });

  // The base of an overlay is what the next one lies over: what it has not changed need not be read again.
  await rm(at(`${base}.rca`));
  await writeConfig(2);
  expect(await rollcall(["compile", "c.yaml", "--out", "p.rca", "--base", "p.rca"])).toMatchObject({
    code: 2,
    stderr: `error: ${base}.rca: cannot be read: no such file or folder (ENOENT); p.rca is an overlay over it; put it there, or compile without --base.\n`,
  });
  await writeConfig(0);
  await compile("--out", `${base}.rca`);
  await writeConfig(2);
  expect(await rollcall(["compile", "c.yaml", "--out", "p.rca", "--check"])).toMatchObject({
    code: 1,
    stdout: expect.stringContaining("p.rca is stale: the files say something else in 1 place."),
  });
  await compile("--out", "p.rca", "--base", "p.rca");
  await printed(server, ` over ${base.slice(0, 12)})`, 2);
  expect([await status(server, "old-1-7c1d02ab"), await status(server, "new-1-7c1d02ab")]).toEqual([401, 200]);

  await writeConfig(50);
  const { stdout, stderr } = await rollcall(["compile", "c.yaml", "--out", "p.rca", "--base", "p.rca"]);
  expect([stdout, stderr]).toEqual([
    expect.not.stringContaining("overlay"),
    expect.stringContaining("more than 10 % of the consumers of p.rca have changed: all is written anew"),
  ]);
  await printed(server, "loaded again", 3);
  expect([await status(server, "old-2-7c1d02ab"), await status(server, "new-2-7c1d02ab")]).toEqual([401, 200]);
  const { failed, calls } = await calling.stop();
  expect(failed).toEqual([]);
  expect(calls).toBeGreaterThan(50);
  expect(await server.stop()).toBe(0);
});

test("an overlay and its base are signed each, inside or beside", async () => {
  const { generateKeyPairSync } = await import("node:crypto");
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  await writeFile(at("s.pem"), privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600 });
  await writeFile(at("s.pub"), publicKey.export({ type: "spki", format: "pem" }));
  for (const detached of [[], ["--detached"]]) {
    await writeConfig(0);
    await compile("--out", "s.rca", "--sign", "s.pem", ...detached);
    const base = await digestOf("s.rca");
    await writeConfig(1);
    await compile("--out", "s.rca", "--base", "s.rca", "--sign", "s.pem", ...detached);
    expect(await rollcall(["inspect", "s.rca", "--trust", "s.pub"])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^overlay over +[0-9a-f]{64}\nchanges +1 consumer written, 1 of the base/m),
    });
    await writeConfig(0);
    // The same content, which nobody has signed.
    await rm(at(`${base}.rca.sig`), { force: true });
    if (detached.length === 0) {
      await compile("--out", "unsigned.rca");
      await rename(at("unsigned.rca"), at(`${base}.rca`));
    }
    const { code, stderr } = await rollcall(["inspect", "s.rca", "--trust", "s.pub"]);
    expect([code, stderr]).toEqual([2, expect.stringContaining("is not signed")]);
    await rm(at(`${base}.rca`));
  }
});

describe("over HTTP", () => {
  let web: HttpServer;
  let url: string;
  let isAway = false;
  const asked: string[] = [];

  beforeAll(async () => {
    web = createServer((request, response) => {
      const name = path.basename(request.url ?? "");
      asked.push(name);
      const bytes = isAway ? Promise.reject(new Error("away")) : readFile(at(`web-${name}`));
      bytes.then(
        (body) => response.end(body),
        () => response.writeHead(503).end(),
      );
    });
    web.listen(0, "127.0.0.1");
    await once(web, "listening");
    url = `http://127.0.0.1:${(web.address() as AddressInfo).port}/p.rca`;
  });
  afterAll(() => {
    web.closeAllConnections();
    web.close();
  });

  test("the base is fetched once, both are kept, and serve when the source is away", async () => {
    await writeConfig(0);
    await compile("--out", "web-p.rca");
    const base = await digestOf("web-p.rca");
    const server = await workspace.serve([url, "--poll", "0.1", "--keep", "kept.rca"]);
    await writeConfig(1);
    await compile("--out", "web-p.rca", "--base", "web-p.rca");
    await printed(server, ` over ${base.slice(0, 12)})`);
    expect(await status(server, "new-0-7c1d02ab")).toBe(200);
    // What is running is the base: it is not asked for.
    expect(asked).not.toContain(`${base}.rca`);
    await vi.waitFor(async () => expect(await readdir(workspace.folder)).toContain(`kept.rca.${base}.base`), 20_000);
    await server.stop();

    isAway = true;
    const again = await workspace.serve([url, "--poll", "0.1", "--keep", "kept.rca"]);
    expect(again.output()).toContain("Serving the artifact kept in kept.rca.");
    expect([await status(again, "old-0-7c1d02ab"), await status(again, "new-0-7c1d02ab")]).toEqual([401, 200]);
    await again.stop();

    isAway = false;
    await rm(at("kept.rca"));
    await copyFile(at(`${base}.rca`), at(`web-${base}.rca`));
    const fresh = await workspace.serve([url, "--poll", "0.1", "--keep", "kept.rca"]);
    expect(asked).toContain(`${base}.rca`);
    expect([await status(fresh, "old-0-7c1d02ab"), await status(fresh, "new-0-7c1d02ab")]).toEqual([401, 200]);
    await compile("--out", "web-p.rca");
    await printed(fresh, "loaded again");
    await vi.waitFor(
      async () => expect(await readdir(workspace.folder)).not.toContain(`kept.rca.${base}.base`),
      20_000,
    );
    await fresh.stop();
  });
});

test.skipIf(!hasRedis)("over Redis: the base is published with it, and outlives older values", async () => {
  const redisServer = await startRedis();
  const redis = new Redis({ port: redisServer.port, password: redisServer.password, protocol: 2 });
  try {
    const url = `redis://127.0.0.1:${redisServer.port}/p`;
    const access = { ROLLCALL_SOURCE_TOKEN: redisServer.password };
    const publish = () => rollcall(["publish", "r.rca", "--to", url, "--keep-last", "2"], access);
    await writeConfig(0);
    await compile("--out", "r.rca");
    const base = await digestOf("r.rca");
    expect(await publish()).toMatchObject({ code: 0, stderr: "" });
    const server = await workspace.serve([url, "--poll", "0.1"], access);
    for (const changed of [1, 2]) {
      await writeConfig(changed);
      await compile("--out", "r.rca", "--base", "r.rca");
      if (changed === 1) await redis.del(`p:${base}`);
      expect(await publish()).toMatchObject({ code: 0, stdout: expect.stringContaining(", overlay ") });
      await printed(server, ` over ${base.slice(0, 12)})`, changed);
      expect(await status(server, `new-${changed - 1}-7c1d02ab`)).toBe(200);
      const overlay = await digestOf("r.rca");
      expect((await redis.keys("p*")).sort()).toEqual(["p", "p:base", "p:recent", `p:${base}`, `p:${overlay}`].sort());
    }
    const fresh = await workspace.serve([url], access);
    expect([await status(fresh, "old-1-7c1d02ab"), await status(fresh, "new-1-7c1d02ab")]).toEqual([401, 200]);
    await Promise.all([fresh.stop(), server.stop()]);
    await writeConfig(3);
    await compile("--out", "r.rca");
    const last = await digestOf("r.rca");
    expect(await publish()).toMatchObject({ code: 0, stderr: "" });
    expect(await redis.keys("p*")).toEqual(expect.not.arrayContaining(["p:base", `p:${base}`]));
    expect(await redis.get("p")).toBe(last);
  } finally {
    redis.disconnect();
    await redisServer.kill();
  }
});

test(
  `${rounds} times killed while overlays come: it always starts with one state or the other`,
  async () => {
    await writeConfig(0);
    await compile("--out", "k.rca");
    await copyFile(at("k.rca"), at("whole.rca"));
    const base = await digestOf("k.rca");
    const overlays: string[] = [];
    for (const changed of [1, 2]) {
      await writeConfig(changed);
      await compile("--out", `k${changed}.rca`, "--base", "whole.rca");
      overlays.push(at(`k${changed}.rca`));
    }
    expect(await readdir(workspace.folder)).toContain(`${base}.rca`);
    const states = new Set<string>();
    for (let round = 0; round < rounds; round++) {
      const server = await workspace.serve(["k.rca", "--watch"]);
      const state = [await status(server, "new-0-7c1d02ab"), await status(server, "new-1-7c1d02ab")].join(" ");
      expect(["401 401", "200 401", "200 200"]).toContain(state);
      states.add(state);
      const from = overlays[round % 2] ?? "";
      await copyFile(from, at("k.tmp"));
      await rename(at("k.tmp"), at("k.rca"));
      await new Promise((resolve) => setTimeout(resolve, (round * 61.8) % 250));
      server.child.kill("SIGKILL");
    }
    expect(states.size).toBe(Math.min(rounds, 3));
  },
  60_000 + rounds * 4_000,
);
