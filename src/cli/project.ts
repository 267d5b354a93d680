/** Joins what the command line says with the settings of the project, if there are any. */
import path from "node:path";
import type { Command } from "commander";
import { findProjectFile } from "./find-project.ts";
import type { Terminal } from "./terminal.ts";

/** What a command is run with. */
export interface Invocation {
  readonly inputs: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}

/** @throws CommandError if the project's settings cannot be read or are not right */
export async function joinProject(command: Command, invocation: Invocation, terminal: Terminal): Promise<Invocation> {
  const isForProjects = command.options.some(({ long }) => long === "--config");
  const { config } = invocation.options;
  if (!isForProjects || config === false) return invocation;
  const file = typeof config === "string" ? path.resolve(terminal.cwd, config) : findProjectFile(terminal.cwd);
  if (file === undefined) return invocation;
  return (await import("./project-options.ts")).withProjectOptions(file, command, invocation, terminal);
}
