/** What holds for every schema file, and that the generated code is fresh. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";

type Schema = { readonly [key: string]: unknown };

const folder = path.resolve(import.meta.dirname, "../../schemas");
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".schema.json"),
);
const schemas = new Map(files.map((file) => [file, parse(file)]));

describe.each([...schemas])("%s", (file, schema) => {
  test("is valid draft-07", () => {
    const ajv = new Ajv();
    expect(ajv.validateSchema(schema), ajv.errorsText()).toBe(true);
    expect(schema["$schema"]).toBe("http://json-schema.org/draft-07/schema#");
  });

  test("has $id, title and description", () => {
    expect(schema["$id"]).toBe(`https://schemas.rollcall.invalid/v1/${file.replaceAll("\\", "/")}`);
    expect(schema["title"]).toMatch(/\S/);
    expect(schema["description"]).toMatch(/\S/);
  });

  test("describes every property", () => {
    const undescribed = propertiesOf(schema).filter(([, property]) => !isDescribed(file, property));
    expect(undescribed.map(([name]) => name)).toEqual([]);
  });

  test("says in words what a condition asks for", () => {
    expect(conditionsOf(schema).filter((condition) => typeof condition["x-message"] !== "string")).toEqual([]);
  });
});

test("titles are unique", () => {
  const titles = [...schemas.values()].flatMap(titlesOf);
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
});

test("every plugin schema stands in a set", () => {
  const sets = ["credential", "consumer", "route"].map((set) => path.join("plugins", `${set}.schema.json`));
  const listed = sets.flatMap((set) => propertiesOf(schemas.get(set) ?? {}).map(([, property]) => property["$ref"]));
  const plugins = files.filter((file) => path.dirname(file) === "plugins" && !sets.includes(file));
  expect(plugins.map((file) => path.basename(file)).filter((name) => !listed.includes(name))).toEqual([]);
});

test("what is generated from the schemas is fresh", () => {
  const generator = path.join(folder, "generate.mjs");
  expect(() =>
    execFileSync(process.execPath, [generator, "--check"], { stdio: "pipe", encoding: "utf8" }),
  ).not.toThrow();
}, 30_000);

function parse(file: string): Schema {
  return JSON.parse(readFileSync(path.join(folder, file), "utf8")) as Schema;
}

/** Every property that the schema describes at any depth; branches of conditions only refine properties. */
function propertiesOf(schema: Schema): [name: string, property: Schema][] {
  const own = isSchema(schema["properties"]) ? Object.entries(schema["properties"]) : [];
  const nested = Object.entries(schema).filter(([key]) => !["if", "then", "else", "allOf"].includes(key));
  return [
    ...own.filter((entry): entry is [string, Schema] => isSchema(entry[1])),
    ...nested.flatMap(([, value]) => (isSchema(value) ? propertiesOf(value) : [])),
  ];
}

function isDescribed(file: string, property: Schema): boolean {
  if (typeof property["description"] === "string") return true;
  if (typeof property["$ref"] !== "string") return false;
  const [target = "", pointer = ""] = property["$ref"].split("#");
  const targetFile = target === "" ? file : path.join(path.dirname(file), target);
  const keys = pointer.split("/").slice(1);
  const found = keys.reduce<unknown>((node, key) => (isSchema(node) ? node[key] : undefined), schemas.get(targetFile));
  return isSchema(found) && isDescribed(targetFile, found);
}

/** The subschemas of `then` and `else` that refuse something: required fields and forbidden ones. */
function conditionsOf(schema: Schema): Schema[] {
  return Object.entries(schema).flatMap(([key, value]) => {
    if (Array.isArray(value)) return value.filter(isSchema).flatMap(conditionsOf);
    if (!isSchema(value)) return [];
    return key === "then" || key === "else" ? refusalsIn(value) : conditionsOf(value);
  });
}

function refusalsIn(branch: Schema): Schema[] {
  const properties = isSchema(branch["properties"]) ? Object.values(branch["properties"]).filter(isSchema) : [];
  return [...(branch["required"] === undefined ? [] : [branch]), ...properties];
}

function titlesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(titlesOf);
  if (!isSchema(value)) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    key === "title" && typeof item === "string" ? [item] : titlesOf(item),
  );
}

function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
