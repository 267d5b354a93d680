/** The entry of the one-file build: the command line, or what a thread that it has started is for. */
import { isMainThread } from "node:worker_threads";
import type { WorkerName } from "./start-worker.ts";

const workers: Readonly<Record<WorkerName, () => Promise<unknown>>> = {
  "digest-worker": () => import("./digest-worker.ts"),
  "lint-worker": () => import("./lint-worker.ts"),
  "serve-worker": () => import("./serve-worker.ts"),
};

// The second argument is the name that start-worker-one-file.ts has given.
void (isMainThread ? import("./main.ts") : workers[process.argv[2] as WorkerName]());
