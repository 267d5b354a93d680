/** `rollcall ping`: whether a gateway answers and takes the key, and which it is. */
import { printable } from "../report/style.ts";
import { withGateway } from "./connect.ts";
import type { ConnectOptions } from "./connection-options.ts";
import { exitCodes, type Terminal } from "./terminal.ts";

export async function runPing(
  _inputs: readonly string[],
  options: ConnectOptions,
  terminal: Terminal,
): Promise<number> {
  const { server, backend } = await withGateway(options, terminal, (gateway) => gateway.ping());
  terminal.out(`${options.server} answers: ${printable(server)} (${backend})`);
  return exitCodes.fine;
}
