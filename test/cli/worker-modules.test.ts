/** What a worker of the built program has loaded when it has served a request: each worker has memory of its own for it. */
import { readFile, writeFile } from "node:fs/promises";
import { createServer, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorkspace, type Workspace } from "./rollcall.ts";

const probe = path.resolve(import.meta.dirname, "worker-modules.cjs");

let workspace: Workspace;
let upstream: HttpServer;
const file = (name: string): string => path.join(workspace.folder, name);

beforeAll(async () => {
  workspace = await openWorkspace();
  upstream = createServer((_, response) => response.end("ok"));
  await new Promise<void>((resolve) => upstream.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  await workspace.close();
  upstream.closeAllConnections();
  upstream.close();
});

const cases: readonly [name: string, route: string, other: string, loaded: readonly string[]][] = [
  ["a plain route", "key-auth: {}", "http", []],
  ["a route with an expression", "ua-restriction: { denylist: ['^bad/[0-9]+'] }", "http", ["re2js"]],
  ["a route to an https upstream beside it", "key-auth: {}", "https", ["http2", "tls", "undici"]],
  ["a route to a gRPC upstream beside it", "key-auth: {}", "grpc", ["http2", "tls"]],
];

describe("after its first request a worker has loaded", () => {
  test.each(cases)("%s", async (name, plugins, scheme, loaded) => {
    const node = `"127.0.0.1:${(upstream.address() as AddressInfo).port}": 1`;
    await writeFile(
      file("api.yaml"),
      `routes:
  - { id: first, uri: /first, upstream: { nodes: { ${node} } }, plugins: { ${plugins} } }
  - { id: other, uri: /other, upstream: { scheme: ${scheme}, nodes: { ${node} } } }
`,
    );
    const noted = file(`${name.replaceAll(" ", "-")}.json`);
    const server = await workspace.serve(["api.yaml", "--workers", "1"], {
      NODE_OPTIONS: `--require=${probe}`,
      LOADED_FILE: noted,
    });
    try {
      await fetch(`${server.url}/first`, { headers: { connection: "close" } }).then((answer) => answer.text());
      await expect.poll(() => readFile(noted, "utf8").catch(() => "")).not.toBe("");
    } finally {
      await server.stop();
    }
    expect(JSON.parse(await readFile(noted, "utf8"))).toEqual(loaded);
  });
});
