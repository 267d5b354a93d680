/** rollcall.cjs, built from what deploy/Containerfile copies, does its work alone in a folder, as the container runs it too. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { link, mkdir, readFile, realpath, rename, rm, writeFile } from "node:fs/promises";
import { builtinModules } from "node:module";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { inflateRawSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorkspace, type Workspace } from "../cli/rollcall.ts";
import { carryOutBuildStage, instruction, readContainerfile } from "./containerfile.ts";
import { writeFiles } from "./files.ts";

const { version } = JSON.parse(await readFile(path.resolve(import.meta.dirname, "../../package.json"), "utf8")) as {
  version: string;
};

let workspace: Workspace;
let program: string;

beforeAll(async () => {
  workspace = await openWorkspace(["node", "alone/rollcall.cjs"]);
  const { folder } = workspace;
  await Promise.all([mkdir(path.join(folder, "build")), mkdir(path.join(folder, "alone")), writeFiles(folder)]);
  await carryOutBuildStage(path.join(folder, "build"));
  program = path.join(folder, "alone/rollcall.cjs");
  await rename(path.join(folder, "build/dist/rollcall.cjs"), program);
  await rm(path.join(folder, "build"), { recursive: true });
}, 120_000);
afterAll(() => workspace.close());

describe("commands", () => {
  test.each([
    ["--version", 0, version],
    ["lint api/api.yaml", 0, "no problems, 1 file checked"],
    ["lint bad.yaml", 1, "error[schema/unknown-field]"],
    ["lint absent.yaml", 2, "absent.yaml: no such file or folder"],
    ["lint --config settings.mjs", 0, "no problems, 1 file checked"],
    ["compile api/api.yaml -o compiled.rca", 0, "compiled.rca"],
    ["convert users.htpasswd", 0, "username: erin"],
    ["test api", 0, "2 passed"],
    ["explain api/api.yaml --request /", 1, "401"],
  ])("rollcall %s", async (argv, code, told) => {
    const result = await workspace.run(argv.split(" "));
    expect(result.stdout + result.stderr).toContain(told);
    expect(result.code).toBe(code);
  });

  test("lsp answers", async () => {
    const server = spawn(process.execPath, [program, "lsp"], {
      cwd: workspace.folder,
      stdio: ["pipe", "pipe", "ignore"],
    });
    const params = { processId: null, rootUri: null, capabilities: {} };
    const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "initialize", params });
    server.stdin.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
    const answer = await new Promise((resolve) => server.stdout.once("data", (data) => resolve(String(data))));
    server.kill();
    expect(answer).toContain("Content-Length: ");
  });
});

describe("the image", () => {
  const [build, image] = readContainerfile();
  const list = (name: string): string[] => JSON.parse(instruction(image, name)) as string[];

  test("is of the file alone, not of root, and listens where it says", () => {
    expect(readContainerfile()).toHaveLength(2);
    expect(instruction(build, "FROM")).toBe(`${instruction(image, "FROM")} AS build`);
    expect(instruction(image, "COPY")).toBe("--from=build /build/dist/rollcall.cjs /usr/local/lib/rollcall.cjs");
    expect(instruction(image, "USER")).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    expect(list("CMD").join(" ")).toContain(` --listen 0.0.0.0:${instruction(image, "EXPOSE")} `);
  });

  test("its command serves, and its health check sees that", async () => {
    expect(await workspace.run(["compile", "api/api.yaml", "-o", "api.rca"])).toMatchObject({ code: 0 });
    const places = (text: string): string =>
      text.replace("/etc/rollcall/", "").replace(/^(?:0\.0\.0\.0|127\.0\.0\.1):90[89]0$/, "127.0.0.1:0");
    expect(list("ENTRYPOINT")).toEqual(["node", "/usr/local/lib/rollcall.cjs"]);
    const [command, ...argv] = list("CMD").map(places);
    expect(command).toBe("serve");
    const server = await workspace.serve(argv);
    const ask = async (headers: Record<string, string>) => (await fetch(server.url, { headers })).status;
    expect([await ask({}), await ask({ apikey: "wrong" }), await ask({ apikey: "a-key-of-acme-5e1d" })]).toEqual([
      401, 401, 299,
    ]);
    const status = /status on (\S+)/.exec(server.output())?.[1] ?? "";
    const [, text = "[]"] = instruction(image, "HEALTHCHECK").split(" CMD ");
    const check = text.replace("http://127.0.0.1:9090", status);
    expect(check).not.toBe(text);
    const [node = "", ...checked] = JSON.parse(check) as string[];
    const healthOf = () => new Promise((resolve) => spawn(node, checked).on("close", resolve));
    expect(await healthOf()).toBe(0);
    expect(await server.stop()).toBe(0);
    expect(await healthOf()).toBe(1);
    expect(server.output()).toContain('"kind":"access"');
  });
});

describe("threads", () => {
  test("a lint large enough for threads starts one, from the same file", async () => {
    // Comments are read fast; what counts is how many bytes there are.
    const text = `# ${"x".repeat(997)}\n`.repeat(34_000);
    const names = ["large-1.yaml", "large-2.yaml"];
    const [first = "", second = ""] = names.map((name) => path.join(workspace.folder, name));
    await writeFile(first, `${text}consumers: [{ nick: n }]\n`);
    await link(first, second);
    const { code, stderr, stdout } = await workspace.run(["lint", "-f", "compact", ...names], { NODE_DEBUG: "worker" });
    expect(code).toBe(1);
    expect(stdout).toMatch(/large-1\.yaml:34001:\d+: error .*\n(.*\n)*large-2\.yaml:34001:\d+: error /);
    expect(stderr).toContain(`create new worker ${await realpath(program)}`);
  });

  // An executable holds the program as a text, and starts its threads with that.
  test.each([
    ["file", () => program, {}],
    ["text", () => readFileSync(program, "utf8"), { eval: true }],
  ])("a thread of the program as a %s finds what there is to find", async (_kind, started, options) => {
    const workerData = {
      units: [{ file: "bad.yaml", path: path.join(workspace.folder, "bad.yaml") }],
      next: new Int32Array(new SharedArrayBuffer(4)),
      options: { environment: {}, customPlugins: [], targets: [] },
    };
    const worker = new Worker(started(), { ...options, argv: ["lint-worker"], workerData });
    const answer = await new Promise((resolve, reject) => worker.once("message", resolve).once("error", reject));
    expect(JSON.stringify(answer)).toContain("schema/unknown-field");
  });
});

test("what it loads is in it or in Node", async () => {
  const text = await readFile(program, "utf8");
  const chunks = JSON.parse(text.slice(text.indexOf("{"), text.indexOf("};") + 1)) as Record<string, string>;
  const known = new Set([...Object.keys(chunks), ...builtinModules]);
  const codes = Object.values(chunks).map((chunk) => inflateRawSync(Buffer.from(chunk, "base64")).toString());
  const asked = codes.flatMap((code) => [...code.matchAll(/\brequire\(([^)]*)\)/g)].map((call) => call[1] ?? ""));
  const unknown = new Set(asked.filter((name) => !known.has(name.replace(/^[`"'](?:node:)?|[`"']$/g, ""))));
  expect(asked.length).toBeGreaterThan(100);
  // debug, which ioredis uses, and undici try them and do without; node:sea has no name without "node:".
  expect([...unknown].sort()).toEqual(['"node:sea"', '"node:sqlite"', '"supports-color"']);
  expect(text).toMatch(/\nyaml \d+\.\d+\.\d+ \(ISC\)\n/);
});
