/** Who may write a state file: one process, and the next one once that has ended. */
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockState } from "../../src/admin/state-lock.ts";

let folder: string;
let stateFile: string;
let lockFile: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "rollcall-lock-"));
  stateFile = join(folder, "state");
  lockFile = `${stateFile}.lock`;
});
afterEach(() => rm(folder, { recursive: true }));

const host = hostname();
const nobody = 2 ** 30;
const long = new Date(Date.now() - 60_000);

const leftBehind: [name: string, content: string, isStale: boolean][] = [
  ["of a process that has ended", JSON.stringify({ pid: nobody, host, nonce: "a" }), true],
  ["of one whose number another has now", JSON.stringify({ pid: 1, host, started: "boot 1", nonce: "a" }), true],
  ["of this number in an earlier life", JSON.stringify({ pid: process.pid, host, started: "x 1", nonce: "a" }), true],
  ["that was never filled", "", true],
  ["of a running process", JSON.stringify({ pid: process.pid, host, nonce: "a" }), false],
  ["of another machine", JSON.stringify({ pid: nobody, host: "elsewhere", nonce: "a" }), false],
];

test.each(leftBehind)("a lock file %s", async (_name, content, isStale) => {
  await writeFile(lockFile, content);
  await utimes(lockFile, long, long);
  if (!isStale) {
    await expect(lockState(stateFile)).rejects.toThrow(/is in use by process .* remove \S+state\.lock$/);
    expect(await readFile(lockFile, "utf8")).toBe(content);
    return;
  }
  const lock = await lockState(stateFile);
  await lock.confirm();
  await lock.release();
  expect(await readdir(folder)).toEqual([]);
});

test("one that is being filled at this moment is respected", async () => {
  await writeFile(lockFile, "");
  await expect(lockState(stateFile)).rejects.toThrow(/is in use by another process/);
});

test("a lock is exclusive within one process too", async () => {
  const lock = await lockState(stateFile);
  await expect(lockState(stateFile)).rejects.toThrow(/is in use/);
  await lock.release();
});

test("a lock file that was tidied away is made again; one that another process made is not touched", async () => {
  const lock = await lockState(stateFile);
  await rm(lockFile);
  await lock.confirm();
  await rm(lockFile);
  const other = await lockState(stateFile);
  await expect(lock.confirm()).rejects.toThrow(/is in use/);
  await lock.release();
  await other.confirm();
  await other.release();
});
