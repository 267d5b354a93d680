/** Keeps two syncs of one gateway apart, where the gateway can hold a lock. */
import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { type Gateway, GatewayError, type GatewayLock } from "../gateway/contract.ts";
import { printable } from "../report/style.ts";
import { CommandError, exitCodes, stopSignals, type Terminal } from "./terminal.ts";

export interface LockOptions {
  readonly lock?: boolean;
  /** Seconds to wait for one that another holds. */
  readonly lockTimeout?: number;
  readonly breakLock?: boolean;
}

/** Between two looks at a lock that another holds. */
const lookMs = 1_000;

/**
 * Runs `use` while the lock is held, if one is wanted. @param use its signal says that the lock was lost
 * @returns the exit code; 1 without running it where another holds the lock
 * @throws CommandError where the gateway can hold none
 */
export async function withLock(
  gateway: Gateway,
  options: LockOptions,
  terminal: Terminal,
  use: (lost?: AbortSignal) => Promise<number>,
): Promise<number> {
  if (!options.lock && !options.breakLock) {
    if (options.lockTimeout === undefined) return use();
    throw new CommandError("--lock-timeout waits for the lock of --lock: give both.");
  }
  const { lock } = gateway;
  if (!lock) throw new CommandError("--lock: this kind of gateway can hold no lock (docs/sync.md says which can).");
  const holder = `rollcall on ${hostname()}, process ${process.pid}, since ${new Date().toISOString()}`;
  if (options.breakLock) await lock.release();
  const heldBy = await take(lock, holder, (options.lockTimeout ?? 0) * 1000, terminal);
  if (heldBy !== undefined) {
    terminal.note(
      `${terminal.noteStyle.red("refused:")} the gateway is locked by ${printable(heldBy)}. --lock-timeout SECONDS waits; ` +
        "if it is gone for good, --break-lock takes the lock. Nothing was changed.",
    );
    return exitCodes.findings;
  }
  return holding(lock, holder, terminal, use);
}

/** Undefined once it is taken, else who holds it. */
async function take(
  lock: GatewayLock,
  holder: string,
  timeoutMs: number,
  terminal: Terminal,
): Promise<string | undefined> {
  const end = Date.now() + timeoutMs;
  for (let isFirst = true; ; isFirst = false) {
    const taken = await lock.take(holder);
    if (taken === "taken") return undefined;
    const left = end - Date.now();
    if (left <= 0) return taken.heldBy;
    if (isFirst) terminal.note(`waiting for the lock, held by ${printable(taken.heldBy)}`);
    await sleep(Math.min(lookMs, left));
  }
}

async function holding(
  lock: GatewayLock,
  holder: string,
  terminal: Terminal,
  use: (lost: AbortSignal) => Promise<number>,
): Promise<number> {
  const lost = new AbortController();
  const renewal = renew(lock, holder, lost, terminal);
  // Before the first change and after the last nobody else listens.
  const stop = (signal: NodeJS.Signals): void => {
    if (process.listenerCount(signal) > 1) return;
    void release(lock, holder, terminal).finally(() => process.exit(exitCodes.failure));
  };
  for (const signal of stopSignals) process.on(signal, stop);
  try {
    return await use(lost.signal);
  } finally {
    clearInterval(renewal);
    for (const signal of stopSignals) process.off(signal, stop);
    if (!lost.signal.aborted) await release(lock, holder, terminal);
  }
}

/** A renewal that fails once says nothing: the lock lasts longer than one interval. */
function renew(
  lock: GatewayLock,
  holder: string,
  lost: AbortController,
  terminal: Terminal,
): NodeJS.Timeout | undefined {
  if (lock.renewMs === undefined) return undefined;
  return setInterval(() => {
    lock.keep(holder).then(
      (isHeld) => {
        if (isHeld || lost.signal.aborted) return;
        terminal.note(`${terminal.noteStyle.red("the lock was lost:")} somebody else has taken or removed it`);
        lost.abort();
      },
      (error: unknown) => terminal.note(`the lock could not be renewed: ${wordsOf(error)}`),
    );
  }, lock.renewMs).unref();
}

/** What was done is done: the exit code does not change by it. */
async function release(lock: GatewayLock, holder: string, terminal: Terminal): Promise<void> {
  await lock.release(holder).catch((error: unknown) => {
    terminal.note(`the lock could not be released, use --break-lock in the next run: ${wordsOf(error)}`);
  });
}

function wordsOf(error: unknown): string {
  return error instanceof GatewayError ? printable(error.message) : "unknown error";
}
