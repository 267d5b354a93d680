/** How the tests run: every file under test/, each in a worker thread of its own (faster here than processes). */
import { defineConfig } from "vitest/config";

/** `.ci/run` names a file here to count the results from. */
const resultsFile = process.env["TEST_RESULTS"];

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/property-seed.ts"],
    testTimeout: 20_000,
    hookTimeout: 20_000,
    pool: "threads",
    reporters: resultsFile ? ["default", ["json", { outputFile: resultsFile }]] : ["default"],
  },
});
