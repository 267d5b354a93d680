/** The options of serve and publish for where an artifact comes from or goes to. */
import { type Command, InvalidArgumentError } from "commander";

export interface RemoteOptions {
  readonly sourceTokenFile?: string;
  readonly sourceCaFile?: string;
}

export interface FollowOptions extends RemoteOptions {
  readonly watch?: boolean;
  /** Seconds. */
  readonly poll: number;
  readonly keep?: string;
}

export const sourceTokenVariable = "ROLLCALL_SOURCE_TOKEN";

export function addFollowOptions(command: Command): Command {
  return addRemoteOptions(
    command
      .option("--watch", "load files again when they change; a URL is always followed")
      .option("--poll <seconds>", "how often a URL is asked for something new, a fifth more or less", parseSeconds, 10)
      .option("--keep <file>", "keep the last good artifact of a URL here (mode 0600), to start with when it is away"),
  );
}

export function addRemoteOptions(command: Command): Command {
  return command
    .option(
      "--source-token-file <file>",
      `bearer token for http(s), or password for Redis (default: $${sourceTokenVariable})`,
    )
    .option("--source-ca-file <file>", "trust this certificate authority (PEM) too, for https:// and rediss://");
}

function parseSeconds(text: string): number {
  const seconds = Number(text);
  if (!/^\d{1,5}(?:\.\d+)?$/.test(text) || seconds < 0.1) {
    throw new InvalidArgumentError("It must be a number of seconds from 0.1.");
  }
  return seconds;
}

/** Whether an input of serve is fetched and not read. */
export function isRemote(input: string): boolean {
  return /^(?:https?|rediss?):\/\//i.test(input);
}
