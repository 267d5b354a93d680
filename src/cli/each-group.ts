/** Runs diff and sync for one gateway group after the other. */
import type { Gateway } from "../gateway/contract.ts";
import type { Config } from "../model/config.ts";
import { withGroup } from "./connect.ts";
import type { ConnectOptions } from "./connection-options.ts";
import { exitCodes, type Terminal } from "./terminal.ts";

export interface EachGroupOptions extends ConnectOptions {
  /** Leave the other groups alone after one that did not end with 0. */
  readonly stopsAtFailure: boolean;
}

/**
 * One plan and one report a group. Consumers and credentials are the same in all groups (gateway reference, section
 * 1.2), so that only the first run looks at them. `use` is told the group where there are several.
 * @returns the highest of the exit codes
 */
export async function withEachGroup(
  config: Config,
  options: EachGroupOptions,
  terminal: Terminal,
  use: (gateway: Gateway, config: Config, group?: string) => Promise<number>,
): Promise<number> {
  const groups = [...new Set(options.gatewayGroup)];
  if (groups.length < 2) return withGroup(options, groups[0], terminal, (gateway) => use(gateway, config));
  let highest: number = exitCodes.fine;
  for (const [position, group] of groups.entries()) {
    if (highest !== exitCodes.fine && options.stopsAtFailure) {
      terminal.note(`gateway group ${group}: not tried`);
      continue;
    }
    terminal.note(`gateway group ${group}:`);
    const part = position === 0 ? config : withoutConsumers(config);
    const code = await withGroup(options, group, terminal, (gateway) => use(gateway, part, group));
    highest = Math.max(highest, code);
  }
  return highest;
}

function withoutConsumers(config: Config): Config {
  const declared = new Set(config.declared);
  declared.delete("consumers");
  declared.delete("credentials");
  return { ...config, consumers: [], declared };
}
