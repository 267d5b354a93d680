/** Loaded into the process that is watched: on SIGUSR2 it collects garbage and writes the bytes of its heap into $SOAK_HEAP_FILE. */
const { renameSync, writeFileSync } = require("node:fs");

process.on("SIGUSR2", () => {
  globalThis.gc();
  const file = process.env.SOAK_HEAP_FILE;
  writeFileSync(`${file}.new`, String(process.memoryUsage().heapUsed));
  renameSync(`${file}.new`, file);
});
