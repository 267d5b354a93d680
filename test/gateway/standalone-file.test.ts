/** The file of a standalone APISIX: what is managed changes, all else stays as somebody wrote it. */
import { chmod, mkdtemp, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rewriteFile } from "../../src/cli/write-file.ts";
import { standaloneGateway } from "../../src/gateway/standalone.ts";
import { type Kind, kinds } from "../../src/model/config.ts";
import type { Change } from "../../src/plan/contract.ts";

let folder: string;
let count = 0;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "rollcall-standalone-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const all: ReadonlySet<Kind> = new Set(kinds);

async function fileOf(text: string, ending = "yaml"): Promise<string> {
  count += 1;
  const file = path.join(folder, `apisix-${count}.${ending}`);
  await writeFile(file, text);
  return file;
}

function gatewayOf(server: string) {
  return standaloneGateway({
    server,
    token: "",
    rewriteFile: (file, text) => rewriteFile(file, text, { cwd: folder }),
  });
}

const write = (kind: Kind, id: string, after: object, more: Partial<Change> = {}): Change => ({
  action: "update",
  kind,
  id,
  name: id,
  after: { ...after },
  fields: [],
  ...more,
});
const remove = (kind: Kind, id: string, more: Partial<Change> = {}): Change => ({
  action: "delete",
  kind,
  id,
  name: id,
  fields: [],
  ...more,
});
const key = { id: "k", name: "k", plugins: { "key-auth": { key: "secret" } } };

test.each<[name: string, before: string, changes: readonly Change[], after: string]>([
  [
    "an empty file",
    "#END\n",
    [write("consumers", "jack", { username: "jack" }), write("credentials", "k", key, { consumer: "jack" })],
    "consumers:\n  - username: jack\n  - id: jack/credentials/k\n    name: k\n    plugins:\n      key-auth:\n        key: secret\n#END\n",
  ],
  [
    "comments, other sections, other items and forms of writing stay",
    "# ours\nroutes:\n  # first\n  - {id: 1, uri: /a} # keep\n\n  # second\n  - id: two\n    uri: '/b'\nssls:\n  - id: s\n    cert: |\n      line\n      line\n# last words\n#END\n",
    [write("routes", "two", { id: "two", uri: "/c" })],
    "# ours\nroutes:\n  # first\n  - { id: 1, uri: /a } # keep\n\n  # second\n  - id: two\n    uri: /c\nssls:\n  - id: s\n    cert: |\n      line\n      line\n\n# last words\n#END\n",
  ],
  [
    "versions are raised where there are some",
    "routes_conf_version: 3\nroutes: []\nservices_conf_version: 4\n#END",
    [write("routes", "r", { id: "r", uri: "/" }), write("upstreams", "u", { id: "u", nodes: {} })],
    "routes_conf_version: 4\nroutes:\n  - id: r\n    uri: /\nservices_conf_version: 4\nupstreams:\n  - id: u\n    nodes: {}\n#END\n",
  ],
  [
    "a consumer goes with its credentials",
    "consumers:\n  - username: jack\n  - id: jack/credentials/k\n    plugins: {}\n  - username: jill\n#END\n",
    [remove("consumers", "jack")],
    "consumers:\n  - username: jill\n#END\n",
  ],
  [
    "an item without an id is known by its place",
    "routes:\n  - uri: /a\n  - uri: /b\n#END\n",
    [remove("routes", "arr_1"), write("routes", "arr_2", { uri: "/c" })],
    "routes:\n  - id: arr_2\n    uri: /c\n#END\n",
  ],
  [
    "aliases of what stays",
    "routes:\n  - id: a\n    plugins: &p\n      cors: {}\n  - id: b\n    plugins: *p\n#END\n",
    [remove("routes", "b")],
    "routes:\n  - id: a\n    plugins: &p\n      cors: {}\n#END\n",
  ],
])("%s", async (_, before, changes, after) => {
  const file = await fileOf(before);
  const gateway = gatewayOf(file);
  await gateway.read(all);
  await gateway.applyAll?.(changes);
  expect(await readFile(file, "utf8")).toBe(after);
});

test("JSON has no last line", async () => {
  const file = await fileOf('{"routes": [{"id": "a", "uri": "/"}]}', "json");
  await gatewayOf(pathToFileURL(file).href).apply(remove("routes", "a"));
  expect(await readFile(file, "utf8")).toBe('{\n  "routes": []\n}\n');
});

test("the mode and a link stay, and no other file is left", async () => {
  const file = await fileOf("#END\n");
  await chmod(file, 0o640);
  const link = path.join(folder, "link.yaml");
  await symlink(file, link);
  await gatewayOf(link).apply(write("routes", "r", { id: "r" }));
  expect((await stat(file)).mode & 0o777).toBe(0o640);
  expect(await readFile(file, "utf8")).toContain("id: r");
});

describe("is left as it was", () => {
  test.each<[name: string, text: string, changes: readonly Change[], expected: RegExp]>([
    ["half written", "routes: []\n", [], /does not end with the line #END/],
    ["no YAML", "routes: [canary\n#END\n", [], /is not right YAML: line \d/],
    ["no sections", "- canary\n#END\n", [], /is not a map of sections/],
    ["a key twice", "routes: []\nroutes: []\n#END\n", [], /is not right YAML: line 2/],
    [
      "an anchor that others need",
      "routes:\n  - id: a\n    plugins: &p {cors: {}}\n  - id: b\n    plugins: *p\n#END\n",
      [remove("routes", "a")],
      /anchors tie items together/,
    ],
  ])("%s", async (_, text, changes, expected) => {
    const file = await fileOf(text);
    const gateway = gatewayOf(file);
    const failure = await gateway
      .read(all)
      .then(() => gateway.applyAll?.(changes))
      .catch(String);
    expect(failure).toMatch(expected);
    expect(failure).not.toContain("canary");
    expect(await readFile(file, "utf8")).toBe(text);
  });

  test("a file that changed since it was read", async () => {
    const file = await fileOf("#END\n");
    const gateway = gatewayOf(file);
    await gateway.read(all);
    await writeFile(file, "routes: []\n#END\n");
    await expect(gateway.apply(write("routes", "r", { id: "r" }))).rejects.toThrow(
      /has been changed since it was read/,
    );
    expect(await readFile(file, "utf8")).toBe("routes: []\n#END\n");
  });

  test("a file that is not there", async () => {
    const missing = path.join(folder, "missing.yaml");
    await expect(gatewayOf(missing).ping()).rejects.toThrow(`cannot read ${missing} (ENOENT)`);
  });
});
