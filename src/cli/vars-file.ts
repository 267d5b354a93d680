/** Env files that a command adds to: reads one, and writes it with more variables in it. */
import { realpath } from "node:fs/promises";
import path from "node:path";
import { parseEnv } from "node:util";
import { canonicalJson } from "../model/json.ts";
import { envFileText, readSmallFile } from "./environment.ts";
import { CommandError, type Terminal } from "./terminal.ts";
import { writePrivateFile } from "./write-file.ts";

/** The same text with these variables behind it. @throws CommandError if it would not be read back so */
export function withVariables(file: string, text: string, variables: ReadonlyMap<string, string>): string {
  const lineEnd = text === "" || text.endsWith("\n") ? "" : "\n";
  const added = `${text}${lineEnd}${envFileText(variables)}`;
  const wanted = { ...parseEnv(text), ...Object.fromEntries(variables) };
  if (canonicalJson(parseEnv(added)) !== canonicalJson(wanted)) {
    throw new CommandError(`${file}: no line can be added to this env file. Look for a quote that is not closed.`);
  }
  return added;
}

/** Empty if there is no such file. @throws CommandError if it cannot be read */
export async function readVarsFile(file: string, terminal: Terminal): Promise<string> {
  return (await exists(file, terminal)) ? readSmallFile(file, terminal) : "";
}

/** Mode 0600; a link stays a link. @throws CommandError if it cannot be written, or has changed since it was `before` */
export async function writeVarsFile(file: string, before: string, text: string, terminal: Terminal): Promise<void> {
  if ((await readVarsFile(file, terminal)) !== before) {
    throw new CommandError(`${file}: has changed meanwhile; nothing was written. Run this again.`);
  }
  const target = path.resolve(terminal.cwd, file);
  await writePrivateFile(await realpath(target).catch(() => target), text, terminal);
}

async function exists(file: string, { cwd }: Terminal): Promise<boolean> {
  return realpath(path.resolve(cwd, file)).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== "ENOENT",
  );
}
