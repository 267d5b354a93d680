/** What commander knows of our commands, as shells need it. */
import type { Argument, Command, Option } from "commander";
import { suggestionsOf } from "../suggestions.ts";
import type { CompletedCommand, CompletedOption, CompletedValue } from "./contract.ts";

const ofPaths = /file|folder|path|input|artifact/i;

export function completedCommands(program: Command): readonly CompletedCommand[] {
  const choices = program.commands.map((command) => command.name());
  const help: CompletedCommand = {
    name: "help",
    description: "print help for a command",
    options: [],
    argument: { name: "command", choices, isPath: false },
  };
  return [...program.commands.map(completedCommand), help];
}

function completedCommand(command: Command): CompletedCommand {
  return {
    name: command.name(),
    description: command.description(),
    options: command.createHelp().visibleOptions(command).map(completedOption),
    argument: command.registeredArguments
      .map(argumentValue)
      .find(({ choices, isPath }) => isPath || choices.length > 0),
  };
}

function argumentValue(argument: Argument): CompletedValue {
  return { name: argument.name(), choices: argument.argChoices ?? [], isPath: ofPaths.test(argument.name()) };
}

function completedOption(option: Option): CompletedOption {
  const name = /<([^>]+)>/.exec(option.flags)?.[1];
  return {
    flags: [option.short, option.long].filter((flag) => flag != null),
    description: option.description,
    isRepeatable: option.description.includes("repeatable"),
    value: name === undefined ? undefined : { name, choices: suggestionsOf(option), isPath: ofPaths.test(name) },
  };
}
