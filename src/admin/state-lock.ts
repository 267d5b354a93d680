/** Keeps two processes from writing one state file: a file beside it names the process that holds it. */
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { open, readFile, stat, unlink } from "node:fs/promises";
import { hostname } from "node:os";
import { StateError } from "./contract.ts";

export interface StateLock {
  /** To be called before each write. @throws StateError if another process holds the file by now */
  confirm(): Promise<void>;
  release(): Promise<void>;
}

/** What the lock file holds, as JSON. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Boot and time of the process's start, where /proc tells: numbers of processes are used again. */
  readonly started?: string;
  readonly nonce: string;
}

/** @throws StateError if a running process holds the state file, or no file can be made beside it */
export async function lockState(stateFile: string): Promise<StateLock> {
  const path = `${stateFile}.lock`;
  const started = startOf(process.pid);
  const own: Holder = {
    pid: process.pid,
    host: hostname(),
    ...(started !== undefined && { started }),
    nonce: randomBytes(8).toString("hex"),
  };
  await acquire(path, own, stateFile);
  return {
    async confirm() {
      const holder = await readHolder(path);
      // Somebody tidied the folder: the lock is taken again, unless another process was quicker.
      if (holder === undefined) await acquire(path, own, stateFile);
      else if (holder === "unreadable" || holder.nonce !== own.nonce) throw inUse(stateFile, path, holder);
    },
    async release() {
      const holder = await readHolder(path).catch(() => undefined);
      if (typeof holder === "object" && holder.nonce === own.nonce) await unlink(path).catch(() => undefined);
    },
  };
}

async function acquire(path: string, own: Holder, stateFile: string): Promise<void> {
  for (let attempt = 0; attempt < 3; attempt++) {
    if (await create(path, own, stateFile)) return;
    const holder = await readHolder(path);
    if (holder === undefined) continue;
    if (holder === "unreadable" ? !(await isLeftBehind(path)) : isRunning(holder)) throw inUse(stateFile, path, holder);
    await unlink(path).catch(() => undefined);
  }
  throw inUse(stateFile, path, "unreadable");
}

/** False if there is such a file already. */
async function create(path: string, own: Holder, stateFile: string): Promise<boolean> {
  try {
    const file = await open(path, "wx", 0o600);
    await file.writeFile(`${JSON.stringify(own)}\n`).finally(() => file.close());
    return true;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
    if (code === "EEXIST") return false;
    if (code === "ENOSPC") await unlink(path).catch(() => undefined);
    throw new StateError(
      `no state can be kept at ${stateFile}: ${folderProblems[code] ?? `nothing can be written beside it (${code})`}`,
    );
  }
}

const mayNotWrite = "this user may not write in its folder; grant that, or name a state file elsewhere";

const folderProblems: Readonly<Record<string, string>> = {
  ENOENT: "its folder does not exist; create it first",
  ENOTDIR: "its folder is no folder; name another place",
  EACCES: mayNotWrite,
  EPERM: mayNotWrite,
  EROFS: "its file system is read-only; name a state file elsewhere",
  ENOSPC: "the disk is full; free some space",
};

/** Undefined: there is none. A process that was killed while it wrote leaves a file that cannot be read. */
async function readHolder(path: string): Promise<Holder | "unreadable" | undefined> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) =>
    error.code === "ENOENT" ? undefined : "",
  );
  if (text === undefined) return undefined;
  try {
    const { pid, host, started, nonce } = JSON.parse(text) as Partial<Holder>;
    if (typeof pid !== "number" || typeof host !== "string" || typeof nonce !== "string") return "unreadable";
    return { pid, host, nonce, ...(typeof started === "string" && { started }) };
  } catch {
    return "unreadable";
  }
}

/** Whether a lock file without content is older than the moment that it takes to fill it. */
async function isLeftBehind(path: string): Promise<boolean> {
  const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: 0 }));
  return Date.now() - mtimeMs > 5_000;
}

/** A process of another machine or container cannot be looked up, so it counts as running. */
function isRunning(holder: Holder): boolean {
  if (holder.host !== hostname()) return true;
  if (holder.started !== undefined) return startOf(holder.pid) === holder.started;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Undefined if there is no such process, it has ended and waits for its parent, or the system has no /proc. */
function startOf(pid: number): string | undefined {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "latin1").trim();
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    // The name in parentheses may hold anything, even spaces and parentheses (proc(5)).
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [state] = fields;
    return state === "Z" || state === "X" ? undefined : `${boot} ${fields[19]}`;
  } catch {
    return undefined;
  }
}

function inUse(stateFile: string, path: string, holder: Holder | "unreadable"): StateError {
  const who = holder === "unreadable" ? "another process" : `process ${holder.pid} on ${holder.host}`;
  return new StateError(
    `the state file ${stateFile} is in use by ${who}: stop that, or name another state file; ` +
      `if no such process runs any more, remove ${path}`,
  );
}
