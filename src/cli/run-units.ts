/** Carries out the units of a lint, with threads beside this one where there is enough to do. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { FileChecker } from "../check/check-file.ts";
import type { CheckSourcesOptions } from "../check/run-options.ts";
import { InputError } from "../source/read.ts";
import { checkUnit, type Unit, type UnitCheck } from "./check-unit.ts";
import { type PackedCheck, unpackCheck } from "./packed-check.ts";

/** What a thread is started with. */
export interface WorkerTask {
  readonly units: readonly Unit[];
  /** Holds the index of the next unit that nobody has begun. */
  readonly next: Int32Array;
  readonly options: Omit<CheckSourcesOptions, "sha1Hex">;
}

/** What a thread tells of each unit. */
export type WorkerAnswer =
  | {
      readonly index: number;
      readonly result: Omit<UnitCheck, "check">;
      readonly check: PackedCheck | "empty" | "unfit";
    }
  /** The message of an InputError. */
  | { readonly problem: string };

export interface UnitResult extends UnitCheck {
  /** Whether resources other than consumers were found that must be read again. */
  readonly lacksOthers: boolean;
}

/** Starting a thread, and warming it up, takes as long as the work on so many bytes. */
const bytesForThread = 1 << 23;

/** @throws InputError if a file cannot be read */
export async function runUnits(
  units: readonly { readonly unit: Unit; readonly size: number }[],
  checker: FileChecker,
  options: CheckSourcesOptions,
): Promise<readonly UnitResult[]> {
  const bytes = units.reduce((sum, { size }) => sum + size, 0);
  const threads = Math.min(availableParallelism(), units.length, Math.floor(bytes / bytesForThread) + 1);
  const results: UnitResult[] = new Array(units.length);
  const next = new Int32Array(new SharedArrayBuffer(4));
  const { sha1Hex: _, ...rest } = options;
  const task: WorkerTask = { units: units.map(({ unit }) => unit), next, options: rest };
  const others = Array.from({ length: threads - 1 }, () => startThread(task, results));
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

/** The index of a unit that is now the caller's. */
export function takeNext(next: Int32Array): number {
  return Atomics.add(next, 0, 1);
}

function startThread(
  task: WorkerTask,
  results: UnitResult[],
): { readonly worker: Worker; readonly ended: Promise<void> } {
  const worker = new Worker(new URL("./lint-worker.js", import.meta.url), { workerData: task });
  const ended = new Promise<void>((resolve, reject) => {
    worker.on("message", (answer: WorkerAnswer) => {
      if ("problem" in answer) reject(new InputError(answer.problem));
      else results[answer.index] = unpack(answer);
    });
    worker.on("error", reject);
    worker.on("exit", () => resolve());
  });
  // A failure is told when all is awaited; until then it must not count as unhandled.
  ended.catch(() => {});
  return { worker, ended };
}

function unpack({ result, check }: Exclude<WorkerAnswer, { problem: string }>): UnitResult {
  if (typeof check === "string") return { ...result, check, lacksOthers: false };
  return { ...result, check: unpackCheck(check), lacksOthers: check.hasOthers };
}
