/** Whose difference a change of a plan is, told by a base: what was agreed before the files and the gateway went apart. */
import type { JsonMap } from "../../model/json.ts";
import type { Change, FieldChange } from "../contract.ts";

/**
 * - `intended`: the files changed since the base, the gateway did not
 * - `drifted`: the gateway was changed by hand since the base, the files were not; a sync overwrites that
 * - `conflict`: both changed, to different values
 * - `unknown`: the base does not tell
 */
export type Origin = "intended" | "drifted" | "conflict" | "unknown";

/** What happened to the resource as a whole. */
export type Cause =
  | "added-by-hand"
  | "removed-by-hand"
  | "removed-by-hand-and-changed"
  | "changed-by-hand-and-removed"
  | "added-twice"
  | "as-before-plan"
  | "not-in-base";

export interface FieldOrigin extends FieldChange {
  readonly origin: Origin;
  /** The value of the base as it may be shown; absent if it has none. */
  readonly base?: string;
  /** Names of `${VARIABLES}` of the base that have no value, so that it cannot be compared. */
  readonly missing?: readonly string[];
}

export interface ChangeOrigin {
  /** The loudest of its fields. */
  readonly origin: Origin;
  readonly cause?: Cause;
  /** Of an update, its fields; where the gateway or the files dropped a resource that the other side changed, what was changed. */
  readonly fields: readonly FieldOrigin[];
}

export interface ThreeWay {
  readonly origins: ReadonlyMap<Change, ChangeOrigin>;
  /** Resources. */
  readonly counts: Readonly<Record<Origin, number>>;
}

/** A resource that a plan changes, be it in two steps: as the gateway holds it and as the files want it. */
export interface Contested {
  /** In the plan's order. */
  readonly steps: readonly [Change, ...Change[]];
  readonly live?: JsonMap;
  readonly desired?: JsonMap;
}

export interface AgreedCredential {
  readonly name: string;
  readonly value?: JsonMap;
  readonly live?: JsonMap;
}

/** What a base says of one resource; `value` is absent where there was none. */
export interface Agreed {
  readonly value?: JsonMap;
  /** Of a consumer that the files delete: its credentials that are not as agreed. */
  readonly credentials?: readonly AgreedCredential[];
  /** Told in place of the usual cause, where the resource drifted. */
  readonly cause?: Cause;
}

/** @returns undefined if it knows nothing of the resource */
export type Base = (contested: Contested) => Agreed | undefined;

/** The variables whose values nobody gave. */
export interface MissingVariables {
  /** Their names in any text of a value of the base. */
  in(value: unknown): readonly string[];
}
