/** The published schemas serve a YAML language server by the line that the README gives, from files alone. */
import { mkdir, mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Client, startServer } from "./client.ts";

const repository = path.resolve(import.meta.dirname, "../..");
const server = path.join(repository, "node_modules/yaml-language-server/bin/yaml-language-server");
const readme = await readFile(path.join(repository, "README.md"), "utf8");
const modeline = /^# yaml-language-server: .*$/m.exec(readme)?.[0] ?? "";
/** Connections to anywhere else fail. */
const noNetwork = { http_proxy: "http://127.0.0.1:1", https_proxy: "http://127.0.0.1:1" };

let folder: string;
let client: Client;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "rollcall-yaml-"));
  await mkdir(path.join(folder, "node_modules"));
  await symlink(repository, path.join(folder, "node_modules/rollcall"), "dir");
  const options = { cwd: folder, env: { PATH: process.env["PATH"], ...noNetwork } };
  client = startServer([process.execPath, server, "--stdio"], options, configure);
  const capabilities = {
    textDocument: { completion: { completionItem: { snippetSupport: true } }, hover: { contentFormat: ["markdown"] } },
    workspace: { configuration: true, workspaceFolders: true },
  };
  const rootUri = pathToFileURL(folder).href;
  const workspaceFolders = [{ uri: rootUri, name: "api" }];
  await client.request("initialize", { processId: process.pid, rootUri, workspaceFolders, capabilities });
  client.notify("initialized", {});
});
afterAll(async () => {
  await client.stop();
  await rm(folder, { recursive: true, force: true });
});

function configure(method: string, params: unknown): unknown {
  if (method !== "workspace/configuration") return null;
  const { items } = params as { items: readonly { section: string }[] };
  const yaml = { validate: true, hover: true, completion: true, schemaStore: { enable: false } };
  return items.map(({ section }) => (section === "yaml" ? yaml : null));
}

/** Opens the text, whose `‸` is the cursor. */
function open(name: string, lines: readonly string[]) {
  const marked = [modeline, ...lines].join("\n");
  const before = marked.slice(0, marked.indexOf("‸")).split("\n");
  const uri = pathToFileURL(path.join(folder, name)).href;
  const text = marked.replace("‸", "");
  client.notify("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text } });
  return { textDocument: { uri }, position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 } };
}

test("the README names the schema", () => expect(modeline).toMatch(/\$schema=node_modules\/rollcall\/schemas\/\S+$/));

test("wrong fields are reported, at any depth", async () => {
  const { textDocument } = open("wrong.yaml", [
    "consumers:",
    "  - username: acme",
    "    usernam: acme‸",
    "    credentials:",
    "      - name: erp",
    "        plugins: { key-auth: { key: k, kee: k } }",
  ]);
  const { params } = await client.next(
    ({ method, params }) =>
      method === "textDocument/publishDiagnostics" && (params as { uri: string }).uri === textDocument.uri,
    "diagnostics",
  );
  const found = (params as { diagnostics: { message: string; range: { start: object } }[] }).diagnostics;
  expect(found.map(({ message, range }) => [message, range.start])).toEqual([
    ["Property kee is not allowed.", { line: 6, character: 39 }],
    ["Property usernam is not allowed.", { line: 3, character: 4 }],
  ]);
});

test.each([
  ["a field", ["consumers:", "  - user‸name: acme"], "The consumer's unique name"],
  ["a plugin's field", ["global_rules:", "  - id: a", "    plugins: { limit-count: { cou‸nt: 1 } }"], "in a window"],
])("hover on %s shows its description", async (name, lines, expected) => {
  const hover = await client.request<{ contents: { value: string } }>(
    "textDocument/hover",
    open(`${name}.yaml`, lines),
  );
  expect(hover.contents.value).toContain(expected);
});

describe("completion", () => {
  test.each([
    ["sections", ["consumers: []", "‸"], ["consumer_groups", "routes", "services"]],
    ["fields", ["consumers:", "  - username: acme", "    ‸"], ["credentials", "group_id", "plugins"]],
    [
      "plugins of a credential",
      ["consumers:", "  - username: acme", "    credentials:", "      - name: erp", "        plugins:", "          ‸"],
      ["basic-auth", "hmac-auth", "jwt-auth", "key-auth"],
    ],
    [
      "values",
      ["routes:", "  - uri: /", "    plugins:", "      limit-count:", "        policy: ‸"],
      ["local", "redis", "redis-cluster", "redis-sentinel"],
    ],
  ])("of %s", async (name, lines, expected) => {
    type Items = { items: { label: string }[] };
    const { items } = await client.request<Items>("textDocument/completion", open(`complete ${name}.yaml`, lines));
    expect(items.map(({ label }) => label)).toEqual(expect.arrayContaining(expected));
  });
});
