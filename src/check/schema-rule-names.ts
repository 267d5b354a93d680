/** How the findings of the schemas are called. */

/** ajv's keywords, as far as the schemas use them, under names that a reader without JSON Schema understands. */
const names: Readonly<Record<string, string>> = {
  additionalProperties: "unknown-field",
  enum: "value",
  exclusiveMaximum: "range",
  exclusiveMinimum: "range",
  maxItems: "length",
  maxLength: "length",
  maxProperties: "length",
  maximum: "range",
  minItems: "length",
  minLength: "length",
  minProperties: "length",
  minimum: "range",
  format: "format",
  not: "forbidden",
  pattern: "pattern",
  required: "required",
  type: "type",
  uniqueItems: "unique-items",
};

/** What stands behind `schema/` in the ids of findings. */
export const schemaRuleNames: ReadonlySet<string> = new Set(Object.values(names));

export function schemaRuleNameOf(keyword: string): string {
  return names[keyword] ?? keyword;
}
