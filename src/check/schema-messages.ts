/** The words for each kind of schema error: what was found, what is expected, how to mend it. Never the value of a field that may be a secret. */
import { closest } from "../model/closest.ts";
import { isNameShown, isValueShown } from "../model/field-name.ts";
import { plainFieldNames } from "../model/generated/fields.ts";
import type { Part, Path } from "../model/place.ts";

/** An error of ajv (allErrors, verbose). */
export interface SchemaError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly data?: unknown;
  readonly parentSchema?: unknown;
}

export interface Explanation {
  readonly message: string;
  readonly help?: string;
  /** What to write instead, where one text is probably meant. */
  readonly replacement?: string;
  /** Which part of the spot is at fault, and below which path. */
  readonly part?: Part;
  readonly path?: Path;
}

/** Known to the schemas only to be forbidden. */
const serverFields: ReadonlySet<string> = new Set(["create_time", "update_time"]);

type Explain = (error: SchemaError, name: string, path: Path) => Explanation;

/** `path` is that of the error's value; `subject` says what the whole value is, such as `this consumer`. */
export function explain(error: SchemaError, path: Path, subject: string): Explanation {
  const write = words[error.keyword];
  const name = nameOf(path, subject);
  const written = (error.parentSchema as { "x-message"?: unknown } | undefined)?.["x-message"];
  // Conditions across fields are told by the schema itself.
  if (typeof written === "string") {
    const message = path.length === 0 ? written : `${name}: ${written}`;
    return { message, ...(error.keyword === "not" && { part: "key" }) };
  }
  if (write) return write(error, name, path);
  return { message: `${name} is not right`, ...helpFrom(error) };
}

const words: Readonly<Record<string, Explain>> = {
  required: ({ params, parentSchema }, name) => ({
    message: `${name} lacks the required field "${params["missingProperty"]}"`,
    help: describeProperty(parentSchema, String(params["missingProperty"])),
  }),
  additionalProperties: ({ params, parentSchema }, name, path) => {
    const field = String(params["additionalProperty"]);
    const known = Object.keys(propertiesOf(parentSchema)).filter((name) => !serverFields.has(name));
    const likely = closest(field, known);
    return {
      message: isNameShown(field, path) ? `${name} has no field "${field}"` : `${name} has no field of this name`,
      help: likely ? `Did you mean "${likely}"?` : `Known fields: ${known.join(", ")}.`,
      path: [...path, field],
      part: "key",
      ...(likely && { replacement: likely }),
    };
  },
  type: ({ params, data }, name) => ({
    message: `${name} must be ${listOf(params["type"])}, not ${kindOf(data)}`,
    ...(isUnquoted(params["type"], data) && { help: "Put it in quotes to make it text." }),
  }),
  enum: ({ params, data }, name, path) => {
    const allowed = (params["allowedValues"] as readonly unknown[]).map(String);
    const likely = typeof data === "string" ? closest(data, allowed) : undefined;
    return {
      message: `${name} must be one of ${allowed.join(", ")}${found(data, path)}`,
      ...(likely && { help: `Did you mean "${likely}"?`, replacement: likely }),
    };
  },
  const: ({ params }, name) => ({ message: `${name} must be ${JSON.stringify(params["allowedValue"])}` }),
  pattern: (error, name, path) => ({
    message: `${name} ${patternWords[String(error.params["pattern"])] ?? `does not match ${error.params["pattern"]}`}${found(error.data, path)}`,
    ...helpFrom(error),
  }),
  format: (error, name, path) => ({
    message: `${name} is not a valid ${formatNames[String(error.params["format"])] ?? error.params["format"]}${found(error.data, path)}`,
    ...helpFrom(error),
  }),
  maxLength: (error, name) => ({
    message: `${name} is ${lengthOf(error.data)} characters long; at most ${error.params["limit"]} are allowed`,
  }),
  minLength: (error, name) => ({
    message:
      error.params["limit"] === 1
        ? `${name} must not be empty`
        : `${name} is ${lengthOf(error.data)} characters long; at least ${error.params["limit"]} are needed`,
    ...helpFrom(error),
  }),
  minimum: outOfRange("at least"),
  maximum: outOfRange("at most"),
  exclusiveMinimum: outOfRange("more than"),
  exclusiveMaximum: outOfRange("less than"),
  minItems: ({ params }, name) => ({ message: `${name} must have at least ${count(params["limit"], "item")}` }),
  maxItems: ({ params }, name) => ({ message: `${name} must have at most ${count(params["limit"], "item")}` }),
  minProperties: ({ params }, name) => ({ message: `${name} must have at least ${count(params["limit"], "field")}` }),
  maxProperties: ({ params }, name) => ({ message: `${name} must have at most ${count(params["limit"], "field")}` }),
  uniqueItems: ({ params }, name) => {
    const [first = 0, second = 0] = [Number(params["i"]), Number(params["j"])].sort((left, right) => left - right);
    return { message: `${name} has the same item twice (items ${first + 1} and ${second + 1})` };
  },
  dependencies: ({ params }, name) => ({
    message: `${name} has "${params["property"]}", which also needs ${String(params["deps"])}`,
  }),
  not: (error, name) => ({ message: `${name} is not allowed here`, ...helpFrom(error), part: "key" }),
  oneOf: alternatives("exactly one"),
  anyOf: alternatives("at least one"),
};

