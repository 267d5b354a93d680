/** docs/config.md: its example prints what it says, and its table names every setting. */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { codeBlocks, readDoc, repository } from "./markdown.ts";

const text = readDoc("docs/config.md");
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "rollcall-config-doc-"));
  await mkdir(path.join(folder, "consumers"));
  for (const block of codeBlocks(text, "yaml")) {
    const file = /^# (\S+\.yaml)\n/.exec(block)?.[1];
    if (file) await writeFile(path.join(folder, file), block);
  }
  await writeFile(
    path.join(folder, "acme.env"),
    "ACME_KEY=Rk3vX9bQ2mT7pL5wZ8cN4dF6\nGLOBEX_KEY=Hj6sW1nB8yG4rC7xV2kP9zM3\n",
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const examples = codeBlocks(text, "console").flatMap((block) => block.split(/^\$ rollcall /m).slice(1));

test("there are examples", () => expect(examples.length).toBeGreaterThan(1));

test.each(examples.map((example) => example.split(/\n(.*)/s)))("rollcall %s", async (command = "", expected = "") => {
  const cli = path.join(repository, "dist/cli.js");
  const printed = await new Promise<string>((resolve) => {
    const options = { cwd: folder, env: {} };
    execFile(process.execPath, [cli, ...command.split(" ")], options, (_, stdout, stderr) => resolve(stdout + stderr));
  });
  expect(printed.trim()).toBe(expected.trim());
});

test("the table names every setting", () => {
  const schema = JSON.parse(readDoc("schemas/rollcall-config.schema.json")) as {
    properties: Record<string, { properties?: object }>;
  };
  const settings = Object.entries(schema.properties).flatMap(([name, { properties = {} }]) => [
    name,
    ...Object.keys(properties).map((inner) => `${name}.${inner}`),
  ]);
  const named = [...text.matchAll(/^\| `([$\w.]+)` \|/gm)].map((match) => match[1]);
  expect(named).toEqual([...settings.filter((name) => name !== "keyFile"), "keyFile"]);
});
