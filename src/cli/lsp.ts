/** `rollcall lsp`: serves editors over standard input and output until they end it. */
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { serveLanguage } from "../lsp/server.ts";
import { version } from "../version.ts";
import { createProjectFiles, type LspOptions } from "./lsp-files.ts";
import type { Terminal } from "./terminal.ts";

/** Never resolves: the protocol's `exit`, or the end of the input, ends the process with the exit code that LSP 3.17 asks for. */
export function runLsp(_: readonly string[], options: LspOptions, terminal: Terminal): Promise<number> {
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  serveLanguage(connection, { version, createFiles: (log) => createProjectFiles(options, terminal, log) });
  connection.listen();
  return new Promise(() => {});
}
