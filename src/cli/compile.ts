/** `rollcall compile`: files to an artifact. */
import { count } from "../report/count.ts";
import { type CompileInputOptions, compileInputs } from "./compile-inputs.ts";
import { type KeyOptions, requireKey } from "./key.ts";
import { exitCodes, type Terminal } from "./terminal.ts";
import { writePrivateFile } from "./write-file.ts";

export interface CompileCommandOptions extends CompileInputOptions, KeyOptions {
  readonly out: string;
}

export async function runCompile(
  inputs: readonly string[],
  options: CompileCommandOptions,
  terminal: Terminal,
): Promise<number> {
  const key = await requireKey(options, terminal);
  const compiled = await compileInputs(inputs, options, key, terminal);
  if (!compiled) return exitCodes.findings;
  await writePrivateFile(options.out, compiled.bytes, terminal);
  const { consumers, routes } = compiled.config;
  const credentials = consumers.reduce((sum, consumer) => sum + consumer.credentials.length, 0);
  terminal.out(
    `wrote ${options.out}: ${[count(consumers.length, "consumer"), count(credentials, "credential"), count(routes.length, "route"), count(compiled.bytes.length, "byte")].join(", ")}`,
  );
  return exitCodes.fine;
}
