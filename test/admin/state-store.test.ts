/** The state on disk: a snapshot and a journal, as a crash, a copy or a hand may leave them. */
import { copyFile, mkdtemp, readdir, readFile, rm, stat, unlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { decodeJournal } from "../../src/admin/journal.ts";
import { type Address, collectionOf, Draft, type State } from "../../src/admin/state.ts";
import { openStateStore, type StateStore } from "../../src/admin/state-store.ts";

const sealKey = Buffer.alloc(32, 7);
let folder: string;
let path: string;
let faults: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "rollcall-store-"));
  path = join(folder, "state.json");
  faults = [];
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.release()));
  await rm(folder, { recursive: true });
});

const opened: StateStore[] = [];
async function open(more: { key?: Uint8Array; journalLimit?: number } = {}): Promise<StateStore> {
  const store = await openStateStore({ path, onFault: (reason) => faults.push(reason), ...more });
  opened.push(store);
  return store;
}
const consumer = (id: string): Address => ({ kind: "consumers", id });
const namesIn = (state: State): string[] => [...collectionOf(state, "consumers").keys()];

/** Writes one consumer a time, and returns the last state. */
async function write(store: StateStore, base: State, names: readonly string[]): Promise<State> {
  let state = base;
  for (const name of names) {
    const draft = new Draft(state);
    draft.put(consumer(name), { username: name, secret: `secret-of-${name}` });
    await store.store(draft);
    state = draft;
  }
  return state;
}

/** Three writes, the last two of them in the journal, and no end in good order. */
async function killed(more: { key?: Uint8Array; journalLimit?: number } = {}): Promise<State> {
  const store = await open(more);
  return write(store, store.initial, ["a", "b", "c"]);
}

test.each([
  ["plain", {}],
  ["sealed", { key: sealKey }],
])("%s: what was written, changed and removed is there again, with the same revisions", async (_name, more) => {
  const base = await killed(more);
  const store = await open(more);
  const draft = new Draft(store.initial);
  draft.put({ kind: "credentials", consumer: "b", id: "c1" }, { id: "c1" });
  draft.put(consumer("a"), { username: "a", desc: "changed" });
  draft.remove(consumer("c"));
  await store.store(draft);
  const { initial } = await open(more);
  expect(initial.index).toBe(base.index + 3);
  expect(initial.collections).toEqual(draft.collections);
  for (const name of await readdir(folder)) {
    expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
    if ("key" in more) expect(await readFile(join(folder, name), "latin1")).not.toContain("secret-of");
  }
  expect(faults).toEqual([]);
});

test("closed in good order, one file is left, and the next start goes on from it", async () => {
  const state = await killed();
  const store = await open();
  await store.close(state);
  expect(await readdir(folder)).toEqual(["state.json"]);
  const next = await open();
  await write(next, next.initial, ["d"]);
  expect(namesIn((await open()).initial)).toEqual(["a", "b", "c", "d"]);
});

test("a last record that was cut off anywhere is left out", async () => {
  await killed();
  const whole = await readFile(`${path}.journal`);
  const lastStart = startOfLast(whole);
  for (let length = lastStart + 1; length < whole.length; length++) {
    const { records, soundBytes, tornBytes } = decodeJournal("j", whole.subarray(0, length), undefined);
    expect([records.length, soundBytes, tornBytes]).toEqual([1, lastStart, length - lastStart]);
  }
});

const tornEnds: readonly [string, (whole: Buffer, lastStart: number) => Buffer][] = [
  ["cut off", (whole, lastStart) => whole.subarray(0, lastStart + 100)],
  ["without its line end", (whole) => whole.subarray(0, -1)],
  [
    "with zeros where a part of it never came to the disk",
    (whole, from) => whole.fill(0, from + 100, whole.length - 1),
  ],
];
test.each(tornEnds)("a last record %s is told once and left out; writes go on behind it", async (_name, tear) => {
  await killed();
  const whole = await readFile(`${path}.journal`);
  const lastStart = startOfLast(whole);
  const torn = tear(whole, lastStart);
  await writeFile(`${path}.journal`, torn);
  const store = await open();
  expect(namesIn(store.initial)).toEqual(["a", "b"]);
  expect(faults).toEqual([expect.stringContaining(`not written to its end (${torn.length - lastStart} bytes)`)]);
  await write(store, store.initial, ["d"]);
  expect(namesIn((await open()).initial)).toEqual(["a", "b", "d"]);
  expect(faults).toHaveLength(1);
});

function startOfLast(journal: Buffer): number {
  return journal.subarray(0, -1).lastIndexOf(0x0a) + 1;
}

test("the journal is taken up when it has grown, and starts anew", async () => {
  const store = await open({ journalLimit: 2_000 });
  const names = Array.from({ length: 40 }, (_, index) => `user-${index}`);
  let state = store.initial;
  let largest = 0;
  for (const name of names) {
    state = await write(store, state, [name]);
    largest = Math.max(largest, (await stat(`${path}.journal`)).size - (await stat(path)).size);
  }
  expect(largest).toBeLessThan(2_500);
  expect((await readFile(path, "latin1")).includes("secret-of-user-20")).toBe(true);
  expect(namesIn((await open()).initial)).toEqual(names);
});

