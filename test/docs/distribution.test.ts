/** The recipes and examples of docs/distribution.md do what they say, with a real web server and a real Redis. */
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { createServer, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { promisify } from "node:util";
import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { printed } from "../cli/artifacts.ts";
import { runInProcess } from "../cli/in-process.ts";
import { hasRedis, type RedisServer, startRedis } from "../cli/redis-server.ts";
import { key, openWorkspace, type Workspace } from "../cli/rollcall.ts";
import { codeBlocks, examplesOf, patternOf, readDoc, repository } from "./markdown.ts";

// Processes that start and stop: a machine with other work takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const execute = promisify(execFile);
const text = readDoc("docs/distribution.md");
const api = codeBlocks(readDoc("README.md"), "yaml")[0] ?? "";
let workspace: Workspace;
const environment = { ROLLCALL_KEY: key, ACME_KEY: "0f1e2d3c4b5a69788796a5b4c3d2e1f0" };
const compile = async (config: string): Promise<void> => {
  await writeFile(path.join(workspace.folder, "api.yaml"), config);
  const argv = ["compile", "api.yaml", "--out", "api.rca"];
  expect(await runInProcess(workspace.folder, argv, environment)).toMatchObject({ code: 0 });
};

beforeAll(async () => {
  workspace = await openWorkspace();
  const script = `#!/bin/sh\nexec "${process.execPath}" "${path.join(repository, "dist/cli.js")}" "$@"\n`;
  await writeFile(path.join(workspace.folder, "rollcall"), script, { mode: 0o755 });
  await compile(api);
});
afterAll(() => workspace.close());

test("the recipe for a web server", async () => {
  const recipe = codeBlocks(text, "sh").find((block) => block.includes("current.json.new")) ?? "";
  const publish = () =>
    execute("sh", ["-ec", recipe], {
      cwd: workspace.folder,
      env: { PATH: `${workspace.folder}:${process.env["PATH"]}`, ...environment },
    });
  const web: HttpServer = createServer(async (request, response) => {
    const file = await readFile(path.join(workspace.folder, "site", request.url ?? "")).catch(() => undefined);
    response.writeHead(file ? 200 : 404).end(file);
  });
  await new Promise<void>((resolve) => web.listen(0, "127.0.0.1", resolve));
  await publish();
  const url = `http://127.0.0.1:${(web.address() as AddressInfo).port}/current.json`;
  const server = await workspace.serve([url, "--poll", "0.2"], environment);
  await compile(api.replaceAll("acme", "acme2"));
  await publish();
  await printed(server, "loaded again (1 consumer, 1 credential, 1 route, artifact ");
  expect(await server.stop()).toBe(0);
  web.closeAllConnections();
  web.close();
});

describe.skipIf(!hasRedis)("Redis", () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.kill());

  test("the examples", async () => {
    const variables = { ...environment, ROLLCALL_SOURCE_TOKEN: redis.password };
    for (const [command, expected] of examplesOf(text)) {
      const [, verb, ...argv] = command.replace(" &", "").replace(":6379", `:${redis.port}`).split(" ");
      const isServer = verb === "serve";
      const server = isServer ? await workspace.serve(argv, variables) : undefined;
      const output = server?.output() ?? (await workspace.run([verb ?? "", ...argv], variables)).stdout;
      await server?.stop();
      const shown = output.replace(`:${redis.port}`, ":6379").replace(/(http:\/\/127.0.0.1):\d+/, "$1:9080");
      expect(shown).toMatch(patternOf(expected));
    }
  });

  test("users who may do no more than they must", async () => {
    const admin = new Redis({ port: redis.port, password: redis.password, protocol: 2 });
    for (const line of (codeBlocks(text, "redis")[0] ?? "").trim().split("\n")) {
      const [command = "", ...rest] = line.split(" ");
      expect(await admin.call(command, ...rest)).toBe("OK");
    }
    admin.disconnect();
    const to = (user: string) => `redis://${user}@127.0.0.1:${redis.port}/api`;
    const withPassword = (user: string) => ({ ...environment, ROLLCALL_SOURCE_TOKEN: `${user}-password` });
    const publish = (user: string) => workspace.run(["publish", "api.rca", "--to", to(user)], withPassword(user));
    expect(await publish("publisher")).toMatchObject({ code: 0, stderr: "" });
    expect(await publish("gateway")).toMatchObject({
      code: 2,
      stderr: `error: redis://127.0.0.1:${redis.port}/api: this user of Redis may not do that.\n`,
    });
    const server = await workspace.serve([to("gateway"), "--poll", "600"], withPassword("gateway"));
    await compile(api.replaceAll("acme", "acme3"));
    expect(await publish("publisher")).toMatchObject({ code: 0 });
    await printed(server, "loaded again (1 consumer, 1 credential, 1 route, artifact ");
    expect(await server.stop()).toBe(0);
  });
});