/** Patterns that are easier said. */
const patternWords: Readonly<Record<string, string>> = {
  "^/": "must begin with /",
  "^(https?|file)://|\\.(ya?ml|json)$":
    "must begin with http://, https:// or file://, or name a .yaml, .yml or .json file",
  "^\\S+$": "must not contain white space",
  "^\\*?[0-9a-zA-Z-._\\[\\]:]+$": "is no host name: a.example or *.a.example, without scheme and path",
  "^[a-zA-Z0-9_-]+$": "may hold only letters, digits, '-' and '_'",
  "^[a-zA-Z0-9-_.]+$": "may hold only letters, digits, '-', '_' and '.'",
};

const formatNames: Readonly<Record<string, string>> = {
  "ip-or-cidr": "IP address or CIDR block",
  regex: "regular expression",
};

function count(number: unknown, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function outOfRange(relation: string): Explain {
  return ({ params, data }, name, path) => ({
    message: `${name} must be ${relation} ${params["limit"]}${found(data, path)}`,
  });
}

/** Alternatives that differ in the fields they require are told by those fields. */
function alternatives(count: string): Explain {
  return (error, name) => {
    const branches = (error.parentSchema as Record<string, unknown> | undefined)?.[error.keyword];
    const required = (Array.isArray(branches) ? branches : []).flatMap((branch: unknown) => {
      const fields = (branch as { required?: unknown }).required;
      return Array.isArray(fields) ? [fields.join(" and ")] : [];
    });
    if (required.length < 2) return { message: `${name} has none of the forms that are allowed`, ...helpFrom(error) };
    return { message: `${name} needs ${count} of: ${required.join(", ")}` };
  };
}

/** ` (found "x")` for a field whose value may be shown; nothing else leaves this file. */
function found(data: unknown, path: Path): string {
  const field = path.findLast((key) => typeof key === "string");
  const isPlain = field !== undefined && plainFieldNames.has(String(field));
  if (!isPlain || typeof data === "object" || !isValueShown(String(data), path)) return "";
  const text = JSON.stringify(data) ?? "";
  return ` (found ${text.length > 60 ? `${text.slice(0, 60)}…` : text})`;
}

function nameOf(path: Path, subject: string): string {
  const last = path.at(-1);
  if (last === undefined) return subject;
  if (typeof last === "string") return `"${last}"`;
  const list = path.at(-2);
  return list === undefined ? `item ${last + 1}` : `item ${last + 1} of "${list}"`;
}

function helpFrom({ parentSchema }: SchemaError): { readonly help?: string } {
  const description = (parentSchema as { description?: unknown } | undefined)?.description;
  return typeof description === "string" ? { help: description } : {};
}

function describeProperty(schema: unknown, property: string): string {
  const description = (propertiesOf(schema)[property] as { description?: unknown } | undefined)?.description;
  return typeof description === "string" ? `${property}: ${description}` : `Add "${property}".`;
}

function propertiesOf(schema: unknown): Record<string, unknown> {
  const properties = (schema as { properties?: unknown } | undefined)?.properties;
  return typeof properties === "object" && properties !== null ? (properties as Record<string, unknown>) : {};
}

const kindNames: Readonly<Record<string, string>> = {
  array: "a list",
  boolean: "true or false",
  integer: "a whole number",
  null: "null",
  number: "a number",
  object: "a map",
  string: "text",
};

function listOf(types: unknown): string {
  const names = Array.isArray(types) ? types.map(String) : String(types).split(",");
  return names.map((type) => kindNames[type] ?? type).join(" or ");
}

/** What YAML takes for a number or a truth value where text is asked for. */
function isUnquoted(types: unknown, data: unknown): boolean {
  return listOf(types).startsWith("text") && (typeof data === "number" || typeof data === "boolean");
}

function kindOf(data: unknown): string {
  if (data === null) return "null";
  if (Array.isArray(data)) return "a list";
  if (typeof data === "number" && !Number.isFinite(data)) return "infinite or not a number";
  if (typeof data === "number" && !Number.isInteger(data)) return "a fraction";
  return kindNames[typeof data] ?? typeof data;
}

/** Characters as ajv counts them (code points). */
function lengthOf(data: unknown): number {
  return typeof data === "string" ? [...data].length : 0;
}
