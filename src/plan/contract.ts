/** The ordered changes that bring a gateway from what it holds to what the files declare. */
import type { Kind } from "../model/config.ts";
import type { Path, Place } from "../model/place.ts";

export type Action = "create" | "update" | "delete";

/** A field that differs, as it may be shown: text of the value, a secret as its fingerprint. */
export interface FieldChange {
  readonly path: Path;
  readonly before?: string;
  readonly after?: string;
  readonly isSecret: boolean;
  /** The gateway does not show the secret that stands here; `before` says so. */
  readonly isConcealed?: true;
}

export interface Change {
  readonly action: Action;
  readonly kind: Kind;
  /** Identity in the gateway. */
  readonly id: string;
  /** The name that people know it by. */
  readonly name: string;
  /** For a credential, the username of its consumer. */
  readonly consumer?: string;
  /** What the gateway holds, secrets in clear: never shown, never logged. */
  readonly before?: Readonly<Record<string, unknown>>;
  /** What is to be written, secrets in clear: never shown, never logged. */
  readonly after?: Readonly<Record<string, unknown>>;
  readonly fields: readonly FieldChange[];
  /** Where it is declared; absent for deletes. */
  readonly place?: Place;
  /** The gateway shows none of its secrets, and they may be the declared ones. */
  readonly mayBeSame?: true;
}

export interface Plan {
  /** In the order of writing: creates and updates by kind, then deletes the other way round. */
  readonly changes: readonly Change[];
  /** Updates that were left out, because they would write secrets that may be the gateway's already: it does not show them. */
  readonly incomparable: readonly Change[];
  /** Resources that are as they should be. */
  readonly unchanged: number;
  /** Live resources of the managed kinds. */
  readonly managed: number;
  /** Hex digest of what the changes replace in the live state that the plan was made from. */
  readonly liveDigest: string;
}

/** Turns a secret into a short keyed fingerprint such as `sha256:1f3a9c02`. */
export type Fingerprint = (secret: string) => string;

export type MoveReason = "appeared" | "gone" | "changed" | "reverted" | "consumer-gone";

/** A resource that is not as a saved plan expects it. */
export interface Moved {
  readonly change: Change;
  readonly reason: MoveReason;
  /** From what the plan expects to what the gateway holds; secrets as fingerprints. */
  readonly fields: readonly FieldChange[];
}
