/** The examples of docs/diff.md print what they say. */

import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { key, openWorkspace, type Server, token, type Workspace } from "../cli/rollcall.ts";
import { codeBlocks, examplesOf, patternOf, readDoc, repository } from "./markdown.ts";

const execute = promisify(execFile);
let workspace: Workspace;
let gateway: Server;

beforeAll(async () => {
  workspace = await openWorkspace();
  gateway = await workspace.serve(["--admin", "127.0.0.1:0", "--state", "state.json"], { ROLLCALL_ADMIN_KEY: token });
  const api = codeBlocks(readDoc("README.md"), "yaml")[0] ?? "";
  const script = `#!/bin/sh\nexec "${process.execPath}" "${path.join(repository, "dist/cli.js")}" "$@" 2> /dev/null\n`;
  await writeFile(path.join(workspace.folder, "api.yaml"), api);
  await writeFile(path.join(workspace.folder, "rollcall"), script, { mode: 0o755 });
});
afterAll(() => workspace.close());

/** A longer fence holds one of Markdown. */
const document = readDoc("docs/diff.md").replaceAll(
  /^````console\n([\s\S]*?)^````$/gm,
  (_, block: string) => `\`\`\`console\n${block.replaceAll("```", "'''")}\`\`\``,
);

describe("examples", () => {
  test.each(examplesOf(document))("%s", async (command, expected) => {
    const { stdout } = await execute("sh", ["-c", command], {
      cwd: workspace.folder,
      env: {
        PATH: `${workspace.folder}:${process.env["PATH"]}`,
        ACME_KEY: "0f1e2d3c4b5a69788796a5b4c3d2e1f0",
        ROLLCALL_KEY: key,
        ROLLCALL_TOKEN: token,
        ROLLCALL_SERVER: gateway.admin,
      },
    }).catch((failed: { readonly stdout: string; readonly code: number }) => failed);
    expect(stdout.replaceAll("```", "'''")).toMatch(patternOf(expected));
  });
});
