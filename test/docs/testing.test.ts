/** The examples of docs/testing.md and docs/explain.md print what they say. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shellWords } from "../../src/explain/curl/shell-words.ts";
import { runInProcess } from "../cli/in-process.ts";
import { codeBlocks, examplesOf, readDoc } from "./markdown.ts";

describe.each(["docs/testing.md", "docs/explain.md"])("%s", (file) => {
  const text = readDoc(file);
  let folder = "";

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "rollcall-testing-doc-"));
    for (const block of codeBlocks(text, "yaml")) {
      const name = /^# (\S+\.yaml)\n/.exec(block)?.[1];
      if (name) await writeFile(path.join(folder, name), block);
    }
    // It must fail, and is named by itself.
    if (file === "docs/testing.md") await rm(path.join(folder, "wrong.test.yaml"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each(examplesOf(text))("%s", async (command, expected) => {
    const [, ...argv] = shellWords(command).words;
    const wrong = codeBlocks(text, "yaml").find((block) => block.startsWith("# wrong.test.yaml\n"));
    if (wrong && argv.includes("wrong.test.yaml")) await writeFile(path.join(folder, "wrong.test.yaml"), wrong);
    const { stdout, stderr } = await runInProcess(folder, argv);
    expect((stdout + stderr).trimEnd()).toBe(expected.trimEnd());
  });
});
