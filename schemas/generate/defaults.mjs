/** Tables of what a gateway fills in, from the `default` annotations. */
import { literal } from "./code.mjs";
import { follow, pluginSets, pluginsOf, resourceFiles, schemaOf } from "./load.mjs";

/** Not part of a resource's or plugin's own defaults: tables of their own, or never filled in by a gateway. */
const skipped = new Set(["plugins", "credentials", "_meta"]);

export function generateDefaults(schemas) {
  const resources = Object.fromEntries(
    Object.entries(resourceFiles).map(([kind, file]) => [kind, defaultsOf(schemas, schemaOf(schemas, file)) ?? {}]),
  );
  const plugins = Object.fromEntries(
    Object.entries(pluginSets).map(([side, file]) => [
      side,
      Object.fromEntries(pluginsOf(schemas, file).map(([name, place]) => [name, defaultsOf(schemas, place) ?? {}])),
    ]),
  );
  return `/**
 * What a gateway fills in where a field is left out. A table inside a table holds the defaults of that object's fields
 * and applies where the object is present; a list of one table holds the defaults of each of the list's objects.
 */

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export type JsonObject = { readonly [key: string]: JsonValue };

/** By kind of resource. */
export const resourceDefaults: Readonly<Record<string, JsonObject>> = ${literal(resources)};

/** By side and plugin: \`request\` is the route's side and what consumers carry, except their credentials. */
export const pluginDefaults: Readonly<Record<"credential" | "request", Readonly<Record<string, JsonObject>>>> = ${literal(plugins)};
`;
}

function defaultsOf(schemas, place) {
  const { schema, id } = follow(schemas, place);
  const table = {};
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    if (skipped.has(name)) continue;
    const value = field.default ?? nestedDefaults(schemas, { schema: field, id });
    if (value !== undefined) table[name] = value;
  }
  return Object.keys(table).length === 0 ? undefined : table;
}

function nestedDefaults(schemas, place) {
  const { schema, id } = follow(schemas, place);
  if (schema.default !== undefined) return schema.default;
  if (schema.properties !== undefined) return defaultsOf(schemas, { schema, id });
  if (schema.items === undefined) return undefined;
  const ofItems = defaultsOf(schemas, { schema: schema.items, id });
  return ofItems === undefined ? undefined : [ofItems];
}
