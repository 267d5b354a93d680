/** The rotation of docs/rotate.md: its commands print what it says, and the file is what its blocks show. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runInProcess } from "../cli/in-process.ts";
import { readDoc } from "./markdown.ts";

const blocks = [...readDoc("docs/rotate.md").matchAll(/^```(yaml|console)\n([\s\S]*?)^```/gm)].map(
  ([, language = "", text = ""]) => [language, text] as const,
);
let folder = "";
const file = (): string => path.join(folder, "acme.yaml");

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "rollcall-rotate-doc-"));
  await writeFile(file(), blocks[0]?.[1] ?? "");
  await writeFile(path.join(folder, "acme.env"), "ACME_KEY=Rk3vX9bQ2mT7pL5wZ8cN4dF6\n");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("there are examples", () => {
  expect(blocks.map(([language]) => language)).toEqual(["yaml", "console", "yaml", "console", "yaml"]);
});

test.each(blocks)("%s", async (language, text) => {
  if (language === "yaml") {
    expect(await readFile(file(), "utf8")).toBe(text);
    return;
  }
  for (const example of text.split(/^\$ rollcall /m).slice(1)) {
    const [command = "", printed = ""] = example.split(/\n(.*)/s);
    const { stdout, stderr } = await runInProcess(folder, command.split(" "));
    expect(stdout + stderr).toBe(printed);
  }
});
