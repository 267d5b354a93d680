/** The claim to prove for JSON: our reader and JSON.parse read the same value or both refuse; only duplicate keys are reported besides. */
import { isDeepStrictEqual } from "node:util";
import { parseJson } from "../../../src/source/json.ts";

export interface JsonReading {
  /** Whether JSON.parse takes the text. */
  readonly isValid: boolean;
  /** What our reader does otherwise; undefined if nothing. */
  readonly difference: string | undefined;
}

export function readAsJson(given: string): JsonReading {
  // A variable would be replaced, which JSON.parse does not do.
  const text = given.replaceAll("${", "$(");
  const { documents, diagnostics } = parseJson({ file: "a.json", text }, {});
  const expected = parseStrictly(text);
  const isRefused = diagnostics.some(({ rule }) => rule === "source/syntax");
  if (isRefused === (expected !== undefined)) {
    return {
      isValid: !isRefused,
      difference: isRefused ? "refused, but JSON.parse reads it" : "read, but JSON.parse refuses it",
    };
  }
  if (!expected) return { isValid: false, difference: undefined };
  const hasDuplicate = diagnostics.some(({ rule }) => rule === "source/duplicate-key");
  if (hasDuplicate !== keysWritten(text) > keysOf(expected.value)) {
    return {
      isValid: true,
      difference: hasDuplicate ? "a duplicate key that is none" : "a duplicate key not reported",
    };
  }
  const isEqual = hasDuplicate || isDeepStrictEqual(documents[0]?.value, expected.value);
  return { isValid: true, difference: isEqual ? undefined : "another value than that of JSON.parse" };
}

function parseStrictly(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

/** Of valid JSON. */
function keysWritten(text: string): number {
  return [...text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)].filter(([, colon]) => colon !== undefined).length;
}

function keysOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce((sum: number, child) => sum + keysOf(child), own);
}
