/** What a resource must satisfy beyond being JSON: schema, plugins, references (gateway reference, sections 1 and 4). */
import { isAuthPlugin } from "../model/auth.ts";
import { type Kind, kindNouns } from "../model/config.ts";
import type { Validate } from "./contract.ts";
import { findDuplicate } from "./lookup-keys.ts";
import { references } from "./resources.ts";
import { type Address, find, type Json, type State } from "./state.ts";
import { problemText } from "./validate.ts";

export interface RuleContext {
  readonly validate: Validate;
  readonly plugins: ReadonlySet<string>;
}

/** Why the value is no resource of this kind, whatever else is stored; undefined if it is one. */
export function checkValue(kind: Kind, value: Readonly<Json>, context: RuleContext): string | undefined {
  for (const field of ["create_time", "update_time"]) {
    if (value[field] !== undefined) return `the property is forbidden:  ${field}`;
  }
  if (kind === "consumers" && value["credentials"] !== undefined) {
    return "invalid configuration: additional properties forbidden, found credentials";
  }
  // The card wants a name; APISIX does not, and old credentials have none.
  const complete =
    kind === "credentials" && value["name"] === undefined
      ? { ...value, name: String(value["id"] ?? "credential") }
      : value;
  // Before the schema, which refuses the same in other words than a gateway's.
  const exclusive = exclusiveFields(value);
  if (exclusive !== undefined) return exclusive;
  const [problem] = context.validate(kind, complete);
  if (problem !== undefined) return `invalid configuration: ${problemText(problem)}`;
  return checkPlugins(kind, value["plugins"], context);
}

/** Why the value cannot be stored at `address` beside what the state holds. */
export function checkAgainst(state: State, address: Address, value: Readonly<Json>): string | undefined {
  for (const { from, field, to } of references) {
    const id = value[field];
    if (from !== address.kind || (typeof id !== "string" && typeof id !== "number")) continue;
    if (find(state, { kind: to, id: String(id) }) === undefined) {
      return `failed to fetch ${kindNouns[to]} info by ${kindNouns[to]} id [${id}], response code: 404`;
    }
  }
  return findDuplicate(state, address, value);
}

function exclusiveFields(value: Readonly<Json>): string | undefined {
  for (const [one, several] of [
    ["uri", "uris"],
    ["host", "hosts"],
    ["remote_addr", "remote_addrs"],
  ] as const) {
    if (value[one] !== undefined && value[several] !== undefined) return `only one of ${one} or ${several} is allowed`;
  }
  return undefined;
}

function checkPlugins(kind: Kind, plugins: unknown, context: RuleContext): string | undefined {
  const names = typeof plugins === "object" && plugins !== null ? Object.keys(plugins) : [];
  if (kind === "credentials" && names.length !== 1) {
    const bound = names.length > 1 ? "at most" : "at least";
    return `invalid configuration: property "plugins" validation failed: expect object to have ${bound} 1 properties`;
  }
  for (const name of names) {
    if (!context.plugins.has(name)) return `unknown plugin ${name}`;
    if (kind === "credentials" && !isAuthPlugin(name)) return "only supports auth type plugins in consumer credential";
  }
  return undefined;
}
