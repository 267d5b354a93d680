/** What Linux tells of a process that is watched: its children, memory and sockets; and how steep a series is. */
import { readdirSync, readFileSync, readlinkSync } from "node:fs";

export function childrenOf(pid) {
  const text = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
  return text === "" ? [] : text.split(" ").map(Number);
}

/** Bytes. */
export function residentBytes(pid) {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) * 1024;
}

const listens = "0A";

/** Connections of TCP; a socket that is listened on is none. */
export function connectionsOf(pid) {
  const open = new Set();
  for (const table of ["tcp", "tcp6"]) {
    for (const line of readFileSync(`/proc/${pid}/net/${table}`, "utf8").split("\n").slice(1)) {
      const fields = line.trim().split(/\s+/);
      if (fields.length > 9 && fields[3] !== listens) open.add(`socket:[${fields[9]}]`);
    }
  }
  return readdirSync(`/proc/${pid}/fd`).filter((descriptor) => {
    try {
      return open.has(readlinkSync(`/proc/${pid}/fd/${descriptor}`));
    } catch {
      return false;
    }
  }).length;
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
