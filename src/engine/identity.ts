/** A short name for a configuration's content: equal configurations have the same, so a counter survives a reload. */

import { textHash } from "./text-hash.ts";

export function configIdentity(config: unknown): string {
  const text = canonicalJson(config);
  // Twice with different bases.
  return [0x811c9dc5, 0x01000193].map((basis) => textHash(text, basis).toString(16).padStart(8, "0")).join("");
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(",")}}`;
}
