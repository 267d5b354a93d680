/** The options of `rollcall test`. */
import { type Command, InvalidArgumentError, Option } from "commander";

export function addTestOptions(command: Command): Command {
  const options = [
    new Option("-i, --input <file>", "the configuration of tests that name none (repeatable; files, folders, globs)")
      .argParser((value: string, previous: readonly string[]) => [...previous, value])
      .default([], "inputs of the project, else the folder of the test file"),
    new Option("--filter <text>", "run only the cases with this text in their names"),
    new Option("--coverage", "tell which routes, consumers, credentials and plugins no case exercises"),
    new Option("--min-coverage <percent>", "exit with 1 if less is exercised").argParser(percent),
    new Option("--ignore-plugin <name>", "leave this plugin out, which the engine does not run (repeatable)")
      .argParser((value: string, previous: readonly string[]) => [...previous, value])
      .default([], "none"),
    new Option("-k, --key-file <file>", "key of a sealed env file (default: $ROLLCALL_KEY, else ./rollcall.key)"),
  ];
  const described = command
    .description("run policy tests: requests, and what the gateway must do with each")
    .argument("[paths...]", "files, folders (searched for *.test.yaml, .yml and .json) or globs", ["."]);
  return options.reduce((result, option) => result.addOption(option), described);
}

function percent(text: string): number {
  if (!/^\d{1,3}$/.test(text) || Number(text) > 100)
    throw new InvalidArgumentError("It must be a number from 0 to 100.");
  return Number(text);
}
