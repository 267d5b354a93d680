/** The backends by name: a new one is one more line. */
import { api7Gateway } from "./api7.ts";
import { apisixGateway } from "./apisix.ts";
import type { ConnectionOptions } from "./connection.ts";
import type { Gateway } from "./contract.ts";
import { rollcallGateway } from "./rollcall.ts";
import { standaloneGateway } from "./standalone.ts";

export const backends = {
  apisix: apisixGateway,
  api7: api7Gateway,
  standalone: standaloneGateway,
  rollcall: rollcallGateway,
} as const satisfies Readonly<Record<string, (options: ConnectionOptions) => Gateway>>;

export type BackendName = keyof typeof backends;
