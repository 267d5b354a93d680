/** Follows a path through the published schemas, and through the shapes of ADC that they do not describe. */
import { isMap, type JsonMap } from "../model/json.ts";
import type { Path } from "../model/place.ts";
import { schemas } from "./generated/schemas.ts";

/** A part of a schema file; references in it are relative to that file. */
export interface SchemaNode {
  readonly schema: JsonMap;
  readonly file: string;
}

export interface Property extends SchemaNode {
  readonly name: string;
  readonly isRequired: boolean;
}

export type SchemaFile = "config.schema.json" | "rollcall-config.schema.json";

/** The schema of what stands at `path` of `root`; undefined where anything may stand. */
export function schemaAt(file: SchemaFile, path: Path, root: unknown): SchemaNode | undefined {
  let node = schemaFile(file);
  let value = root;
  for (const key of path) {
    node = node && stepInto(node, key, value);
    value = valueAt(value, key);
  }
  return node;
}

export function valueAt(value: unknown, key: string | number): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string | number, unknown>)[key];
}

/** The fields of a map, those that it needs first; without what is named only to be forbidden. */
export function propertiesOf(node: SchemaNode): readonly Property[] {
  const required = new Set(
    branchesOf(node.schema).flatMap(({ required }) => (Array.isArray(required) ? required : [])),
  );
  const byName = new Map<string, Property>();
  for (const branch of branchesOf(node.schema)) {
    for (const [name, schema] of Object.entries(mapOf(branch["properties"]))) {
      const property = isMap(schema) ? resolve({ schema, file: node.file }) : undefined;
      if (!property || byName.has(name) || isMap(property.schema["not"])) continue;
      byName.set(name, { ...property, name, isRequired: required.has(name) });
    }
  }
  return [...byName.values()].sort((left, right) => Number(right.isRequired) - Number(left.isRequired));
}

/** What the items of a list are. */
export function itemOf(node: SchemaNode): SchemaNode | undefined {
  return below(node, node.schema["items"]);
}

/** The values that are allowed; undefined if they cannot be listed. */
export function allowedValues({ schema }: SchemaNode): readonly unknown[] | undefined {
  if (schema["type"] === "boolean") return [true, false];
  const lists = [schema, ...branchesOf(schema)].map((branch) => branch["enum"]);
  return lists.find((list): list is unknown[] => Array.isArray(list));
}

export function typesOf({ schema }: SchemaNode): readonly string[] {
  const { type } = schema;
  return Array.isArray(type) ? type.map(String) : typeof type === "string" ? [type] : [];
}

/** Holds plugins by name. */
export function isPluginSet({ file, schema }: SchemaNode): boolean {
  return /^plugins\/(?:credential|consumer|route)\.schema\.json$/.test(file) && schema["$id"] !== undefined;
}

function schemaFile(file: string): SchemaNode | undefined {
  const schema = schemas[file];
  return isMap(schema) ? { schema, file } : undefined;
}

function stepInto(node: SchemaNode, key: string | number, value: unknown): SchemaNode | undefined {
  if (typeof key === "number") return itemOf(node);
  return adcStep(node, key, value) ?? ownProperty(node, key) ?? below(node, node.schema["additionalProperties"]);
}

function ownProperty(node: SchemaNode, key: string): SchemaNode | undefined {
  for (const branch of branchesOf(node.schema)) {
    const properties = mapOf(branch["properties"]);
    const found = Object.hasOwn(properties, key) ? below(node, properties[key]) : undefined;
    if (found && !isMap(found.schema["not"])) return found;
  }
  return undefined;
}

function below({ file }: SchemaNode, schema: unknown): SchemaNode | undefined {
  return isMap(schema) ? resolve({ schema, file }) : undefined;
}

/** By schema file and field: the schema that a field of ADC's shape has. */
const adcFields: Readonly<Record<string, string>> = {
  "service.schema.json routes": "route.schema.json",
  "consumer-group.schema.json consumers": "consumer.schema.json",
};

function adcStep(node: SchemaNode, key: string, value: unknown): SchemaNode | undefined {
  const inner = adcFields[`${node.file} ${key}`];
  if (inner !== undefined) return { schema: { type: "array", items: { $ref: inner } }, file: node.file };
  if (key === "description") return ownProperty(node, "desc");
  const type = valueAt(value, "type");
  if (node.file === "credential.schema.json" && key === "config" && typeof type === "string") {
    return pluginIn("plugins/credential.schema.json", type);
  }
  const section = valueAt(value, key);
  if (node.file === "config.schema.json" && key === "global_rules" && isMap(section)) {
    return schemaFile("plugins/route.schema.json");
  }
  return undefined;
}

function pluginIn(file: string, name: string): SchemaNode | undefined {
  const set = schemaFile(file);
  return set && ownProperty(set, name);
}

/** The schema and what it adds under conditions. */
function branchesOf(schema: JsonMap): readonly JsonMap[] {
  const lists = ["allOf", "anyOf", "oneOf"].flatMap((keyword) => {
    const list = schema[keyword];
    return Array.isArray(list) ? list : [];
  });
  const inner = [...lists, schema["else"]].filter(isMap);
  return [schema, ...inner.flatMap(branchesOf)];
}

function mapOf(value: unknown): JsonMap {
  return isMap(value) ? value : {};
}

/** Behind any number of references. */
function resolve(node: SchemaNode): SchemaNode | undefined {
  let { schema, file } = node;
  for (let ref = schema["$ref"]; typeof ref === "string"; ref = schema["$ref"]) {
    const [target = "", pointer = ""] = ref.split("#");
    file = target === "" ? file : new URL(target, `file:///${file}`).pathname.slice(1);
    let found: unknown = schemas[file];
    for (const key of pointer.split("/").slice(1)) found = valueAt(found, key);
    if (!isMap(found)) return undefined;
    schema = found;
  }
  return { schema, file };
}
