/** The soak of `npm run soak`, for a few seconds: good calls pass, bad ones do not, while artifacts are replaced and workers end. */
import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const script = path.resolve(import.meta.dirname, "../../bench/soak.mjs");

test.skipIf(process.platform !== "linux")("ten seconds of the soak", async () => {
  const env = { ...process.env, SOAK_SECONDS: "10" };
  const { stdout } = await promisify(execFile)(process.execPath, [script], { env });
  expect(stdout).toMatch(
    /^\d+ calls in 10 s \(.*websocket \d+.*\), \d+ of \d+ artifacts loaded, [3-5] workers ended, /m,
  );
  expect(stdout).not.toContain("FAILED");
});
