/** Runs the command line in this process: for tables of cases that need real files, but no process of their own. */
import { runCommandLine } from "../../src/cli/run.ts";
import { createStyle } from "../../src/report/style.ts";
import { fixture, key, type Result, token, type Workspace } from "./rollcall.ts";

/** What `workspace.run` does, without a process: a table of many runs takes a fifth of the time. */
export function runHere(
  workspace: Workspace,
  argv: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Result> {
  // What options fall back to is read from the process.
  process.env["ROLLCALL_PROGRESS"] = "none";
  const own = { ROLLCALL_KEY: key, ROLLCALL_TOKEN: token, ...fixture.env };
  return runInProcess(workspace.folder, argv, { ...own, ...environment });
}

export async function runInProcess(
  cwd: string,
  argv: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  readStdin: () => Promise<string> = async () => "",
  isInteractive = false,
): Promise<Result> {
  let stdout = "";
  let stderr = "";
  const endLine = (text: string): string => (text === "" || text.endsWith("\n") ? text : `${text}\n`);
  const code = await runCommandLine(["node", "rollcall", ...argv], {
    cwd,
    environment,
    out: (text) => (stdout += endLine(text)),
    note: (text) => (stderr += endLine(text)),
    progress: () => {},
    outStyle: createStyle(false),
    noteStyle: createStyle(false),
    isInteractive,
    readStdin,
    outlastOutput: () => {},
  });
  return { code, stdout, stderr };
}
