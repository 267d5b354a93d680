/** Reads fields of checked resources, whose unknown fields and references the types do not cover. */

import type { JsonObject, JsonValue } from "../model/generated/defaults.ts";
import { compareText } from "../model/identity.ts";
import { isMap } from "../model/json.ts";

export type Fields = Readonly<Record<string, unknown>>;

export function fieldsOf(value: unknown): Fields | undefined {
  return isMap(value) ? value : undefined;
}

export function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** An identifier may be written as an integer. */
export function idOf(value: unknown): string | undefined {
  return typeof value === "number" ? String(value) : textOf(value);
}

export function numberOf(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

/** The texts of a single field and of its list, such as `uri` and `uris`. */
export function textsOf(single: unknown, list: unknown): readonly string[] {
  const texts = [single, ...(Array.isArray(list) ? (list as readonly unknown[]) : [])];
  return [...new Set(texts.filter((text) => typeof text === "string"))];
}

/** What `pluginsOf` gives for a resource without any: to be told by identity. */
export const noPlugins: Readonly<Record<string, Fields>> = {};

/** The plugins of a resource by name. */
export function pluginsOf(value: unknown): Readonly<Record<string, Fields>> {
  const plugins = fieldsOf(fieldsOf(value)?.plugins);
  if (plugins === undefined) return noPlugins;
  return Object.fromEntries(Object.entries(plugins).map(([name, config]) => [name, fieldsOf(config) ?? {}]));
}

export function isDisabled(config: Fields): boolean {
  return fieldsOf(config._meta)?.disable === true;
}

/** Entries in the order of their ids (by code unit), whatever the order of the files. Mostly they are in it already. */
export function sortedById<T extends { readonly id: string }>(entries: readonly T[]): readonly T[] {
  for (let index = 1; index < entries.length; index++) {
    if ((entries[index - 1]?.id ?? "") <= (entries[index]?.id ?? "")) continue;
    return [...entries].sort((left, right) => compareText(left.id, right.id));
  }
  return entries;
}

/** Fills in what is left out; how the tables are nested is told where they are generated. */
export function withDefaults(value: Fields, defaults: JsonObject): Fields {
  const table = entriesOf(defaults);
  if (table.length === 0) return value;
  const filled: Record<string, unknown> = { ...value };
  for (const [name, standard] of table) {
    const present = Object.hasOwn(filled, name) ? filled[name] : undefined;
    if (present !== undefined) filled[name] = withNestedDefaults(present, standard);
    else if (!isNestedTable(standard)) filled[name] = standard;
  }
  return filled;
}

const tables = new WeakMap<JsonObject, readonly (readonly [name: string, standard: JsonValue])[]>();

function entriesOf(defaults: JsonObject): readonly (readonly [name: string, standard: JsonValue])[] {
  let entries = tables.get(defaults);
  if (entries === undefined) {
    entries = Object.entries(defaults);
    tables.set(defaults, entries);
  }
  return entries;
}

function withNestedDefaults(value: unknown, standard: JsonValue): unknown {
  const fields = fieldsOf(value);
  if (fields !== undefined && isTable(standard)) return withDefaults(fields, standard);
  const [itemDefaults] = Array.isArray(standard) ? (standard as readonly JsonValue[]) : [];
  if (!Array.isArray(value) || itemDefaults === undefined || !isTable(itemDefaults)) return value;
  return value.map((item: unknown) => {
    const itemFields = fieldsOf(item);
    return itemFields === undefined ? item : withDefaults(itemFields, itemDefaults);
  });
}

/** Holds defaults for what is inside a field, not for the field. */
function isNestedTable(standard: JsonValue): boolean {
  return isTable(standard) || (Array.isArray(standard) && standard.some((item: JsonValue) => isTable(item)));
}

function isTable(value: JsonValue): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
