/** So much that several threads share the work: they must find what one finds. */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorkspace, type Workspace } from "./rollcall.ts";

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());

const files = 24;
const perFile = 3800;

/** About 3 MB each; a few consumers with something to find, alone and with those of other files. */
function text(file: number): string {
  const lines = ["consumers:"];
  for (let index = 0; index < perFile; index += 1) {
    const id = file * perFile + index;
    lines.push(`  - username: caller-${index === 17 ? "twice" : id}`);
    for (let line = 0; line < 7; line += 1)
      lines.push(`    # What this caller does, and whom to ask before a change; line ${line}.`);
    if (index === 99) lines.push("    nickname: n");
    lines.push(
      "    credentials:",
      "      - name: main",
      "        plugins:",
      `          key-auth: { key: 7f3d9a01bc8e4d52-${(id * 7919) % 1_000_003} }`,
    );
  }
  return `${lines.join("\n")}\n`;
}

test("findings of several threads, in the order of files and lines", { timeout: 60_000 }, async () => {
  const folder = path.join(workspace.folder, "many");
  await mkdir(folder);
  for (let file = 0; file < files; file += 1) {
    await writeFile(path.join(folder, `${String(file).padStart(2, "0")}.yaml`), text(file));
  }
  await writeFile(
    path.join(folder, "routes.yaml"),
    "routes:\n  - { id: r, uri: /, plugins: { key-auth: { anonymous_consumer: caller-twic } } }\n",
  );
  await writeFile(path.join(folder, "zz.yaml"), "a: [declined, &anchor x\n");
  const { code, stdout, stderr } = await workspace.run(["lint", "-f", "compact", "many"]);
  expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  const places = stdout
    .trimEnd()
    .split("\n")
    .map((line) => line.replace(/^many\/([^ ]+): (?:error|warning) (\S+): .*$/, "$1 $2"));
  const two = (file: number): string => String(file).padStart(2, "0");
  const expected = Array.from({ length: files }, (_, file) => [
    ...(file === 0 ? [] : [`${two(file)}.yaml:${2 + 17 * 12}:15 consumer/unique-username`]),
    `${two(file)}.yaml:${2 + 99 * 12 + 8}:5 schema/unknown-field`,
  ]).flat();
  expect(places).toEqual([...expected, "routes.yaml:2:65 reference/exists", "zz.yaml:2:1 source/syntax"]);
});
