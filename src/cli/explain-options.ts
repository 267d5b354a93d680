/** The options of `rollcall explain`. */
import { type Command, Option } from "commander";

export function addExplainOptions(command: Command): Command {
  const list = (flags: string, description: string): Option =>
    new Option(flags, description)
      .argParser((value: string, previous: readonly string[]) => [...previous, value])
      .default([], "none");
  const options = [
    new Option("-r, --request <line>", "the request: METHOD PATH or METHOD URL, such as 'GET /orders?page=2'"),
    list("-H, --header <header>", "a header of it, NAME: VALUE (repeatable)"),
    new Option("--curl <command>", "the request as a curl command line, in one argument; - for standard input"),
    new Option("--from <address>", "address of the client").default("127.0.0.1"),
    new Option("--body <file>", "its body; - for standard input"),
    new Option("--at <time>", "decide as if it were this time, such as 2026-12-01T08:00:00Z, or seconds since 1970"),
    list("--ignore-plugin <name>", "leave this plugin out, which the engine does not run (repeatable)"),
    new Option(
      "-k, --key-file <file>",
      "the key of an artifact or a sealed env file (default: $ROLLCALL_KEY, else ./rollcall.key)",
    ),
  ];
  const described = command.description("explain what the gateway does with a request, and why");
  return options.reduce((result, option) => result.addOption(option), described);
}
