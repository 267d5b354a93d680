/** Loaded into each thread of serve: notes which thread gets which request, and ends one that has some as a file asks for. */
const { appendFileSync, readFileSync, renameSync } = require("node:fs");
const { subscribe } = require("node:diagnostics_channel");
const path = require("node:path");
const { isMainThread, threadId } = require("node:worker_threads");

const file = (name) => path.join(process.env.PROBE_FOLDER, name);

const ends = {
  error() {
    throw new TypeError("words-of-the-error-41c7");
  },
  exit() {
    process.exit(3);
  },
  memory() {
    const all = [];
    for (;;) all.push(new Array(100_000).fill(all.length));
  },
};

if (!isMainThread) {
  let active = 0;
  // One request a connection. Those that are plain come to no server of node:http.
  subscribe("net.server.socket", ({ socket }) => {
    socket.once("data", (bytes) => {
      active++;
      appendFileSync(file("served"), `${threadId} ${bytes.toString("latin1").split(" ", 2)[1]}\n`);
      socket.once("close", () => active--);
    });
  });
  setInterval(() => {
    if (active === 0) return;
    try {
      renameSync(file("end"), file("ending"));
    } catch {
      return;
    }
    appendFileSync(file("ended"), `${threadId}`);
    ends[readFileSync(file("ending"), "utf8")]();
  }, 10).unref();
}
