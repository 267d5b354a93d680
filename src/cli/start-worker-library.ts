/** Starts a thread of the library, whose files are modules; rolldown.config.mjs puts it in the place of start-worker.ts there. */
import { Worker, type WorkerOptions } from "node:worker_threads";
import type { WorkerName } from "./start-worker.ts";

export function startWorker(name: WorkerName, options: WorkerOptions): Worker {
  return new Worker(new URL(`./${name}.mjs`, import.meta.url), options);
}
