/** How the tests run: every file under test/, in as many worker threads as there are cores (faster here than processes). */
import { defineConfig } from "vitest/config";

/** `.ci/run` names a file here to count the results from. */
const resultsFile = process.env["TEST_RESULTS"];

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/property-seed.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // One second by default, which a busy machine takes to start a process.
    expect: { poll: { timeout: 20_000 } },
    pool: "threads",
    // One fewer than there are cores by default, which on two leaves one idle while a test waits for a process of its own.
    maxWorkers: "100%",
    reporters: resultsFile ? ["default", ["json", { outputFile: resultsFile }]] : ["default"],
  },
});
