/** `npm run conformance` against `rollcall serve --admin`, over real sockets. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openWorkspace, type Server, token, type Workspace } from "../cli/rollcall.ts";
import { main } from "./main.ts";

const table = `config:
  consumers: [{ username: ann, credentials: [{ name: k, plugins: { key-auth: { key: ann-key } } }] }]
  upstreams: [{ id: up, nodes: { "127.0.0.1:9": 1 } }]
  routes:
    - { id: a, uri: /a, upstream_id: up, plugins: { key-auth: {}, limit-count: { count: 1, time_window: 60 } } }
    - { id: b, uri: /b/*, upstream_id: up }
    - { id: strange, uri: /strange, upstream_id: up, plugins: { openid-connect: {} } }
cases:
  - name: as it is
    requests:
      - { send: GET /a, headers: { apikey: ann-key, X-Consumer-Username: forged }, upstream: { consumer: ann, credential: k, route: a, target: /a }, response: { X-RateLimit-Reset: "60.00" } }
      - { send: GET /a, headers: { apikey: ann-key }, status: 503, answer: "" }
      - { send: GET /a, status: 401, answer: { message: Missing API key in request }, response: { WWW-Authenticate: apikey realm="key" } }
      - { name: kept by the bundle, send: GET /b/%c0%af, status: 400 }
      - { send: "POST /b/x y", body: text, status: 400 }
  - name: a count of its own
    requests:
      - { send: GET /a, headers: { apikey: ann-key }, upstream: { consumer: ann } }
  - name: mistaken
    requests:
      - { send: GET /b/c, upstream: { route: a } }
      - { send: GET /a, status: 200 }
  - name: beyond reach
    requests:
      - { send: GET /strange, status: 500 }
      - { send: GET /b/c, at: 5, upstream: {} }
`;

let workspace: Workspace;
let server: Server;
let argv: readonly string[];
beforeAll(async () => {
  workspace = await openWorkspace();
  await mkdir(path.join(workspace.folder, "cases"));
  await writeFile(path.join(workspace.folder, "cases/made-up.yaml"), table);
  await writeFile(path.join(workspace.folder, "key"), `${token}\n`);
  await writeFile(path.join(workspace.folder, "wrong-key"), "another-key-of-nobody\n");
  server = await workspace.serve(["--admin", "127.0.0.1:0", "--state", "x.state"], { ROLLCALL_ADMIN_KEY: token });
  const keyFile = path.join(workspace.folder, "key");
  argv = ["--target", server.url, "--admin", server.admin, "--key-file", keyFile];
});
afterAll(() => workspace?.close());

interface Ended {
  readonly code: number;
  readonly text: string;
}

async function run(folder: string, ...more: readonly string[]): Promise<Ended> {
  let text = "";
  const take = (chunk: unknown): boolean => {
    text += chunk;
    return true;
  };
  const outputs = [vi.spyOn(process.stdout, "write"), vi.spyOn(process.stderr, "write")];
  for (const output of outputs) output.mockImplementation(take);
  try {
    const code = await main([...argv, ...more], { cases: folder });
    return { code, text };
  } finally {
    for (const output of outputs) output.mockRestore();
  }
}

async function stored(kind: string): Promise<readonly unknown[]> {
  const response = await fetch(`${server.admin}/apisix/admin/${kind}`, { headers: { "x-api-key": token } });
  return ((await response.json()) as { list: unknown[] }).list;
}

test("tells what is otherwise than the tables, and takes back what it loaded", async () => {
  const { code, text } = await run(`${workspace.folder}/cases/`);
  const path = "test/engine/cases/made-up.yaml";
  expect(text).toBe(`${path}:21: mistaken: GET /b/c
  upstream (the route's mark) Host: expected route-a.conformance.invalid, found route-b.conformance.invalid

${path}:22: mistaken: GET /a
  status: expected 200 from the gateway, found 401 {"message":"Missing API key in request"}

10 requests: 6 as in the tables, 2 otherwise, 2 skipped
  1 skipped: the Admin API refuses its configuration
  1 skipped: a simulated clock
`);
  expect([code, await stored("routes"), await stored("consumers")]).toEqual([1, [], []]);
});

test("a table of ours comes out as it stands", async () => {
  const { code, text } = await run(new URL("../engine/cases/", import.meta.url).pathname, "--only", "multi-auth");
  expect([code, text]).toEqual([
    0,
    "14 requests: 13 as in the tables, 0 otherwise, 1 skipped\n  1 skipped: the Admin API refuses its configuration\n",
  ]);
});

test("a gateway of others, a wrong key and an unknown table are told, never the key", async () => {
  const put = { method: "PUT", headers: { "x-api-key": token }, body: JSON.stringify({ username: "jane" }) };
  await fetch(`${server.admin}/apisix/admin/consumers`, put);
  const beside = await run(`${workspace.folder}/cases/`);
  await fetch(`${server.admin}/apisix/admin/consumers/jane`, { ...put, method: "DELETE", body: null });
  const wrong = await run(`${workspace.folder}/cases/`, "--key-file", path.join(workspace.folder, "wrong-key"));
  const unknown = await run(`${workspace.folder}/cases/`, "--only", "nothing");
  expect([beside.code, wrong.code, unknown.code]).toEqual([2, 2, 2]);
  expect(beside.text).toMatch(/^error: the gateway has 1 consumers that are not of this run\. .* --beside-others\n$/);
  expect(wrong.text).toMatch(/^error: the Admin API at \S+ does not take the key \(401\); check --key-file\n$/);
  expect(unknown.text).toMatch(/^error: --only nothing: no table and no plugin .*; the tables are made-up\n$/);
  expect(beside.text + wrong.text + unknown.text).not.toMatch(new RegExp(`${token}|another-key-of-nobody`));
});

test("interrupted, it takes back what it loaded", async () => {
  const script = new URL("run.mjs", import.meta.url).pathname;
  const child = spawn(process.execPath, [script, ...argv, "--only", "routes"], { stdio: ["ignore", "pipe", "pipe"] });
  let told = "";
  child.stderr.on("data", (chunk) => (told += chunk));
  await expect.poll(() => stored("routes"), { timeout: 30_000, interval: 20 }).not.toEqual([]);
  child.kill("SIGINT");
  const [code] = await once(child, "close");
  expect([code, told]).toEqual([2, "interrupted; what was loaded has been taken back\n"]);
  expect([await stored("routes"), await stored("consumers"), await stored("upstreams")]).toEqual([[], [], []]);
});
