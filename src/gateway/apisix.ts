/** Apache APISIX with etcd (gateway reference, section 4). */
import { adminGateway } from "./admin-api.ts";
import { adminLock } from "./admin-lock.ts";
import { checkWritten, readListPage } from "./answers.ts";
import { type ConnectionOptions, openConnection } from "./connection.ts";
import type { Gateway } from "./contract.ts";
import { createHttpClient } from "./http.ts";

/** @param backend the name of what answers as an APISIX does. @throws GatewayError if the options cannot work */
export function apisixGateway(options: ConnectionOptions, backend = "apisix"): Gateway {
  const connection = openConnection(options);
  const client = createHttpClient(connection);
  const gateway = adminGateway({ backend, client, connection, readPage: readListPage, checkWritten });
  return { ...gateway, lock: adminLock(client, connection.token) };
}
