/**
 * Loaded into each thread of serve, which is watched from outside by files of $SOAK_FOLDER: it tells its heap after a
 * collection, and a worker ends, as by a bug of its own, when `die` asks for it. Before that it tells which connections it has.
 */
const { subscribe } = require("node:diagnostics_channel");
const { readFileSync, renameSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { isMainThread, threadId } = require("node:worker_threads");

const lookEvery = 50;
const folder = process.env.SOAK_FOLDER;
const own = `${process.pid}-${isMainThread ? "main" : threadId}`;

const ends = {
  error() {
    throw new TypeError("the soak ends this worker");
  },
  exit() {
    process.exit(3);
  },
};

function read(name) {
  try {
    return readFileSync(join(folder, name), "utf8");
  } catch {
    return "";
  }
}

/** Whole or not at all. */
function write(name, text) {
  writeFileSync(join(folder, `${own}.new`), text);
  renameSync(join(folder, `${own}.new`), join(folder, name));
}

let told = "";
function tellHeap() {
  const asked = read("ask");
  if (asked === told) return;
  told = asked;
  globalThis.gc();
  write(`heap-${own}`, `${asked} ${process.memoryUsage().heapUsed}`);
}

/** One worker of each process lives as long as it: what it loses in its memory is seen. */
function isSpared() {
  try {
    writeFileSync(join(folder, `spared-${process.pid}`), String(threadId), { flag: "wx" });
    return true;
  } catch {
    return false;
  }
}

const ports = new Set();
function dieIfAsked() {
  try {
    renameSync(join(folder, "die"), join(folder, `dying-${own}`));
  } catch {
    return;
  }
  write(`death-${own}`, JSON.stringify({ at: Date.now(), ports: [...ports] }));
  ends[read(`dying-${own}`)]();
}

setInterval(tellHeap, lookEvery).unref();
if (!isMainThread && !isSpared()) {
  subscribe("net.server.socket", ({ socket }) => {
    const { remotePort } = socket;
    ports.add(remotePort);
    socket.once("close", () => ports.delete(remotePort));
  });
  setInterval(dieIfAsked, lookEvery).unref();
}
