/** Canonical JSON: keys sorted by code unit, no white space, so that equal values are equal texts. */

/** `undefined` in an object is left out, as JSON.stringify does. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
  const fields: string[] = [];
  const source = value as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(source).sort()) {
    const field = source[key];
    if (field !== undefined) fields.push(`${JSON.stringify(key)}:${canonicalJson(field)}`);
  }
  return `{${fields.join(",")}}`;
}
