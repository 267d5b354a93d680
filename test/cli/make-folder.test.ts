/** Folders that can be made, and those that cannot: at once and with words. */
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { makeFolder } from "../../src/cli/make-folder.ts";

const cwd = mkdtempSync(path.join(tmpdir(), "rollcall-folder-"));
writeFileSync(path.join(cwd, "file"), "");
afterAll(() => rmSync(cwd, { recursive: true }));

test.each(["one", "one/two/three", "one", "."])("%s is made, or there", async (folder) => {
  await makeFolder(folder, { cwd });
  expect(statSync(path.join(cwd, folder)).isDirectory()).toBe(true);
});

test.each([
  ["file", "a file has this name already"],
  ["file/below", "a part of its path is a file, not a folder (ENOTDIR)"],
  ["x".repeat(300), "its name is too long (ENAMETOOLONG)"],
])("%s cannot be made", async (folder, problem) => {
  await expect(makeFolder(folder, { cwd })).rejects.toThrow(`${folder}: this folder cannot be made: ${problem}.`);
});

test.runIf(process.platform === "linux").each(["/proc/rollcall", "/proc/rollcall/below"])(
  "%s cannot be made, and nobody waits for it",
  async (folder) => {
    const problem = "no such file or folder (ENOENT)";
    await expect(makeFolder(folder, { cwd })).rejects.toThrow(`${folder}: this folder cannot be made: ${problem}.`);
  },
);
