/** What a thread beside digests is what this one would have, whatever the messages; the thread is that of the built library. */
import { spawnSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import {
  type DigestKeys,
  type DigestTable,
  type DigestTables,
  digestTables,
} from "../../src/artifact/digest-tables.ts";
import { tables } from "../../src/cli/digest-ring.ts";
import type { digestThread as DigestThread } from "../../src/cli/digest-thread.ts";
import { openWorkspace, programCommand } from "./rollcall.ts";

const library = new URL("../../dist/index.mjs", import.meta.url);
const { digestThread } = (await import(library.href)) as { digestThread: typeof DigestThread };

const keys: DigestKeys = { lookup: new Uint8Array(64).fill(1), password: new Uint8Array(64).fill(2) };
/** From which on a thread is started. */
const many = 100_000;

function threadOf(given: DigestKeys): DigestTables {
  const make = digestThread(many);
  if (!make) throw new Error("no thread: the machine has one processor");
  return make(given);
}

interface Message {
  readonly table: DigestTable;
  readonly length: number;
  readonly fill: number;
}

function addAll(made: DigestTables, messages: readonly Message[]): void {
  for (const [credential, { table, length, fill }] of messages.entries()) {
    const room = made.room(table, length * 3);
    room.fill(fill, made.roomStart, made.roomStart + length);
    made.add(table, length, credential);
  }
  made.block("key-auth", new Uint8Array(48).fill(9));
  made.block("jwt-auth", new Uint8Array());
  made.end();
}

/** Of each table in turn; some are equal, so that credentials share what they answer to. */
const messagesOf = (count: number, lengthOf: (index: number) => number): readonly Message[] =>
  Array.from({ length: count }, (_, index) => ({
    table: tables[index % tables.length] ?? "password",
    length: lengthOf(index),
    fill: index % 251,
  }));

test.each([
  ["none", messagesOf(0, () => 0)],
  ["a few", messagesOf(7, (index) => index)],
  ["more than the memory between the threads holds", messagesOf(60_000, (index) => 30 + (index % 300))],
  ["some that are too long for it", messagesOf(40, (index) => (index % 3 === 0 ? 300_000 : 60_000))],
])("of %s", (_, messages) => {
  const [here, there] = [digestTables(keys), threadOf(keys)];
  addAll(here, messages);
  addAll(there, messages);
  const [expected, found] = [here.sections(), there.sections()];
  expect(Buffer.compare(found.passwordDigests, expected.passwordDigests)).toBe(0);
  for (const plugin of ["key-auth", "basic-auth", "hmac-auth", "jwt-auth"] as const)
    expect(Buffer.compare(found.indexes[plugin], expected.indexes[plugin])).toBe(0);
  expect(found.shared).toEqual(expected.shared);
});

test("that a thread has failed is told, not waited for", () => {
  const broken = threadOf({ lookup: keys.lookup } as DigestKeys);
  expect(() =>
    addAll(
      broken,
      messagesOf(60_000, () => 400),
    ),
  ).toThrow(/has ended, or does not answer/);
  const brokenAtTheEnd = threadOf({ lookup: keys.lookup } as DigestKeys);
  addAll(
    brokenAtTheEnd,
    messagesOf(3, () => 5),
  );
  expect(() => brokenAtTheEnd.sections()).toThrow(/has ended, or does not answer/);
});

test("the thread starts also where the program is given as text", () => {
  const program = `
    import { digestThread } from ${JSON.stringify(library.href)};
    const made = digestThread(${many})({ lookup: new Uint8Array(64), password: new Uint8Array(64) });
    made.room("key-auth", 10).fill(1, made.roomStart, made.roomStart + 10);
    made.add("key-auth", 10, 0);
    made.end();
    console.log(made.sections().indexes["key-auth"].length > 0);
  `;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", program], { encoding: "utf8" });
  expect([stdout, stderr]).toEqual(["true\n", ""]);
});

/** On one processor no thread is started. */
test("compile writes the same with a thread and without", async () => {
  const workspaces = [await openWorkspace(), await openWorkspace(["taskset", "--cpu-list", "0", ...programCommand])];
  try {
    const consumers = Array.from(
      { length: many },
      (_, index) =>
        `  - username: c${index}\n    credentials: [{ name: main, plugins: { key-auth: { key: key-of-${index} } } }]\n`,
    );
    const artifacts = workspaces.map(async (workspace) => {
      // The same name in each: it stands in the artifact.
      await writeFile(path.join(workspace.folder, "c.yaml"), `consumers:\n${consumers.join("")}`, { mode: 0o600 });
      expect(await workspace.run(["compile", "c.yaml", "--out", "c.rca"])).toMatchObject({ code: 0 });
      return readFile(path.join(workspace.folder, "c.rca"));
    });
    const [withThread, without] = await Promise.all(artifacts);
    expect(withThread?.length).toBeGreaterThan(many * 50);
    expect(without && withThread?.equals(without)).toBe(true);
  } finally {
    await Promise.all(workspaces.map((workspace) => workspace.close()));
  }
});

test("few credentials are not worth a thread", () => {
  expect(digestThread(many - 1)).toBeUndefined();
});
