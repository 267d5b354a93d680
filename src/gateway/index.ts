/** The backends by name: a new one is one more line. */
import { apisixGateway } from "./apisix.ts";
import type { ConnectionOptions } from "./connection.ts";
import type { Gateway } from "./contract.ts";

export const backends = {
  apisix: apisixGateway,
} as const satisfies Readonly<Record<string, (options: ConnectionOptions) => Gateway>>;
