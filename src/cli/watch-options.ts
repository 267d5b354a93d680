/** The options of what serve tells while it runs; what they start is loaded only when serve runs. */
import { type Command, InvalidArgumentError, Option } from "commander";
import type { AccessLogFormat } from "../watch/access-log.ts";

const accessLogFormats: readonly AccessLogFormat[] = ["json", "common"];

const mostConsumers = 10_000;

export function addWatchOptions(command: Command): Command {
  return command
    .option("--access-log <file>", "append one line a request to this file, or print it (-)")
    .addOption(
      new Option("--access-log-format <format>", "how the lines are written").choices(accessLogFormats).default("json"),
    )
    .option("--status-listen <host:port>", "offer health, metrics and a status page on this address")
    .option("--status-token-file <file>", "the token that their readers must know (default: $ROLLCALL_STATUS_TOKEN)")
    .option(
      "--metrics-consumers <number>",
      "count so many consumers by name, and the rest as other",
      parseConsumers,
      0,
    );
}

function parseConsumers(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= mostConsumers) return Number(text);
  throw new InvalidArgumentError(`It must be a number from 0 to ${mostConsumers}.`);
}
