/** Values made up after a JSON Schema: `type`, `properties`, `items` and `example`, as mocking of Apache APISIX 3.18 reads it. */
import { isMap } from "../model/json.ts";
import type { PluginConfig } from "./plugin.ts";

export type Example = string | number | boolean | null | readonly Example[] | { readonly [name: string]: Example };

/** At least 0 and below 1. */
type Random = () => number;

type Maker = (schema: PluginConfig, random: Random) => Example;

const deepest = 32;

const makers: Readonly<Record<string, Maker>> = {
  string: ({ example }, random) => (typeof example === "string" ? example : letters(between(1, 10, random), random)),
  number: ({ example }, random) => (typeof example === "number" ? example : random() * 10_000),
  integer: ({ example }, random) => (typeof example === "number" ? Math.floor(example) : between(1, 10_000, random)),
  boolean: ({ example }, random) => (typeof example === "boolean" ? example : random() >= 0.5),
  array: ({ example, items }, random) => {
    if (Array.isArray(example)) return example as Example[];
    return isMap(items) ? Array.from({ length: between(1, 3, random) }, () => exampleOf(items, random)) : [];
  },
  object: ({ example, properties }, random) => {
    if (isMap(example)) return example as Example;
    const entries = Object.entries(isMap(properties) ? properties : {});
    return Object.fromEntries(entries.map(([name, each]) => [name, isMap(each) ? exampleOf(each, random) : null]));
  },
};

/** A schema without `type` is that of an object. */
export function exampleOf(schema: PluginConfig, random: Random): Example {
  return makers[typeOf(schema)]?.(schema, random) ?? null;
}

/** Whether something can be made up after it. */
export function isExampleSchema(schema: unknown, depth = 0): boolean {
  if (!isMap(schema) || depth > deepest || !Object.hasOwn(makers, typeOf(schema))) return false;
  const { items, properties } = schema;
  const below = [...(items === undefined ? [] : [items]), ...Object.values(isMap(properties) ? properties : {})];
  return below.every((each) => isExampleSchema(each, depth + 1));
}

/** Lists repeat their element. */
export function xmlOf(name: string, value: Example): string {
  const tag = /^[A-Za-z_][\w.-]*$/.test(name) ? name : "value";
  if (Array.isArray(value)) return value.map((each) => xmlOf(name, each)).join("");
  const inner = isMap(value)
    ? Object.entries(value)
        .map(([each, part]) => xmlOf(each, part as Example))
        .join("")
    : String(value).replace(/[<>&]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<${tag}>${inner}</${tag}>`;
}

function typeOf({ type }: PluginConfig): string {
  return typeof type === "string" ? type.toLowerCase() : type === undefined ? "object" : "";
}

/** Whole, both ends included. */
function between(least: number, most: number, random: Random): number {
  return least + Math.floor(random() * (most - least + 1));
}

function letters(count: number, random: Random): string {
  return Array.from({ length: count }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join("");
}
