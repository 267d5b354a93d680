/** Tables of names: which fields there are, which of them hold secrets, which plugins we know. */
import { literal } from "./code.mjs";
import { follow, pluginSets, pluginsOf, resourceFiles, schemaOf } from "./load.mjs";

export function generateFields(schemas) {
  const secretFieldsByPlugin = {};
  for (const file of Object.values(pluginSets)) {
    for (const [name, place] of pluginsOf(schemas, file)) {
      const fields = secretFields(schemas, place);
      if (fields.length > 0) secretFieldsByPlugin[name] = sorted([...(secretFieldsByPlugin[name] ?? []), ...fields]);
    }
  }
  const secretNames = new Set(Object.values(secretFieldsByPlugin).flat());
  // The form of our own output, and of tests, says nothing of what may be shown of a configuration.
  const others = ["diagnostics", "explanation", "policy-test", "test-report"];
  const inputs = [...schemas.byId]
    .filter(([id]) => !others.some((name) => id.endsWith(`/${name}.schema.json`)))
    .map(([, schema]) => schema);
  const plainNames = sorted(inputs.flatMap(propertyNames)).filter((name) => !secretNames.has(name));
  const sides = Object.entries(pluginSets).map(([side, file]) => [
    side,
    pluginsOf(schemas, file).map(([name]) => name),
  ]);
  const resourceFields = Object.entries(resourceFiles).map(([kind, file]) => [
    kind,
    Object.keys(schemaOf(schemas, file).schema.properties),
  ]);
  return `/** Names that the schemas know. */
import type { Kind } from "../config.ts";

/** Fields that hold a secret, on either side of the plugin. */
export const secretFieldsByPlugin: Readonly<Record<string, readonly string[]>> = ${literal(secretFieldsByPlugin)};

/** Names that hold a secret in at least one schema. */
export const secretFieldNames: ReadonlySet<string> = new Set(${literal(sorted([...secretNames]))});

/** Names that hold a secret in no schema: their values may be shown. */
export const plainFieldNames: ReadonlySet<string> = new Set(${literal(plainNames)});

/** \`known\` adds the plugins of Apache APISIX for which there is no schema here. */
export const pluginNames: Readonly<Record<"credential" | "request" | "known", readonly string[]>> = ${literal({
    ...Object.fromEntries(sides),
    known: sorted([...schemas.knownNames, ...sides.flatMap(([, names]) => names)]),
  })};

/** Fields of each kind of resource. */
export const resourceFieldNames: Readonly<Record<Kind, readonly string[]>> = ${literal(Object.fromEntries(resourceFields))};
`;
}

function secretFields(schemas, place) {
  const { schema, id } = follow(schemas, place);
  return Object.entries(schema.properties)
    .filter(
      ([, field]) => field["x-secret"] === true || follow(schemas, { schema: field, id }).schema["x-secret"] === true,
    )
    .map(([name]) => name);
}

/** Names of the properties that a schema describes at any depth; plugins are named by `pluginNames`. */
function propertyNames(schema) {
  if (typeof schema !== "object" || schema === null) return [];
  const own = Array.isArray(schema)
    ? []
    : Object.entries(schema.properties ?? {})
        .filter(([, field]) => field["x-secret"] !== true)
        .map(([name]) => name);
  const isPluginSet = /plugins\/(?:credential|consumer|route)\.schema\.json$/.test(schema.$id ?? "");
  return isPluginSet ? [] : [...own, ...Object.values(schema).flatMap(propertyNames)];
}

function sorted(names) {
  return [...new Set(names)].sort();
}
