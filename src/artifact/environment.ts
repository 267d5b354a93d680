/** Resolves `$env://VAR` and `$env://VAR/json_key` (gateway reference, section 1.1) from a given environment. */
import type { ResolveReference } from "./references.ts";

const pattern = /^\$env:\/\/([^/]+)(?:\/(.+))?$/i;

/**
 * @param environment such as `process.env`
 * @example
 * openArtifact(bytes, { crypto, key, resolveReference: environmentReferences(process.env) });
 */
export function environmentReferences(environment: Readonly<Record<string, string | undefined>>): ResolveReference {
  return (reference) => {
    const [, name, key] = pattern.exec(reference) ?? [];
    if (name === undefined || !Object.hasOwn(environment, name)) return undefined;
    const value = environment[name];
    return key === undefined || value === undefined ? value : jsonField(value, key);
  };
}

function jsonField(text: string, key: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    const field: unknown = Reflect.get(value, key);
    return typeof field === "string" ? field : undefined;
  } catch {
    return undefined;
  }
}
