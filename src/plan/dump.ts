/** Writes what a gateway holds in the native shape, such that reading it again finds the same resources. */

import { type ConsumerEntry, type Entry, type Kind, kinds, type Live } from "../model/config.ts";
import { resourceFieldNames } from "../model/generated/fields.ts";
import { compareText, deriveId, type Sha1Hex } from "../model/identity.ts";
import { isMap, type JsonMap } from "../model/json.ts";
import { nameOf } from "./match.ts";
import { withoutMark } from "./secret-mark.ts";

/** Kinds whose schema wants an id even where the name would do. */
const idRequired: ReadonlySet<Kind> = new Set(["consumer_groups", "plugin_configs", "global_rules"]);

const serverFields: ReadonlySet<string> = new Set(["create_time", "update_time"]);

/**
 * A document for a YAML or JSON writer, secrets in clear, in an order that depends on the content alone.
 * An id is left out where it follows from the name; without `sha1Hex` only where it is the name.
 */
export function toDocument(live: Live, sha1Hex: Sha1Hex = () => ""): Record<string, unknown> {
  const document: Record<string, unknown> = { consumers: live.consumers.map((entry) => consumerOf(entry, sha1Hex)) };
  for (const kind of kinds) {
    if (kind === "consumers" || kind === "credentials" || live[kind].length === 0) continue;
    document[kind] = [...live[kind]]
      .sort((left, right) => compareText(left.id, right.id))
      .map((entry) => resourceOf(kind, entry, undefined, sha1Hex));
  }
  if (live.consumers.length > 1) (document["consumers"] as JsonMap[]).sort(byUsername);
  return document;
}

function consumerOf(entry: ConsumerEntry, sha1Hex: Sha1Hex): JsonMap {
  const { id: _username, ...consumer } = resourceOf("consumers", entry, undefined, sha1Hex);
  if (entry.credentials.length === 0) return consumer;
  const credentials = [...entry.credentials]
    .sort(
      (left, right) =>
        compareText(nameOf(left) ?? left.id, nameOf(right) ?? right.id) || compareText(left.id, right.id),
    )
    .map((credential) => resourceOf("credentials", credential, entry.id, sha1Hex));
  return { ...consumer, credentials };
}

function resourceOf(
  kind: Kind,
  entry: Entry<unknown>,
  scope: string | undefined,
  sha1Hex: Sha1Hex,
): Record<string, unknown> {
  const { id: _id, credentials: _credentials, ...fields } = isMap(entry.value) ? withoutMark(entry.value) : {};
  const name = nameOf(entry);
  const isDerived = name !== undefined && !idRequired.has(kind) && deriveId(name, scope, sha1Hex) === entry.id;
  const withId: JsonMap = isDerived ? fields : { id: entry.id, ...fields };
  const order = resourceFieldNames[kind];
  const names = Object.keys(withId).filter((field) => !serverFields.has(field) && withId[field] !== undefined);
  names.sort((left, right) => placeIn(order, left) - placeIn(order, right) || compareText(left, right));
  return Object.fromEntries(names.map((field) => [field, ordered(withId[field])]));
}

function placeIn(order: readonly string[], field: string): number {
  const place = order.indexOf(field);
  return place < 0 ? order.length : place;
}

/** Keys sorted at every depth, and `${NAME}` escaped, which a reader would take for a variable. */
function ordered(value: unknown): unknown {
  if (typeof value === "string") return value.replace(/\$\{[A-Za-z_][A-Za-z0-9_]*\}/g, (written) => `\\${written}`);
  if (Array.isArray(value)) return value.map(ordered);
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, ordered(value[key])]),
  );
}

function byUsername(left: JsonMap, right: JsonMap): number {
  return compareText(String(left["username"]), String(right["username"]));
}
