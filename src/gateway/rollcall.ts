/** The Admin API of `rollcall serve`, which answers as that of APISIX does (test/admin/conformance.ts holds both to one table). */
import { apisixGateway } from "./apisix.ts";
import type { ConnectionOptions } from "./connection.ts";
import type { Gateway } from "./contract.ts";

/** @throws GatewayError if the options cannot work */
export function rollcallGateway(options: ConnectionOptions): Gateway {
  return apisixGateway(options, "rollcall");
}
