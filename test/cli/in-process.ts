/** Runs the command line in this process: for tables of cases that need real files, but no process of their own. */
import { runCommandLine } from "../../src/cli/run.ts";
import { createStyle } from "../../src/report/style.ts";
import type { Result } from "./rollcall.ts";

export async function runInProcess(
  cwd: string,
  argv: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  readStdin: () => Promise<string> = async () => "",
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
    isInteractive: false,
    readStdin,
    outlastOutput: () => {},
  });
  return { code, stdout, stderr };
}
