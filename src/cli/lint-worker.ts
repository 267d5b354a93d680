/** The thread of a lint: takes units as long as there are any and tells what it found in each. */
import { parentPort, workerData } from "node:worker_threads";
import { createFileChecker } from "../check/check-file.ts";
import { runOptionsOf } from "../check/run-options.ts";
import { sha1Hex } from "../crypto/sha1-hex.ts";
import { InputError } from "../source/read.ts";
import { checkUnit } from "./check-unit.ts";
import type { WorkerAnswer, WorkerTask } from "./lint-threads.ts";
import { packCheck } from "./packed-check.ts";
import { takeNext } from "./run-units.ts";

void run(workerData as WorkerTask);

async function run({ units, next, options: given }: WorkerTask): Promise<void> {
  const isForProxy = given.targets?.includes("rollcall");
  const options = { ...given, sha1Hex, ...(isForProxy && (await import("./engine-options.ts")).engineOptions) };
  const checker = createFileChecker(runOptionsOf(options), { keepsConsumers: false });
  for (let index = takeNext(next); index < units.length; index = takeNext(next)) {
    const unit = units[index];
    if (unit)
      answer(await checkUnit(unit, checker, options).then((result) => describe(index, result), describeProblem));
  }
  answer("done");
}

function describe(index: number, { check, ...result }: Awaited<ReturnType<typeof checkUnit>>): WorkerAnswer {
  return { index, result, check: typeof check === "string" ? check : packCheck(check) };
}

function describeProblem(error: unknown): WorkerAnswer {
  if (error instanceof InputError) return { problem: error.message };
  throw error;
}

function answer(message: WorkerAnswer): void {
  parentPort?.postMessage(message);
}
