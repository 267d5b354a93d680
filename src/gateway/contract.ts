/** What rollcall needs of a gateway; one file a backend implements it. */
import type { Kind, Live } from "../model/config.ts";
import type { Change } from "../plan/contract.ts";

export interface GatewayInfo {
  /** As the gateway names itself, such as `APISIX/3.18.0` or `rollcall/0.1.0`. */
  readonly server: string;
  /** The name of the backend that speaks to it. */
  readonly backend: string;
}

export interface Gateway {
  /** @throws GatewayError if it cannot be reached or refuses the key */
  ping(): Promise<GatewayInfo>;
  /**
   * Reads the resources of these kinds; credentials come with their consumers. A kind that the gateway says it does
   * not know is missing from `declared`. @throws GatewayError
   */
  read(kinds: ReadonlySet<Kind>): Promise<Live>;
  /** Carries out one change; safe to repeat. @throws GatewayError */
  apply(change: Change): Promise<void>;
  /**
   * Carries out all of these changes, in this order, or none of them. Only where a gateway cannot take one at a time,
   * and then to be used instead of `apply`. @throws GatewayError; then nothing was changed, unless it says otherwise
   */
  applyAll?(changes: readonly Change[]): Promise<void>;
  /** Keeps two runs apart; only where the gateway can. */
  readonly lock?: GatewayLock;
  /** Closes the connections. */
  close(): Promise<void>;
}

/** Held by one at a time, each of whom says in words who it is. All throw GatewayError. */
export interface GatewayLock {
  /** How often `keep` is to be called, in milliseconds; absent: never. */
  readonly renewMs?: number;
  take(holder: string): Promise<"taken" | { readonly heldBy: string }>;
  /** Whether it is still held, for a while longer. */
  keep(holder: string): Promise<boolean>;
  /** Nothing happens where this holder, or without one anybody, does not hold it. */
  release(holder?: string): Promise<void>;
}

/** A gateway that could not be reached, or that refused: `message` is safe to show, with the gateway's own words and no secret. */
export class GatewayError extends Error {
  override readonly name = "GatewayError";
  /** HTTP status; 0 if there was no answer. */
  readonly status: number;

  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}
