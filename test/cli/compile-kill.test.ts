/**
 * `compile`, and `serve` that loads again and keeps what it loaded, killed at any moment, leave the old artifact or the new one.
 * `npm run proof:kills` kills each of them KILL_ROUNDS times and prints what it was caught at.
 */
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, watch } from "node:fs";
import { readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { openWorkspace, type Workspace } from "./rollcall.ts";

const rounds = Number(process.env["KILL_ROUNDS"] ?? 2);
const isProof = rounds >= 100;
/** Kills at a time, in folders of their own. */
const lanes = isProof ? 2 : 1;
const timeout = 60_000 + rounds * 5_000;
const target = "a.rca";

const phases = ["nothing written", "partly written", "written, not in place", "in place", "ended by itself"] as const;
type Caught = Record<(typeof phases)[number], number>;

/** What writes artifact 0 or 1 to the target. */
interface Writer {
  /** All that comes before the part that is to be killed. */
  prepare(number: number): Promise<void>;
  start(number: number): ChildProcess;
  close(): void;
}

interface Lane extends Writer {
  readonly workspace: Workspace;
  readonly artifacts: readonly Buffer[];
}

test(`${rounds} compilations that are killed`, { timeout }, async () => {
  await killAll("compile", async (workspace) => ({
    prepare: async () => {},
    start: (number) => workspace.start(compile(number)).child,
    close() {},
  }));
});

test(`${rounds} reloads that are killed while what they loaded is kept`, { timeout }, async () => {
  await killAll("reload", async ({ serve }, artifacts) => {
    let served = artifacts[0];
    const origin = createServer((_, response) => response.end(served)).listen(0, "127.0.0.1");
    await once(origin, "listening");
    const url = `http://127.0.0.1:${(origin.address() as AddressInfo).port}/${target}`;
    let child: ChildProcess | undefined;
    return {
      async prepare(number) {
        served = artifacts[1 - number];
        ({ child } = await serve([url, "--poll", "0.1", "--keep", target]));
      },
      start(number) {
        served = artifacts[number];
        if (!child) throw new Error("nothing serves");
        return child;
      },
      close() {
        origin.closeAllConnections();
        origin.close();
      },
    };
  });
});

function compile(number: number): readonly string[] {
  return ["compile", `${number}.json`, "--out", target];
}

async function killAll(
  what: string,
  open: (workspace: Workspace, artifacts: readonly Buffer[]) => Promise<Writer>,
): Promise<void> {
  const caught = Object.fromEntries(phases.map((phase) => [phase, 0])) as Caught;
  const opened = await Promise.all(Array.from({ length: lanes }, () => openLane(open)));
  try {
    await Promise.all(opened.map((lane, index) => killInTurn(lane, index, caught)));
  } finally {
    for (const { workspace, close } of opened) {
      await close();
      await workspace.close();
    }
  }
  if (!isProof) return;
  console.log(`${what}, ${rounds} kills: ${phases.map((phase) => `${phase} ${caught[phase]}`).join("; ")}`);
  // What writes and what has written: both are met, and what is killed before and after as well.
  const { "partly written": partly, "written, not in place": waiting } = caught;
  expect(Math.min(caught["nothing written"], partly + waiting, caught["in place"])).toBeGreaterThan(0);
}

async function openLane(open: (workspace: Workspace, artifacts: readonly Buffer[]) => Promise<Writer>): Promise<Lane> {
  const workspace = await openWorkspace();
  const artifacts: Buffer[] = [];
  for (const number of [0, 1]) {
    // Large enough for the writing to take a time in which it can be caught.
    const consumers = Array.from({ length: 2_000 }, (_, index) => ({ username: `u${index}-${number}` }));
    await writeFile(path.join(workspace.folder, `${number}.json`), JSON.stringify({ consumers }));
    const { code, stderr } = await workspace.run(compile(number));
    expect([code, stderr]).toEqual([0, expect.not.stringContaining("error")]);
    artifacts.push(await readFile(path.join(workspace.folder, target)));
  }
  expect(artifacts[0]?.equals(artifacts[1] ?? Buffer.alloc(0))).toBe(false);
  const writer = await open(workspace, artifacts);
  return { ...writer, workspace, artifacts };
}

async function killInTurn({ workspace, artifacts, prepare, start }: Lane, lane: number, caught: Caught): Promise<void> {
  const { folder } = workspace;
  const file = path.join(folder, target);
  let held = 1;
  /** Milliseconds before the first byte, and from there to the new name, of the first one, which is let write. */
  let usual = { wait: 0, write: 0 };
  for (let round = lane - lanes; round < rounds; round += lanes) {
    const next = 1 - held;
    await prepare(next);
    const writing = watchWriting(folder);
    const from = performance.now();
    const child = start(next);
    const pids = withChildren(child);
    const ended = once(child, "close");
    const isEnded = ended.then(() => false);
    const isBegun = writing.begun.then(() => true);
    const chance = (round * 0.618_034 + 1) % 1;
    if (round < 0) {
      const begun = await writing.begun;
      usual = { wait: begun - from, write: (await writing.placed) - begun };
    } else if (round % 6 < lanes) await Promise.race([sleep(chance * 1.15 * (usual.wait + usual.write)), ended]);
    // Most kills come while the file is written, which is the least part of the whole.
    else if (await Promise.race([isBegun, isEnded])) spin(chance * usual.write);
    const isRunning = child.exitCode === null && child.signalCode === null;
    for (const pid of pids) if (isRunning) process.kill(pid, "SIGKILL");
    await ended;
    writing.close();
    const bytes = await readFile(file);
    const which = artifacts.findIndex((artifact) => artifact.equals(bytes));
    expect(which, `round ${round}: ${bytes.length} bytes are neither artifact`).not.toBe(-1);
    const written = await takeTemporary(folder);
    if (round >= 0) caught[phaseOf(which === next, written, bytes.length, isRunning)] += 1;
    held = which;
  }
}

function phaseOf(isNew: boolean, written: number | undefined, whole: number, isRunning: boolean): keyof Caught {
  if (isNew) return isRunning ? "in place" : "ended by itself";
  if (written === undefined) return "nothing written";
  return written < whole ? "partly written" : "written, not in place";
}

/** When the temporary file appears, and when it gets the name of the target. */
function watchWriting(folder: string): { begun: Promise<number>; placed: Promise<number>; close(): void } {
  const seen = (isIt: (name: string) => boolean) =>
    new Promise<number>((resolve) =>
      watcher.on("change", (_, name) => isIt(String(name)) && resolve(performance.now())),
    );
  const watcher = watch(folder);
  const begun = seen((name) => name.endsWith(".tmp"));
  const placed = seen((name) => name === target);
  return { begun, placed, close: () => watcher.close() };
}

/** A timer would wait for a millisecond at least. */
function spin(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

/** The process that serves is a child of the one that was started; Linux tells which. */
function withChildren({ pid = 0 }: ChildProcess): readonly number[] {
  const list = existsSync(`/proc/${pid}`) ? readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8") : "";
  return [...list.split(" ").filter(Boolean).map(Number), pid];
}

/** Removes what a write that was killed left under its temporary name, never under that of the artifact; returns its bytes. */
async function takeTemporary(folder: string): Promise<number | undefined> {
  let size: number | undefined;
  for (const name of (await readdir(folder)).filter((each) => each.endsWith(".tmp"))) {
    ({ size } = await stat(path.join(folder, name)));
    await rm(path.join(folder, name));
  }
  return size;
}
