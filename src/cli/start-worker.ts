/** Starts a thread of this program. The one-file build has start-worker-one-file.ts in its place. */
import { Worker, type WorkerOptions } from "node:worker_threads";

/** The file in src/cli/ that a thread runs; in dist/ it stands beside the chunk that starts it. */
export type WorkerName = "digest-worker" | "lint-worker" | "serve-worker";

export function startWorker(name: WorkerName, options: WorkerOptions): Worker {
  return new Worker(new URL(`./${name}.js`, import.meta.url), options);
}
