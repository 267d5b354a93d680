/** Where serve takes its artifact from, over HTTP and from watched files: real processes, with callers all the while. */
import { once } from "node:events";
import { mkdir, readdir, readFile, rename, rm, stat, symlink, utimes, writeFile } from "node:fs/promises";
import { createServer, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type Artifacts, keepCalling, makeArtifacts, printed, startUpstream } from "./artifacts.ts";
import { runInProcess } from "./in-process.ts";
import { key, openWorkspace, type Workspace } from "./rollcall.ts";

// Processes that start and stop: a machine with other work takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** `npm run test:distribution` asks for more. */
const rounds = Number(process.env["DISTRIBUTION_ROUNDS"] ?? 4);

let workspace: Workspace;
let upstream: Awaited<ReturnType<typeof startUpstream>>;
let artifacts: Artifacts;
let web: HttpServer;
/** What the web server hands out, or the status it answers with. */
let current: Buffer | number;
let url: string;
let asked = 0;
const at = (name: string) => path.join(workspace.folder, name);
const short = (name: keyof Artifacts["digest"]) => `artifact ${artifacts.digest[name].slice(0, 12)}`;

beforeAll(async () => {
  workspace = await openWorkspace();
  upstream = await startUpstream();
  artifacts = await makeArtifacts(workspace.folder, upstream.port);
  web = createServer((request, response) => {
    asked += 1;
    if (typeof current === "number") return response.writeHead(current).end();
    const etag = `"${current.length}-${artifacts.bytes.a === current}"`;
    if (request.headers["if-none-match"] === etag) return response.writeHead(304).end();
    return response.writeHead(200, { etag }).end(current);
  });
  web.listen(0, "127.0.0.1");
  await once(web, "listening");
  url = `http://127.0.0.1:${(web.address() as AddressInfo).port}/current.rca?sig=s3cret`;
});
afterAll(async () => {
  await workspace.close();
  upstream.close();
  web.closeAllConnections();
  web.close();
});
beforeEach(() => {
  current = artifacts.bytes.a;
});

test("a URL is followed; what is wrong leaves the running artifact, and is told once", async () => {
  const server = await workspace.serve([url, "--poll", "0.1", "--keep", "kept.rca"]);
  const calling = keepCalling(server);
  expect(server.output()).toContain(short("a"));
  expect([await readFile(at("kept.rca")), (await stat(at("kept.rca"))).mode & 0o777]).toEqual([current, 0o600]);
  current = artifacts.bytes.b;
  await printed(server, `loaded again (300 consumers, 300 credentials, 1 route, ${short("b")})`);
  current = 500;
  await printed(server, "not reloaded, the running configuration stays: ");
  await new Promise((resolve) => setTimeout(resolve, 600));
  current = artifacts.bytes.b.subarray(0, 5000);
  await printed(server, "current.rca: The artifact is damaged or not one: ", 1);
  current = artifacts.bytes.foreign;
  await printed(server, "The key is another one than the artifact was made with", 1);
  current = artifacts.bytes.b;
  await printed(server, "the source is right again, and has nothing new");
  const before = asked;
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(asked).toBeGreaterThan(before);
  await expect(readFile(at("kept.rca"))).resolves.toEqual(artifacts.bytes.b);
  server.child.kill("SIGHUP");
  await printed(server, `loaded again (300 consumers, 300 credentials, 1 route, ${short("b")})`, 2);
  const { failed, calls } = await calling.stop();
  expect(failed).toEqual([]);
  expect(calls).toBeGreaterThan(20);
  expect(await server.stop()).toBe(0);
  expect(server.output().match(/not reloaded/g)).toHaveLength(3);
  expect(server.output()).not.toContain("s3cret");
});

test("inspect shows what is at a URL", async () => {
  const shown = await workspace.run(["inspect", url, "--format", "json"]);
  expect(JSON.parse(shown.stdout)).toMatchObject({ digest: artifacts.digest.a, consumers: 300 });
  await writeFile(at("same.rca"), artifacts.bytes.a);
  expect(await workspace.run(["inspect", "--diff", "same.rca", url])).toMatchObject({ code: 0 });
  current = artifacts.bytes.b.subarray(0, 5000);
  const refused = await workspace.run(["inspect", url]);
  const shownUrl = url.slice(0, url.indexOf("?"));
  expect([refused.code, refused.stdout, refused.stderr]).toEqual([
    2,
    "",
    expect.stringContaining(`error: ${shownUrl}: The artifact is damaged or not one: `),
  ]);
});

