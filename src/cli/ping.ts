/** `rollcall ping`: whether a gateway answers and takes the key. */
import { type ConnectOptions, withGateway } from "./connect.ts";
import { exitCodes, type Terminal } from "./terminal.ts";

export async function runPing(
  _inputs: readonly string[],
  options: ConnectOptions,
  terminal: Terminal,
): Promise<number> {
  const { server } = await withGateway(options, terminal, (gateway) => gateway.ping());
  terminal.out(`${options.server} answers: ${server}`);
  return exitCodes.fine;
}
