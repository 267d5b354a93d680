/** What lint tells somebody at a terminal of the findings that --fix would mend. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runInProcess } from "./in-process.ts";

const repeated = (value: string): string => `consumers:
  - username: acme
    labels: { team: a, team: ${value} }
`;
const inline = `${repeated("a")}    plugins:
      key-auth: { key: $env://ACME_KEY }
      basic-auth: { username: acme, password: $env://ACME_PASSWORD }
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "rollcall-mendable-"));
  await writeFile(path.join(folder, "inline.yaml"), inline);
  // Which of two values is meant is not the fix's to decide.
  await writeFile(path.join(folder, "unclear.yaml"), repeated("b"));
});
afterAll(() => rm(folder, { recursive: true }));

const told = "3 of these can be mended by --fix; --fix --dry-run shows how\n";

test.each([
  ["lint inline.yaml unclear.yaml", true, told],
  ["lint inline.yaml --quiet", true, told.replace("3", "1")],
  ["lint unclear.yaml", true, ""],
  ["lint inline.yaml", false, ""],
])("%s, at a terminal: %s", async (command, isInteractive, expected) => {
  const { stderr } = await runInProcess(folder, command.split(" "), {}, undefined, isInteractive);
  expect(stderr).toBe(expected);
});
