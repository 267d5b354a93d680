/** What every adapter is given, and what it tells the application about who is calling. */
import type { Decision, Forward, GatewayRequest } from "../engine/contract.ts";

export interface Gate {
  /** An engine, or something that asks the current one, where artifacts are loaded anew. */
  readonly engine: { decide(request: GatewayRequest): Decision | Promise<Decision> };
}

/** Who calls, as the application may rely on it. */
export interface Caller {
  readonly route: string;
  /** Username; absent on routes without authentication. */
  readonly consumer?: string;
  readonly credential?: string;
}

export function callerOf({ route, consumer, credentialId }: Forward): Caller {
  return {
    route: route.id,
    ...(consumer === undefined ? {} : { consumer }),
    ...(credentialId === undefined ? {} : { credential: credentialId }),
  };
}

/** Statuses whose answers have no body. */
export const bodiless: ReadonlySet<number> = new Set([204, 205, 304]);
