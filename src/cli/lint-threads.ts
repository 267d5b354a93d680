/** The threads beside the main one that carry out units of a lint. */
import { SHARE_ENV, type Worker } from "node:worker_threads";
import type { CheckSourcesOptions } from "../check/run-options.ts";
import { InputError } from "../source/read.ts";
import type { Unit, UnitCheck } from "./check-unit.ts";
import { type PackedCheck, unpackCheck } from "./packed-check.ts";
import type { UnitResult } from "./run-units.ts";
import { startWorker } from "./start-worker.ts";

/** What a thread is started with. */
export interface WorkerTask {
  readonly units: readonly Unit[];
  /** Holds the index of the next unit that nobody has begun. */
  readonly next: Int32Array;
  /** Without what a thread cannot be given. */
  readonly options: Omit<CheckSourcesOptions, "sha1Hex" | "engineFaults">;
}

/** What a thread tells of each unit. */
export type WorkerAnswer =
  | {
      readonly index: number;
      readonly result: Omit<UnitCheck, "check">;
      readonly check: PackedCheck | "empty" | "unfit";
    }
  /** The message of an InputError. */
  | { readonly problem: string }
  /** There is nothing left to do. */
  | "done";

export interface Thread {
  readonly worker: Worker;
  readonly ended: Promise<void>;
}

/** Puts what it finds into `results`. */
export function startThread(task: WorkerTask, results: UnitResult[]): Thread {
  const worker = startWorker("lint-worker", { workerData: task, env: SHARE_ENV });
  const ended = new Promise<void>((resolve, reject) => {
    worker.on("message", (answer: WorkerAnswer) => {
      // Not to wait for the thread's end saves the time that it takes to clear its memory.
      if (answer === "done") resolve();
      else if ("problem" in answer) reject(new InputError(answer.problem));
      else results[answer.index] = unpack(answer);
    });
    worker.on("error", reject);
    worker.on("exit", () => resolve());
  });
  // A failure is told when all is awaited; until then it must not count as unhandled.
  ended.catch(() => {});
  return { worker, ended };
}

function unpack({ result, check }: Exclude<WorkerAnswer, { problem: string } | "done">): UnitResult {
  if (typeof check === "string") return { ...result, check, lacksOthers: false };
  return { ...result, check: unpackCheck(check), lacksOthers: check.hasOthers };
}
