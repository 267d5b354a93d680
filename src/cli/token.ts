/** The Admin API's key, from wherever it is kept; never from an option itself: a process list would show it. */
import { spawn } from "node:child_process";
import { tokenVariables } from "./connection-options.ts";
import { readSecretFile } from "./key.ts";
import { CommandError, type Terminal } from "./terminal.ts";

export interface TokenOptions {
  readonly tokenFile?: string;
  readonly tokenCommand?: string;
}

/** More is no key. */
const maxOutput = 64 * 1024;

/**
 * The options count before the variables.
 * @throws CommandError if there is no key, or where it is kept cannot be read
 */
export async function requireToken(options: TokenOptions, terminal: Terminal): Promise<string> {
  const { tokenFile, tokenCommand } = options;
  if (tokenFile && tokenCommand) {
    throw new CommandError("--token-file and --token-command both name the Admin API's key: give one.");
  }
  if (tokenFile) return readSecretFile(tokenFile, terminal);
  if (tokenCommand) return outputOf(tokenCommand, terminal);
  const [token, file, command] = tokenVariables.map((name) => terminal.environment[name]);
  if (token) return token;
  if (file) return readSecretFile(file, terminal);
  if (command) return outputOf(command, terminal);
  throw new CommandError(
    "no key for the Admin API. Set ROLLCALL_TOKEN, or name a file that holds it with --token-file.",
  );
}

/** What the command asks or complains about goes to the terminal; neither its output nor its text is ever told. */
async function outputOf(command: string, { cwd, environment }: Terminal): Promise<string> {
  const child = spawn(command, { cwd, env: environment, shell: true, stdio: ["inherit", "pipe", "inherit"] });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    output += chunk;
    if (output.length > maxOutput) child.kill();
  });
  const ending = await new Promise<string>((resolve) => {
    child.on("error", (error) => resolve(`cannot be started (${"code" in error ? String(error.code) : error.name})`));
    child.on("close", (code, signal) => resolve(code === 0 ? "" : `ended with ${code ?? signal}`));
  });
  if (output.length > maxOutput) throw new CommandError("the command for the Admin API's key prints too much.");
  if (ending !== "") throw new CommandError(`the command for the Admin API's key ${ending}.`);
  const token = output.trim();
  if (token === "") throw new CommandError("the command for the Admin API's key prints nothing.");
  return token;
}
