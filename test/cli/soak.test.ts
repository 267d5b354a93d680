/** The soak of `npm run soak`, for a few seconds: good calls pass, bad ones do not, while the artifact is replaced every second. */
import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const script = path.resolve(import.meta.dirname, "../../bench/soak.mjs");

test.skipIf(process.platform !== "linux")("five seconds of the soak", async () => {
  const env = { ...process.env, SOAK_SECONDS: "5" };
  const { stdout } = await promisify(execFile)(process.execPath, [script], { env });
  expect(stdout).toMatch(/^\d+ calls in 5 s \(.*websocket \d+.*\), [3-6] artifacts loaded$/m);
  expect(stdout).not.toContain("FAILED");
});