/** Between the steps of taking the journal up, and of the first write. */
describe("a crash leaves", () => {
  test("the new snapshot with the old journal: the journal is passed over", async () => {
    await killed();
    await copyFile(`${path}.journal`, join(folder, "old"));
    const store = await open({ journalLimit: 0 });
    await write(store, store.initial, ["d"]);
    await copyFile(join(folder, "old"), `${path}.journal`);
    const next = await open();
    expect(namesIn(next.initial)).toEqual(["a", "b", "c", "d"]);
    await write(next, next.initial, ["e"]);
    expect(namesIn((await open()).initial)).toEqual(["a", "b", "c", "d", "e"]);
  });

  test("a journal without a record and no snapshot: nothing was written", async () => {
    await killed();
    await unlink(path);
    const journal = await readFile(`${path}.journal`);
    await writeFile(`${path}.journal`, journal.subarray(0, journal.indexOf(0x0a) + 1));
    const store = await open();
    expect(namesIn(store.initial)).toEqual([]);
    await write(store, store.initial, ["z"]);
    expect(namesIn((await open()).initial)).toEqual(["z"]);
  });

  test("a half-written snapshot beside the old one: it is written again", async () => {
    await killed();
    await writeFile(`${path}.tmp`, "half", { mode: 0o644 });
    const store = await open({ journalLimit: 0 });
    await write(store, store.initial, ["d"]);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await readdir(folder)).sort()).toEqual(["state.json", "state.json.journal"]);
  });
});

describe("what is refused, and left as it is", () => {
  const inJournal = (change: (bytes: Buffer) => Buffer | string) => async (): Promise<void> =>
    writeFile(`${path}.journal`, change(await readFile(`${path}.journal`)));
  const refused: readonly [string, (() => Promise<void>) | ReturnType<typeof inJournal>, RegExp][] = [
    ["no journal where there was one", () => unlink(`${path}.journal`), /journal .* is missing/],
    ["a journal without its state file", () => unlink(path), /does not belong .*: there is no such state file/],
    ["an earlier record changed", inJournal((bytes) => bytes.toString().replace("of-b", "of-x")), /record 1 is wrong/],
    ["the last record changed", inJournal((bytes) => bytes.toString().replace("of-c", "of-x")), /record 2 is wrong/],
    [
      "a record taken out",
      inJournal((bytes) => bytes.toString().replace(/\n.*secret-of-b.*\n/, "\n")),
      /digest of record 1/,
    ],
    ["its first line", inJournal((bytes) => bytes.toString().replace("{", "[")), /first line is not that of a journal/],
    [
      "a journal of later",
      inJournal((bytes) => bytes.toString().replace('"version":1', '"version":2')),
      /version 2; this/,
    ],
    [
      "the journal of another state",
      inJournal((bytes) => bytes.toString().replace(/"id":"./, '"id":"-')),
      /record 1 is wrong/,
    ],
  ];
  test.each(refused)("%s", async (_name, damage, message) => {
    await killed();
    await damage();
    const files = async () =>
      Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), "latin1")));
    const before = await files();
    await expect(open()).rejects.toThrow(message);
    expect(await files()).toEqual(before);
  });

  test("a state file from a backup, with the journal of later", async () => {
    const state = await killed();
    await copyFile(path, join(folder, "backup"));
    const store = await open({ journalLimit: 0 });
    await write(store, state, ["d", "e"]);
    await copyFile(join(folder, "backup"), path);
    await expect(open()).rejects.toThrow(/it goes on from another state|is missing/);
  });

  test("an empty file in the journal's place is the operator's word that it is gone", async () => {
    await killed();
    await writeFile(`${path}.journal`, "");
    expect(namesIn((await open()).initial)).toEqual(["a"]);
  });

  test("another key, or none", async () => {
    await killed({ key: sealKey });
    await expect(open({ key: Buffer.alloc(32, 8) })).rejects.toThrow(/cannot be opened with this key/);
    await expect(open()).rejects.toThrow(/no key is given/);
  });

  test("a sealed state with another's journal behind it", async () => {
    await killed({ key: sealKey });
    const text = await readFile(path);
    // The id is random: its first digit may be any.
    const other = text.toString("latin1").replace(/(?<="journal":")./, (digit) => (digit === "0" ? "1" : "0"));
    await writeFile(path, Buffer.from(other, "latin1"));
    await expect(open({ key: sealKey })).rejects.toThrow(/cannot be opened|does not belong/);
  });
});

test("a journal that is removed while it is written to is noticed: the next write makes both files anew", async () => {
  const store = await open();
  const state = await write(store, store.initial, ["a", "b"]);
  await unlink(`${path}.journal`);
  await expect(write(store, state, ["c"])).rejects.toThrow(/removed or replaced/);
  await write(store, state, ["d", "e"]);
  expect(namesIn((await open()).initial)).toEqual(["a", "b", "d", "e"]);
});
