/**
 * Loaded into each thread of serve: ends a worker that finds the file `end`, and lets one hang that finds the file `hang` when
 * it starts. While that file is there, half a minute is half a second.
 */
const { existsSync, renameSync } = require("node:fs");
const path = require("node:path");
const { isMainThread } = require("node:worker_threads");

const file = (name) => path.join(process.env.PROBE_FOLDER, name);

/** Of several that look, one finds it. */
function finds(name) {
  try {
    renameSync(file(name), file(`${name}.found`));
    return true;
  } catch {
    return false;
  }
}

if (isMainThread) {
  const { setTimeout: start } = globalThis;
  globalThis.setTimeout = (call, ms, ...rest) =>
    start(call, ms === 30_000 && existsSync(file("hang")) ? 500 : ms, ...rest);
} else {
  if (finds("hang")) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  setInterval(() => {
    if (finds("end")) process.exit(3);
  }, 10).unref();
}
