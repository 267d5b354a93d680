/** A canary in every field that the schemas call secret, and in those that nobody knows: no command prints one, whatever its format and whether it fails. */
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { stringify } from "yaml";
import { secretFieldsByPlugin } from "../../src/model/generated/fields.ts";
import { type Failure, type GatewayDouble, startGatewayDouble } from "../gateway-double/server.ts";
import { openWorkspace, token, type Workspace } from "./rollcall.ts";

let workspace: Workspace;
let double: GatewayDouble;
const failures: Failure[] = [];
const canaries: string[] = [];

/** Long enough for every secret, and unlike any other text. */
function canary(): string {
  const text = `Kq7${String(canaries.length).padStart(3, "0")}zXw${"v9Lm2Tn8".repeat(8)}`;
  canaries.push(text);
  return text;
}

const basis: Readonly<Record<string, object>> = {
  "key-auth": {},
  "basic-auth": { username: "u" },
  "hmac-auth": { key_id: "k" },
  "jwt-auth": { key: "j" },
  "limit-count": { count: 1, time_window: 60, policy: "redis", redis_host: "redis" },
  "limit-req": { rate: 1, burst: 1, key: "remote_addr", policy: "redis", redis_host: "redis" },
  "limit-conn": { conn: 1, burst: 1, key: "remote_addr", default_conn_delay: 1, policy: "redis", redis_host: "redis" },
};

function withCanaries(plugin: string): object {
  const fields = secretFieldsByPlugin[plugin] ?? [];
  return { ...basis[plugin], ...Object.fromEntries(fields.map((field) => [field, canary()])) };
}

/** Two of everything, so that the second differs from the first in every secret. */
function configuration(): string {
  const auth = ["key-auth", "basic-auth", "hmac-auth", "jwt-auth"];
  const limits = Object.keys(secretFieldsByPlugin).filter((plugin) => !auth.includes(plugin));
  return stringify({
    consumers: [
      {
        username: "jack",
        credentials: auth.map((plugin) => ({ name: plugin, plugins: { [plugin]: withCanaries(plugin) } })),
        plugins: {
          ...Object.fromEntries(limits.map((plugin) => [plugin, withCanaries(plugin)])),
          "response-rewrite": { headers: { set: { "X-Upstream-Token": canary() } } },
          "proxy-rewrite": { headers: { set: { Authorization: canary() } } },
        },
      },
    ],
    routes: [
      {
        id: "r",
        uri: "/",
        plugins: { "forward-auth": { uri: "http://127.0.0.1/", extra_headers: { "X-Token": canary() } } },
        upstream: { nodes: { "127.0.0.1:1": 1 } },
      },
      {
        id: "unknown",
        uri: "/u",
        plugins: { "my-plugin": { anything: canary(), deep: { list: [canary()] } } },
        upstream: { nodes: { "127.0.0.1:1": 1 } },
      },
    ],
  });
}

beforeAll(async () => {
  workspace = await openWorkspace();
  double = await startGatewayDouble({
    apiKey: token,
    failures: { [Symbol.iterator]: () => failures[Symbol.iterator]() } as unknown as readonly Failure[],
  });
  for (const name of ["first", "second"]) await writeFile(path.join(workspace.folder, `${name}.yaml`), configuration());
});
afterAll(async () => {
  await double.close();
  await workspace.close();
});

const leaked = (text: string): readonly string[] => canaries.filter((each) => text.includes(each));
const lintFormats = ["json", "sarif", "compact", "github", "gitlab", "junit", "checkstyle", "markdown"];

const own = "--custom-plugin my-plugin";
const planned = `diff second.yaml ${own} --server URL`;

const lines: readonly (readonly [line: string, code: number])[] = [
  [`lint first.yaml ${own} ${lintFormats.map((format) => `-f ${format}=lint.${format}`).join(" ")} -f text`, 0],
  ["lint first.yaml second.yaml", 1],
  // The gateway does not know the plugin of our own, and takes the rest.
  [`sync first.yaml ${own} --server URL`, 2],
  ...["text", "json", "markdown", "html"].map((format) => [`${planned} --format ${format} --exit-code`, 1] as const),
  [`${planned} --base first.yaml`, 0],
  [`${planned} --out p.plan`, 0],
  [`sync second.yaml ${own} --server URL --format json FAIL`, 2],
  ["sync p.plan --server URL FAIL", 2],
  ["dump --server URL", 0],
  [`compile second.yaml ${own} --out a.rca`, 1],
];

test.each(lines)("%s", async (line, expected) => {
  failures.length = 0;
  if (line.includes("FAIL")) failures.push({ on: /^PUT/, how: { status: 400, body: '{"error_msg":"refused"}' } });
  const argv = line.replace("URL", double.url).replace(" FAIL", "").split(" ");
  const { code, stdout, stderr } = await workspace.run(argv, { ROLLCALL_DEBUG: "1", ROLLCALL_PROGRESS: "lines" });
  expect(leaked(stdout + stderr)).toEqual([]);
  expect([code, stdout + stderr]).toEqual([expected, expect.stringMatching(/./)]);
});

test("what was written holds none in clear", async () => {
  expect(canaries.length).toBe(30);
  for (const file of await readdir(workspace.folder)) {
    if (file === "harbourline" || /^(?:first|second)\.yaml$/.test(file)) continue;
    expect(leaked(await readFile(path.join(workspace.folder, file), "latin1")), file).toEqual([]);
  }
});
