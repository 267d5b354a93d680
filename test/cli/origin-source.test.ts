/** What serve makes of an origin that is slow, silent or unsure. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ArtifactOrigin, Candidate, Version } from "../../src/cli/artifact-origin.ts";
import { openOriginSource, pollDelay } from "../../src/cli/origin-source.ts";
import type { Terminal } from "../../src/cli/terminal.ts";
import { createStyle } from "../../src/report/style.ts";
import { type Artifacts, makeArtifacts } from "./artifacts.ts";
import { key } from "./rollcall.ts";

let folder: string;
let artifacts: Artifacts;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "rollcall-origin-"));
  artifacts = await makeArtifacts(folder, 1);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function terminalOf(notes: string[]): Terminal {
  const style = createStyle(false);
  return {
    cwd: folder,
    environment: { ROLLCALL_KEY: key },
    out: () => {},
    note: (text) => void notes.push(text),
    progress: () => {},
    outStyle: style,
    noteStyle: style,
    isInteractive: false,
    readStdin: async () => "",
    outlastOutput: () => {},
  };
}

/** Gives what `next` says, and remembers what it was told to be known. */
function originOf(next: () => Promise<Candidate | undefined>): ArtifactOrigin & { readonly known: unknown[] } {
  const known: unknown[] = [];
  return {
    name: "test://origin",
    known,
    take(version?: Version) {
      known.push(version);
      return next();
    },
    base: () => Promise.reject(new Error("it has no overlays")),
    close: async () => {},
  };
}

const candidate = (name: "a" | "b" | "foreign", version: Version = {}): Candidate => ({
  bytes: artifacts.bytes[name],
  version,
});

async function open(origin: ArtifactOrigin, keep?: string) {
  const notes: string[] = [];
  const handed: string[] = [];
  const options = { trust: [], poll: 10, ...(keep && { keep }) };
  const source = await openOriginSource(
    origin,
    options,
    terminalOf(notes),
    ({ meta }) => void handed.push(meta.digest),
    50,
  );
  return { source, notes, handed };
}

test("slow to start with: the kept one is served, and the first look waits for the slow one", async () => {
  await writeFile(path.join(folder, "kept.rca"), artifacts.bytes.a);
  let give: (given: Candidate) => void = () => {};
  const origin = originOf(() => new Promise((resolve) => (give = resolve)));
  const { source, notes, handed } = await open(origin, "kept.rca");
  expect(source.artifact.meta.digest).toBe(artifacts.digest.a);
  expect(notes).toEqual([
    "warning: test://origin: it was not complete within 0.05 s. Serving the artifact kept in kept.rca.",
  ]);
  const look = source.changes?.look();
  give(candidate("b"));
  expect(await look).toContain("loaded again");
  expect([handed, origin.known]).toEqual([[artifacts.digest.b], [undefined]]);
  expect(await readFile(path.join(folder, "kept.rca"))).toEqual(artifacts.bytes.b);
});

test("slow to start with, and then refused: told by the first look, and asked again by the next", async () => {
  await writeFile(path.join(folder, "kept.rca"), artifacts.bytes.a);
  const given = [candidate("foreign"), candidate("b")];
  const origin = originOf(() => new Promise((resolve) => setTimeout(() => resolve(given.shift()), 100)));
  const { source } = await open(origin, "kept.rca");
  await expect(source.changes?.look()).rejects.toThrow("test://origin: The key is another one");
  expect(await readFile(path.join(folder, "kept.rca"))).toEqual(artifacts.bytes.a);
  expect(await source.changes?.look()).toContain("loaded again");
});

test("what was refused is not known; the same artifact under another tag is, and is not told", async () => {
  const given = [
    candidate("a", { tag: '"1"' }),
    candidate("foreign", { tag: '"2"' }),
    candidate("a", { tag: '"3"' }),
    undefined,
  ];
  const origin = originOf(async () => given.shift());
  const { source, handed } = await open(origin);
  await expect(source.changes?.look()).rejects.toThrow("The key is another one");
  expect(await source.changes?.look()).toBeUndefined();
  expect(await source.changes?.look()).toBeUndefined();
  expect([origin.known, handed]).toEqual([[undefined, { tag: '"1"' }, { tag: '"1"' }, { tag: '"3"' }], []]);
});

test("another artifact than the digest that was promised is refused, be it whole and of this key", async () => {
  const origin = originOf(async () => candidate("a", { digest: artifacts.digest.b }));
  await expect(open(origin)).rejects.toThrow(
    `test://origin: Its digest is ${artifacts.digest.a}, and ${artifacts.digest.b} was promised.`,
  );
});

test.each([
  [10, 0, 0, 8_000],
  [10, 0, 1, 12_000],
  [10, 1, 0.5, 20_000],
  [10, 9, 0.5, 40_000],
])("--poll %d after %d failures at chance %d: %d ms", (seconds, failures, chance, ms) => {
  expect(pollDelay(seconds, failures, chance)).toBe(ms);
});
