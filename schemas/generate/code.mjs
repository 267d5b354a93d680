/** Writes values as TypeScript that formatters leave alone. */

const widest = 120;

/** A value as a literal, on one line where it fits. */
export function literal(value, indent = "", used = 0) {
  const flat = flatLiteral(value);
  if (typeof value !== "object" || value === null || indent.length + used + flat.length < widest) return flat;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => `${inner}${literal(item, inner)},\n`).join("")}${indent}]`;
  }
  const entries = Object.entries(value).map(([key, item]) => {
    const name = `${propertyName(key)}: `;
    return `${inner}${name}${literal(item, inner, name.length + 1)},\n`;
  });
  return `{\n${entries.join("")}${indent}}`;
}

function flatLiteral(value) {
  if (Array.isArray(value)) return `[${value.map(flatLiteral).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => `${propertyName(key)}: ${flatLiteral(item)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

function propertyName(key) {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
}
