/** `rollcall completion`: prints what a shell needs to complete our command lines; it is made of the commands themselves. */
import type { Command } from "commander";
import { completedCommands } from "./completion/commands.ts";
import { type Shell, shells } from "./completion/index.ts";
import type { Run } from "./program.ts";
import { exitCodes } from "./terminal.ts";

/** @param wholeProgram with all commands: the one that runs may know only itself */
export function completionOf(wholeProgram: () => Command): Run<Readonly<Record<string, never>>> {
  return async (inputs, _, terminal) => {
    // commander has checked it.
    const [shell] = inputs as readonly [Shell];
    terminal.out(shells[shell](completedCommands(wholeProgram())));
    return exitCodes.fine;
  };
}
