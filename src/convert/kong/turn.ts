/** What it takes to turn a plugin of Kong into a native one. */
import type { ConsumerReference } from "../draft.ts";
import type { Foreign } from "../foreign.ts";

export interface Turned {
  readonly plugin: string;
  readonly config: Record<string, unknown>;
}

export interface TurnContext {
  /** Whether it is set for a consumer or a group. */
  readonly isOfConsumer: boolean;
  /** What people call the plugin and where it is, such as `plugin acl of route "a"`. */
  readonly shown: string;
  /** The name that the consumer with this name or id gets; undefined if the file has none. */
  consumer(reference: string): ConsumerReference | undefined;
}

/** Gives nothing if the result would let in more than the plugin did; entries that it does not take are reported. */
export type Turn = (config: Foreign, context: TurnContext) => Turned | undefined;

/** Without the fields that are undefined or an empty list. */
export function settings(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  );
}
