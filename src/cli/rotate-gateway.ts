/** Asks the gateway whether it holds the successor of a credential that is to go. */

import { lookupField } from "../model/auth.ts";
import { type Kind, kindNouns, type Live } from "../model/config.ts";
import { isMap } from "../model/json.ts";
import { isConcealed } from "../plan/concealed.ts";
import { nameOf } from "../plan/match.ts";
import type { Refusal, Retirement } from "../rotate/contract.ts";
import { withGroup } from "./connect.ts";
import type { ConnectOptions } from "./connection-options.ts";
import type { Terminal } from "./terminal.ts";

/** Every gateway group is read, if some are named. @throws GatewayError, CommandError without an Admin API key */
export async function readHeld(options: ConnectOptions, terminal: Terminal): Promise<readonly Live[]> {
  const groups: readonly (string | undefined)[] = options.gatewayGroup.length > 0 ? options.gatewayGroup : [undefined];
  const kinds: ReadonlySet<Kind> = new Set(["consumers", "credentials"]);
  const held: Live[] = [];
  for (const group of groups) held.push(await withGroup(options, group, terminal, (gateway) => gateway.read(kinds)));
  return held;
}

/** Why the credential must stay, if a gateway lacks its successor or holds another one under its name. */
export function refusalOf(held: readonly Live[], { username, credential, successor }: Retirement): Refusal | undefined {
  const refuse = (reason: string): Refusal => ({
    refused:
      `${kindNouns.credentials} "${credential}" of consumer "${username}" is not retired: the gateway ${reason}. ` +
      "Run sync first.",
  });
  for (const { consumers } of held) {
    const consumer = consumers.find(({ id }) => id === username);
    if (!consumer) return refuse(`has no consumer "${username}"`);
    const found = consumer.credentials.find((entry) => entry.id === successor.id || nameOf(entry) === successor.name);
    if (!found) return refuse(`does not hold its successor "${successor.name}"`);
    const plugins: unknown = found.value.plugins;
    const config = isMap(plugins) ? plugins[successor.plugin] : undefined;
    const field = lookupField[successor.plugin];
    if (!isMap(config)) return refuse(`holds "${successor.name}" as another kind of credential`);
    const lookup = config[field];
    // A gateway that does not show it may well hold the right one.
    const isShown = typeof lookup === "string" && lookup !== "" && !isConcealed(lookup);
    if (isShown && successor.lookup !== undefined && lookup !== successor.lookup) {
      return refuse(`holds another ${field} for its successor "${successor.name}" than the files`);
    }
  }
  return undefined;
}
