/** Runs one command line and turns its outcome into an exit code. */
import { CommanderError } from "commander";
import { createProgram } from "./program.ts";
import { CommandError, exitCodes, type Terminal } from "./terminal.ts";

/** @param argv as `process.argv` */
export async function runCommandLine(argv: readonly string[], terminal: Terminal): Promise<number> {
  let exitCode: number = exitCodes.fine;
  const program = createProgram(terminal, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...argv]);
    return exitCode;
  } catch (error) {
    return describeFailure(error, terminal);
  }
}

function describeFailure(error: unknown, terminal: Terminal): number {
  // commander has printed its own message already; help and version end with 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.failure;
  const isExpected = error instanceof Error && expectedErrors.has(error.name);
  const message = isExpected ? error.message : describeBug(error);
  terminal.note(`${terminal.noteStyle.red("error:")} ${message}`);
  return exitCodes.failure;
}

/** Errors whose message is written for the user. Told by name, so that the stages that throw them need not be loaded. */
const expectedErrors: ReadonlySet<string> = new Set([
  CommandError.name,
  "InputError",
  "GatewayError",
  "ArtifactError",
  "StateError",
]);

/** Not even a bug shows a stack trace unless asked for: it may hold values. */
function describeBug(error: unknown): string {
  const name = error instanceof Error ? error.name : typeof error;
  const code = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
  const trace = process.env["ROLLCALL_DEBUG"] && error instanceof Error ? `\n${error.stack}` : "";
  return `unexpected ${name}${code}; this is a bug in rollcall. Set ROLLCALL_DEBUG=1 for the trace and report it.${trace}`;
}
