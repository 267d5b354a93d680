/** Carries out the units of a lint, with threads beside this one where there is enough to do. */
import { availableParallelism } from "node:os";
import type { FileChecker } from "../check/check-file.ts";
import type { CheckSourcesOptions } from "../check/run-options.ts";
import { checkUnit, type Unit, type UnitCheck } from "./check-unit.ts";
import type { Thread, WorkerTask } from "./lint-threads.ts";

export interface UnitResult extends UnitCheck {
  /** Whether resources other than consumers were found that must be read again. */
  readonly lacksOthers: boolean;
}

/** A thread has to compile all that it runs anew; by then so many bytes are done without it. */
const bytesForThread = 3 << 24;

/** @throws InputError if a file cannot be read */
export async function runUnits(
  units: readonly { readonly unit: Unit; readonly size: number }[],
  checker: FileChecker,
  options: CheckSourcesOptions,
): Promise<readonly UnitResult[]> {
  const bytes = units.reduce((sum, { size }) => sum + size, 0);
  const threads = Math.min(availableParallelism(), units.length, Math.floor(bytes / bytesForThread) + 1);
  if (bytes > bytesForFlags) await tuneEngine();
  const results: UnitResult[] = new Array(units.length);
  const next = new Int32Array(new SharedArrayBuffer(4));
  const others = threads > 1 ? await startThreads(threads - 1, units, next, options, results) : [];
  try {
    for (let index = takeNext(next); index < units.length; index = takeNext(next)) {
      const { unit } = units[index] ?? {};
      if (unit) results[index] = { ...(await checkUnit(unit, checker, options)), lacksOthers: false };
    }
    await Promise.all(others.map(({ ended }) => ended));
  } finally {
    for (const { worker } of others) void worker.terminate();
  }
  return results;
}

const bytesForFlags = 1 << 22;

/**
 * V8 before 12 has no compiler between its fast and its thorough one, and the thorough one spends more time on this
 * program than it saves when it copies functions into each other: measured, a third of the time of the whole lint.
 * Next to nothing lives on when young objects are cleared away, so that threads for that cost more than they do.
 */
async function tuneEngine(): Promise<void> {
  if (Number.parseInt(process.versions.v8, 10) >= 12) return;
  const { setFlagsFromString } = await import("node:v8");
  setFlagsFromString("--max-inlined-bytecode-size-cumulative=200");
  setFlagsFromString("--no-parallel-scavenge");
}

/** The index of a unit that is now the caller's. */
export function takeNext(next: Int32Array): number {
  return Atomics.add(next, 0, 1);
}

async function startThreads(
  count: number,
  units: readonly { readonly unit: Unit }[],
  next: Int32Array,
  { sha1Hex: _, engineFaults: __, ...options }: CheckSourcesOptions,
  results: UnitResult[],
): Promise<readonly Thread[]> {
  const { startThread } = await import("./lint-threads.ts");
  const task: WorkerTask = { units: units.map(({ unit }) => unit), next, options };
  return Array.from({ length: count }, () => startThread(task, results));
}
