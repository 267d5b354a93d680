/** The text of env files, and small files as text. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { parseEnv } from "node:util";
import { fileProblem } from "../source/file-problem.ts";
import { CommandError, type Terminal } from "./terminal.ts";

/** @throws CommandError saying which file and why */
export async function readSmallFile(file: string, { cwd }: Pick<Terminal, "cwd">): Promise<string> {
  return readFile(path.resolve(cwd, file), "utf8").catch((error: unknown) => {
    throw new CommandError(`${file}: cannot be read: ${fileProblem(error)}.`);
  });
}

const quotes = ["'", "`", '"'] as const;

/**
 * An env file that `parseEnv` of Node reads back unchanged.
 * @throws CommandError for a value that the format cannot hold
 */
export function envFileText(variables: ReadonlyMap<string, string>): string {
  return [...variables].map(([name, value]) => `${formatEnvLine(name, value)}\n`).join("");
}

function formatEnvLine(name: string, value: string): string {
  const line = quotes.map((quote) => `${name}=${quote}${value}${quote}`).find((text) => parseEnv(text)[name] === value);
  if (line === undefined) {
    throw new CommandError(
      `the value for ${name} cannot be written to an env file, which no quotes fit; use --reveal instead.`,
    );
  }
  return line;
}
