/** Runs one command line and turns its outcome into an exit code. */
import { type Command, CommanderError } from "commander";
import { failureMessage } from "./failure.ts";
import { createProgram } from "./program.ts";
import { exitCodes, type Terminal } from "./terminal.ts";

/** @param argv as `process.argv` */
export async function runCommandLine(argv: readonly string[], terminal: Terminal): Promise<number> {
  let exitCode: number = exitCodes.fine;
  const setExitCode = (code: number): void => {
    exitCode = code;
  };
  const program = createProgram(terminal, setExitCode, argv[2]);
  try {
    const [, , first, second = "help"] = argv;
    // commander would print all help, without a word why.
    if (first === "help" && !isCommand(program, second)) {
      program.error(`error: unknown command '${second}'`);
    }
    await program.parseAsync([...argv]);
    return exitCode;
  } catch (error) {
    return describeFailure(error, terminal);
  }
}

function isCommand(program: Command, word: string): boolean {
  return word === "help" || word.startsWith("-") || program.commands.some((command) => command.name() === word);
}

function describeFailure(error: unknown, terminal: Terminal): number {
  // commander has printed its own message already; help and version end with 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.failure;
  terminal.note(`${terminal.noteStyle.red("error:")} ${failureMessage(error)}`);
  return exitCodes.failure;
}
