/** The examples of docs/guides/adapters.md gate real frameworks: the same requests, the same answers. */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { request as httpRequest, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compile } from "../../src/compile/compile.ts";
import { nodeCrypto } from "../../src/crypto/node.ts";
import type { Engine } from "../../src/engine/decide.ts";
import { toConfig } from "../engine/case-file.ts";
import { codeBlocks, readDoc, repository } from "./markdown.ts";

const execute = promisify(execFile);
const names = ["node-http", "express", "fastify", "hono", "fetch"];
const blocks = codeBlocks(readDoc("docs/guides/adapters.md"), "js");
const key = new Uint8Array(32).fill(3);
const config = toConfig({
  consumers: [{ username: "acme", credentials: [{ name: "main", plugins: { "key-auth": { key: "acme-key" } } }] }],
  routes: [
    {
      id: "orders",
      uri: "/orders/*",
      plugins: {
        "key-auth": { hide_credentials: true },
        "limit-count": { count: 4, time_window: 60, rejected_code: 429 },
      },
      upstream: { nodes: { "127.0.0.1:9": 1 } },
    },
  ],
});

let folder: string;
let engineOf: (bytes: Uint8Array, key: Uint8Array) => Engine;
beforeAll(async () => {
  // Inside the repository, so that the examples find its packages and the package itself.
  folder = await mkdtemp(path.join(repository, "node_modules/.adapters-"));
  const [code = ""] = codeBlocks(readDoc("docs/guides/engine.md"), "js");
  const file = path.join(folder, "engine.mjs");
  await writeFile(file, code.replace('"rollcall/engine"', JSON.stringify(`${repository}/dist/engine.mjs`)));
  ({ engineOf } = await import(file));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Answer = { readonly status: number; readonly body: string; readonly headers: Readonly<Record<string, unknown>> };
type Ask = (target: string, headers?: Record<string, string>) => Promise<Answer>;
interface Example {
  serve?(engine: Engine): Server | Promise<Server>;
  handler?(engine: Engine): (request: Request) => Promise<Response>;
}

test("every adapter has its example", () => expect(blocks.length).toBe(names.length));

test("the package exports the engine and every adapter", async () => {
  const paths = ["engine", ...names.map((name) => `adapters/${name}`)];
  const code = `for (const path of ${JSON.stringify(paths)}) console.log(Object.keys(await import("rollcall/" + path)).join());`;
  const { stdout } = await execute(process.execPath, ["--input-type=module", "--eval", code], { cwd: repository });
  expect(stdout.trim().split("\n")).toEqual([
    "ArtifactError,createCounters,createEngine,openArtifact,portableCrypto",
    ...["nodeHttp", "expressGate", "fastifyGate", "honoGate", "fetchGate"],
  ]);
});

test.each(names)("%s", async (name) => {
  const file = path.join(folder, `${name}.mjs`);
  const code = blocks.find((block) => block.includes(`rollcall/adapters/${name}"`)) ?? "";
  await writeFile(file, code.replaceAll(/"rollcall\/(adapters\/[\w-]+)"/g, `"${repository}/dist/$1.mjs"`));
  const example = (await import(file)) as Example;
  const engine = engineOf(compile(config, { crypto: nodeCrypto, key, tool: "test" }), key);
  const server = await example.serve?.(engine);
  const handler = example.handler?.(engine);
  if (server) await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const ask: Ask = server ? overSocket((server.address() as AddressInfo).port) : overFetch(handler);

  expect(await ask("/orders/1")).toMatchObject({ status: 401, body: '{"message":"Missing API key in request"}' });
  expect((await ask("/orders/1", { apikey: "no" })).headers).toMatchObject({
    "www-authenticate": 'apikey realm="key"',
  });
  expect((await ask("/orders/1", { "X-Consumer-Username": "root" })).status).toBe(401);
  expect((await ask("/elsewhere", { apikey: "acme-key" })).status).toBe(404);
  const forged = { apikey: "acme-key", "X-Consumer-Username": "root" };
  const passed = await ask("/orders/./7", forged);
  expect(passed).toMatchObject({ status: 200, body: "acme /orders/7" });
  expect(passed.headers).toMatchObject({ "x-ratelimit-limit": "4", "x-ratelimit-remaining": "3" });
  expect(await ask("/orders/7?apikey=acme-key")).toMatchObject({ status: 200, body: "acme /orders/7" });
  for (let count = 0; count < 2; count++) await ask("/orders/7", forged);
  expect(await ask("/orders/7", forged)).toMatchObject({ status: 429, body: "" });
  server?.closeAllConnections();
  server?.close();
});

/** fetch would resolve `/./` itself. */
function overSocket(port: number): Ask {
  return (target, headers = {}) =>
    new Promise((resolve, reject) => {
      const sent = httpRequest({ port, host: "127.0.0.1", path: target, headers }, async (response) => {
        let body = "";
        for await (const chunk of response.setEncoding("utf8")) body += chunk;
        resolve({ status: response.statusCode ?? 0, body, headers: response.headers });
      });
      sent.on("error", reject).end();
    });
}

function overFetch(
  handler: Example["handler"] extends ((engine: Engine) => infer H) | undefined ? H | undefined : never,
): Ask {
  return async (target, headers = {}) => {
    const response = await handler?.(new Request(`http://api.example${target}`, { headers }));
    if (!response) throw new Error("the example has neither serve nor handler");
    return { status: response.status, body: await response.text(), headers: Object.fromEntries(response.headers) };
  };
}
