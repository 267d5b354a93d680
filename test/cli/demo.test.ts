/** The demo that the README promises: it runs through, ends by itself, and shows no secret. */
import { spawn } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";
import { fixture } from "./rollcall.ts";

const demo = path.resolve(import.meta.dirname, "../../fixtures/demo/demo.mjs");

test("npm run demo", { timeout: 60_000 }, async () => {
  const child = spawn(process.execPath, [demo], {
    env: { PATH: process.env["PATH"] },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const code = await new Promise((resolve) => child.on("close", resolve));
  expect({ code, end: output.trimEnd().split("\n").at(-1) }).toMatchObject({
    code: 0,
    end: expect.stringMatching(/^All of it held/),
  });
  const secrets = [...fixture.secrets, ...Object.values(fixture.env)];
  expect(secrets.filter((secret) => output.includes(secret))).toEqual([]);
});
