/** Steers and watches the threads of serve by the files of thread.cjs. */
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

function write(folder, name, text) {
  writeFileSync(join(folder, `${name}.new`), text);
  renameSync(join(folder, `${name}.new`), join(folder, name));
}

function read(folder, name) {
  try {
    return readFileSync(join(folder, name), "utf8");
  } catch {
    return "";
  }
}

/** Asks some worker to end; resolves when one has taken that up. */
export async function endWorker(folder, how) {
  write(folder, "die", how);
  while (existsSync(join(folder, "die"))) await sleep(20);
}

/** Of each worker that has ended: when, and the ports of the clients that were connected to it. */
export function deathsIn(folder) {
  const files = readdirSync(folder).filter((name) => /^death-[\d-]+$/.test(name));
  return files.map((name) => JSON.parse(read(folder, name)));
}

let asked = 0;

/** Bytes after a collection, of the controlling thread and the worker that is spared; undefined: the process has ended. */
export async function heapBytes(folder, pid) {
  const number = String(++asked);
  write(folder, "ask", number);
  const told = (thread) => {
    const [answered, bytes] = read(folder, `heap-${pid}-${thread}`).split(" ");
    return answered === number ? Number(bytes) : undefined;
  };
  for (let waited = 0; waited < 400; waited++) {
    await sleep(25);
    const [main, worker] = [told("main"), told(read(folder, `spared-${pid}`))];
    if (main !== undefined && worker !== undefined) return main + worker;
    if (!existsSync(`/proc/${pid}`)) return undefined;
  }
  throw new Error("the heap is not told");
}