describe("to begin with", () => {
  const away = "the server answers 500: it has no artifact to give.";
  const kept = (name: keyof Artifacts["bytes"] | "torn") => async () => {
    const bytes = name === "torn" ? artifacts.bytes.a.subarray(0, 9000) : artifacts.bytes[name];
    await writeFile(at("start.rca"), bytes, { mode: 0o600 });
  };
  const none = () => rm(at("start.rca"), { force: true });
  /** The refusals end before anything listens; what would serve has no address to do it on. */
  test.each<[name: string, () => Buffer | number, () => Promise<void>, options: readonly string[], problem: string]>([
    ["source away, nothing kept", () => 500, none, [], `${away} Nor is there a kept artifact in start.rca.`],
    ["source away, a torn one kept", () => 500, kept("torn"), [], "start.rca: The artifact is damaged or not one: "],
    ["source away, another key's kept", () => 500, kept("foreign"), [], "start.rca: The key is another one"],
    [
      "source away, an unsigned one kept",
      () => 500,
      kept("a"),
      ["--trust", "ours.pub"],
      "start.rca: The artifact is not signed",
    ],
    ["source away, one by another signer kept", () => 500, kept("forged"), ["--trust", "ours.pub"], "start.rca: "],
    [
      "unsigned source",
      () => artifacts.bytes.a,
      none,
      ["--trust", "ours.pub"],
      "current.rca: The artifact is not signed",
    ],
    ["another key's source", () => artifacts.bytes.foreign, none, [], "current.rca: The key is another one"],
    ["a signed one kept", () => 500, kept("signed"), ["--trust", "ours.pub"], "--listen 192.0.2.1:1"],
    ["a signed source", () => artifacts.bytes.signed, none, ["--trust", "ours.pub"], "--listen 192.0.2.1:1"],
  ])("%s", async (_, source, prepare, options, problem) => {
    current = source();
    await prepare();
    const argv = ["serve", url, "--keep", "start.rca", "--listen", "192.0.2.1:1", ...options];
    const { code, stderr } = await runInProcess(workspace.folder, argv, { ROLLCALL_KEY: key });
    expect([code, stderr]).toEqual([2, expect.stringContaining(problem)]);
    expect(stderr).not.toContain("s3cret");
  });

  test("source away, a good one kept: it serves, and follows the source when that is back", async () => {
    current = 500;
    await kept("a")();
    const server = await workspace.serve([url, "--poll", "0.1", "--keep", "start.rca"]);
    expect(server.output()).toContain(`${away} Serving the artifact kept in start.rca.`);
    current = artifacts.bytes.b;
    await printed(server, `loaded again (300 consumers, 300 credentials, 1 route, ${short("b")})`);
    expect(await server.stop()).toBe(0);
  });
});

test("what is kept takes no other file's place, and what killed writes left is removed", async () => {
  const files = ["other.rca", `other.rca.${"0".repeat(12)}.tmp`, `other.rca.${"1".repeat(12)}.tmp`, "other.rca.tmp"];
  await Promise.all(files.map((file) => writeFile(at(file), "mine")));
  const argv = ["serve", url, "--keep", "other.rca", "--listen", "192.0.2.1:1"];
  const serve = () => runInProcess(workspace.folder, argv, { ROLLCALL_KEY: key });
  expect(await serve()).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("other.rca: --keep would write over"),
  });
  await writeFile(at("other.rca"), "");
  await utimes(at(files[1] ?? ""), 1, 1);
  expect((await serve()).stderr).toContain("--listen 192.0.2.1:1");
  const left = (await readdir(workspace.folder)).filter((name) => name.startsWith("other.rca")).sort();
  expect(left).toEqual(["other.rca", files[2], "other.rca.tmp"]);
  expect(await readFile(at("other.rca"))).toEqual(current);
});

test("kill -9 at any moment leaves a whole artifact behind, the old or the new", async () => {
  let seed = 20_261_124;
  for (let round = 0; round < rounds; round += 1) {
    current = artifacts.bytes.a;
    const server = await workspace.serve([url, "--poll", "0.1", "--keep", "killed.rca"]);
    const swapping = setInterval(() => {
      current = current === artifacts.bytes.a ? artifacts.bytes.b : artifacts.bytes.a;
    }, 20);
    seed = (seed * 48_271) % 0x7fffffff;
    await new Promise((resolve) => setTimeout(resolve, seed % 500));
    await server.stop("SIGKILL");
    clearInterval(swapping);
    const left = await readFile(at("killed.rca"));
    expect(left.equals(artifacts.bytes.a) || left.equals(artifacts.bytes.b)).toBe(true);
  }
  current = 500;
  const server = await workspace.serve([url, "--keep", "killed.rca"]);
  expect(await server.stop()).toBe(0);
}, 600_000);

