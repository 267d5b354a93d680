/** `rollcall explain` on the command line: what it takes, and with which code it ends. */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorkspace, type Workspace } from "./rollcall.ts";

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());

test.each([
  ["limit-count", "limit-count: { count: 3, time_window: 60, policy: redis, redis_host: 127.0.0.1, redis_port: 1 }"],
  [
    "limit-req",
    "limit-req: { rate: 1, burst: 1, key: remote_addr, policy: redis, redis_host: 127.0.0.1, redis_port: 1 }",
  ],
  [
    "limit-conn",
    "limit-conn: { conn: 1, burst: 1, default_conn_delay: 1, key: remote_addr, policy: redis, redis_host: 127.0.0.1, redis_port: 1 }",
  ],
])("%s that counts in Redis is explained as the first request, and Redis is not asked", async (_name, plugin) => {
  const text = `routes: [{ id: a, uri: /a, upstream: { nodes: { "127.0.0.1:9": 1 } }, plugins: { ${plugin} } }]\n`;
  await writeFile(path.join(workspace.folder, "redis.yaml"), text);
  const { code, stdout } = await workspace.run(["explain", "redis.yaml", "--request", "GET /a"]);
  expect([code, stdout]).toEqual([0, expect.stringContaining("passes to routes/a")]);
});
