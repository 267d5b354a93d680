/** `rollcall rotate`: writes the next credential beside the current one, keeps both for a time, and then retires the old one. */
import { runBegin } from "./rotate-begin.ts";
import type { RotateOptions } from "./rotate-inputs.ts";
import { runRetire } from "./rotate-retire.ts";
import { CommandError, type Terminal } from "./terminal.ts";

export async function runRotate(names: readonly string[], options: RotateOptions, terminal: Terminal): Promise<number> {
  if (options.due) {
    if (names.length > 0) throw new CommandError("--due looks at every credential: name none, or leave it out.");
    return runRetire(options, terminal);
  }
  const [username, credential] = names;
  if (username === undefined || credential === undefined) {
    throw new CommandError("name a consumer and one of its credentials, or retire all that are due with --due.");
  }
  return runBegin({ username, credential }, options, terminal);
}
