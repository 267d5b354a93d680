/** A file that is written again keeps what makes it that file; one that cannot be written keeps its content too. */
import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { requireWritable, rewriteFile, writePrivateFile } from "../../src/cli/write-file.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "rollcall-write-"));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const at = (name: string): string => path.join(folder, name);

describe("what is no regular file is left in its place", () => {
  test.each<[name: string, write: (file: string) => Promise<void>]>([
    ["when it is written", (file) => writePrivateFile(file, "new", { cwd: folder })],
    ["and early", (file) => requireWritable(file, { cwd: folder })],
  ])("%s", async (_name, write) => {
    // A link of ours, as what stands in /dev must not be at stake in a test.
    await symlink("/dev/null", at("device"));
    await expect(write("device")).rejects.toThrow("device: cannot be written: it is a device, pipe or socket.");
    expect((await lstat(at("device"))).isSymbolicLink()).toBe(true);
    expect(await readdir(folder)).toEqual(["device"]);
  });
});

describe("rewriteFile", () => {
  test.each([0o600, 0o640, 0o644, 0o666, 0o755])("keeps mode %o", async (mode) => {
    await writeFile(at("a.yaml"), "old");
    await chmod(at("a.yaml"), mode);
    await rewriteFile("a.yaml", "new", { cwd: folder });
    expect(await readFile(at("a.yaml"), "utf8")).toBe("new");
    expect((await stat(at("a.yaml"))).mode & 0o7777).toBe(mode);
    expect(await readdir(folder)).toEqual(["a.yaml"]);
  });

  test("writes behind a link and leaves the link", async () => {
    await mkdir(at("real"));
    await writeFile(at("real/a.yaml"), "old");
    await symlink("real/a.yaml", at("link.yaml"));
    await rewriteFile("link.yaml", "new", { cwd: folder });
    expect((await lstat(at("link.yaml"))).isSymbolicLink()).toBe(true);
    expect(await readFile(at("real/a.yaml"), "utf8")).toBe("new");
    expect(await readdir(at("real"))).toEqual(["a.yaml"]);
  });

  test("refuses a file that is not there", async () => {
    await expect(rewriteFile("a.yaml", "new", { cwd: folder })).rejects.toThrow(
      "a.yaml: cannot be written: no such file or folder (ENOENT); it is left as it was.",
    );
    expect(await readdir(folder)).toEqual([]);
  });

  test("leaves a file as it was if no other can be made beside it", async () => {
    const name = `${"a".repeat(245)}.yaml`;
    await writeFile(at(name), "old");
    await expect(rewriteFile(name, "new", { cwd: folder })).rejects.toThrow("its name is too long (ENAMETOOLONG)");
    expect(await readFile(at(name), "utf8")).toBe("old");
    expect(await readdir(folder)).toEqual([name]);
  });
});
