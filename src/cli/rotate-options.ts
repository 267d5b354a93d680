/** The options of `rollcall rotate`. */
import { type Command, InvalidArgumentError, Option } from "commander";
import { isDay, parseDays } from "../rotate/days.ts";
import { addConnectionOptions } from "./connection-options.ts";

export function addRotateOptions(command: Command): Command {
  const options = [
    new Option("-i, --input <file>", "the files (repeatable; files, folders, globs)")
      .argParser((value: string, previous: readonly string[]) => [...previous, value])
      .default([], "inputs of the project"),
    new Option("--due", "retire every credential whose last day is over, in all files"),
    new Option("--overlap <time>", "how long both credentials are kept, such as 7d or 2w")
      .argParser(days)
      .default(7, "7d"),
    new Option("--secrets <file>", "put the new secret into this env file (default: the only --vars-file)"),
    new Option("--reveal", "write the new secret in clear into the file itself"),
    new Option("--secret-from <file>", "take the new secret from this file, or from - (default: a random one)"),
    new Option("--public-key <file>", "the next public key (PEM), for jwt-auth with an asymmetric algorithm"),
    new Option("--username <name>", "the next username, for basic-auth (default: the next number behind it)"),
    new Option(
      "--today <date>",
      "take this day for today, such as 2026-12-01 (default: the clock's, in UTC)",
    ).argParser(day),
    new Option("--dry-run", "print what would change as a diff, and write nothing"),
    new Option("--exit-code", "with --dry-run: exit with 1 if something would change"),
    new Option("--files-only", "do not ask the gateway whether it holds the successor before one is retired"),
    new Option("-k, --key-file <file>", "key of a sealed env file (default: $ROLLCALL_KEY, else ./rollcall.key)"),
  ];
  const described = command
    .description(
      "replace a credential without a moment in which none works: write the next one, later retire the old one",
    )
    .argument("[consumer]", "its username")
    .argument("[credential]", "the name of the credential");
  return addConnectionOptions(
    options.reduce((result, option) => result.addOption(option), described),
    true,
  );
}

function days(text: string): number {
  const count = parseDays(text);
  if (count === undefined) throw new InvalidArgumentError("It must be days or weeks, such as 7d or 2w.");
  return count;
}

function day(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError("It must be a day, such as 2026-12-01.");
  return text;
}
