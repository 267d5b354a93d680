/** The options by which ping, diff, sync and dump reach a gateway, with the variable that stands for each. */
import { type Command, InvalidArgumentError, Option } from "commander";
import type { BackendName } from "../gateway/index.ts";

/** The backends of src/gateway/index.ts, which is loaded only when it is needed; a test holds the two equal. */
export const backendNames = ["apisix", "api7", "standalone", "rollcall"] as const satisfies readonly BackendName[];

/** The variables that stand for the Admin API's key, in the order in which they count. Each wins over the settings of a project. */
export const tokenVariables = ["ROLLCALL_TOKEN", "ROLLCALL_TOKEN_FILE", "ROLLCALL_TOKEN_COMMAND"] as const;

export interface ConnectOptions {
  readonly server: string;
  /** Asked of the server if absent. */
  readonly gateway?: BackendName;
  /** Ids or names; API7 only. */
  readonly gatewayGroup: readonly string[];
  readonly tokenFile?: string;
  readonly tokenCommand?: string;
  readonly caFile?: string;
  readonly clientCertFile?: string;
  readonly clientKeyFile?: string;
  /** Seconds. */
  readonly timeout: number;
  readonly retries: number;
  readonly concurrency: number;
  /** Calls a second. */
  readonly rateLimit?: number;
}

/** @param isOptional whether the command can do without a gateway: it then has one only if it is told */
export function addConnectionOptions(command: Command, isOptional = false): Command {
  const server = new Option("-s, --server <url>", "the gateway's Admin API, or the file of a standalone APISIX");
  const options = [
    (isOptional ? server : server.default("http://127.0.0.1:9180")).env("ROLLCALL_SERVER"),
    new Option("--gateway <name>", "what the gateway is (default: it is asked)")
      .env("ROLLCALL_GATEWAY")
      .choices(backendNames),
    new Option("--gateway-group <name>", "id or name of a gateway group of API7 (repeatable)")
      .env("ROLLCALL_GATEWAY_GROUP")
      .argParser(collect)
      .default([], "the only one"),
    // Which of these and their variables counts is decided in token.ts.
    new Option("--token-file <file>", "the Admin API's key (default: $ROLLCALL_TOKEN)"),
    new Option("--token-command <command>", "a command of the shell that prints the Admin API's key"),
    new Option("--ca-file <file>", "certificate authority of the server (PEM)").env("ROLLCALL_CA_FILE"),
    new Option("--client-cert-file <file>", "certificate to show to the server (PEM)").env("ROLLCALL_CLIENT_CERT_FILE"),
    new Option("--client-key-file <file>", "private key of that certificate (PEM)").env("ROLLCALL_CLIENT_KEY_FILE"),
    new Option("--timeout <seconds>", "give up on a call after this time")
      .env("ROLLCALL_TIMEOUT")
      .argParser(parsePositive)
      .default(30),
    new Option("--retries <number>", "further attempts of a call that got no answer, 429 or 5xx")
      .env("ROLLCALL_RETRIES")
      .argParser(parseRetries)
      .default(3),
    new Option("--concurrency <number>", "calls at a time")
      .env("ROLLCALL_CONCURRENCY")
      .argParser(parseCount)
      .default(8),
    new Option("--rate-limit <number>", "calls a second at most (default: no limit)")
      .env("ROLLCALL_RATE_LIMIT")
      .argParser(parsePositive),
  ];
  return options.reduce((result, option) => result.addOption(option), command);
}

function collect(text: string, previous: readonly string[]): readonly string[] {
  if (text === "") throw new InvalidArgumentError("It must not be empty.");
  return [...previous, text];
}

function parsePositive(text: string): number {
  const number = Number(text);
  if (!(number > 0 && Number.isFinite(number))) throw new InvalidArgumentError("It must be a number above 0.");
  return number;
}

function parseRetries(text: string): number {
  if (!/^\d{1,2}$/.test(text)) throw new InvalidArgumentError("It must be a whole number from 0 to 99.");
  return Number(text);
}

function parseCount(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError("It must be a whole number from 1 to 9999.");
  return Number(text);
}
