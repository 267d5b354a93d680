/** What a run over real sockets is made of. */
import type { Case, Row } from "../engine/case-file.ts";

export type GatewayName = "rollcall" | "apisix";

/** A case with the places of its requests. */
export interface PlacedCase {
  /** As told to people: `test/engine/cases/key-auth.yaml`. */
  readonly file: string;
  readonly topic: string;
  readonly case: Case;
  /** Of each request, from 1. */
  readonly lines: readonly number[];
}

/** What the gateway answered. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

/** What reached the upstream. */
export interface SeenRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** One thing that came out otherwise than the table has it. */
export interface Difference {
  readonly what: string;
  readonly expected: string;
  readonly found: string;
}

export type Outcome =
  | { readonly kind: "same" }
  | { readonly kind: "different"; readonly differences: readonly Difference[] }
  | { readonly kind: "skipped"; readonly reason: string; readonly detail?: string };

export interface RowResult {
  readonly file: string;
  readonly line: number;
  readonly case: string;
  readonly request: string;
  readonly outcome: Outcome;
}

export function nameOf(row: Row): string {
  return row.name ?? row.send;
}
