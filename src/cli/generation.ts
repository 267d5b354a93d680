/** What the supervisor of serve hands to each process that it starts, and what the two tell each other. */
import type { Address } from "./address.ts";

/** As JSON in the environment of the process that serves. */
export interface Inheritance {
  readonly proxy: { readonly address: Address; readonly descriptors: readonly number[] };
  readonly status?: { readonly address: Address; readonly descriptor: number };
  /** Another one serves until this one is ready. */
  readonly isSuccessor: boolean;
}

const variable = "ROLLCALL_INHERITANCE";

export function inheritanceVariable(inheritance: Inheritance): Readonly<Record<string, string>> {
  return { [variable]: JSON.stringify(inheritance) };
}

/** Undefined in a process that no supervisor has started. */
export function inheritanceOf(environment: Readonly<Record<string, string | undefined>>): Inheritance | undefined {
  const text = environment[variable];
  return text === undefined || process.send === undefined ? undefined : (JSON.parse(text) as Inheritance);
}

export type ToGeneration =
  | { readonly kind: "stop"; readonly signal: NodeJS.Signals }
  /** A successor serves. */
  | { readonly kind: "retire" }
  | { readonly kind: "reload" }
  | { readonly kind: "reopen" };

/** It serves; or it cannot replace its workers any more and wants a successor. */
export type FromGeneration = { readonly kind: "ready" } | { readonly kind: "worn" };
