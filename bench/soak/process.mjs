/** What Linux tells of a process that is watched: memory, sockets, the heap after a collection; and how steep a series is. */
import { readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** Bytes. */
export function residentBytes(pid) {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) * 1024;
}

export function socketsOf(pid) {
  return readdirSync(`/proc/${pid}/fd`).filter((descriptor) => {
    try {
      return readlinkSync(`/proc/${pid}/fd/${descriptor}`).startsWith("socket:");
    } catch {
      return false;
    }
  }).length;
}

/** Bytes, told by heap.cjs. */
export async function heapBytes(pid, file) {
  rmSync(file, { force: true });
  process.kill(pid, "SIGUSR2");
  for (let waited = 0; waited < 200; waited++) {
    await sleep(25);
    try {
      return Number(readFileSync(file, "utf8"));
    } catch {}
  }
  throw new Error("the heap is not told");
}

/** How much the second half of a series rises, by least squares. */
export function growth(values) {
  const half = values.slice(Math.floor(values.length / 2));
  const middle = (half.length - 1) / 2;
  const mean = half.reduce((sum, value) => sum + value, 0) / half.length;
  let above = 0;
  let below = 0;
  for (const [index, value] of half.entries()) {
    above += (index - middle) * (value - mean);
    below += (index - middle) ** 2;
  }
  return below === 0 ? 0 : (above / below) * (half.length - 1);
}