describe("--watch", () => {
  test("an artifact that is replaced, swapped by a link, emptied and written", async () => {
    await mkdir(at("mount/..1"), { recursive: true });
    await mkdir(at("mount/..2"));
    await writeFile(at("mount/..1/api.rca"), artifacts.bytes.a);
    await writeFile(at("mount/..2/api.rca"), artifacts.bytes.b);
    await symlink("..1", at("mount/..data"));
    await symlink("..data/api.rca", at("mount/api.rca"));
    const server = await workspace.serve(["mount/api.rca", "--watch"]);
    const calling = keepCalling(server);
    // As Kubernetes updates a ConfigMap.
    await symlink("..2", at("mount/..new"));
    await rename(at("mount/..new"), at("mount/..data"));
    await printed(server, `${short("b")})`);
    // As an editor does.
    await writeFile(at("mount/..2/api.rca"), "");
    await printed(server, "not reloaded, the running configuration stays: mount/api.rca: ");
    await writeFile(at("mount/..2/api.rca"), artifacts.bytes.a);
    await printed(server, `loaded again (300 consumers, 300 credentials, 1 route, ${short("a")})`);
    // As compile does.
    await writeFile(at("mount/.next"), artifacts.bytes.signed);
    await rename(at("mount/.next"), at("mount/api.rca"));
    await printed(server, `${short("signed")})`);
    const { failed } = await calling.stop();
    expect(failed).toEqual([]);
    expect(await server.stop()).toBe(0);
    expect(server.output().match(/^.*loaded.*$/gm)).toHaveLength(4);
  });

  test("files that are compiled, and a new one beside them", async () => {
    await mkdir(at("config"));
    const consumer = (name: string) => `consumers: [{ username: ${name}, plugins: {} }]\n`;
    await writeFile(at("config/a.yaml"), consumer("anna"));
    const server = await workspace.serve(["config", "--watch"]);
    await writeFile(at("config/b.yaml"), consumer("berta"));
    await printed(server, "loaded again (2 consumers");
    await writeFile(at("config/b.yaml"), "consumers: [{ username: ");
    await printed(server, "not reloaded, the running configuration stays: the files have errors.");
    await rm(at("config/b.yaml"));
    await printed(server, "loaded again (1 consumer,");
    expect(await server.stop()).toBe(0);
  });
});

test.each<[line: string, problem: string]>([
  ["serve https://u:s3cret@h/a", "the address of the artifact holds a password, which a process list would show"],
  ["serve redis://h/%zz", "the address of the artifact is no URL"],
  ["serve https:// --listen :0", "the address of the artifact is no URL"],
  ["serve http://h/a http://h/b", "serve takes one URL alone, or files, not both."],
  ["serve http://h/a --watch", "--watch is for files; a URL is followed anyway"],
  ["serve a.rca --keep k.rca", "--keep is for an artifact that a URL gives"],
  ["serve --admin :0 --state s --watch", "--watch is for files; with --admin each write is in force."],
  ["serve http://h/a --poll 0", "It must be a number of seconds from 0.1."],
  ["serve http://h/a --source-ca-file a.yaml", "a.yaml: --source-ca-file takes certificates (PEM)"],
  ["serve redis://127.0.0.1", "redis://127.0.0.1: name the key, as redis://HOST:6379/KEY."],
  ["publish a.rca --to redis://:s3cret@h/k", "--to holds a password, which a process list would show"],
  ["publish a.rca --to https://h/k", "--to takes redis:// or rediss://"],
  ["publish a.yaml --to redis://127.0.0.1/k", "a.yaml: The artifact is damaged or not one"],
  ["publish foreign.rca --to redis://127.0.0.1/k", "foreign.rca: The key is another one"],
  ["publish a.rca --to redis://127.0.0.1/k --trust ours.pub", "a.rca: The artifact is not signed"],
  ["publish a.rca --to redis://127.0.0.1/k --keep-last 1", "It must be a number from 2 to 999."],
  ["publish none.rca --to redis://127.0.0.1/k", "none.rca: cannot be read"],
])("%s", async (line, problem) => {
  const { code, stderr } = await runInProcess(workspace.folder, line.split(" "), { ROLLCALL_KEY: key });
  expect([code, stderr]).toEqual([2, expect.stringContaining(problem)]);
  expect(stderr).not.toContain("s3cret");
});
