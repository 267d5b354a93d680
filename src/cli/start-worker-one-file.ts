/** Starts a thread where there is one file only: it runs that file again, which learns from its arguments what to be. */
import { getAsset, isSea } from "node:sea";
import { Worker, type WorkerOptions } from "node:worker_threads";
import type { WorkerName } from "./start-worker.ts";

/** The name that `npm run sea` gives to the one file inside the executable. */
const asset = "rollcall.cjs";

export function startWorker(name: WorkerName, options: WorkerOptions): Worker {
  // An executable holds its program as a text, not as a file that a thread could load.
  if (isSea()) return new Worker(getAsset(asset, "utf8"), { ...options, argv: [name], eval: true });
  return new Worker(__filename, { ...options, argv: [name] });
}
