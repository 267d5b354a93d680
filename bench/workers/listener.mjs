/** Two threads that listen: on descriptors 4 and 5, or where those are not open, on the port with SO_REUSEPORT. */
import { fstatSync } from "node:fs";
import { createServer } from "node:http";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";

if (isMainThread) {
  const workers = [4, 5].map(
    (fd) => new Worker(new URL(import.meta.url), { workerData: isOpen(fd) ? { fd } : reuse() }),
  );
  let listening = 0;
  for (const worker of workers) worker.on("message", () => ++listening === 2 && process.send("listening"));
  let ended = 0;
  for (const worker of workers) worker.on("exit", () => ++ended === 2 && process.disconnect());
  process.on("message", () => {
    for (const worker of workers) worker.postMessage("close");
  });
} else {
  const server = createServer((_, response) => response.end("ok"));
  server.listen(workerData, () => parentPort.postMessage("listening"));
  parentPort.on("message", () => server.close(() => parentPort.close()));
}

function reuse() {
  return { host: "127.0.0.1", port: Number(process.argv[2]), reusePort: true };
}

function isOpen(fd) {
  try {
    return fstatSync(fd).isSocket();
  } catch {
    return false;
  }
}
