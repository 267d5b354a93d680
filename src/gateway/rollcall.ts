/** The Admin API of `rollcall serve`, which answers as that of APISIX does (test/admin/conformance.ts holds both to one table). */
import { adminGateway } from "./admin-api.ts";
import { checkWritten, readListPage } from "./answers.ts";
import { type ConnectionOptions, openConnection } from "./connection.ts";
import type { Gateway } from "./contract.ts";
import { createHttpClient } from "./http.ts";

/** @throws GatewayError if the options cannot work */
export function rollcallGateway(options: ConnectionOptions): Gateway {
  const connection = openConnection(options);
  const client = createHttpClient(connection);
  return adminGateway({ backend: "rollcall", client, connection, readPage: readListPage, checkWritten });
}
