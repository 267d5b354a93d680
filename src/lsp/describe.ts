/** Says in Markdown what a schema says of a field or plugin. Only the schema's words: never a value of the file. */
import { allowedValues, type SchemaNode, typesOf } from "./schema.ts";

const typeNames: Readonly<Record<string, string>> = {
  array: "list",
  boolean: "true or false",
  integer: "whole number",
  number: "number",
  object: "map",
  string: "text",
};

export function describeField(name: string, node: SchemaNode, isRequired: boolean): string {
  const types = typesOf(node).map((type) => typeNames[type] ?? type);
  const facts = [types.join(" or "), ...(isRequired ? ["required"] : [])].filter((fact) => fact !== "");
  const head = `**${name}**${facts.length > 0 ? ` (${facts.join(", ")})` : ""}`;
  const { description } = node.schema;
  return [head, ...(typeof description === "string" ? [description] : []), ...limitsOf(node)].join("\n\n");
}

function limitsOf(node: SchemaNode): readonly string[] {
  const { schema } = node;
  const limits: string[] = [];
  const isBoolean = schema["type"] === "boolean";
  const allowed = isBoolean ? undefined : allowedValues(node);
  if (allowed) limits.push(`Allowed: ${allowed.map(code).join(", ")}`);
  if (schema["default"] !== undefined) limits.push(`Default: ${code(schema["default"])}`);
  return limits;
}

function code(value: unknown): string {
  return `\`${typeof value === "string" ? value : JSON.stringify(value)}\``;
}
